/** Proof of receipt: the addressee opens a letter here, or the sender records what the courier brought back. Written once, whichever comes first. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment, type Zone } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type DocumentAction, documentStep } from '../../rules/documents/document.transitions.ts';
import { type CaseDocument, type DeliveryOutcome, lastDelivery } from '../../rules/documents/document.ts';
import { addressedTo } from '../../rules/documents/permissions.ts';
import { insertDelivery, saveOutcome } from '../../store/documents/deliveries.ts';
import { loadDocument, lockDocument, saveState } from '../../store/documents/documents.ts';
import { insertDocumentFile } from '../../store/documents/files.ts';
import { DOCUMENT_EVENTS, type DraftTarget, onDocument } from './draft-document.ts';
import { RECEIVED, startClocks } from './on-received.ts';
import { LETTERS_ERRAND, tellSubject } from './on-subject.ts';
import { type DocumentAnswer, problem } from './problem.ts';

/**
 * An officer of the addressee opens a letter. The first opening is the proof of receipt and starts the clocks; later ones change nothing.
 *
 * @returns the letter, for who is addressed and was sent it by this system; else as if it did not exist
 */
export function openLetter(tools: Tools, actor: Actor, documentId: string): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, async (tx) => {
    const document = await lockDocument(tx, documentId);
    if (!document || actor.kind !== 'officer') return problem('case.document-absent');
    const mine = addressedTo(document, actor).filter(({ no }) => wasLaidHere(document, no));
    if (mine.length === 0) return problem('case.document-absent');
    for (const { no } of mine) await open(tools, tx, document, no, actorReference(actor));
    return ok((await loadDocument(tx, documentId)) as CaseDocument);
  });
}

/** The reporter opens a letter on their own page; who may is asked by the caller, who knows the case they have shown the code of. */
export function openReporterLetter(tools: Tools, caseId: string, documentId: string): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, async (tx) => {
    const document = await lockDocument(tx, documentId);
    const mine = document?.recipients.filter(({ kind, no }) => kind === 'reporter' && wasLaidHere(document, no)) ?? [];
    if (!document || document.subject.id !== caseId || mine.length === 0) return problem('case.document-absent');
    for (const { no } of mine) await open(tools, tx, document, no, 'complainant');
    return ok((await loadDocument(tx, documentId)) as CaseDocument);
  });
}

/** Whether it was ever sent to this recipient through the system. */
export function wasLaidHere(document: Pick<CaseDocument, 'deliveries'>, recipientNo: number): boolean {
  return document.deliveries.some((one) => one.recipientNo === recipientNo && one.way === 'system');
}

async function open(tools: Tools, tx: Tx, document: CaseDocument, recipientNo: number, by: string): Promise<void> {
  const last = lastDelivery(document, recipientNo);
  if (!last || last.outcome?.outcome === 'received') return;
  const at = tools.clock.now();
  let delivery = last;
  if (last.outcome !== null) {
    // It was recorded as returned and yet is opened here: what arrived is written down as a delivery of its own.
    const again = { recipientNo, attempt: last.attempt + 1, way: 'system', sentAt: at, sentBy: last.sentBy } as const;
    await insertDelivery(tx, document, again);
    delivery = { ...again, outcome: null };
  }
  const isOurs = await saveOutcome(tx, document, delivery, { outcome: 'received', how: 'opened', at, by, reason: null });
  if (!isOurs) return;
  await appendEvents(tools, tx, { kind: DOCUMENT_EVENTS, id: document.id }, [
    { type: 'document.opened', at, actor: by, payload: { recipient: recipientNo, attempt: delivery.attempt } },
  ]);
  await received(tools, tx, LETTERS_ERRAND, document, recipientNo, at, 'receive');
}

/** What follows a receipt: of the addressee the state and the clocks, of a copy nothing. */
async function received(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  document: CaseDocument,
  recipientNo: number,
  at: Moment,
  action: DocumentAction,
): Promise<void> {
  const step = documentStep(document.state, action);
  const isAddressee = recipientNo === document.recipients[0]?.no;
  if (!isAddressee || !step || document.kind === 'answer') return;
  await saveState(tx, document.id, step.to, { receivedAt: at });
  for (const { kinds, run } of RECEIVED) if (kinds.includes(document.kind)) await run(tools, tx, { document, at });
  await tellSubject(tools, tx, actor, document, {
    type: 'document-received',
    recipientNo,
    next: (file, circumstances) => startClocks(file, document, at, circumstances),
  });
}

export interface RecordOrder extends DraftTarget {
  readonly recipientNo: number;
  readonly outcome: DeliveryOutcome['outcome'];
  /** The day on the slip, in the office's zone. */
  readonly on: Day;
  /** How it is known: number of the slip, who signed. */
  readonly reason: string;
  /** A picture or scan of the slip. */
  readonly slip?: Uint8Array | undefined;
}

const LONGEST_REASON = 500;

/** The sender enters what became of a letter on paper, with a reason and, if there is one, the slip. */
export async function recordReceipt(tools: Tools, actor: Actor, order: RecordOrder): DocumentAnswer<CaseDocument> {
  const reason = order.reason.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (reason === '' || reason.length > LONGEST_REASON) return problem('case.receipt-reason');
  if (order.slip === undefined) return record(tools, actor, order, reason, null);
  const taken = await takeFile(tools, order.slip);
  if (!taken.ok) return problem('case.receipt-reason', { file: taken.refusal });
  try {
    const done = await record(tools, actor, order, reason, taken.value);
    if (!done.ok) await removeFile(tools, taken.value.key);
    return done;
  } catch (error) {
    await removeFile(tools, taken.value.key);
    throw error;
  }
}

function record(
  tools: Tools,
  actor: Actor,
  order: RecordOrder,
  reason: string,
  slip: StoredFile | null,
): DocumentAnswer<CaseDocument> {
  const { recipientNo, outcome, on } = order;
  const action = (document: CaseDocument) => actionFor(document, recipientNo, outcome);
  return onDocument(tools, actor, order, action, async (tx, document, opened) => {
    const delivery = lastDelivery(document, recipientNo);
    if (!delivery || delivery.outcome !== null) return problem('case.document-not-now');
    const now = tools.clock.now();
    const { zone } = opened.facts;
    const isBetween = dayOf(delivery.sentAt, zone).until(on).sign >= 0 && on.until(dayOf(now, zone)).sign >= 0;
    if (!isBetween) return problem('case.receipt-day');
    const at = momentOn(on, zone, delivery.sentAt, now);
    await saveOutcome(tx, document, delivery, { outcome, how: 'recorded', at, by: actorReference(actor), reason });
    if (slip) await keepSlip(tools, tx, document, actor, slip);
    if (outcome === 'received') {
      await received(tools, tx, actor, document, recipientNo, at, 'record-receipt');
    } else if (recipientNo === document.recipients[0]?.no && documentStep(document.state, 'record-return')) {
      await saveState(tx, document.id, 'undelivered');
      await tellSubject(tools, tx, actor, document, { type: 'document-returned', recipientNo });
    }
    const payload = { recipient: recipientNo, attempt: delivery.attempt, on: on.toString(), slip: slip?.sha256 ?? null };
    return ok({ type: `document.${outcome}`, payload });
  });
}

/** Of a copy the document's own state says nothing: whoever may send may record it. */
function actionFor(document: CaseDocument, recipientNo: number, outcome: DeliveryOutcome['outcome']): DocumentAction {
  if (recipientNo !== document.recipients[0]?.no) return 'send';
  return outcome === 'received' ? 'record-receipt' : 'record-return';
}

/** A slip names a day; the moment is noon of it, kept between the sending and now. */
function momentOn(day: Day, zone: Zone, sentAt: Moment, now: Moment): Moment {
  const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
  if (noon.epochMilliseconds < sentAt.epochMilliseconds) return sentAt;
  return noon.epochMilliseconds > now.epochMilliseconds ? now : noon;
}

async function keepSlip(tools: Tools, tx: Tx, document: CaseDocument, actor: Actor, slip: StoredFile): Promise<void> {
  if (actor.kind !== 'officer') return;
  await insertDocumentFile(tx, document.subject.id, {
    id: tools.random.id(),
    documentId: document.id,
    purpose: 'slip',
    mediaType: slip.mediaType,
    extension: slip.extension,
    bytes: slip.size,
    sha256: slip.sha256,
    fileKey: slip.key,
    thumbnailKey: slip.picture?.thumbnailKey ?? null,
    addedBy: actor.personId,
    addedAt: tools.clock.now(),
  });
}
