/**
 * The two-year rule (UU 37/2008 Pasal 24(3)): from date to date, as calendars count, not 730 days. An event of 29 February ends on 28 February
 * of a common year: the day that does not exist does not lengthen the time.
 */
import { type Day, Temporal } from '../../../kernel/time.ts';

/** The last day on which an event may be reported. @param years parameter `case.event-age` */
export function lastDayToReport(occurredOn: Day, years: number): Day {
  return occurredOn.add({ years }, { overflow: 'constrain' });
}

export function isYoungEnough(occurredOn: Day, receivedOn: Day, years: number): boolean {
  return Temporal.PlainDate.compare(receivedOn, lastDayToReport(occurredOn, years)) <= 0;
}
