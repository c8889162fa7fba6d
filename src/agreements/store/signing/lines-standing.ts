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

/** The budgets of the lines of several plans, one entry a line. */
export async function linesStandingIn(
  db: Db,
  agreementIds: readonly string[],
): Promise<readonly { readonly budgetAmount: string | null }[]> {
  const { rows } = await sql<{ budgetAmount: string | null }>`
    SELECT budget_amount AS "budgetAmount" FROM agreements.lines
    WHERE agreement_id = ANY (${[...agreementIds]}::uuid[]) AND state <> 'dropped'`.execute(db);
  return rows;
}
