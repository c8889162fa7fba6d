import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** Lines of a plan that were not dropped. */
export async function linesStanding(db: Db | Tx, agreementId: string): Promise<number> {
  const { rows } = await sql<{ standing: number }>`
    SELECT count(*)::integer AS standing FROM agreements.lines WHERE agreement_id = ${agreementId}::uuid AND state <> 'dropped'`.execute(
    db as Db,
  );
  return rows[0]?.standing ?? 0;
}
