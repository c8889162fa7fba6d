/** What does not move the state: progress told, more time asked and decided, the work given to an office of the same government. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { Circumstances } from '../decision.ts';
import type { CaseRefusal } from '../refusals.ts';
import { LONGEST_TEXT } from '../take.ts';
import { addTime, agencyClock, MORE_TIME_RULE } from './clocks.ts';
import type { Obligation } from './obligation.ts';
import { actsFor, agencyPositions, type Held, viewOfObligation } from './permissions.ts';
import { areDays, eventOf, type HeldWithClocks, type Stepped, sideOf } from './step.ts';
import type { ObligationStep, StepKind } from './steps.ts';

type Facts = Pick<Circumstances, 'at' | 'actor' | 'law' | 'newId'>;

/** Whether the agency may still work on it. */
const isOpen = (obligation: Obligation): boolean => obligation.judgedAt === null && obligation.state !== 'reported';

/** An office of the same government, as the directory has it. */
export interface Office {
  readonly id: string;
  readonly governmentId: string;
  readonly path: readonly string[];
}

export type SideStep =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'ask-time'; readonly text: string; readonly days: number | null }
  | { readonly kind: 'grant-time'; readonly text: string; readonly days: number | null }
  | { readonly kind: 'refuse-time'; readonly text: string }
  | { readonly kind: 'delegate'; readonly text: string; readonly office: Office | null };

/** The side steps the actor may take now. */
export function sideStepsFor(held: Held, actor: Actor): readonly SideStep['kind'][] {
  const { obligation, file } = held;
  const kinds: SideStep['kind'][] = [];
  if (actsFor('agency', obligation, actor, file) && isOpen(obligation)) {
    kinds.push('progress');
    if (!obligation.asksTime) kinds.push('ask-time');
    if (mayDelegate(obligation, actor)) kinds.push('delegate');
  }
  if (obligation.asksTime && actsFor('ombudsman', obligation, actor, file)) kinds.push('grant-time', 'refuse-time');
  return kinds;
}

/** Whoever answers at the addressee or above it; the office it was given to does not pass it on. */
function mayDelegate(obligation: Obligation, actor: Actor): boolean {
  return agencyPositions(obligation, actor, 'case.answer').some(({ agencyId }) => obligation.agencyPath.includes(agencyId));
}

export function takeSideStep(held: HeldWithClocks, order: SideStep, facts: Facts): Result<Stepped, CaseRefusal> {
  const { obligation, file } = held;
  const { actor, law } = facts;
  if (viewOfObligation(obligation, actor, file) === null) return refuse('case.obligation-absent');
  if (!sideStepsFor(held, actor).includes(order.kind)) return refuse('case.obligation-not-now');
  if (order.text.length > LONGEST_TEXT) return refuse('case.text-too-long');
  const needsText = order.kind !== 'delegate';
  if (needsText && order.text.trim() === '')
    return refuse(order.kind === 'progress' ? 'case.text-missing' : 'case.reason-missing');
  if ((order.kind === 'ask-time' || order.kind === 'grant-time') && !areDays(order.days, law.limit(MORE_TIME_RULE).value)) {
    return refuse('case.days-wrong');
  }
  if (order.kind === 'delegate' && !isBelow(obligation, actor, order.office)) return refuse('case.office-not-below');
  return ok(after(held, order, facts));
}

/** Within what the actor answers for: the own office and below. */
function isBelow(obligation: Obligation, actor: Actor, office: Office | null): office is Office {
  if (!office || office.governmentId !== obligation.governmentId || office.id === obligation.handlerAgencyId) return false;
  return agencyPositions(obligation, actor, 'case.answer').some(({ agencyId }) => office.path.includes(agencyId));
}

function after(held: HeldWithClocks, order: SideStep, facts: Facts): Stepped {
  const { obligation, clocks } = held;
  const { at, actor } = facts;
  const granted = order.kind === 'grant-time' ? order.days : null;
  // The days are added to the due day; when it passed while the request lay here, they count from the decision.
  const from = Temporal.Instant.compare(obligation.dueAt, at) > 0 ? obligation.dueAt : at;
  const moved = granted === null ? clocks : addTime(clocks, obligation.id, granted, from, facts);
  const next: Obligation = {
    ...obligation,
    version: obligation.version + 1,
    asksTime: order.kind === 'ask-time' || (obligation.asksTime && order.kind !== 'grant-time' && order.kind !== 'refuse-time'),
    dueAt: agencyClock(moved, obligation.id)?.dueAt ?? obligation.dueAt,
    ...(order.kind === 'delegate' && order.office ? handledBy(obligation, order.office) : {}),
  };
  const side = actsFor('agency', obligation, actor, held.file) && order.kind !== 'grant-time' && order.kind !== 'refuse-time';
  const step: ObligationStep = {
    ...{ id: facts.newId(), kind: order.kind satisfies StepKind, at, author: actorReference(actor), lookedAt: null },
    side: sideOf(side ? 'agency' : 'ombudsman'),
    text: order.text.trim(),
    days: 'days' in order ? order.days : null,
    dueBefore: granted === null ? null : obligation.dueAt,
    dueAfter: granted === null ? null : next.dueAt,
    agencyId: order.kind === 'delegate' ? (order.office?.id ?? null) : null,
  };
  return { obligation: next, clocks: moved, step, side: side ? 'agency' : 'ombudsman', event: eventOf(obligation, next, step) };
}

/** Given back to the addressee, it has no handler. */
function handledBy(obligation: Obligation, office: Office): Pick<Obligation, 'handlerAgencyId' | 'handlerPath'> {
  return office.id === obligation.agencyId
    ? { handlerAgencyId: null, handlerPath: [] }
    : { handlerAgencyId: office.id, handlerPath: office.path };
}
