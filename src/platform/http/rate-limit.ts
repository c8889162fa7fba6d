import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db } from '../database/database.ts';
import { keyedHash } from '../keyed-hash.ts';
import { rateLimited } from '../metrics.ts';
import type { PlatformTables } from '../tables.ts';
import type { Tools } from '../tools.ts';

export interface Allowance {
  /** What is counted, for example `sign-in`. */
  readonly bucket: string;
  /** Whose: an address, an account. It is kept as a keyed hash only. */
  readonly key: string;
  /** How many at once after a rest, and how many in each window when they come evenly. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly now: Moment;
}

/**
 * Counts one try and says whether it is within the allowance; a refused try costs nothing. One row and one statement for all
 * processes (the generic cell rate algorithm: the row holds the moment at which the whole allowance is there again).
 *
 * The setting `RATE_LIMIT_FACTOR` multiplies every limit, for benchmarks and for a training room behind one address.
 */
export async function allow(
  tools: Pick<Tools, 'db' | 'keys' | 'settings'>,
  allowance: Allowance,
): Promise<{ readonly allowed: boolean; readonly retryAfterSeconds: number }> {
  const { bucket, windowSeconds } = allowance;
  const key = keyedHash(tools.keys, 'rate-limit', `${bucket}\n${allowance.key}`);
  const limit = Math.max(1, Math.floor(allowance.limit * tools.settings.rateLimitFactor));
  const now = allowance.now.toString();
  const step = sql`make_interval(secs => ${windowSeconds / limit})`;
  const window = sql`make_interval(secs => ${windowSeconds})`;

  const counted = await sql`
    INSERT INTO platform.rate_limits AS held (bucket, key, free_at)
    VALUES (${bucket}, ${key}, ${now}::timestamptz + ${step})
    ON CONFLICT (bucket, key) DO UPDATE
      SET free_at = greatest(held.free_at, ${now}::timestamptz) + ${step}
      WHERE greatest(held.free_at, ${now}::timestamptz) + ${step} <= ${now}::timestamptz + ${window} + interval '1 millisecond'
    RETURNING 1`.execute(tools.db);
  if (counted.rows.length > 0) return { allowed: true, retryAfterSeconds: 0 };

  rateLimited.inc({ bucket });
  const held = await tools.db
    .withTables<PlatformTables>()
    .selectFrom('platform.rate_limits')
    .select('free_at')
    .where('bucket', '=', bucket)
    .where('key', '=', key)
    .executeTakeFirst();
  const freeAt = held?.free_at.epochMilliseconds ?? allowance.now.epochMilliseconds;
  const waitSeconds = (freeAt - allowance.now.epochMilliseconds) / 1000 + windowSeconds / limit - windowSeconds;
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitSeconds)) };
}

/** Forgets allowances that are whole again. */
export async function sweepRateLimits(db: Db, now: Moment): Promise<void> {
  await sql`DELETE FROM platform.rate_limits WHERE free_at < ${now.toString()}`.execute(db);
}
