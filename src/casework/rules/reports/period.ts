/** The time a report is about: a month, a quarter or a year, by the calendar of the office. Pure. */
import type { Language } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface Period {
  readonly kind: PeriodKind;
  /** `2026-03`, `2026-Q1`, `2026`: as it stands in addresses and file names. */
  readonly code: string;
  readonly from: Day;
  /** The first day that no longer belongs to it. */
  readonly until: Day;
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** Years beyond these are typing mistakes, not reports. */
const YEARS = { from: 2000, until: 2200 };

/** The period of a kind that a day lies in. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  const length = MONTHS[kind];
  const from = day.with({ day: 1, month: Math.floor((day.month - 1) / length) * length + 1 });
  const year = String(from.year).padStart(4, '0');
  const code =
    kind === 'year'
      ? year
      : kind === 'quarter'
        ? `${year}-Q${(from.month - 1) / 3 + 1}`
        : `${year}-${String(from.month).padStart(2, '0')}`;
  return { kind, code, from, until: from.add({ months: length }) };
}

/** `undefined` for what is no code of a period. */
export function readPeriod(code: string | undefined): Period | undefined {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(code ?? '');
  if (!found) return undefined;
  const [, year, quarter, month] = found;
  if (Number(year) < YEARS.from || Number(year) >= YEARS.until) return undefined;
  const first = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1);
  return periodOf(
    Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 }),
    quarter ? 'quarter' : month ? 'month' : 'year',
  );
}

export function periodBefore(period: Period): Period {
  return periodOf(period.from.subtract({ days: 1 }), period.kind);
}

export function periodAfter(period: Period): Period {
  return periodOf(period.until, period.kind);
}

/** `Maret 2026`, `triwulan I 2026` (January to March), `tahun 2026`. */
export function periodWords({ kind, from }: Period, language: Language): string {
  if (kind === 'year') return language === 'id' ? `tahun ${from.year}` : `the year ${from.year}`;
  if (kind === 'quarter') {
    const number = ['I', 'II', 'III', 'IV'][(from.month - 1) / 3];
    return language === 'id' ? `triwulan ${number} ${from.year}` : `quarter ${number} of ${from.year}`;
  }
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${from.toString()}T00:00:00Z`),
  );
}
