import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { visibleCases } from '../visible.ts';

/** The numbers of those of these cases that the actor may see. */
export async function visibleNumbers(db: Db | Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT c.id, c.number FROM casework.cases c WHERE c.id = ANY (${[...new Set(ids)]}::uuid[]) AND ${visibleCases(actor)}`.execute(
    db as Db,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
