import type { Moment, Zone } from '../../kernel/time.ts';
import type { Calendar } from './calendar.ts';
import { dayNumberAt, firstDayOf, momentOn, yearOf } from './day-number.ts';
import { isLimit, type Limit } from './due.ts';

/**
 * Working days after the day of `from`, up to and including the day of `to`: the inverse of a limit in working days
 * (`workingDaysBetween(from, due) = limit`). 0 when `to` falls on the day of `from` or before it.
 */
export function workingDaysBetween(from: Moment, to: Moment, zone: Zone, calendar: Calendar): number {
  const first = dayNumberAt(from, zone);
  const last = dayNumberAt(to, zone);
  if (last <= first) return 0;
  let total = calendar.workedInYear(last) - calendar.workedInYear(first);
  for (let year = yearOf(first); year < yearOf(last); year += 1) total += calendar.workedInYear(firstDayOf(year + 1) - 1);
  return total;
}

/** Offices open at about eight; what is sent before that is read no sooner. */
const OFFICE_OPENS = 8;

/**
 * When to remind before a deadline: 08:00 in the zone, `lead` working days (or plain days) before the due day; hours by the clock.
 * May lie before the clock began when the limit is short: remind at once then.
 */
export function reminderMoment(dueAt: Moment, lead: Limit, zone: Zone, calendar: Calendar): Moment {
  return stepsAway(dueAt, lead, zone, calendar, -1);
}

/** When a missed deadline goes up a level: 08:00 in the zone, `wait` working days (or plain days) after the due day; hours by the clock. */
export function escalationMoment(dueAt: Moment, wait: Limit, zone: Zone, calendar: Calendar): Moment {
  return stepsAway(dueAt, wait, zone, calendar, 1);
}

function stepsAway(dueAt: Moment, distance: Limit, zone: Zone, calendar: Calendar, step: 1 | -1): Moment {
  if (!isLimit(distance)) throw new RangeError(`not a limit: ${distance.value} ${distance.unit}`);
  if (distance.unit === 'hour') return dueAt.add({ hours: step * distance.value });
  let day = dayNumberAt(dueAt, zone);
  for (let left = distance.value; left > 0; ) {
    day += step;
    if (distance.unit === 'day' || calendar.at(day).off === null) left -= 1;
  }
  return momentOn(day, zone, OFFICE_OPENS);
}
