import type { Label } from '../../kernel/language.ts';
import type { Holiday } from './calendar.ts';
import { dayNumber } from './day-number.ts';
import type { FileYear, HolidayFile } from './holiday-file.ts';
import type { HolidayDoubt, HolidayProblem } from './holiday-problems.ts';

/** One year of one region (`null` = the nation), complete. */
export interface CalendarYear {
  readonly regionCode: string | null;
  readonly year: number;
  readonly decreed: boolean;
  readonly skb: readonly string[];
  readonly sources: readonly string[];
  readonly note: Label | null;
  readonly days: readonly Holiday[];
}

export interface DayChange {
  readonly regionCode: string | null;
  readonly before: Holiday | null;
  readonly after: Holiday | null;
}

export interface CalendarPlan {
  /** The years that will stand in the new version; years that stay the same are not among them. */
  readonly years: readonly { readonly before: CalendarYear | null; readonly after: CalendarYear }[];
  readonly changes: readonly DayChange[];
  readonly problems: readonly HolidayProblem[];
  readonly doubts: readonly HolidayDoubt[];
}

/**
 * What an import would make of the calendar: nothing is changed here. A whole decree takes the place of the national days of its
 * year; other days are added, or replace what was known of the same day; withdrawn ones go.
 */
export function planImport(known: readonly CalendarYear[], file: HolidayFile): CalendarPlan {
  const years: { before: CalendarYear | null; after: CalendarYear }[] = [];
  const problems: HolidayProblem[] = [];
  for (const incoming of file.years) {
    for (const regionCode of scopesOf(incoming)) {
      const before = known.find((one) => one.regionCode === regionCode && one.year === incoming.year) ?? null;
      const { after, unknown } = yearAfter(before, incoming, regionCode);
      problems.push(...unknown);
      if (!before || !sameYear(before, after)) years.push({ before, after });
    }
  }
  const changes = years.flatMap(({ before, after }) => dayChanges(before, after));
  const removed = changes.filter((change) => change.after === null);
  const withdrawn = new Set(file.years.flatMap((year) => year.withdrawn.map((day) => `${day.regionCode} ${day.day}`)));
  const doubts = removed
    .filter((change) => !withdrawn.has(`${change.regionCode} ${change.before?.day}`))
    .map((change): HolidayDoubt => ({ code: 'removes-days', place: String(change.before?.day) }));
  return { years, changes, problems, doubts };
}

function scopesOf(year: FileYear): (string | null)[] {
  const scopes = new Set([...year.days, ...year.withdrawn].map((day) => day.regionCode));
  if (year.whole) scopes.add(null);
  return [...scopes].sort((a, b) => (a ?? '').localeCompare(b ?? ''));
}

function yearAfter(before: CalendarYear | null, incoming: FileYear, regionCode: string | null) {
  const whole = incoming.whole && regionCode === null;
  const days = new Map((whole ? [] : (before?.days ?? [])).map((day) => [day.day.toString(), day]));
  const unknown: HolidayProblem[] = [];
  for (const gone of incoming.withdrawn.filter((day) => day.regionCode === regionCode)) {
    if (!days.delete(gone.day.toString())) unknown.push({ code: 'withdrawn-unknown', place: gone.place });
  }
  for (const day of incoming.days.filter((one) => one.regionCode === regionCode)) days.set(day.day.toString(), plain(day));
  const after: CalendarYear = {
    regionCode,
    year: incoming.year,
    decreed: regionCode === null && (whole || (before?.decreed ?? false)),
    skb: whole ? incoming.skb : (before?.skb ?? []),
    sources: whole ? incoming.sources : (before?.sources ?? []),
    note: whole ? incoming.note : (before?.note ?? null),
    days: [...days.values()].sort((a, b) => dayNumber(a.day) - dayNumber(b.day)),
  };
  return { after, unknown };
}

/** A holiday without what only the file knew of it. */
function plain({ day, kind, name, confirmed, basis, regionCode }: Holiday): Holiday {
  return { day, kind, name, confirmed, basis, regionCode };
}

function dayChanges(before: CalendarYear | null, after: CalendarYear): DayChange[] {
  const old = new Map(before?.days.map((day) => [day.day.toString(), day]));
  const now = new Map(after.days.map((day) => [day.day.toString(), day]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const change = { regionCode: after.regionCode, before: old.get(key) ?? null, after: now.get(key) ?? null };
    return sameDay(change.before, change.after) ? [] : [change];
  });
}

function sameDay(a: Holiday | null, b: Holiday | null): boolean {
  return JSON.stringify(a && plain(a)) === JSON.stringify(b && plain(b));
}

function sameYear(a: CalendarYear, b: CalendarYear): boolean {
  const head = ({ decreed, skb, sources, note }: CalendarYear) => JSON.stringify([decreed, skb, sources, note?.id, note?.en]);
  return head(a) === head(b) && dayChanges(a, b).length === 0;
}

/** A year of a file as it is without anything before it: how the shipped years are loaded. */
export function nationalYear(year: FileYear): CalendarYear {
  return yearAfter(null, { ...year, withdrawn: [] }, null).after;
}
