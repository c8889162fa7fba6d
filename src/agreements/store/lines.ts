/** Lines of plans in and out. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Line } from '../rules/line.ts';
import { toLine } from './rows.ts';
import type { AgreementTables } from './tables.ts';

const linesFrom = (db: Db | Tx) => db.withTables<AgreementTables>().selectFrom('agreements.lines').selectAll();

/** Every line of a plan in its order on the page (moved ones first, then by number), dropped ones too. */
export async function linesOf(db: Db | Tx, agreementId: string): Promise<readonly Line[]> {
  const rows = await linesFrom(db)
    .where('agreement_id', '=', agreementId)
    .orderBy(sql`rank NULLS LAST`)
    .orderBy('ordinal')
    .execute();
  return rows.map(toLine);
}

/** The line of a number as it stands in addresses. */
export async function loadLineByOrdinal(db: Db | Tx, agreementId: string, ordinal: number): Promise<Line | undefined> {
  const row = await linesFrom(db).where('agreement_id', '=', agreementId).where('ordinal', '=', ordinal).executeTakeFirst();
  return row && toLine(row);
}

export async function loadLine(db: Db | Tx, id: string): Promise<Line | undefined> {
  const row = await linesFrom(db).where('id', '=', id).executeTakeFirst();
  return row && toLine(row);
}

/** Locks the line until the transaction ends. */
export async function loadLineForUpdate(tx: Tx, id: string): Promise<Line | undefined> {
  const row = await linesFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toLine(row);
}

/** Locks lines of a plan until the transaction ends, always in the same order. */
export async function lockLines(tx: Tx, agreementId: string, ids: readonly string[]): Promise<readonly Line[]> {
  const rows = await linesFrom(tx)
    .where('agreement_id', '=', agreementId)
    .where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toLine);
}

/** The number the next line of a plan gets; the caller holds the lock of the agreement. */
export async function nextOrdinal(tx: Tx, agreementId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(ordinal), 0) + 1 AS next FROM agreements.lines WHERE agreement_id = ${agreementId}::uuid`.execute(
    tx as Db,
  );
  return rows[0]?.next ?? 1;
}

/** The line that takes an improvement item or an obligation in, when there is one that was not dropped. */
export async function lineFor(
  db: Db | Tx,
  source: { readonly itemId: string } | { readonly obligationId: string },
): Promise<Line | undefined> {
  const query = linesFrom(db).where('state', '<>', 'dropped');
  const row = await ('itemId' in source
    ? query.where('item_id', '=', source.itemId)
    : query.where('obligation_id', '=', source.obligationId)
  ).executeTakeFirst();
  return row && toLine(row);
}
