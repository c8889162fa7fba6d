import type { Label } from '../../kernel/language.ts';
import { weekdayName } from './day-words.ts';
import { fixedHolidays } from './fixed-holidays.ts';
import type { FileDay, FileYear, HolidayFile } from './holiday-file.ts';
import type { HolidayDoubt, HolidayProblem } from './holiday-problems.ts';

export interface Judgement {
  readonly problems: readonly HolidayProblem[];
  readonly doubts: readonly HolidayDoubt[];
}

/**
 * Whether the days of a file can be true. Press lists of holidays are often wrong by a day, and a wrong day moves the deadlines of
 * a whole country, so that everything that can be checked without the decree is checked.
 *
 * @param thisYear to say that an import reaches into the past
 */
export function judgeHolidays(file: HolidayFile, thisYear: number): Judgement {
  const problems: HolidayProblem[] = [];
  const doubts: HolidayDoubt[] = [];
  if (file.years.every((year) => year.days.length + year.withdrawn.length === 0)) problems.push({ code: 'empty', place: '' });
  const seen = new Set<number>();
  for (const year of file.years) {
    const place = String(year.year);
    if (year.year < 2000 || year.year > 2100) problems.push({ code: 'year-out-of-range', place });
    if (seen.has(year.year)) problems.push({ code: 'year-twice', place });
    seen.add(year.year);
    if (year.whole) problems.push(...judgeDecree(year));
    problems.push(...judgeDays(year));
    if (year.year < thisYear) doubts.push({ code: 'past-year', place });
    if (year.days.filter((day) => day.kind === 'cuti-bersama').length > 12) doubts.push({ code: 'much-leave', place });
    for (const day of year.days) {
      if ((day.kind === 'additional' || day.kind === 'regional') && day.day.dayOfWeek > 5)
        doubts.push({ code: 'weekend-addition', place: day.place });
    }
  }
  return { problems, doubts };
}

const SKB_NUMBER = /^\d{1,5}\/(19|20)\d{2}$/;

function judgeDecree(year: FileYear): HolidayProblem[] {
  const place = String(year.year);
  const problems: HolidayProblem[] = [];
  if (year.skb.length !== 3) problems.push({ code: 'skb-missing', place });
  if (year.skb.some((number) => !SKB_NUMBER.test(number))) problems.push({ code: 'skb-form', place });
  const national = year.days.filter((day) => day.kind === 'libur-nasional');
  if (national.length < 12 || national.length > 22) problems.push({ code: 'count-implausible', place });
  for (const fixed of fixedHolidays(year.year)) {
    if (!national.some((day) => day.day.equals(fixed.day))) problems.push({ code: 'fixed-missing', place: fixed.day.toString() });
  }
  return problems;
}

function judgeDays(year: FileYear): HolidayProblem[] {
  const problems: HolidayProblem[] = [];
  const seen = new Set<string>();
  for (const day of year.withdrawn) {
    if (day.day.year !== year.year) problems.push({ code: 'wrong-year', place: day.place });
    if (!weekdayAgrees(day)) problems.push({ code: 'wrong-weekday', place: day.place });
    if (!day.basis) problems.push({ code: 'basis-missing', place: day.place });
    seen.add(`${day.regionCode ?? ''} ${day.day}`);
  }
  for (const day of year.days) {
    const { place } = day;
    if (day.day.year !== year.year) problems.push({ code: 'wrong-year', place });
    if (!weekdayAgrees(day)) problems.push({ code: 'wrong-weekday', place });
    if (day.kind === 'cuti-bersama' && day.day.dayOfWeek > 5) problems.push({ code: 'leave-on-weekend', place });
    if (needsBasis(day, year) && !day.basis) problems.push({ code: 'basis-missing', place });
    const key = `${day.regionCode ?? ''} ${day.day}`;
    if (seen.has(key)) problems.push({ code: 'duplicate', place });
    seen.add(key);
  }
  return problems;
}

function needsBasis(day: FileDay, year: FileYear): boolean {
  return day.kind === 'additional' || day.kind === 'regional' || !year.whole;
}

/** Spellings of weekdays that people write, beside the names themselves. */
const VARIANTS: Readonly<Record<string, string>> = { "jum'at": 'jumat', ahad: 'minggu' };

function weekdayAgrees({ day, weekday }: FileDay): boolean {
  if (!weekday) return true;
  const written = weekday.trim().toLowerCase();
  const plain = VARIANTS[written] ?? written;
  const names: Label = { id: weekdayName(day, 'id'), en: weekdayName(day, 'en') };
  return plain === names.id.toLowerCase() || plain === names.en.toLowerCase();
}
