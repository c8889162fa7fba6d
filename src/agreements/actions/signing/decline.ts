/** Declining to sign, with the reason, and asking somebody again. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { askNext, hasOpenRound, hasSigned, isOpenToSign, refusalToSign } from '../../rules/signing/turn.ts';
import { declinesOf, insertDecline, lastRound } from '../../store/signing/rounds.ts';
import { changeAgreement } from '../change.ts';
import { REASON_LIMIT } from './round-steps.ts';
import { keepersOf, tell } from './tell.ts';

type Done = Promise<Result<Agreement, AgreementRefusal>>;

export function declineToSign(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly signatoryId: string; readonly reason: string },
): Done {
  return changeAgreement(tools, actor, { agreementId: order.agreementId, version: null }, async (agreement, { at }, tx) => {
    const signatory = agreement.signatories.find(({ id }) => id === order.signatoryId);
    const refusal = refusalToSign(actor, agreement, signatory, dayOf(at, agreement.zone));
    // Whoever will be asked later may say now that they will not sign.
    if (refusal && refusal !== 'agreement.not-your-turn') return refuse(refusal);
    const reason = order.reason.trim();
    if (reason === '') return refuse('agreement.reason-missing');
    if (reason.length > REASON_LIMIT) return refuse('agreement.text-too-long');
    const round = await lastRound(tx, agreement.id);
    if (!round || round.closedAt !== null) return refuse('agreement.not-now');
    await insertDecline(tx, round, { signatoryId: order.signatoryId, at, reason });
    const signatories = agreement.signatories.map((one) => (one.id === order.signatoryId ? { ...one, declinedAt: at } : one));
    const { next, asked } = askNext({ ...agreement, signatories }, at);
    const times = (await declinesOf(tx, agreement.id, round.no)).length;
    const people = await keepersOf(tx, agreement, dayOf(at, agreement.zone));
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-declined', stage: `round-${round.no}-${times}`, people });
    const nextPeople = asked.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-asked', stage: `round-${round.no}`, people: nextPeople });
    const payload = { round: round.no, signatory: order.signatoryId, time: times };
    return ok({ next, events: [{ type: 'signing-declined', payload }] });
  });
}

/** Whoever prepares the agreement has spoken with somebody who declined: they count as asked from now on. */
export function askAgain(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly signatoryId: string },
): Done {
  return changeAgreement(tools, actor, { agreementId: order.agreementId, version: null }, async (agreement, { at }, tx) => {
    if (!mayPrepare(actor, agreement)) return refuse('agreement.not-yours');
    const signatory = agreement.signatories.find(({ id }) => id === order.signatoryId);
    const round = await lastRound(tx, agreement.id);
    if (!signatory || !round || round.closedAt !== null || !hasOpenRound(agreement)) return refuse('agreement.not-now');
    if (!isOpenToSign(agreement, dayOf(at, agreement.zone))) return refuse('agreement.sign-after-term');
    if (hasSigned(signatory) || signatory.declinedAt === null) return refuse('agreement.not-now');
    const times = (await declinesOf(tx, agreement.id, round.no)).length;
    const people = signatory.personId === null ? [] : [signatory.personId];
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-asked', stage: `round-${round.no}-again-${times}`, people });
    const signatories = agreement.signatories.map((one) =>
      one.id === signatory.id ? { ...one, declinedAt: null, askedAt: at } : one,
    );
    const payload = { round: round.no, signatory: signatory.id };
    return ok({ next: { ...agreement, signatories }, events: [{ type: 'signing-asked-again', payload }] });
  });
}
