/**
 * One step of an obligation: asks the table, looks at what the step needs, moves state and clocks. Pure: the action loads, asks, saves.
 */
import { actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { CaseClock } from '../case.ts';
import type { CaseEvent, Circumstances } from '../decision.ts';
import type { CaseRefusal } from '../refusals.ts';
import { LONGEST_TEXT } from '../take.ts';
import { addTime, agencyClock, beginAnew, beginVerdict, endAll, MORE_TIME_RULE, resumeAgency } from './clocks.ts';
import type { ObligationAction, ObligationTransition, Side } from './obligation.transitions.ts';
import type { Obligation } from './obligation.ts';
import { type Held, lineFor, viewOfObligation } from './permissions.ts';
import type { ObligationStep } from './steps.ts';

export interface HeldWithClocks extends Held {
  readonly clocks: readonly CaseClock[];
  /** Who wrote the report that stands, as a reference; `null` without one. */
  readonly reportAuthor: string | null;
}

export interface StepOrder {
  readonly action: ObligationAction;
  readonly text?: string;
  /** The evidence a verdict rests on. */
  readonly lookedAt?: string;
  /** Working days. */
  readonly days?: number | null;
  /** Of a receipt: when it was, when not now. */
  readonly receivedAt?: Moment;
}

export interface Stepped {
  readonly obligation: Obligation;
  readonly clocks: readonly CaseClock[];
  readonly step: ObligationStep;
  readonly event: CaseEvent;
  readonly side: Side;
}

type Facts = Pick<Circumstances, 'at' | 'actor' | 'law' | 'newId'>;

export function stepObligation(held: HeldWithClocks, order: StepOrder, facts: Facts): Result<Stepped, CaseRefusal> {
  const { obligation } = held;
  const { actor, at } = facts;
  if (actor.kind !== 'system' && viewOfObligation(obligation, actor, held.file) === null) return refuse('case.obligation-absent');
  const found = lineFor(held, order.action, actor);
  if (!found) return refuse('case.obligation-not-now');
  const missing = missingFor(found.line, found.side, held, order, facts);
  if (missing) return refuse(missing);
  if (order.receivedAt && isOutside(order.receivedAt, obligation.issuedAt, at)) return refuse('case.received-day-impossible');
  const clocks = clocksAfter(held, order, facts);
  const next = stateAfter(obligation, found.line, order, at, clocks);
  const step: ObligationStep = {
    ...{ id: facts.newId(), kind: order.action, at, author: actorReference(actor), side: sideOf(found.side) },
    ...{ text: order.text?.trim() ?? '', lookedAt: order.lookedAt?.trim() || null, days: order.days ?? null, agencyId: null },
    dueBefore: next.dueAt.equals(obligation.dueAt) ? null : obligation.dueAt,
    dueAfter: next.dueAt.equals(obligation.dueAt) ? null : next.dueAt,
  };
  return ok({ obligation: next, clocks, step, side: found.side, event: eventOf(obligation, next, step) });
}

/** References, states and days: never what was written. */
export function eventOf(before: Obligation, after: Obligation, step: ObligationStep): CaseEvent {
  return {
    type: `obligation-${step.kind}`,
    payload: {
      obligation: after.id,
      step: step.id,
      ...(before.state === after.state ? {} : { from: before.state, to: after.state }),
      ...(step.dueBefore && step.dueAfter ? { dueBefore: step.dueBefore.toString(), dueAt: step.dueAfter.toString() } : {}),
      ...(step.days === null ? {} : { days: step.days }),
      ...(step.agencyId === null ? {} : { agency: step.agencyId }),
    },
  };
}

export const sideOf = (side: Side): ObligationStep['side'] => (side === 'head' ? 'ombudsman' : side);

function missingFor(
  line: ObligationTransition,
  side: Side,
  { obligation, reportAuthor }: HeldWithClocks,
  { text = '', lookedAt = '', days }: StepOrder,
  { at, actor, law }: Facts,
): CaseRefusal | undefined {
  if (text.length > LONGEST_TEXT || lookedAt.length > LONGEST_TEXT) return 'case.text-too-long';
  for (const need of line.needs) {
    if (need === 'text' && text.trim() === '') return side === 'agency' ? 'case.text-missing' : 'case.reason-missing';
    if (need === 'looked-at' && lookedAt.trim() === '') return 'case.looked-at-missing';
    if (need === 'days' && !areDays(days, law.limit(MORE_TIME_RULE).value)) return 'case.days-wrong';
    if (need === 'due-passed' && Temporal.Instant.compare(at, obligation.dueAt) <= 0) return 'case.before-due';
    if (need === 'other-person' && actorReference(actor) === reportAuthor) return 'case.same-person';
  }
  return undefined;
}

/** Whole working days, at least one, at most what the law lets one decision add. */
export function areDays(days: number | null | undefined, most: number): days is number {
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= most;
}

function isOutside(moment: Moment, from: Moment, to: Moment): boolean {
  return Temporal.Instant.compare(moment, from) < 0 || Temporal.Instant.compare(moment, to) > 0;
}

function clocksAfter({ obligation, clocks }: HeldWithClocks, order: StepOrder, facts: Facts): readonly CaseClock[] {
  const { id } = obligation;
  switch (order.action) {
    case 'receive':
      return beginAnew(clocks, id, order.receivedAt ?? facts.at, facts);
    case 'start':
      return clocks;
    case 'report':
      return beginVerdict(clocks, id, facts);
    case 'return':
      return resumeAgency(clocks, id, obligation.reportedAt, facts);
    case 'partly':
      return addTime(clocks, id, order.days ?? 1, facts.at, facts);
    case 'reopen':
      return resumeAgency(clocks, id, null, facts);
    default:
      return endAll(clocks, id, facts.at);
  }
}

function stateAfter(
  obligation: Obligation,
  line: ObligationTransition,
  order: StepOrder,
  at: Moment,
  clocks: readonly CaseClock[],
): Obligation {
  const receives = obligation.receivedAt === null && (order.action === 'receive' || order.action === 'report');
  return {
    ...obligation,
    state: line.to,
    stateAt: at,
    version: obligation.version + 1,
    receivedAt: receives ? (order.receivedAt ?? at) : obligation.receivedAt,
    reportedAt: reportAfter(obligation, order.action, at),
    judgedAt: line.final ? at : null,
    asksTime: line.to === 'reported' || line.final ? false : obligation.asksTime,
    dueAt: agencyClock(clocks, obligation.id)?.dueAt ?? obligation.dueAt,
  };
}

/** A report that is returned, or not enough, no longer stands; one that was judged stays with its day. */
function reportAfter(obligation: Obligation, action: ObligationAction, at: Moment): Moment | null {
  if (action === 'report') return at;
  if (action === 'return' || action === 'partly' || action === 'reopen') return null;
  return obligation.reportedAt;
}
