/**
 * What the law allows next over the steps there are: a second request after an explanation that did not come, the next summons, assistance after the
 * last one, the waiver of the right to explain (UU 37/2008 art. 31, 33). Only suggestions: an examiner takes them.
 */
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { CaseClock } from '../case.ts';
import { answerClock, isFollowed, isOver, type Step } from './step.ts';
import type { StepKind } from './step-kinds.ts';

export type Suggestion =
  /** The time to answer runs: the next request is possible from then on. */
  | { readonly kind: 'wait'; readonly step: Step; readonly next: StepKind; readonly from: Moment }
  /** The time is over, the day has passed: say what came of it. */
  | { readonly kind: 'record'; readonly step: Step; readonly since: Moment }
  /** It was missed: this may follow now. */
  | { readonly kind: 'follow'; readonly step: Step; readonly next: StepKind }
  /** The second request was missed too: the right to explain is deemed waived. */
  | { readonly kind: 'waived'; readonly step: Step };

export interface SuggestionFacts {
  readonly now: Moment;
  /** `case.summons-count` */
  readonly summonsCount: number;
}

export function suggestSteps(
  steps: readonly Step[],
  clocks: readonly CaseClock[],
  { now, summonsCount }: SuggestionFacts,
): Suggestion[] {
  return steps.flatMap((step): Suggestion[] => {
    const clock = answerClock(clocks, step);
    const next = followerOf(step.kind, summonsCount);
    if (step.isMissed) {
      if (step.kind === 'clarification-second') return [{ kind: 'waived', step }];
      return next && !isFollowed(step, next, steps) ? [{ kind: 'follow', step, next }] : [];
    }
    if (step.state !== 'received' && !(step.state === 'planned' && step.heldAt)) return [];
    if (isOver(step, clock, now)) return [{ kind: 'record', step, since: step.heldAt ?? clock?.dueAt ?? now }];
    if (step.kind === 'clarification' && clock && next) {
      return [{ kind: 'wait', step, next, from: clock.dueAt.add({ seconds: 1 }) }];
    }
    return [];
  });
}

/** What may follow a missed step. */
function followerOf(kind: StepKind, summonsCount: number): StepKind | null {
  if (kind === 'clarification') return 'clarification-second';
  const number = /^summons-(\d)$/.exec(kind)?.[1];
  if (!number) return null;
  if (Number(number) >= summonsCount) return 'assistance';
  return number === '1' ? 'summons-2' : number === '2' ? 'summons-3' : 'assistance';
}

/** Whether the day of an appearance leaves the time the law wants between the summons and its day. @param earliest end of that time */
export function leavesTime(heldAt: Moment, earliest: Moment, zone: string): boolean {
  const day = (at: Moment) => at.toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(day(heldAt), day(earliest)) >= 0;
}
