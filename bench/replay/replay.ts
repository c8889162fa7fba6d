import type { Pool } from 'pg';
import type { Errand } from './record.ts';

/** Runs recorded statements: as many connections taken, round trips and commits as the app had, one after the other, and nothing between. */
export async function replay(pool: Pool, errands: readonly Errand[]): Promise<void> {
  for (const errand of errands) {
    const client = await pool.connect();
    let fault: Error | undefined;
    try {
      for (const { name, text, values } of errand) {
        const query = { text, values: values as unknown[] };
        // Prepared where the app prepares, and nowhere else.
        await client.query(name === undefined ? query : { ...query, name });
      }
    } catch (error) {
      fault = error as Error;
      throw error;
    } finally {
      // A connection in the middle of a failed transaction is thrown away.
      client.release(fault);
    }
  }
}

export function countStatements(errands: readonly Errand[]): { readonly statements: number; readonly transactions: number } {
  const all = errands.flat();
  return { statements: all.length, transactions: all.filter(({ text }) => /^commit$/i.test(text)).length };
}
