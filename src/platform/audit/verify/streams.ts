import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../database/database.ts';

/** Rows fetched at once; what bounds the memory of a verification, whatever the size of the tables. */
const BATCH = 1000;

/** Rows in their order, of which the next one can be looked at before it is taken. */
export interface Stream<Row> {
  peek(): Promise<Row | undefined>;
  take(): Promise<Row | undefined>;
}

/**
 * Reads a query through a cursor of the transaction.
 *
 * @param name of the cursor, unique in the transaction; a plain identifier
 * @param query ordered by an index, or the server sorts the whole table first
 */
export async function streamOf<Row>(tx: Tx, name: string, query: RawBuilder<Row>): Promise<Stream<Row>> {
  await sql`DECLARE ${sql.id(name)} NO SCROLL CURSOR FOR ${query}`.execute(tx);
  let rows: readonly Row[] = [];
  let next = 0;
  let ended = false;
  async function peek(): Promise<Row | undefined> {
    if (next === rows.length && !ended) {
      rows = (await sql<Row>`FETCH ${sql.lit(BATCH)} FROM ${sql.id(name)}`.execute(tx)).rows;
      next = 0;
      ended = rows.length < BATCH;
    }
    return rows[next];
  }
  return {
    peek,
    async take() {
      const row = await peek();
      if (row !== undefined) next += 1;
      return row;
    },
  };
}
