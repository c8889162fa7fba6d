/**
 * A report, a request for advice, a tip or a copied letter comes in directly: on the web, or written down by an officer at the counter, from
 * a letter or a telephone call.
 *
 * Idempotent by the client's secret: a repeat returns the same case, number and receipt code. Nothing acknowledged is lost: they are only
 * returned after the commit. Who the reporter is goes to the room `identity` alone, in the same transaction.
 */
import { type AcceptedFile, receiptCode, receiptCodeHash, trackingNumber } from '../../../complaints/index.ts';
import {
  type Contact,
  type GivenParticulars,
  hasContact,
  type IdCopy,
  type Particulars,
  resealForCase,
  sealIdentity,
  sealParticulars,
} from '../../../identity/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { keyedHash, secretKey } from '../../../platform/keyed-hash.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { AccessKind, Case, CaseChannel, RapidCriterion } from '../../rules/case.ts';
import { advise, convertTo } from '../../rules/intake/consultation.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { loadCase } from '../../store/cases.ts';
import { type SealedIntake, useUpIntakeDraft } from '../../store/intake/drafts.ts';
import { insertCaseFiles } from '../../store/intake/files.ts';
import {
  type Consent,
  type Intake,
  insertIntake,
  insertSubmission,
  lockSubmission,
  submittedCase,
} from '../../store/intake/intakes.ts';
import { insertReceipt, receiptOf } from '../../store/intake/receipts.ts';
import { decideIn, tellReporter } from '../decide.ts';
import { openCase } from '../open-case.ts';
import { maskerFor } from './masking.ts';

export interface ReportOrder {
  readonly access: AccessKind;
  readonly channel: CaseChannel;
  readonly officeId: string;
  /** The day it was received, when an officer records it. */
  readonly receivedOn?: Day | undefined;
  readonly title: string;
  readonly account: string;
  readonly loss: string | null;
  readonly wish: string | null;
  readonly place: string | null;
  readonly occurredOn: Day | null;
  readonly regionCode: string | null;
  /** Whom it is about; `null` = not in the directory, see `respondentNamed`. */
  readonly agencyId: string | null;
  /** The office held there, or the respondent in words. */
  readonly respondentNamed: string | null;
  readonly complained: boolean | null;
  readonly complainedHow: string | null;
  readonly beforeCourt: boolean | null;
  readonly reportedBefore: boolean | null;
  readonly secret: boolean;
  /** No identity is given, not even to the Ombudsman: nothing is sealed, and what was written is kept masked alone. */
  readonly tip: boolean;
  readonly contact: Contact | undefined;
  readonly particulars: Particulars | undefined;
  readonly idCopy: IdCopy | undefined;
  readonly consent: Omit<Consent, 'at'> | null;
  readonly files: readonly AcceptedFile[];
  readonly rapidCriteria: readonly RapidCriterion[];
  readonly rapidReason: string | null;
  /** Advice given at once: a consultation that ends with its record. `null` = none, or it is still to be followed up. */
  readonly advice: string | null;
  /** The consultation or copied letter that turned out to be a report. */
  readonly continuesId: string | null;
  readonly draft: SealedIntake | undefined;
}

export interface Brought {
  readonly file: Case;
  readonly trackingNumber: string;
  readonly receiptCode: string;
  /** This secret had brought the same before: nothing new was written. */
  readonly isRepeat: boolean;
}

const MOST_TRIES = 5;

/** @param clientSecret known only to the browser that sends, random; the receipt code is derived from it */
export async function bringReport(
  tools: Tools,
  actor: Actor,
  order: ReportOrder,
  clientSecret: string,
): Promise<Result<Brought, CaseRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await orRollBack(tools, (tx) => bringOnce(tools, tx, actor, order, clientSecret));
    } catch (error) {
      // Two cases drew the same nine digits: draw again.
      if (attempt >= MOST_TRIES || !isNumberTaken(error)) throw error;
    }
  }
}

/** What a client secret has brought before, for a browser that comes back with the secret alone. */
export async function broughtWith(tools: Tools, clientSecret: string): Promise<Brought | undefined> {
  const caseId = await submittedCase(tools.db, submissionKey(tools, clientSecret));
  return caseId === undefined ? undefined : repeat(tools, tools.db, caseId, clientSecret);
}

async function bringOnce(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: ReportOrder,
  clientSecret: string,
): Promise<Result<Brought, CaseRefusal>> {
  const keyHash = submissionKey(tools, clientSecret);
  await lockSubmission(tx, keyHash);
  const earlier = await submittedCase(tx, keyHash);
  if (earlier !== undefined) {
    const same = await repeat(tools, tx, earlier, clientSecret);
    if (same) return ok(same);
  }
  if (order.draft && !(await useUpIntakeDraft(tx, order.draft))) return refuse('case.draft-changed');
  const opened = await open(tools, tx, actor, order);
  await sealReporter(tools, tx, opened.id, order);
  if (order.continuesId !== null) {
    const converted = await convert(tools, tx, actor, order.continuesId, opened);
    if (!converted.ok) return converted;
    await keepContact(tools, tx, actor, order, opened);
  }
  const advice = order.advice?.trim() ?? '';
  const file =
    advice === '' ? ok(opened) : await decideIn(tools, tx, actor, { caseId: opened.id, version: null }, advise(advice));
  if (!file.ok) return file;
  const number = trackingNumber(tools.random.bytes(8));
  const code = receiptCode(secretKey(tools.keys, 'receipt-code'), opened.id, clientSecret);
  const codeHash = receiptCodeHash(secretKey(tools.keys, 'receipt-code'), opened.id, code);
  await insertReceipt(tx, { caseId: opened.id, trackingNumber: number, codeHash });
  await insertSubmission(tx, { keyHash, caseId: opened.id, at: tools.clock.now() });
  if (advice === '') await tellReporter(tools, tx, opened, ['registered']);
  return ok({ file: file.value, trackingNumber: number, receiptCode: code, isRepeat: false });
}

async function open(tools: Tools, tx: Tx, actor: Actor, order: ReportOrder): Promise<Case> {
  const at = tools.clock.now();
  // A secret or missing identity must not stand in the words that the respondent's letters are written from.
  const mask = order.secret || order.tip ? maskerFor({ ...order, texts: textsOf(order) }) : (text: string) => text;
  const masked = (text: string | null) => (text === null ? null : mask(text));
  const position = order.agencyId === null ? '' : mask(order.respondentNamed ?? '');
  const file = await openCase(tools, tx, actor, {
    access: order.access,
    channel: order.channel,
    officeId: order.officeId,
    ...(order.receivedOn && { receivedOn: order.receivedOn }),
    registeredByPersonId: actor.kind === 'officer' ? actor.personId : null,
    continuesId: order.continuesId,
    secret: order.secret,
    tip: order.tip,
    title: mask(order.title),
    account: mask(order.account),
    loss: masked(order.loss),
    wish: masked(order.wish),
    occurredOn: order.occurredOn,
    regionCode: order.regionCode,
    rapidCriteria: order.rapidCriteria,
    respondents: order.agencyId === null ? [] : [{ agencyId: order.agencyId, position }],
    events: order.consent ? [{ type: 'consented', payload: { text: order.consent.version } }] : [],
  });
  const said: Intake = {
    complained: order.complained,
    complainedHow: masked(order.complainedHow),
    beforeCourt: order.beforeCourt,
    reportedBefore: order.reportedBefore,
    respondentNamed: masked(order.respondentNamed),
    place: masked(order.place),
    rapidReason: masked(order.rapidReason),
    advice: masked(order.advice),
    consent: order.consent && { ...order.consent, at },
  };
  await insertIntake(tx, file.id, said);
  const author = actor.kind === 'officer' ? actorReference(actor) : 'complainant';
  await insertCaseFiles(
    tx,
    file.id,
    order.files.map((each) => ({ ...each, entryId: null, audience: 'reporter', at, author })),
  );
  return file;
}

const textsOf = (order: ReportOrder): readonly (string | null)[] => [
  order.title,
  order.account,
  order.loss,
  order.wish,
  order.place,
  order.complainedHow,
  order.respondentNamed,
  order.advice,
];

/** The words as they were written and who wrote them, sealed; of a tip nothing. */
async function sealReporter(tools: Tools, tx: Tx, caseId: string, order: ReportOrder & GivenParticulars): Promise<void> {
  if (order.tip) return;
  const { title, account, place, particulars, idCopy } = order;
  const original = { title, description: wordsOf(account, order), ...(place === null ? {} : { place }) };
  await sealIdentity(tools, tx, { complaintId: caseId, contact: order.contact, original });
  await sealParticulars(tools, tx, { caseId, particulars, idCopy });
}

/** Everything the reporter wrote, one under the other: the sealed original has one text. */
function wordsOf(account: string, order: ReportOrder): string {
  return [account, order.complainedHow, order.loss, order.wish, order.respondentNamed]
    .filter((text) => text !== null && text !== '')
    .join('\n\n');
}

function convert(tools: Tools, tx: Tx, actor: Actor, fromId: string, to: Case) {
  return decideIn(tools, tx, actor, { caseId: fromId, version: null }, convertTo(to));
}

/** Who asked for advice and now reports need not say again how they are reached. */
async function keepContact(tools: Tools, tx: Tx, actor: Actor, order: ReportOrder, file: Case): Promise<void> {
  if (order.continuesId === null || order.contact || !(await hasContact(tx, order.continuesId))) return;
  const look = { complaintId: order.continuesId, actor, purpose: `dilanjutkan sebagai ${file.number}`, allowed: true };
  await resealForCase(tools, tx, { ...look, caseId: file.id, parts: ['contact'] });
}

async function repeat(tools: Tools, tx: Db | Tx, caseId: string, clientSecret: string): Promise<Brought | undefined> {
  const [file, receipt] = [await loadCase(tx, caseId), await receiptOf(tx, { caseId })];
  if (!file || !receipt) return undefined;
  const code = receiptCode(secretKey(tools.keys, 'receipt-code'), caseId, clientSecret);
  return { file, trackingNumber: receipt.trackingNumber, receiptCode: code, isRepeat: true };
}

const submissionKey = (tools: Tools, clientSecret: string): Buffer => keyedHash(tools.keys, 'case-submission', clientSecret);

function isNumberTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'receipts_tracking_number_key';
}
