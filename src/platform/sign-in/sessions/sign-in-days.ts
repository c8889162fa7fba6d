/** On which days people signed in: whether an account is in use. Days in UTC, no times and no devices, forgotten after two years. */
import { sql } from 'kysely';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { signInTables } from '../tables.ts';

const KEPT_YEARS = 2;

const dayInUtc = (at: Moment): Day => at.toZonedDateTimeISO('UTC').toPlainDate();

export async function noteSignIn(tools: Tools, tx: Tx, personId: string): Promise<void> {
  await signInTables(tx)
    .insertInto('sign_in.sign_in_days')
    .values({ person_id: personId, on_day: dayInUtc(tools.clock.now()).toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function forgetSignInDays(tools: Tools): Promise<void> {
  const before = dayOf(tools.clock.now(), 'Asia/Jakarta').subtract({ years: KEPT_YEARS });
  await signInTables(tools.db)
    .deleteFrom('sign_in.sign_in_days')
    .where('on_day', '<', sql<Day>`${before.toString()}::date`)
    .execute();
}

export interface SignInRecord {
  /** The last day each of them signed in within the days asked for; who did not is not in it. */
  readonly lastOn: ReadonlyMap<string, Day>;
  /** Since when days are recorded at all; `null` = nothing is. Before that nobody's silence means anything. */
  readonly recordedSince: Day | null;
}

/** Who of these people signed in from a day to another, both included (in UTC). */
export async function signInRecord(db: Db | Tx, personIds: readonly string[], from: Day, until: Day): Promise<SignInRecord> {
  const { rows } = await sql<{ since: Day | null }>`SELECT min(on_day) AS since FROM sign_in.sign_in_days`.execute(db as Db);
  const recordedSince = rows[0]?.since ?? null;
  if (personIds.length === 0) return { lastOn: new Map(), recordedSince };
  const found = await sql<{ person: string; last: Day }>`
    SELECT person_id AS person, max(on_day) AS last FROM sign_in.sign_in_days
    WHERE person_id = ANY (${[...personIds]}::uuid[]) AND on_day BETWEEN ${from.toString()}::date AND ${until.toString()}::date
    GROUP BY person_id`.execute(db as Db);
  return { lastOn: new Map(found.rows.map(({ person, last }) => [person, last])), recordedSince };
}
