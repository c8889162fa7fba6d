import { Temporal } from '../../kernel/time.ts';
import type { Holiday } from './calendar.ts';

const FIXED = [
  [1, 1, 'Tahun Baru Masehi', "New Year's Day"],
  [5, 1, 'Hari Buruh Internasional', 'Labour Day'],
  [6, 1, 'Hari Lahir Pancasila', 'Pancasila Day'],
  [8, 17, 'Hari Kemerdekaan', 'Independence Day'],
  [12, 25, 'Hari Raya Natal', 'Christmas Day'],
] as const;

/**
 * The national holidays whose date is the same every year. They are all that is known of a year before its decree, and a
 * decree that lacks one of them is not plausible.
 */
export function fixedHolidays(year: number): Holiday[] {
  return FIXED.map(([month, day, id, en]) => ({
    day: Temporal.PlainDate.from({ year, month, day }),
    kind: 'fixed',
    name: { id, en },
    confirmed: true,
    basis: null,
    regionCode: null,
  }));
}
