import { z } from 'zod';
import type { Label } from '../../kernel/language.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Holiday } from './calendar.ts';
import type { HolidayProblem } from './holiday-problems.ts';

/**
 * A file of holidays as an administrator brings it, in the shape of `data/holidays.json`:
 *
 *     { "years": [ { "year", "skb": [3 numbers], "libur_nasional": [...], "cuti_bersama": [...],
 *                    "additional": [...], "regional": [...], "withdrawn": [...], "sources"?, "note"? } ] }
 *
 * A day is `"2026-03-19"` or `{ "date", "what"?, "weekday"?, "confirmed"?, "basis"? }`; a weekday that is given must agree with the
 * date, which catches most slips of the pen. A year with `libur_nasional` is a whole decree and takes the place of what was known
 * of that year; a year with only `additional` or `regional` days amends it, and each of those needs its `basis`. `withdrawn` takes a
 * day on record away again (with `region` a regional one).
 */
export interface HolidayFile {
  readonly years: readonly FileYear[];
}

export interface FileYear {
  readonly year: number;
  /** A whole decree, or only days added to what is known. */
  readonly whole: boolean;
  readonly skb: readonly string[];
  readonly sources: readonly string[];
  readonly note: Label | null;
  readonly days: readonly FileDay[];
  /** Days on record that no longer hold. */
  readonly withdrawn: readonly FileDay[];
}

export interface FileDay extends Holiday {
  /** Where the entry stands in the file: `line:4` of a table, `2026 libur_nasional[3]`. */
  readonly place: string;
  /** The weekday as written in the file, if it is. */
  readonly weekday: string | null;
}

const words = z.union([
  z.string().trim().min(1).max(200),
  z.object({ id: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }),
]);

const entry = z.union([
  z.string(),
  z.object({
    date: z.string(),
    what: words.nullish(),
    weekday: z.string().nullish(),
    kind: z.enum(['cuti_bersama', 'additional']).nullish(),
    region: z.string().nullish(),
    confirmed: z.boolean().default(true),
    basis: z.string().trim().max(500).nullish(),
  }),
]);

const yearShape = z.object({
  year: z.int(),
  skb: z.array(z.string().trim()).default([]),
  libur_nasional: z.array(entry).optional(),
  cuti_bersama: z.array(entry).optional(),
  additional: z.array(entry).default([]),
  regional: z.array(entry).default([]),
  withdrawn: z.array(entry).default([]),
  sources: z.array(z.string()).default([]),
  note: words.nullish(),
});

const fileShape = z.object({ years: z.array(yearShape).min(1).max(50) });

type Entry = z.output<typeof entry>;
type ListName = 'libur_nasional' | 'cuti_bersama' | 'additional' | 'regional' | 'withdrawn';

export type FileReading = { readonly file: HolidayFile | null; readonly problems: readonly HolidayProblem[] };

/** Reads the JSON shape. Problems of form only; whether the days are plausible is `judgeHolidays`. */
export function readHolidayJson(text: string): FileReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { file: null, problems: [{ code: 'not-json', place: '' }] };
  }
  const parsed = fileShape.safeParse(json);
  if (!parsed.success) {
    return {
      file: null,
      problems: parsed.error.issues.slice(0, 20).map((issue) => ({ code: 'wrong-shape', place: issue.path.join('.') })),
    };
  }
  const problems: HolidayProblem[] = [];
  const years = parsed.data.years.map((year): FileYear => {
    const list = (name: ListName, entries: readonly Entry[]) =>
      entries.flatMap((one, index) => {
        const day = readEntry(one, name, `${year.year} ${name}[${index + 1}]`);
        if ('code' in day) problems.push(day);
        return 'code' in day ? [] : [day];
      });
    return {
      year: year.year,
      whole: year.libur_nasional !== undefined || year.cuti_bersama !== undefined,
      skb: year.skb,
      sources: year.sources,
      note: asLabel(year.note),
      days: [
        ...list('libur_nasional', year.libur_nasional ?? []),
        ...list('cuti_bersama', year.cuti_bersama ?? []),
        ...list('additional', year.additional),
        ...list('regional', year.regional),
      ],
      withdrawn: list('withdrawn', year.withdrawn),
    };
  });
  return { file: { years }, problems };
}

const KINDS = {
  libur_nasional: 'libur-nasional',
  cuti_bersama: 'cuti-bersama',
  additional: 'additional',
  regional: 'regional',
  // The kind of a withdrawn day plays no part: the day goes, whatever it was.
  withdrawn: 'additional',
} as const;

const REGION_CODE = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/;

export function readEntry(one: Entry, list: ListName, place: string): FileDay | HolidayProblem {
  const given = typeof one === 'string' ? { date: one, confirmed: true } : one;
  const day = readDay(given.date);
  if (!day) return { code: 'bad-date', place };
  const region = ('region' in given ? given.region : null) || null;
  const mayHaveRegion = list === 'regional' || list === 'withdrawn';
  if (list === 'regional' && !region) return { code: 'bad-region', place };
  if (region && !(mayHaveRegion && REGION_CODE.test(region))) return { code: 'bad-region', place };
  return {
    day,
    kind: KINDS[list === 'additional' && 'kind' in given && given.kind ? given.kind : list],
    name: asLabel('what' in given ? given.what : null),
    confirmed: given.confirmed,
    basis: ('basis' in given ? given.basis : null) || null,
    regionCode: region,
    weekday: ('weekday' in given ? given.weekday : null) || null,
    place,
  };
}

function readDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function asLabel(text: string | Label | null | undefined): Label | null {
  if (!text) return null;
  return typeof text === 'string' ? { id: text, en: text } : text;
}
