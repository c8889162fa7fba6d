/** Work reports in and out. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { WorkReportState } from '../../rules/reports/work-report.transitions.ts';
import type { WorkReport } from '../../rules/reports/work-report.ts';
import type { CaseReportTables } from './tables.ts';

export interface WorkReportKey {
  readonly officeId: string;
  readonly personId: string;
  readonly month: Day;
}

const on = (db: Db | Tx) => db.withTables<CaseReportTables>();

export function loadWorkReport(db: Db | Tx, key: WorkReportKey): Promise<WorkReport | undefined> {
  return load(db, key, false);
}

/** The report, made when there is none yet, and locked until the transaction ends. */
export async function lockWorkReport(tx: Tx, key: WorkReportKey, fresh: Pick<WorkReport, 'id' | 'dueAt'>): Promise<WorkReport> {
  await insertDraft(tx, key, fresh);
  const report = await load(tx, key, true);
  if (!report) throw new Error('the work report just made is not there');
  return report;
}

/** @returns whether it was new */
export async function insertDraft(tx: Db | Tx, key: WorkReportKey, fresh: Pick<WorkReport, 'id' | 'dueAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('casework.work_reports')
    .values({
      ...{ id: fresh.id, office_id: key.officeId, person_id: key.personId, month: key.month.toString(), state: 'draft' },
      ...{ version: 1, remarks: '', due_at: fresh.dueAt.toString(), submitted_at: null, return_reason: null },
    })
    .onConflict((conflict) => conflict.columns(['office_id', 'month', 'person_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function load(db: Db | Tx, key: WorkReportKey, lock: boolean): Promise<WorkReport | undefined> {
  const query = on(db)
    .selectFrom('casework.work_reports')
    .selectAll()
    .where('office_id', '=', key.officeId)
    .where('person_id', '=', key.personId)
    .where('month', '=', sql<Day>`${key.month.toString()}::date`);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const statements = await on(db)
    .selectFrom('casework.work_statements')
    .selectAll()
    .where('report_id', '=', row.id)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return {
    id: row.id,
    officeId: row.office_id,
    personId: row.person_id,
    month: row.month,
    state: row.state,
    version: row.version,
    remarks: row.remarks,
    statements: statements.map(({ id, kind, work_group, day, text }) => ({ id, kind, group: work_group, on: day, text })),
    dueAt: row.due_at,
    submittedAt: row.submitted_at,
    returnReason: row.return_reason,
  };
}

/** Writes what a rule made of a report that was locked in the same transaction. */
export async function saveWorkReport(tx: Tx, before: WorkReport, next: WorkReport): Promise<void> {
  await on(tx)
    .updateTable('casework.work_reports')
    .set({
      ...{ state: next.state, version: next.version, remarks: next.remarks, return_reason: next.returnReason },
      submitted_at: next.submittedAt?.toString() ?? null,
    })
    .where('id', '=', next.id)
    .execute();
  const kept = new Set(next.statements.map(({ id }) => id));
  for (const { id } of before.statements.filter((each) => !kept.has(each.id))) {
    await on(tx).deleteFrom('casework.work_statements').where('report_id', '=', next.id).where('id', '=', id).execute();
  }
  const known = new Set(before.statements.map(({ id }) => id));
  for (const { id, kind, group, on: day, text } of next.statements.filter((each) => !known.has(each.id))) {
    await on(tx)
      .insertInto('casework.work_statements')
      .values({ report_id: next.id, id, kind, work_group: group, day: day.toString(), text })
      .execute();
  }
}

export interface WorkReportStep {
  readonly action: 'submit' | 'accept' | 'return' | 'reopen';
  readonly at: Moment;
  readonly byId: string;
  readonly reason: string;
  /** How much it held then. */
  readonly content: { readonly recorded: number; readonly statements: number; readonly digest: string };
}

export async function addStep(tx: Tx, reportId: string, step: WorkReportStep): Promise<void> {
  await sql`
    INSERT INTO casework.work_report_steps (report_id, line, action, at, by_id, reason, content)
    SELECT ${reportId}, coalesce(max(line), 0) + 1, ${step.action}, ${step.at.toString()}, ${step.byId}, ${step.reason},
      ${JSON.stringify(step.content)}::jsonb
    FROM casework.work_report_steps WHERE report_id = ${reportId}`.execute(tx);
}

export async function stepsOf(db: Db | Tx, reportId: string): Promise<readonly WorkReportStep[]> {
  const rows = await on(db)
    .selectFrom('casework.work_report_steps')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('line')
    .execute();
  return rows.map(({ action, at, by_id, reason, content }) => ({ action, at, byId: by_id, reason, content }));
}

export interface WorkReportLine {
  readonly id: string;
  readonly officeId: string;
  readonly personId: string;
  readonly month: Day;
  readonly state: WorkReportState;
  readonly dueAt: Moment;
  readonly submittedAt: Moment | null;
}

const LINE = [
  'id',
  'office_id as officeId',
  'person_id as personId',
  'month',
  'state',
  'due_at as dueAt',
  'submitted_at as submittedAt',
] as const;

/** Those of an office and month. */
export function workReportsOf(db: Db | Tx, officeId: string, month: Day): Promise<readonly WorkReportLine[]> {
  return on(db)
    .selectFrom('casework.work_reports')
    .select(LINE)
    .where('office_id', '=', officeId)
    .where('month', '=', sql<Day>`${month.toString()}::date`)
    .execute();
}

/** The latest months of one person at one office. */
export function ownWorkReports(
  db: Db | Tx,
  personId: string,
  officeId: string,
  limit: number,
): Promise<readonly WorkReportLine[]> {
  return on(db)
    .selectFrom('casework.work_reports')
    .select(LINE)
    .where('person_id', '=', personId)
    .where('office_id', '=', officeId)
    .orderBy('month', 'desc')
    .limit(limit)
    .execute();
}

export interface WaitingWork {
  readonly officeId: string;
  readonly month: Day;
  readonly count: number;
}

/** Months handed in at these offices and not checked yet, the oldest first, without one person's own. */
export async function waitingWork(
  db: Db | Tx,
  officeIds: readonly string[],
  exceptPersonId: string,
): Promise<readonly WaitingWork[]> {
  const { rows } = await sql<WaitingWork>`
    SELECT office_id AS "officeId", month, count(*)::int AS count FROM casework.work_reports
    WHERE state = 'submitted' AND office_id = ANY (${[...officeIds]}::uuid[]) AND person_id <> ${exceptPersonId}::uuid
    GROUP BY office_id, month ORDER BY month, office_id LIMIT 100`.execute(db as Db);
  return rows;
}

/** Reports of a month that are still with their authors. */
export function openWorkReports(db: Db | Tx, month: Day): Promise<readonly WorkReportLine[]> {
  return on(db)
    .selectFrom('casework.work_reports')
    .select(LINE)
    .where('month', '=', sql<Day>`${month.toString()}::date`)
    .where('state', 'in', ['draft', 'returned'])
    .orderBy('id')
    .execute();
}
