/**
 * The paper way: the document is printed and signed by hand, the scan is uploaded by one person and compared with the paper by another. Until then nobody on
 * it counts as having signed.
 */
import { holdersOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { FileRefusal } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayPrepare, partiesSpokenFor } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { askNext, hasOpenRound, hasSigned, isOpenToSign, noonOf, paperFits, withSignatures } from '../../rules/signing/turn.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { markFileConfirmed, markFileReplaced } from '../../store/files.ts';
import { insertPaper, judgePaper, lastRound, type Paper, papersOf, type Round } from '../../store/signing/rounds.ts';
import { changeAgreementIn, type Decided } from '../change.ts';
import { type Incoming, keepOrRemove, recordFileIn, takeForAgreement } from '../files/attach-file.ts';
import { mayCompare } from '../files/confirm-file.ts';
import { finishIn } from './finish.ts';
import { REASON_LIMIT } from './round-steps.ts';
import { preparersOf, tell } from './tell.ts';

export interface PaperOrder {
  readonly agreementId: string;
  /** Whose signatures are on the scan. */
  readonly signatoryIds: readonly string[];
  /** The day on the paper. */
  readonly signedOn: Day | null;
  readonly upload: Incoming | undefined;
}

/** Whoever prepares the agreement, or agreements for one of its parties. */
export function mayUploadPaper(actor: Actor, agreement: Agreement): boolean {
  return mayPrepare(actor, agreement) || partiesSpokenFor(actor, agreement, 'agreement.prepare').length > 0;
}

export async function uploadPaper(
  tools: Tools,
  actor: Actor,
  order: PaperOrder,
): Promise<Result<Agreement, AgreementRefusal | FileRefusal>> {
  const before = await loadAgreement(tools.db, order.agreementId);
  if (!before) return refuse('agreement.absent');
  const early = await judge(tools.db, actor, before, order, dayOf(tools.clock.now(), before.zone));
  if (!early.ok) return early;
  if (!order.upload) return refuse('agreement.scan-missing');
  const taken = await takeForAgreement(tools, 'scan', order.upload);
  if (!taken.ok) return taken;
  return keepOrRemove(tools, [taken.value], () =>
    orRollBack<Agreement, AgreementRefusal>(tools, (tx) =>
      changeAgreementIn(tools, tx, actor, { agreementId: order.agreementId, version: null }, async (agreement, { at, newId }) => {
        const judged = await judge(tx, actor, agreement, order, dayOf(at, agreement.zone));
        if (!judged.ok) return judged;
        if (actor.kind !== 'officer' || !order.signedOn) return refuse('agreement.not-yours');
        const id = newId();
        const fileOrder = { agreementId: agreement.id, kind: 'scan' as const, partId: id, title: '', isPublic: false };
        const file = await recordFileIn(tools, tx, actor, fileOrder, taken.value, at);
        const { no } = judged.value;
        await insertPaper(tx, agreement.id, {
          ...{ id, fileId: file.id, signingNo: no, signatoryIds: order.signatoryIds, signedOn: order.signedOn },
          ...{ uploadedBy: actor.personId, uploadedAt: at, judgedBy: null, judgedAt: null, outcome: null, reason: null },
        });
        const others = (await preparersOf(tx, agreement, dayOf(at, agreement.zone))).filter((one) => one !== actor.personId);
        await tell(tools, tx, agreement, { purpose: 'agreement.paper-to-confirm', stage: id, people: others });
        const payload = {
          ...{ round: no, paper: id, file: file.id, sha256: file.sha256, signatories: [...order.signatoryIds] },
          signedOn: order.signedOn.toString(),
        };
        return ok({ next: agreement, events: [{ type: 'signing-paper-uploaded', payload }] });
      }),
    ),
  );
}

async function judge(
  db: Db | Tx,
  actor: Actor,
  agreement: Agreement,
  order: Omit<PaperOrder, 'upload'>,
  today: Day,
): Promise<Result<Round, AgreementRefusal>> {
  if (!mayUploadPaper(actor, agreement)) return refuse('agreement.not-yours');
  const round = await lastRound(db, agreement.id);
  if (!hasOpenRound(agreement) || !round || round.closedAt !== null) return refuse('agreement.not-now');
  if (order.signatoryIds.length === 0) return refuse('agreement.signatories-missing');
  if (order.signedOn === null) return refuse('agreement.day-wrong');
  if (Temporal.PlainDate.compare(order.signedOn, today) > 0) return refuse('agreement.signed-in-future');
  // What was signed within the term is taken in whenever its scan arrives.
  if (!isOpenToSign(agreement, order.signedOn)) return refuse('agreement.sign-after-term');
  const waiting = (await papersOf(db, agreement.id, round.no)).filter(({ outcome }) => outcome === null);
  if (waiting.some(({ signatoryIds }) => signatoryIds.some((id) => order.signatoryIds.includes(id))))
    return refuse('agreement.on-paper-already');
  return paperFits(agreement, order.signatoryIds) ? ok(round) : refuse('agreement.paper-order');
}

type Done = Promise<Result<Agreement, AgreementRefusal>>;

/** Somebody else has the paper in hand and the scan shows it: now they have signed, on the day of the paper. */
export function confirmPaper(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly paperId: string },
): Done {
  return onPaper(tools, actor, order, async (agreement, paper, tx, at) => {
    if (actor.kind !== 'officer') return refuse('agreement.not-yours');
    if (paper.uploadedBy === actor.personId) return refuse('agreement.same-person');
    if (!paperFits(agreement, paper.signatoryIds)) return refuse('agreement.paper-order');
    const people = [paper.uploadedBy, actor.personId];
    if (!(await vouchForAll(tx, agreement, paper.signatoryIds, people, dayOf(at, agreement.zone))))
      return refuse('agreement.paper-other-side');
    await judgePaper(tx, agreement.id, paper.id, { outcome: 'confirmed', personId: actor.personId, at });
    // Only what was compared is given out.
    await markFileConfirmed(tx, agreement.id, paper.fileId, { personId: actor.personId, at }, true);
    const signed = withSignatures(agreement, paper.signatoryIds, {
      ...{ method: 'paper', at: noonOf(paper.signedOn, agreement.zone) },
      ...{ uploadedBy: paper.uploadedBy, confirmedBy: actor.personId },
    });
    const { next, asked } = askNext(signed, at);
    const askedPeople = asked.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-asked', stage: `round-${paper.signingNo}`, people: askedPeople });
    const base = { round: paper.signingNo, paper: paper.id, method: 'paper', signedOn: paper.signedOn.toString() };
    // Each signing is an event of its own, also where one sheet holds several.
    const events = paper.signatoryIds.map((signatory) => ({ type: 'signing-signed', payload: { ...base, signatory } }));
    return ok({ next, events: [{ type: 'signing-paper-confirmed', payload: base }, ...events] });
  });
}

/**
 * Whether each party whose signature is on the scan is spoken for by one of the two who vouch for it: nobody signs for another side. A party of which
 * nobody prepares agreements here (a regency without an account) is vouched for by the two of the other side.
 */
async function vouchForAll(
  db: Db | Tx,
  agreement: Agreement,
  signatoryIds: readonly string[],
  people: readonly string[],
  day: Day,
): Promise<boolean> {
  const partyIds = new Set(agreement.signatories.filter(({ id }) => signatoryIds.includes(id)).map(({ partyId }) => partyId));
  for (const { agencyPath } of agreement.parties.filter(({ id }) => partyIds.has(id))) {
    const own = (await Promise.all(agencyPath.map((id) => holdersOf(db as Db, id, 'agreement.prepare', day)))).flat();
    if (own.length > 0 && !own.some((person) => people.includes(person))) return false;
  }
  return true;
}

/** It does not show what was said, or whoever uploaded it takes it back. */
export function rejectPaper(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly paperId: string; readonly reason: string },
): Done {
  return onPaper(tools, actor, order, async (agreement, paper, tx, at) => {
    const reason = order.reason.trim();
    if (reason === '') return refuse('agreement.reason-missing');
    if (reason.length > REASON_LIMIT) return refuse('agreement.text-too-long');
    if (actor.kind !== 'officer') return refuse('agreement.not-yours');
    await judgePaper(tx, agreement.id, paper.id, { outcome: 'rejected', personId: actor.personId, at, reason });
    // Nobody opens it as the signed paper any more; it stays for whoever looks into how that came about.
    await markFileReplaced(tx, agreement.id, paper.fileId, paper.fileId);
    await tell(tools, tx, agreement, { purpose: 'agreement.paper-rejected', stage: paper.id, people: [paper.uploadedBy] });
    const payload = { round: paper.signingNo, paper: paper.id };
    return ok({ next: agreement, events: [{ type: 'signing-paper-rejected', payload }] });
  });
}

function onPaper(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly paperId: string },
  judged: (agreement: Agreement, paper: Paper, tx: Tx, at: Moment) => Promise<Decided<Agreement>>,
): Done {
  return orRollBack(tools, async (tx) => {
    const target = { agreementId: order.agreementId, version: null };
    let wasConfirmed = false;
    const changed = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at }) => {
      const paper = (await papersOf(tx, agreement.id)).find(({ id }) => id === order.paperId);
      if (!paper) return refuse('agreement.absent');
      const isOwn = actor.kind === 'officer' && paper.uploadedBy === actor.personId;
      if (!isOwn && !mayCompare(actor, agreement)) return refuse('agreement.not-yours');
      if (paper.outcome !== null || !hasOpenRound(agreement)) return refuse('agreement.not-now');
      const done = await judged(agreement, paper, tx, at);
      wasConfirmed =
        done.ok && done.value.next.signatories.filter(hasSigned).length > agreement.signatories.filter(hasSigned).length;
      return done;
    });
    return changed.ok && wasConfirmed ? finishIn(tools, tx, actor, changed.value) : changed;
  });
}
