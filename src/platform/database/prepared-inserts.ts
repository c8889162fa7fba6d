import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * PostgreSQL reads and checks a wide INSERT for as long as it takes to run it. An insert is therefore prepared once a connection
 * and only run from then on. Its plan is always the same one, which cannot be said of a query: those stay planned for their values.
 */
const INSERT = /^\s*(insert|with\s[\s\S]*\binsert)\s+into\b/i;
/** Every connection keeps what it has prepared. What comes later than these runs as it is written. */
const MOST_STATEMENTS = 100;
const LONGEST_STATEMENT = 10_000;

/** A pool for Kysely over a pool of `pg`, whose connections remember their inserts. */
export function withPreparedInserts(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_STATEMENTS || text.length > LONGEST_STATEMENT || !INSERT.test(text))
      return known;
    const name = `insert ${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const preparing = (client: PoolClient): PostgresPoolClient => ({
    processID: (client as unknown as { readonly processID: number }).processID,
    query: ((text: string, values: readonly unknown[]) => {
      const name = values.length === 0 ? undefined : nameOf(text);
      return name === undefined
        ? client.query(text, values as unknown[])
        : client.query({ name, text, values: values as unknown[] });
    }) as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  });

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      let known = clients.get(client);
      if (known === undefined) {
        known = preparing(client);
        clients.set(client, known);
      }
      return known;
    },
    end: () => pool.end(),
  };
}
