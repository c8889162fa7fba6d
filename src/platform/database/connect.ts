import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Db } from './database.ts';
import { withPreparedInserts } from './prepared-inserts.ts';
import { typeParsers } from './type-parsers.ts';

export interface Connection {
  readonly db: Db;
  /** The same pool, for what speaks SQL without Kysely (the job queue, sign-in). */
  readonly pool: Pool;
  /** Waits for open queries, then closes the pool. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Most connections at once; default 10. */
  readonly max?: number;
  /** Longest time of one statement in ms, 0 = no limit; default 30 s. */
  readonly statementTimeout?: number;
  /** Shown in `pg_stat_activity`. */
  readonly name?: string;
  /** Is told of idle connections that break; the pool makes new ones by itself. */
  readonly onError?: (error: Error) => void;
}

/**
 * Opens a pool on a PostgreSQL database. Nothing is connected until the first query, and a lost server is found again by the
 * next one. Result types: see `type-parsers.ts`.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10, statementTimeout = 30_000, name = 'tuntas', onError = () => {} } = options;
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeout,
    // A transaction whose process hangs must not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: typeParsers as NonNullable<PoolConfig['types']>,
  });
  pool.on('error', onError);
  // biome-ignore lint/complexity/noBannedTypes: an empty schema is the point, see database.ts
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool: withPreparedInserts(pool) }) });
  let closing: Promise<void> | undefined;
  return {
    db,
    pool,
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
