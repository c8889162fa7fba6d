import type { Pool, PoolClient } from 'pg';

export interface Statement {
  /** Of a prepared statement: it is read by the server once a connection. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What ran between taking a connection from the pool and giving it back: a transaction, or one statement. */
export type Errand = readonly Statement[];

/**
 * Notes down every statement that goes through a pool while `work` runs, in the order in which connections were taken. The
 * work must be alone in the pool.
 */
export async function record(pool: Pool, work: () => Promise<unknown>): Promise<readonly Errand[]> {
  const errands: Statement[][] = [];
  const open = new Map<PoolClient, Statement[]>();
  const watched = new Map<PoolClient, PoolClient['query']>();

  const onAcquire = (client: PoolClient) => {
    const errand: Statement[] = [];
    errands.push(errand);
    open.set(client, errand);
    if (watched.has(client)) return;
    const query = client.query;
    watched.set(client, query);
    client.query = function watchedQuery(this: PoolClient, ...args: unknown[]) {
      open.get(client)?.push(statementOf(args));
      return Reflect.apply(query, this, args);
    } as PoolClient['query'];
  };
  const onRelease = (_error: unknown, client: PoolClient) => {
    open.delete(client);
  };

  pool.on('acquire', onAcquire);
  pool.on('release', onRelease as never);
  try {
    await work();
  } finally {
    pool.removeListener('acquire', onAcquire);
    pool.removeListener('release', onRelease as never);
    for (const [client, query] of watched) client.query = query;
  }
  return errands.filter((errand) => errand.length > 0);
}

/** `query(text, values)` or `query({ name, text, values })`. */
function statementOf([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? [...second] : [] };
  const { name, text, values } = first as Statement;
  return { ...(name === undefined ? {} : { name }), text, values: [...(values ?? (Array.isArray(second) ? second : []))] };
}
