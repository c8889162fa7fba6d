/**
 * What came before a story: a year of complaints. The product has no other clock than the machine's and is not asked to take a year in; its
 * past is written from outside, as the database's superuser, the way a taken-over register would stand there. What follows is its own doing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { writeYear } from '../src/casework/actions/reviews/reviews.test-support.ts';
import { Temporal } from '../src/kernel/time.ts';
import type { Db } from '../src/platform/database/database.ts';
import { SUPERUSER } from '../src/platform/postgres/access.ts';
import { systemRandom } from '../src/platform/random.ts';
import { product } from './people.ts';

/** A year of everyday complaints at offices of Bali, and many alike within a few weeks at one of them. @returns how many alike */
export async function aYearWithOneProblem(at: string, elsewhere: readonly string[]): Promise<number> {
  const file = join(product.dataFolder, 'postgres', 'data', 'tuntas.json');
  const { port, superuserPassword } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; superuserPassword: string };
  const access = { host: '127.0.0.1', port, user: SUPERUSER, password: superuserPassword, database: 'tuntas' };
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ ...access, max: 1 }) }) });
  try {
    const random = systemRandom({ now: () => Temporal.Now.instant() });
    const today = new Date().toISOString().slice(0, 10);
    return (await writeYear({ db, tools: { random } }, today, { at, elsewhere })).length;
  } finally {
    await db.destroy();
  }
}
