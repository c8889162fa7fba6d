import { type Result, refuse } from '../../kernel/result.ts';
import type { Db, Tx } from './database.ts';
import { inTransaction } from './transaction.ts';

class Refused extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('refused: the transaction is rolled back');
    this.refusal = refusal;
  }
}

/** One transaction whose refusal undoes everything the work had written before it knew. */
export async function orRollBack<T, R>(
  tools: { readonly db: Db },
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await inTransaction(tools, async (tx) => {
      const done = await work(tx);
      if (!done.ok) throw new Refused(done.refusal);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal as R);
    throw error;
  }
}
