/** Steps of an agreement that are taken on its overview page: circulate, back to draft, settle, open again, drop, end. */
import { actorFor, agencyById, holdersOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { AgreementAction, AgreementNeed } from '../../rules/agreement.transitions.ts';
import { type Agreement, focalPointsOn, partyOf } from '../../rules/agreement.ts';
import { move } from '../../rules/move.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { type AgreementTarget, changeAgreement } from '../change.ts';
import { tell } from '../reviews/tell.ts';
import { isReady } from '../signing/readiness.ts';

/** The others belong to signing. */
export const OVERVIEW_STEPS = [
  'circulate',
  'back-to-draft',
  'settle',
  'reopen-text',
  'drop',
  'end',
] as const satisfies readonly AgreementAction[];
export type OverviewStep = (typeof OVERVIEW_STEPS)[number];

export function isOverviewStep(text: string): text is OverviewStep {
  return (OVERVIEW_STEPS as readonly string[]).includes(text);
}

export interface StepOrder {
  readonly reason: string;
  /** The first day it no longer binds, for `end`. */
  readonly endedOn?: Day | null | undefined;
}

export function takeStep(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  step: OverviewStep,
  order: StepOrder,
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(tools, actor, target, async (agreement, { at }, tx) => {
    const today = dayOf(at, agreement.zone);
    const met: AgreementNeed[] = step === 'settle' && (await isReady(tools, tx, agreement)) ? ['ready'] : [];
    const moved = move(agreement, step, actor, { reason: order.reason, met });
    if (!moved.ok) return moved;
    const { agreement: next, event } = moved.value;
    if (step === 'circulate') await tellParties(tools, tx, actor, next, today);
    if (step !== 'end') return ok({ next, events: [event] });
    const endedOn = order.endedOn ?? null;
    if (endedOn === null) return refuse('agreement.day-wrong');
    // Whatever asks its state finds it ended at once: nothing may say so before the day has come.
    if (endedOn.since(today).sign > 0) return refuse('agreement.end-in-future');
    const isBefore = agreement.inForceFrom !== null && agreement.inForceFrom.until(endedOn).sign < 0;
    const isAfter = agreement.inForceUntil !== null && agreement.inForceUntil.until(endedOn).sign > 0;
    if (isBefore || isAfter) return refuse('agreement.end-outside-term');
    if (hasPersonalData(order.reason)) return refuse('agreement.personal-data');
    const ended = { ...next, endedOn, endReason: order.reason.trim() };
    await tellEnded(tools, tx, actor, ended, today);
    return ok({ next: ended, events: [{ type: event.type, payload: { ...event.payload, endedOn: endedOn.toString() } }] });
  });
}

/** Whoever prepares agreements for a party is told that a text waits for their comments: once a round. */
async function tellParties(tools: Tools, tx: Tx, actor: Actor, agreement: Agreement, today: Day): Promise<void> {
  await tell(tools, tx, actor, await preparersOf(tx, agreement, today), {
    ...{ purpose: 'agreement.circulated', object: { kind: 'agreement', id: agreement.id } },
    ...{ stage: `round-${agreement.version}`, details: { code: agreement.code } },
  });
}

/**
 * Nobody learns from the register that what they signed or looked after is over: signatories, witnesses, focal points and preparers of every side, as far as
 * they still hold an office there.
 */
async function tellEnded(tools: Tools, tx: Tx, actor: Actor, agreement: Agreement, today: Day): Promise<void> {
  const points = agreement.parties.flatMap(({ id }) => focalPointsOn(agreement, id, today));
  const departed = await departedPoints(tx as Db, agreement.id, today);
  const concerned = points.flatMap(({ id, personId }) => (personId === null || departed.has(id) ? [] : [personId]));
  for (const { personId, partyId } of agreement.signatories) {
    const officer = personId === null ? undefined : await actorFor(tx as Db, personId, today);
    const party = partyOf(agreement, partyId);
    if (officer?.positions.some(({ governmentId }) => !party || governmentId === party.governmentId))
      concerned.push(officer.personId);
  }
  const message = {
    ...{ purpose: 'agreement.ended', object: { kind: 'agreement', id: agreement.id }, stage: `ended:${agreement.endedOn}` },
    details: { code: agreement.code, endedOn: agreement.endedOn?.toString() ?? '' },
  };
  await tell(tools, tx, actor, new Set([...concerned, ...(await preparersOf(tx, agreement, today))]), message);
  for (const { id, officeMail, personId } of points)
    if (officeMail !== '' && (personId === null || departed.has(id)))
      await tools.post(tx, {
        ...message,
        recipient: { kind: 'focal-point', id },
        details: { ...message.details, isOffice: true },
      });
}

async function preparersOf(tx: Tx, agreement: Agreement, today: Day): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for (const party of agreement.parties) {
    const agency = party.agencyId === null ? undefined : await agencyById(tx, party.agencyId);
    for (const id of agency ? [agency.id, agency.governmentId] : [])
      for (const person of await holdersOf(tx, id, 'agreement.prepare', today)) people.add(person);
  }
  return people;
}
