/**
 * The traffic light of a line, from target, time passed and evidence. The rule is data: each cause below is shown with its numbers wherever the light
 * is, and the shares are parameters of the law (`agreement.light-green`, `agreement.light-yellow`, `agreement.progress-stale`). It is monotone in
 * progress: with all else equal, more achieved never makes the light worse. Pure and exact.
 */
import Fraction from 'fraction.js';
import type { Label } from '../../kernel/language.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Agreement } from './agreement.ts';
import { type Amount, finalTarget, type Line, quarterEnd } from './line.ts';

/** `none` = nothing is due yet, or the line was dropped. From worst to best: red, yellow, green. */
export const LIGHTS = ['red', 'yellow', 'green', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

export const LIGHT_LABELS: Readonly<Record<Light, Label>> = {
  red: { id: 'Merah: tertinggal', en: 'Red: behind' },
  yellow: { id: 'Kuning: perlu perhatian', en: 'Yellow: needs attention' },
  green: { id: 'Hijau: sesuai rencana', en: 'Green: on track' },
  none: { id: 'Belum jatuh tempo', en: 'Nothing due yet' },
};

export type LightCause =
  | 'dropped'
  | 'withdrawn'
  | 'not-carried-out'
  | 'confirmed-done'
  | 'ended-short'
  | 'not-begun'
  | 'nothing-due'
  | 'past-due'
  | 'awaiting-confirmation'
  | 'far-behind'
  | 'behind'
  | 'unconfirmed'
  | 'no-evidence'
  | 'stale'
  | 'on-track';

export interface LightRule {
  /** Percent of what is due by now that must be confirmed for green. */
  readonly green: number;
  /** Percent of what is due by now that must at least be reported for yellow. */
  readonly yellow: number;
  /** Days without a report after which a line under way is at best yellow. */
  readonly staleDays: number;
}

export interface Lit {
  readonly light: Light;
  readonly cause: LightCause;
  /** What is due by now, 0 to 1. */
  readonly expected: Fraction;
  /** What the other side has confirmed, and what has been reported, as shares of the way; not capped. */
  readonly confirmed: Fraction;
  readonly reported: Fraction;
}

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

/**
 * How much of the way from the baseline to the final target an amount is. Without targets amounts are percent of the work.
 */
export function shareOf(line: Pick<Line, 'baseline' | 'targets' | 'direction'>, amount: Amount | null): Fraction {
  if (amount === null) return ZERO;
  const target = finalTarget(line);
  if (target === null) return new Fraction(amount).div(100);
  // Where less is better and nobody wrote where it began, the target is kept or it is not: from nought upwards worse would count as better.
  const start = line.baseline ?? (line.direction === 'down' ? target : 0);
  const [from, to, at] = [new Fraction(start), new Fraction(target), new Fraction(amount)];
  // A target that only keeps what is there is met by keeping it.
  if (from.equals(to)) return (line.direction === 'up' ? at.gte(to) : at.lte(to)) ? ONE : ZERO;
  return at.sub(from).div(to.sub(from));
}

/** Whether an amount is all that was promised: the final target is reached in its direction, without targets the whole work. */
export function hasReached(line: Pick<Line, 'baseline' | 'targets' | 'direction'>, amount: Amount | null): boolean {
  return amount !== null && shareOf(line, amount).gte(1);
}

/** What of the way is due on a day: the target of the last quarter that is over, and everything from the due day on. */
export function expectedOn(
  line: Pick<Line, 'baseline' | 'targets' | 'direction' | 'dueOn' | 'startsOn' | 'year'>,
  day: Day,
): Fraction {
  if (Temporal.PlainDate.compare(day, line.dueOn) > 0) return ONE;
  let due = ZERO;
  line.targets.forEach((target, quarter) => {
    const isOver = Temporal.PlainDate.compare(quarterEnd(line, quarter as 0 | 1 | 2 | 3), day) < 0;
    const isFinal = line.targets.slice(quarter + 1).every((later) => later === null);
    // The final target is due on the due day, which may have been moved; the ones before it by their quarter.
    if (target !== null && isOver && !isFinal) due = shareOf(line, target);
  });
  return due.lt(0) ? ZERO : due.gt(1) ? ONE : due;
}

/**
 * The day a line is lit for: of what ended early the light stays as it was on the last day that bound, since what fell due later was no longer owed.
 */
export function litDay({ endedOn }: Pick<Agreement, 'endedOn'>, today: Day): Day {
  const last = endedOn?.subtract({ days: 1 });
  return last && Temporal.PlainDate.compare(last, today) < 0 ? last : today;
}

/** @param day `litDay` of its agreement */
export function lightOf(line: Line, day: Day, rule: LightRule): Lit {
  const expected = expectedOn(line, day);
  const confirmed = shareOf(line, line.confirmed?.amount ?? null);
  const claimed = shareOf(line, line.reported?.amount ?? null);
  const reported = claimed.gt(confirmed) ? claimed : confirmed;
  const lit = (light: Light, cause: LightCause): Lit => ({ light, cause, expected, confirmed, reported });
  if (line.state === 'dropped') return lit('none', line.isWithdrawn ? 'withdrawn' : 'dropped');
  if (line.state === 'not-done') return lit('red', 'not-carried-out');
  // The other side agreed that nothing more comes: only the amount says whether the promise was kept.
  if (line.state === 'done')
    return hasReached(line, line.confirmed?.amount ?? null) ? lit('green', 'confirmed-done') : lit('yellow', 'ended-short');
  if (Temporal.PlainDate.compare(day, line.dueOn) > 0)
    return line.state === 'reported' ? lit('yellow', 'awaiting-confirmation') : lit('red', 'past-due');
  if (reported.lt(expected.mul(rule.yellow).div(100))) return lit('red', 'far-behind');
  if (reported.lt(expected.mul(rule.green).div(100))) return lit('yellow', 'behind');
  if (expected.gt(0) && line.evidenceAsked !== '' && line.evidenceCount === 0) return lit('yellow', 'no-evidence');
  if (confirmed.lt(expected.mul(rule.green).div(100))) return lit('yellow', 'unconfirmed');
  if (isStale(line, day, rule)) return lit('yellow', 'stale');
  // Green is earned: where nothing is due and nothing confirmed there is nothing to praise yet.
  if (expected.equals(0) && confirmed.lte(0))
    return lit('none', Temporal.PlainDate.compare(day, line.startsOn) < 0 ? 'not-begun' : 'nothing-due');
  return lit('green', 'on-track');
}

/** Under way for longer than that without a word. */
function isStale(line: Line, day: Day, { staleDays }: LightRule): boolean {
  const last = line.reported?.on ?? line.confirmed?.on ?? line.startsOn;
  const begun = Temporal.PlainDate.compare(line.startsOn, day) <= 0;
  return begun && last.until(day, { largestUnit: 'day' }).days > staleDays;
}

/** Why the light is what it is, in a sentence without numbers; pages add them. */
export const LIGHT_CAUSES: Readonly<Record<LightCause, Label>> = {
  dropped: { id: 'Baris ini dibatalkan.', en: 'The line was dropped.' },
  withdrawn: {
    id: 'Baris ini dibatalkan setelah dokumen ditandatangani.',
    en: 'The line was withdrawn after the agreement was signed.',
  },
  'not-carried-out': { id: 'Dinyatakan tidak terlaksana oleh pihak lain.', en: 'The other side judged it as not carried out.' },
  'confirmed-done': { id: 'Selesai dan dikonfirmasi pihak lain.', en: 'Done, and confirmed by the other side.' },
  'ended-short': {
    id: 'Diakhiri di bawah target; pihak lain mengonfirmasi capaian terakhirnya.',
    en: 'Ended below its target; the other side confirmed how far it came.',
  },
  'not-begun': { id: 'Belum waktunya dimulai.', en: 'It is not time to begin yet.' },
  'nothing-due': { id: 'Belum ada target yang jatuh tempo.', en: 'No target is due yet.' },
  'past-due': { id: 'Lewat tenggat dan belum dilaporkan selesai.', en: 'Past its due day and not reported as done.' },
  'awaiting-confirmation': {
    id: 'Dilaporkan selesai; menunggu konfirmasi pihak lain.',
    en: 'Reported as done; the other side has not confirmed yet.',
  },
  'far-behind': { id: 'Jauh di bawah target yang sudah jatuh tempo.', en: 'Far below the target that is due by now.' },
  behind: { id: 'Di bawah target yang sudah jatuh tempo.', en: 'Below the target that is due by now.' },
  unconfirmed: {
    id: 'Target yang jatuh tempo sudah dilaporkan, belum dikonfirmasi pihak lain.',
    en: 'The target due by now is reported, but not confirmed by the other side.',
  },
  'no-evidence': { id: 'Belum ada bukti.', en: 'There is no evidence yet.' },
  stale: { id: 'Sudah lama tidak ada laporan kemajuan.', en: 'No progress was reported for a long time.' },
  'on-track': { id: 'Yang jatuh tempo sudah tercapai dan dikonfirmasi.', en: 'What is due by now is reached and confirmed.' },
};
