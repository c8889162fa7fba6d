/**
 * A complainant brings a complaint to the Ombudsman in one step. The whole file goes along, frozen as the complainant could read it; who the
 * complainant is goes from one sealed record to another, and into no text.
 *
 * Idempotent: a complaint has at most one open case, and a second submit answers with it. In the complaint's own file nothing is written:
 * its officers belong to the respondent, and learn of the case from the letters the Ombudsman sends them.
 */
import {
  type Complaint,
  type ComplaintFile,
  loadComplaint,
  loadComplaintForUpdate,
  loadFile,
  statusOf,
} from '../../../complaints/index.ts';
import { agencyById, ombudsmanOfficeFor, regionByCode } from '../../../directory/index.ts';
import {
  type Contact,
  changeContact,
  type GivenParticulars,
  hasContact,
  maskIdentifiers,
  ownWordsMasker,
  resealForCase,
  sealParticulars,
  waysToReach,
} from '../../../identity/index.ts';
import type { Complainant } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { messagesFor } from '../../../messages/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type SnapshotFacts, type SnapshotFile, snapshotOf } from '../../rules/intake/snapshot.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { casesOfComplaint } from '../../store/cases.ts';
import { insertCarriedOver } from '../../store/intake/carried-over.ts';
import { type SealedIntake, useUpIntakeDraft } from '../../store/intake/drafts.ts';
import { insertCaseFiles } from '../../store/intake/files.ts';
import { type Consent, insertIntake, NOTHING_SAID } from '../../store/intake/intakes.ts';
import { openCase } from '../open-case.ts';
import { appealOf } from './appeal-facts.ts';
import { maskerFor } from './masking.ts';

export interface AppealOrder extends GivenParticulars {
  /** `consultation` and `tip` take no identity along. */
  readonly kind: 'report' | 'consultation' | 'tip';
  readonly loss: string | null;
  readonly wish: string | null;
  readonly beforeCourt: boolean | null;
  readonly reportedBefore: boolean | null;
  /** Keep the identity from the respondent; always so for an anonymous complaint. */
  readonly secret: boolean;
  /** Asked of whoever left none with the complaint. The complaint's own goes before it. */
  readonly contact?: Contact | undefined;
  readonly consent: Omit<Consent, 'at'>;
  readonly draft: SealedIntake | undefined;
}

/** `appeal-not-yet`: the agency still has time, or a case about it has ended; the page says which. */
export type AppealRefusal = Extract<
  CaseRefusal,
  'case.absent' | 'case.appeal-not-yet' | 'case.complaint-moved-on' | 'case.draft-changed'
>;

export interface Appealed {
  readonly file: Case;
  /** There was an open case about this complaint already: nothing new was written. */
  readonly isRepeat: boolean;
}

export async function bringComplaint(
  tools: Tools,
  actor: Complainant,
  order: AppealOrder,
): Promise<Result<Appealed, AppealRefusal>> {
  const complaint = await loadComplaint(tools.db, actor.complaintId);
  if (!complaint) return refuse('case.absent');
  // Read before the transaction (a second connection must not be waited for inside it); the version says whether it still stands.
  const whole = await wholeFile(tools.db, complaint, actor);
  return orRollBack(tools, async (tx): Promise<Result<Appealed, AppealRefusal>> => {
    const locked = await loadComplaintForUpdate(tx, complaint.id);
    const cases = await casesOfComplaint(tx, complaint.id);
    const isOpen = cases.find((each) => each.stage !== 'closed');
    if (isOpen) return ok({ file: isOpen, isRepeat: true });
    if (locked?.version !== complaint.version) return refuse('case.complaint-moved-on');
    const appeal = await appealOf(tools, complaint, cases, tools.clock.now(), tx);
    if (!appeal.may) return refuse('case.appeal-not-yet');
    if (order.draft && !(await useUpIntakeDraft(tx, order.draft))) return refuse('case.draft-changed');
    return ok({ file: await carryOver(tools, tx, actor, complaint, whole, order), isRepeat: false });
  });
}

interface WholeFile extends SnapshotFacts {
  readonly kept: readonly ComplaintFile[];
}

async function wholeFile(db: Db, complaint: Complaint, actor: Complainant): Promise<WholeFile> {
  const [{ timeline, files }, messages] = await Promise.all([
    loadFile(db, complaint, actor),
    messagesFor(db, { kind: 'complaint', id: complaint.id }),
  ]);
  return { complaint, status: statusOf(complaint), timeline, messages, files: files.map(asSnapshotFile), kept: files };
}

function asSnapshotFile(file: ComplaintFile): SnapshotFile {
  return {
    id: file.id,
    entryId: file.entryId,
    mediaType: file.mediaType,
    bytes: file.bytes,
    sha256: Buffer.from(file.sha256).toString('hex'),
    by: file.author === 'complainant' ? 'complainant' : 'officer',
    isProof: file.isProof,
  };
}

async function carryOver(
  tools: Tools,
  tx: Tx,
  actor: Complainant,
  complaint: Complaint,
  whole: WholeFile,
  order: AppealOrder,
): Promise<Case> {
  const at = tools.clock.now();
  const tip = order.kind === 'tip';
  const secret = order.secret || complaint.anonymous || order.kind !== 'report';
  const mask = secret ? await fullMask(tools, tx, complaint.id, order) : (text: string) => text;
  const masked = (text: string | null) => (text === null ? null : mask(text));
  const file = await openCase(tools, tx, actor, {
    access: order.kind === 'report' ? 'LM' : 'KNL',
    channel: 'complaint',
    officeId: await officeFor(tx, complaint),
    complaintId: complaint.id,
    secret,
    tip,
    title: mask(complaint.title),
    account: mask(complaint.description),
    loss: masked(order.loss),
    wish: masked(order.wish),
    occurredOn: complaint.occurredOn,
    regionCode: complaint.regionCode,
    categoryCode: complaint.categoryCode,
    serviceId: complaint.serviceId,
    respondents: respondentsOf(complaint).map((agencyId) => ({ agencyId, position: '' })),
    events: [{ type: 'consented', payload: { text: order.consent.version } }],
  });
  await insertIntake(tx, file.id, {
    ...NOTHING_SAID,
    complained: true,
    beforeCourt: order.beforeCourt,
    reportedBefore: order.reportedBefore,
    place: masked(complaint.place),
    consent: { ...order.consent, at },
  });
  const snapshot = snapshotOf(whole, at, mask);
  await insertCarriedOver(tx, file.id, { complaintId: complaint.id, snapshot, at });
  await insertCaseFiles(
    tx,
    file.id,
    whole.kept
      // Of somebody who stays nameless only what was made anew goes along: any other file may name its author.
      .filter((each) => !tip || each.isImage || each.author !== 'complainant')
      .map((each) => ({ ...each, entryId: null, audience: 'reporter' })),
  );
  if (order.kind !== 'report') return file;
  const look = { complaintId: complaint.id, actor, purpose: `dibawa ke Ombudsman sebagai ${file.number}`, allowed: true };
  const carried = await resealForCase(tools, tx, { ...look, caseId: file.id, parts: ['contact', 'original'] });
  if (!carried.ok) throw new Error(`the complainant may not take their own words along: ${carried.refusal}`);
  if (order.contact && waysToReach(order.contact).length > 0 && !(await hasContact(tx, file.id))) {
    const { contact } = order;
    // Under the case they are who they are under the complaint.
    const reporter = { kind: 'complainant', complaintId: file.id } as const;
    const change = { complaintId: file.id, actor: reporter, purpose: look.purpose, allowed: true, contact };
    const given = await changeContact(tools, tx, change);
    if (!given.ok) throw new Error(`a complainant may not say how they are reached: ${given.refusal}`);
  }
  await sealParticulars(tools, tx, { caseId: file.id, particulars: order.particulars, idCopy: order.idCopy });
  return file;
}

/** Against the contact of the complaint and against what is given now. */
async function fullMask(tools: Tools, tx: Tx, complaintId: string, order: AppealOrder): Promise<(text: string) => string> {
  const own = await ownWordsMasker(tools, tx, complaintId);
  const given = maskerFor({ contact: order.contact, particulars: order.particulars, texts: [order.loss, order.wish] });
  return (text) => given(own(maskIdentifiers(text)));
}

/** The offices that hold it; before any had it, whoever was addressed, or whose desk it lies on. */
function respondentsOf(complaint: Complaint): string[] {
  const holding = complaint.parts.filter((part) => part.state !== 'excused').map((part) => part.agencyId);
  return holding.length > 0 ? [...new Set(holding)] : [complaint.addressedAgencyId ?? complaint.deskAgencyId];
}

/** The office already told of a missed deadline, else the one that serves the place, else the one that serves the respondent. */
async function officeFor(tx: Tx, complaint: Complaint): Promise<string> {
  if (complaint.ombudsmanOfficeId !== null) return complaint.ombudsmanOfficeId;
  const agency = complaint.addressedAgencyId === null ? undefined : await agencyById(tx, complaint.addressedAgencyId);
  const region = complaint.regionCode ?? agency?.regionCode ?? null;
  const known = region === null ? undefined : await regionByCode(tx, region);
  return (await ombudsmanOfficeFor(tx, known?.code ?? null)).id;
}
