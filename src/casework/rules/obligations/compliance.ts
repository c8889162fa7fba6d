/**
 * The compliance figure of an agency and year: exactly what counts, in one place. Why so: docs/decisions/0025. The store compiles `standingAt`,
 * `yearOf` and `daysOf` into SQL; a property test compares the two.
 *
 * Share = carried out / (carried out + in part + not carried out + overdue). Withdrawn ones are out of it, and so is what nobody can judge yet: what is
 * still running and what waits for the Ombudsman. Late but carried out counts as carried out, and as late.
 */
import Fraction from 'fraction.js';
import type { Label } from '../../../kernel/language.ts';
import { dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import { isLateAt, type Obligation } from './obligation.ts';

export const STANDINGS = ['done', 'done-late', 'partly', 'not-done', 'overdue', 'waiting', 'running', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the share is taken of. */
export const COUNTED: readonly Standing[] = ['done', 'done-late', 'partly', 'not-done', 'overdue'];
export const DONE: readonly Standing[] = ['done', 'done-late'];

export const STANDING_LABELS: Readonly<Record<Standing, Label>> = {
  done: { id: 'Dilaksanakan tepat waktu', en: 'Carried out in time' },
  'done-late': { id: 'Dilaksanakan, terlambat', en: 'Carried out, late' },
  partly: { id: 'Dilaksanakan sebagian', en: 'Carried out in part' },
  'not-done': { id: 'Tidak dilaksanakan', en: 'Not carried out' },
  overdue: { id: 'Lewat tenggat, belum dilaporkan', en: 'Overdue, not reported' },
  waiting: { id: 'Menunggu penilaian Ombudsman', en: 'Waiting for the Ombudsman' },
  running: { id: 'Belum jatuh tempo', en: 'Not due yet' },
  withdrawn: { id: 'Dicabut Ombudsman', en: 'Withdrawn by the Ombudsman' },
};

type Facts = Pick<Obligation, 'state' | 'issuedAt' | 'receivedAt' | 'reportedAt' | 'judgedAt' | 'dueAt' | 'zone'>;

export function standingAt(obligation: Facts, now: Moment): Standing {
  switch (obligation.state) {
    case 'withdrawn':
      return 'withdrawn';
    case 'carried-out':
      return isLateAt(obligation, now) ? 'done-late' : 'done';
    case 'not-carried-out':
      return 'not-done';
    case 'reported':
      return 'waiting';
    default:
      if (obligation.state === 'partly' && obligation.judgedAt !== null) return 'partly';
      return isLateAt(obligation, now) ? 'overdue' : 'running';
  }
}

/** The one year it counts in: of its due day, or of its last word when that was spoken before. */
export function yearOf({ dueAt, judgedAt, zone }: Facts): number {
  const early = judgedAt !== null && Temporal.Instant.compare(judgedAt, dueAt) < 0;
  return dayOf(early ? judgedAt : dueAt, zone).year;
}

/** Whole days from receipt (or issue, when no receipt is known) to the report that was accepted; of those carried out alone. */
export function daysOf(obligation: Facts): number | null {
  if (obligation.state !== 'carried-out') return null;
  const until = obligation.reportedAt ?? obligation.judgedAt;
  if (until === null) return null;
  return daysBetween(obligation.receivedAt ?? obligation.issuedAt, until, obligation.zone);
}

/** Whole days after the due day it was handed in, or has been waited for; 0 when it is not late. */
export function daysLate(obligation: Facts, now: Moment): number {
  if (!isLateAt(obligation, now)) return 0;
  return daysBetween(obligation.dueAt, obligation.reportedAt ?? obligation.judgedAt ?? now, obligation.zone);
}

function daysBetween(from: Moment, to: Moment, zone: Facts['zone']): number {
  return Math.max(0, dayOf(from, zone).until(dayOf(to, zone), { largestUnit: 'day' }).days);
}

/** Sums over the obligations of one agency (with its offices) and year; everything else follows from them exactly. */
export interface ComplianceSums {
  readonly by: Readonly<Record<Standing, number>>;
  /** Late among the counted ones. */
  readonly late: number;
  /** Sum of `daysOf` over those carried out. */
  readonly days: number;
  /** Sum of `daysLate` over the late ones. */
  readonly daysLate: number;
}

export interface Compliance extends ComplianceSums {
  readonly counted: number;
  readonly done: number;
  /** Of 1; `null` = nothing to judge. */
  readonly share: Fraction | null;
  readonly meanDays: Fraction | null;
  readonly meanDaysLate: Fraction | null;
}

export function compliance(sums: ComplianceSums): Compliance {
  const total = (standings: readonly Standing[]) => standings.reduce((sum, each) => sum + sums.by[each], 0);
  const [counted, done] = [total(COUNTED), total(DONE)];
  return {
    ...sums,
    counted,
    done,
    share: over(done, counted),
    meanDays: over(sums.days, done),
    meanDaysLate: over(sums.daysLate, sums.late),
  };
}

const over = (above: number, below: number): Fraction | null => (below === 0 ? null : new Fraction(above, below));

/** The sums of plain values, for tests and for small lists. */
export function sumsOf(obligations: readonly Facts[], now: Moment): ComplianceSums {
  const by = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Record<Standing, number>;
  let [late, days, lateDays] = [0, 0, 0];
  for (const each of obligations) {
    const standing = standingAt(each, now);
    by[standing] += 1;
    days += daysOf(each) ?? 0;
    if (COUNTED.includes(standing) && isLateAt(each, now)) {
      late += 1;
      lateDays += daysLate(each, now);
    }
  }
  return { by, late, days, daysLate: lateDays };
}

/** Fewer than this and a percentage says more about chance than about an agency: counts are shown instead. No regulation sets it. */
export const TOO_FEW = 5;

/** The share as per cent with a point and ten decimals at most (half up), as the assessments take it; `null` = nothing to judge. */
export function shareText(share: Fraction | null): string | null {
  return share === null ? null : trim(decimal(share.mul(100), 10));
}

/** Rounded half up; never negative here. */
export function decimal(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (value.n * scale * 2n + value.d) / (value.d * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Without idle noughts: `66.6666666667`, `50`. */
const trim = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
