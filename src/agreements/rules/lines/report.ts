/**
 * Progress of a line: its owner reports how far it is, the other side confirms or sends back. Reports that wait are judged together, the last one counts:
 * amounts are cumulative, so a later report says all that an earlier one did. Pure.
 */
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import { hasReached } from '../light.ts';
import type { Achieved, Amount, Line } from '../line.ts';
import { finalTarget } from '../line.ts';
import { LINE_TEXT_LIMIT } from '../move-line.ts';
import { hasPersonalData } from '../public-text.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { isAmount } from './amount.ts';

export type UpdateState = 'reported' | 'confirmed' | 'returned' | 'withdrawn';

export interface Report {
  readonly asOf: Day;
  readonly achieved: Amount;
  readonly isLast: boolean;
  readonly files: number;
  /** Of a last report below the final target: why it ends there. */
  readonly shortfall: string;
}

/** Files with one report, and the longest word on it. No regulation sets them. */
export const EVIDENCE_FILES = 10;

export interface ReportFlaw {
  readonly field: string;
  readonly code: AgreementRefusal;
}

/** What is wrong with a report, all of it at once; empty = nothing. @param today where the agreement is */
export function flawsOfReport(line: Line, report: Report, today: Day): readonly ReportFlaw[] {
  const flaws: ReportFlaw[] = [];
  const isPercent = finalTarget(line) === null;
  if (!isAmount(report.achieved)) flaws.push({ field: 'achieved', code: 'agreement.amount-wrong' });
  else if (isPercent && (Number(report.achieved) < 0 || Number(report.achieved) > 100))
    flaws.push({ field: 'achieved', code: 'agreement.percent-wrong' });
  if (Temporal.PlainDate.compare(report.asOf, today) > 0) flaws.push({ field: 'asOf', code: 'agreement.as-of-future' });
  else if (line.confirmed && Temporal.PlainDate.compare(report.asOf, line.confirmed.on) < 0)
    flaws.push({ field: 'asOf', code: 'agreement.as-of-early' });
  else if (!report.isLast && line.confirmed?.on.equals(report.asOf) && line.confirmed.amount === report.achieved)
    flaws.push({ field: 'achieved', code: 'agreement.nothing-new' });
  if (report.files > EVIDENCE_FILES) flaws.push({ field: 'evidence', code: 'agreement.too-many-files' });
  if (report.isLast && line.evidenceAsked !== '' && line.evidenceCount + report.files === 0)
    flaws.push({ field: 'evidence', code: 'agreement.evidence-missing' });
  if (isShort(line, report) && report.shortfall.trim() === '')
    flaws.push({ field: 'shortfall', code: 'agreement.shortfall-missing' });
  if (report.shortfall.length > LINE_TEXT_LIMIT) flaws.push({ field: 'shortfall', code: 'agreement.text-too-long' });
  else if (hasPersonalData(report.shortfall)) flaws.push({ field: 'shortfall', code: 'agreement.personal-data' });
  return flaws;
}

/** Reported as done without reaching what was promised. */
export function isShort(line: Line, { isLast, achieved }: Pick<Report, 'isLast' | 'achieved'>): boolean {
  return isLast && isAmount(achieved) && !hasReached(line, achieved);
}

/** What waits to be confirmed as done does not reach what was promised. */
export function isShortAsReported(line: Line): boolean {
  return line.state === 'reported' && !hasReached(line, line.reported?.amount ?? null);
}

/** What the last report still stands for after some were sent back or withdrawn: the last one that was not, else what was confirmed. */
export function reportedAfter(
  updates: readonly { readonly state: UpdateState; readonly achieved: Amount; readonly asOf: Day }[],
  confirmed: Achieved | null,
): Achieved | null {
  const last = updates.findLast(({ state }) => state === 'reported' || state === 'confirmed');
  return last ? { amount: last.achieved, on: last.asOf } : confirmed;
}

/** A delay: from the present due day to a later one inside the term. */
export function shiftTo(
  line: Line,
  agreement: { readonly inForceUntil: Day | null },
  to: Day | null,
): Result<Pick<Line, 'dueOn'>, AgreementRefusal> {
  if (to === null) return refuse('agreement.day-wrong');
  if (Temporal.PlainDate.compare(to, line.dueOn) <= 0) return refuse('agreement.later-day-needed');
  // Past the last day nothing binds any more: what is left is carried over into the plan that follows.
  if (agreement.inForceUntil !== null && Temporal.PlainDate.compare(to, agreement.inForceUntil) > 0)
    return refuse('agreement.shift-past-term');
  return { ok: true, value: { dueOn: to } };
}
