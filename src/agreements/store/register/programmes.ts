import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { AgreementTables } from '../tables.ts';

/** At the end of the list. @returns whether the code was free */
export async function insertProgramme(
  tx: Tx,
  order: { readonly code: string; readonly labelId: string; readonly labelEn: string },
): Promise<boolean> {
  const done = await tx
    .withTables<AgreementTables>()
    .insertInto('agreements.programmes')
    .values({
      ...{ code: order.code, label_id: order.labelId, label_en: order.labelEn, valid_from: null, valid_until: null },
      ordinal: sql<number>`(SELECT coalesce(max(ordinal), 0) + 1 FROM agreements.programmes)`,
      is_shipped: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @param until the first day it may no longer be chosen. @returns whether there is such a programme that is not shipped */
export async function setProgrammeEnd(tx: Tx, code: string, until: Day | null): Promise<boolean> {
  const done = await tx
    .withTables<AgreementTables>()
    .updateTable('agreements.programmes')
    .set({ valid_until: until?.toString() ?? null })
    .where('code', '=', code)
    .where('is_shipped', '=', false)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** In how many agreements that were not dropped each programme is, by code; and which are shipped. */
export async function programmeUse(
  db: Db,
): Promise<ReadonlyMap<string, { readonly agreements: number; readonly isShipped: boolean }>> {
  const { rows } = await sql<{ code: string; agreements: number; is_shipped: boolean }>`
    SELECT p.code, p.is_shipped, (SELECT count(*) FROM agreements.agreements a WHERE p.code = ANY (a.programmes) AND a.state <> 'dropped')::int AS agreements
    FROM agreements.programmes p`.execute(db);
  return new Map(rows.map(({ code, agreements, is_shipped }) => [code, { agreements, isShipped: is_shipped }]));
}
