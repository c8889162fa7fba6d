import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { MessageTables } from './tables.ts';

/** Messages that were due before a moment and that nobody has taken up: their job was lost. Oldest first. */
export async function overdueMessages(db: Db | Tx, dueBefore: Moment, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<MessageTables>()
    .selectFrom('messages.ledger')
    .select('id')
    .where('state', 'in', ['waiting', 'failed'])
    .where('next_try_at', '<', sql<Moment>`${dueBefore.toString()}`)
    .orderBy('next_try_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Messages that were handed over before a moment and never heard of again: their process died. Oldest first. */
export async function interruptedMessages(db: Db | Tx, since: Moment, limit: number): Promise<{ id: string; tries: number }[]> {
  return db
    .withTables<MessageTables>()
    .selectFrom('messages.ledger')
    .select(['id', 'tries'])
    .where('state', '=', 'sending')
    .where('sending_since', '<', sql<Moment>`${since.toString()}`)
    .orderBy('sending_since')
    .limit(limit)
    .execute();
}
