/** Runs of the finder. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ReviewTables } from './tables.ts';

export interface Search {
  readonly id: string;
  /** `null` = the whole country. */
  readonly officeId: string | null;
  readonly askedBy: string;
  readonly askedAt: Moment;
  /** Both with. */
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly finishedAt: Moment | null;
  readonly rows: number | null;
  readonly clusters: number | null;
}

export async function insertSearch(tx: Tx, search: Search): Promise<void> {
  await tx
    .withTables<ReviewTables>()
    .insertInto('casework.searches')
    .values({
      id: search.id,
      office_id: search.officeId,
      asked_by: search.askedBy,
      asked_at: search.askedAt.toString(),
      from_on: search.fromOn.toString(),
      until_on: search.untilOn.toString(),
      finished_at: null,
      rows_read: null,
      clusters_found: null,
    })
    .execute();
}

export async function loadSearch(db: Db | Tx, id: string): Promise<Search | undefined> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom('casework.searches')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSearch(row);
}

/** The latest search that looked at this office's region: its own, or one of the whole country. */
export async function latestSearch(db: Db | Tx, officeId: string): Promise<Search | undefined> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom('casework.searches')
    .selectAll()
    .where((where) => where.or([where('office_id', '=', officeId), where('office_id', 'is', null)]))
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toSearch(row);
}

/** Two clicks at the same moment: the second one waits and then sees the first one's search. */
export async function lockSearches(tx: Tx, officeId: string | null): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`casework.searches ${officeId ?? ''}`}, 0))`.execute(tx);
}

export async function finishSearch(tx: Tx, id: string, at: Moment, rows: number, clusters: number): Promise<void> {
  await tx
    .withTables<ReviewTables>()
    .updateTable('casework.searches')
    .set({ finished_at: at.toString(), rows_read: rows, clusters_found: clusters })
    .where('id', '=', id)
    .execute();
}

function toSearch(row: {
  id: string;
  office_id: string | null;
  asked_by: string;
  asked_at: Moment;
  from_on: Day;
  until_on: Day;
  finished_at: Moment | null;
  rows_read: number | null;
  clusters_found: number | null;
}): Search {
  return {
    id: row.id,
    officeId: row.office_id,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    fromOn: row.from_on,
    untilOn: row.until_on,
    finishedAt: row.finished_at,
    rows: row.rows_read,
    clusters: row.clusters_found,
  };
}
