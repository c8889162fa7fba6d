/** The monthly work report of one officer at one office, and what may be done with it. Pure. */
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { WorkGroup } from './work-groups.ts';
import { WORK_REPORT_TRANSITIONS, type WorkReportAction, type WorkReportState } from './work-report.transitions.ts';

/**
 * What the officer adds to the record. `addition` = work the system knows nothing of; `contest` = a row of the record is wrong or
 * not theirs. Always shown as the officer's own statement, never mixed into the counted rows.
 */
export const STATEMENT_KINDS = ['addition', 'contest'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export interface WorkStatement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly group: WorkGroup;
  /** When the work was done, or the row stands. */
  readonly on: Day;
  readonly text: string;
}

export interface WorkReport {
  readonly id: string;
  readonly officeId: string;
  readonly personId: string;
  /** First day of the month. */
  readonly month: Day;
  readonly state: WorkReportState;
  readonly version: number;
  readonly remarks: string;
  readonly statements: readonly WorkStatement[];
  readonly dueAt: Moment;
  readonly submittedAt: Moment | null;
  /** What the superior wrote when it was last given back. */
  readonly returnReason: string | null;
}

export type WorkReportRefusal =
  | 'case.work-report-not-now'
  | 'case.work-report-not-yours'
  | 'case.work-report-month-running'
  | 'case.work-report-outside-month'
  | 'case.work-report-too-many'
  | 'case.work-statement-not-added'
  | 'case.moved-on'
  | 'case.reason-missing'
  | 'case.text-missing'
  | 'case.text-too-long';

/** Of remarks, reasons and each statement, in characters. */
export const LONGEST_WORK_TEXT = 4000;
/** Own statements of one month. */
export const MOST_STATEMENTS = 100;

/** Who asks, already looked up: the author, or somebody with `case.decide` at the office or above it. */
export interface WorkActor {
  readonly personId: string;
  readonly isSuperior: boolean;
}

/** Nobody checks their own report, not even the head of an office: then an office above does. */
export function mayTake(report: Pick<WorkReport, 'state' | 'personId'>, action: WorkReportAction, actor: WorkActor): boolean {
  const isAuthor = actor.personId === report.personId;
  return WORK_REPORT_TRANSITIONS.some(
    (line) =>
      line.from === report.state && line.action === action && (line.by === 'author' ? isAuthor : actor.isSuperior && !isAuthor),
  );
}

export interface WorkStep {
  readonly action: WorkReportAction;
  readonly version: number;
  readonly reason?: string;
  /** First day after the month has begun, at the office. */
  readonly isMonthOver: boolean;
  readonly at: Moment;
}

export function step(report: WorkReport, actor: WorkActor, given: WorkStep): Result<WorkReport, WorkReportRefusal> {
  if (report.version !== given.version) return refuse('case.moved-on');
  const line = WORK_REPORT_TRANSITIONS.find((each) => each.from === report.state && each.action === given.action);
  if (!line) return refuse('case.work-report-not-now');
  if (!mayTake(report, given.action, actor)) return refuse('case.work-report-not-yours');
  // A month that is not over is not complete, and completeness is what one vouches for.
  if (given.action === 'submit' && !given.isMonthOver) return refuse('case.work-report-month-running');
  const reason = given.reason?.trim() ?? '';
  if (line.needsReason && reason === '') return refuse('case.reason-missing');
  if (reason.length > LONGEST_WORK_TEXT) return refuse('case.text-too-long');
  return ok({
    ...report,
    state: line.to,
    version: report.version + 1,
    submittedAt: given.action === 'submit' ? given.at : report.submittedAt,
    returnReason: line.to === 'returned' ? reason : given.action === 'accept' ? null : report.returnReason,
  });
}

export interface Writing {
  readonly version: number;
  readonly remarks: string;
}

export function write(report: WorkReport, actor: WorkActor, given: Writing): Result<WorkReport, WorkReportRefusal> {
  const allowed = mayWrite(report, actor, given.version);
  if (!allowed.ok) return allowed;
  const remarks = given.remarks.trim();
  if (remarks.length > LONGEST_WORK_TEXT) return refuse('case.text-too-long');
  return ok({ ...report, remarks, version: report.version + 1 });
}

export function state(
  report: WorkReport,
  actor: WorkActor,
  given: { readonly version: number; readonly statement: WorkStatement },
): Result<WorkReport, WorkReportRefusal> {
  const allowed = mayWrite(report, actor, given.version);
  if (!allowed.ok) return allowed;
  const text = given.statement.text.trim();
  if (text === '') return refuse('case.text-missing');
  if (text.length > LONGEST_WORK_TEXT) return refuse('case.text-too-long');
  const { on } = given.statement;
  if (on.year !== report.month.year || on.month !== report.month.month) return refuse('case.work-report-outside-month');
  if (report.statements.length >= MOST_STATEMENTS) return refuse('case.work-report-too-many');
  return ok({ ...report, statements: [...report.statements, { ...given.statement, text }], version: report.version + 1 });
}

export function takeBack(
  report: WorkReport,
  actor: WorkActor,
  given: { readonly version: number; readonly statementId: string },
): Result<WorkReport, WorkReportRefusal> {
  const allowed = mayWrite(report, actor, given.version);
  if (!allowed.ok) return allowed;
  const statements = report.statements.filter(({ id }) => id !== given.statementId);
  return ok({ ...report, statements, version: report.version + 1 });
}

function mayWrite(report: WorkReport, actor: WorkActor, version: number): Result<undefined, WorkReportRefusal> {
  if (report.version !== version) return refuse('case.moved-on');
  if (!WORK_REPORT_TRANSITIONS.some((line) => line.from === report.state && line.action === 'write'))
    return refuse('case.work-report-not-now');
  return mayTake(report, 'write', actor) ? ok(undefined) : refuse('case.work-report-not-yours');
}
