/** Tasks of a case, and of a person over all cases. */
import { type Selectable, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inProcedureOrder } from '../../rules/examination/procedures.ts';
import type { CaseTask } from '../../rules/examination/task.ts';
import { visibleCases } from '../visible.ts';
import type { ExaminationTables } from './tables.ts';

export async function tasksOfCase(db: Db | Tx, caseId: string): Promise<CaseTask[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.tasks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy(sql`state <> 'open'`)
    .orderBy(sql`due_on NULLS LAST`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return inProcedureOrder(rows.map(toTask));
}

/** A task with the case it belongs to. */
export interface OwnTask extends CaseTask {
  readonly number: string;
  readonly caseTitle: string;
}

const PAGE = 25;
/** Tasks without a day come last. */
const NO_DAY = 99_991_231;

/**
 * The open tasks of the actor over all cases they may see, the nearest day first, tasks without a day last.
 *
 * @param cursor `next` of the page before
 */
export async function tasksOf(db: Db, actor: Actor, cursor?: string): Promise<PageOf<OwnTask>> {
  if (actor.kind !== 'officer') return { lines: [], next: null };
  const after = readCursor(cursor, ['number', 'uuid', 'uuid']);
  const day = sql`coalesce(to_char(t.due_on, 'YYYYMMDD')::int, ${NO_DAY}::int)`;
  const { rows } = await sql<Selectable<ExaminationTables['casework.tasks']> & { number: string; case_title: string }>`
    SELECT t.*, c.number, c.title AS case_title
    FROM casework.tasks t JOIN casework.cases c ON c.id = t.case_id
    WHERE t.owner_id = ${actor.personId} AND t.state = 'open' AND c.stage <> 'closed' AND ${visibleCases(actor)}
      ${after ? sql`AND (${day}, t.case_id, t.id) > (${after[0]}::int, ${after[1]}::uuid, ${after[2]}::uuid)` : sql``}
    ORDER BY ${day}, t.case_id, t.id
    LIMIT ${PAGE + 1}`.execute(db);
  const tasks = rows.map((row) => ({ ...toTask(row), number: row.number, caseTitle: row.case_title }));
  const dayNumber = (task: OwnTask) => (task.dueOn ? Number(task.dueOn.toString().replaceAll('-', '')) : NO_DAY);
  return pageOf(tasks, PAGE, (last) => [dayNumber(last), last.caseId, last.id]);
}

export async function insertTasks(tx: Tx, tasks: readonly CaseTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.tasks')
    .values(
      tasks.map((task) => ({
        case_id: task.caseId,
        id: task.id,
        template: task.template,
        title: task.title,
        created_by: task.createdBy,
        created_at: task.createdAt.toString(),
        ...changing(task),
      })),
    )
    .execute();
}

export async function saveTask(tx: Tx, task: CaseTask): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .updateTable('casework.tasks')
    .set(changing(task))
    .where('case_id', '=', task.caseId)
    .where('id', '=', task.id)
    .execute();
}

function changing(task: CaseTask) {
  return {
    owner_id: task.ownerId,
    due_on: task.dueOn?.toString() ?? null,
    state: task.state,
    state_at: task.stateAt.toString(),
    state_by: task.stateBy,
    note: task.note,
  };
}

function toTask(row: Selectable<ExaminationTables['casework.tasks']>): CaseTask {
  return {
    caseId: row.case_id,
    id: row.id,
    template: row.template,
    title: row.title,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    createdBy: row.created_by,
    createdAt: row.created_at,
    state: row.state,
    stateAt: row.state_at,
    stateBy: row.state_by,
    note: row.note,
  };
}
