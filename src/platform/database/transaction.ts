import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Tx } from './database.ts';

/** SQLSTATE of what passes when tried again: serialization failure and deadlock. */
const PASSING = new Set(['40001', '40P01']);
const TRIES = 3;

/**
 * Runs `work` in one transaction: all of it is committed, or, when it throws, nothing. It is run again, up to three times in
 * all, when PostgreSQL gave it up for another transaction's sake, so `work` does nothing outside the transaction.
 */
export async function inTransaction<T>(tools: { readonly db: Db }, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tools.db.transaction().execute(work);
    } catch (error) {
      if (attempt >= TRIES || !PASSING.has(String((error as { code?: unknown }).code))) throw error;
      // Those who met must not meet again at the same moment.
      await sleep(Math.random() * 40 * attempt);
    }
  }
}
