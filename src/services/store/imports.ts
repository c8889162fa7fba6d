/** Confirmed imports and how far each has come. */
import type { Selectable } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ImportsTable, ServiceTables } from './tables.ts';

export interface TableImport {
  readonly id: string;
  readonly personId: string;
  readonly sha256: string;
  readonly storeKey: string;
  readonly state: ImportsTable['state'];
  readonly rows: number;
  readonly done: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The line at which it stopped, for a failed one. */
  readonly problem: string | null;
  readonly askedAt: Moment;
  readonly endedAt: Moment | null;
}

function toImport(row: Selectable<ImportsTable>): TableImport {
  return {
    id: row.id,
    personId: row.person_id,
    sha256: row.sha256,
    storeKey: row.store_key,
    state: row.state,
    rows: row.rows,
    done: row.done,
    created: row.created,
    changed: row.changed,
    unchanged: row.unchanged,
    problem: row.problem,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
  };
}

const imports = (db: Db) => db.withTables<ServiceTables>().selectFrom('services.imports').selectAll();

export async function importById(db: Db, id: string): Promise<TableImport | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await imports(db).where('id', '=', id).executeTakeFirst();
  return row && toImport(row);
}

export async function lockImport(tx: Tx, id: string): Promise<TableImport | undefined> {
  const row = await imports(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toImport(row);
}

/** The latest of a person. */
export async function importsOf(db: Db, personId: string, limit: number): Promise<TableImport[]> {
  const rows = await imports(db).where('person_id', '=', personId).orderBy('asked_at', 'desc').limit(limit).execute();
  return rows.map(toImport);
}

/** One of the same file by the same person that has not ended: a second confirmation is the first one. */
export async function openImport(db: Db, personId: string, sha256: string): Promise<TableImport | undefined> {
  const row = await imports(db)
    .where('person_id', '=', personId)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return row && toImport(row);
}

export async function insertImport(
  tx: Tx,
  order: Pick<TableImport, 'id' | 'personId' | 'sha256' | 'storeKey' | 'rows' | 'askedAt'>,
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .insertInto('services.imports')
    .values({
      id: order.id,
      person_id: order.personId,
      sha256: order.sha256,
      store_key: order.storeKey,
      state: 'waiting',
      rows: order.rows,
      problem: null,
      asked_at: order.askedAt.toString(),
    })
    .execute();
}

export async function noteProgress(
  tx: Tx,
  id: string,
  counts: Pick<TableImport, 'done' | 'created' | 'changed' | 'unchanged'>,
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.imports')
    .set({ state: 'running', ...counts })
    .where('id', '=', id)
    .execute();
}

export async function endImport(tx: Tx, id: string, at: Moment, problem: string | null): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.imports')
    .set({ state: problem === null ? 'done' : 'failed', problem, ended_at: at.toString() })
    .where('id', '=', id)
    .execute();
}
