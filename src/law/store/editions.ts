import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { LawTables } from './tables.ts';

export interface Edition {
  readonly edition: number;
  readonly calendarVersion: number;
}

/** Any number will do, as long as every Tuntas uses the same. */
const LOCK = 7_428_265_172;

/** The newest edition; edition 0 when nothing has been loaded yet. One row by its key: cheap enough to ask at every request. */
export async function currentEdition(db: Db): Promise<Edition> {
  const { rows } = await sql<{ edition: number; calendar_version: number }>`
    SELECT edition, calendar_version FROM law.editions ORDER BY edition DESC LIMIT 1`.execute(db);
  const [row] = rows;
  return row ? { edition: row.edition, calendarVersion: row.calendar_version } : { edition: 0, calendarVersion: 0 };
}

/** @throws Error when there is no such edition */
export async function editionOf(db: Db, edition: number): Promise<Edition> {
  const row = await db
    .withTables<LawTables>()
    .selectFrom('law.editions')
    .select('calendar_version')
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (!row) throw new Error(`the law has no edition ${edition}`);
  return { edition, calendarVersion: row.calendar_version };
}

/**
 * Holds off every other change of the law until this transaction ends. Editions are therefore numbered in the order of their
 * commits, and whoever sees an edition sees all before it: the in-process cache rests on that.
 */
export async function lockLaw(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** Opens the next edition. The caller holds the lock. */
export async function nextEdition(tx: Tx, at: Moment, newCalendar: boolean): Promise<Edition> {
  const now = await currentEdition(tx);
  const next = { edition: now.edition + 1, calendarVersion: Math.max(1, now.calendarVersion + (newCalendar ? 1 : 0)) };
  await tx
    .withTables<LawTables>()
    .insertInto('law.editions')
    .values({ edition: next.edition, calendar_version: next.calendarVersion, made_at: at.toString() })
    .execute();
  return next;
}
