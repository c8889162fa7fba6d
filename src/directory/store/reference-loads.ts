import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

export interface DataSet {
  /** Key of the set in `directory.reference_loads`. */
  readonly what: string;
  /** Named where administrators read it: the decree or the version. */
  readonly edition: string;
  /** Stands for the content: a changed value means a new load. */
  readonly fingerprint: string;
  /** @returns how many rows the edition has */
  load(tx: Tx): Promise<number>;
}

/** Loads a set unless exactly this content is already there. Two starts at once: the second waits and finds it done. */
export async function loadOnce(db: Db, set: DataSet): Promise<void> {
  const { what, edition, fingerprint } = set;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`directory.${what}`}))`.execute(tx);
    const { rows } = await sql<{ fingerprint: string }>`
      SELECT fingerprint FROM directory.reference_loads WHERE what = ${what}`.execute(tx);
    if (rows[0]?.fingerprint === fingerprint) return;
    const count = await set.load(tx);
    await sql`
      INSERT INTO directory.reference_loads (what, edition, fingerprint, rows) VALUES (${what}, ${edition}, ${fingerprint}, ${count})
      ON CONFLICT (what) DO UPDATE SET edition = excluded.edition, fingerprint = excluded.fingerprint,
                                       rows = excluded.rows, loaded_at = now()`.execute(tx);
  });
}
