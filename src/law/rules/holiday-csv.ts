import { parse } from 'csv-parse/sync';
import { type FileDay, type FileReading, type FileYear, readEntry } from './holiday-file.ts';
import type { HolidayProblem } from './holiday-problems.ts';

const LISTS = ['libur_nasional', 'cuti_bersama', 'additional', 'regional', 'withdrawn'] as const;

/**
 * Reads a table of holidays: columns `date`, `kind` (`libur_nasional`, `cuti_bersama`, `additional`, `regional`, `withdrawn`), `what`, and if wanted
 * `weekday`, `region`, `basis`. Comma or semicolon. A year with `libur_nasional` rows is a whole decree, whose numbers come apart
 * from the table.
 *
 * @param skb the three decree numbers, for the whole years in the table
 */
export function readHolidayCsv(text: string, skb: readonly string[]): FileReading {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';'],
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? `line:${String(error.lines)}` : '';
    return { file: null, problems: [{ code: 'not-csv', place: line }] };
  }
  const first = rows[0];
  if (!first) return { file: null, problems: [{ code: 'empty', place: '' }] };
  const missing = ['date', 'kind', 'what'].filter((column) => !(column in first));
  if (missing.length > 0) return { file: null, problems: missing.map((place) => ({ code: 'missing-column', place })) };

  const problems: HolidayProblem[] = [];
  const days: (FileDay & { readonly list: (typeof LISTS)[number] })[] = [];
  rows.forEach((row, index) => {
    const place = `line:${index + 2}`;
    const list = LISTS.find((name) => name === row.kind);
    if (!list) {
      problems.push({ code: 'bad-kind', place });
      return;
    }
    const day = readEntry(
      {
        date: row.date ?? '',
        what: row.what || null,
        weekday: row.weekday ?? null,
        region: row.region ?? null,
        basis: row.basis ?? null,
        confirmed: true,
      },
      list,
      place,
    );
    if ('code' in day) problems.push(day);
    else days.push({ ...day, list });
  });
  const years = [...Map.groupBy(days, (day) => day.day.year)].map(([year, ofYear]): FileYear => {
    const whole = ofYear.some((day) => day.kind === 'libur-nasional');
    const withdrawn = ofYear.filter((day) => day.list === 'withdrawn');
    return {
      year,
      whole,
      skb: whole ? skb : [],
      sources: [],
      note: null,
      days: ofYear.filter((day) => day.list !== 'withdrawn'),
      withdrawn,
    };
  });
  return { file: { years }, problems };
}

/** The numbers as people type them: `1497/2025, 2/2025, 5/2025`. */
export function splitDecreeNumbers(text: string): readonly string[] {
  return text
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
