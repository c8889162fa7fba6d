/**
 * The clocks of what the parties promised each other: one for each promise, from the agreement to the day agreed on. Whoever promised is reminded, the
 * resolver is told when the day has passed; judging a promise, giving the agreement up and leaving resolution end them.
 */
import type { Moment } from '../../../kernel/time.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import type { Case } from '../case.ts';
import { startPart, stopPart } from '../clock-steps.ts';
import type { CaseEvent, Circumstances } from '../decision.ts';
import type { AgreementPromise } from './agreement.ts';

/** Its number in the law is only what the form suggests: the day is the parties' own. */
export const PROMISE_RULE = 'case.promise';

type Watched = Pick<AgreementPromise, 'id' | 'dueOn'>;

/** @param promises of the version that was agreed on */
export function watchPromises(
  file: Case,
  promises: readonly Watched[],
  circumstances: Circumstances,
): { readonly file: Case; readonly events: readonly CaseEvent[] } {
  let next = file;
  const events: CaseEvent[] = [];
  for (const promise of promises) {
    const { at, days } = spanOf(promise, circumstances.at, file.zone);
    const law = { ...circumstances.law, limit: (rule: string) => ({ rule, value: days, unit: 'day' as const }) };
    const started = startPart(next, { kind: 'promise', partId: promise.id, rule: PROMISE_RULE, at }, { ...circumstances, law });
    next = started.file;
    events.push(started.event);
  }
  return { file: next, events };
}

/** A day that is over when the agreement is reached is watched from the day before it: late at once, as it should be. */
function spanOf({ dueOn }: Watched, agreedAt: Moment, zone: Case['zone']): { readonly at: Moment; readonly days: number } {
  const days = dayOf(agreedAt, zone).until(dueOn).days;
  if (days >= 1) return { at: agreedAt, days };
  return {
    at: dueOn
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('12:00') })
      .toInstant(),
    days: 1,
  };
}

export function stopPromises(file: Case, promises: readonly Pick<AgreementPromise, 'id'>[], at: Moment): Case {
  return promises.reduce<Case>((next, { id }) => stopPart(next, 'promise', id, at), file);
}
