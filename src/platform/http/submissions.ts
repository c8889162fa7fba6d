import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db } from '../database/database.ts';
import type { PlatformTables } from '../tables.ts';

export type Found =
  | { readonly state: 'ours' }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly answer: Buffer };

/** A submission nobody has finished after this time belongs to a process that was killed. */
const ABANDONED_AFTER_SECONDS = 60;

/** Takes a submission in hand, or tells what became of it. Two processes that ask at once: one gets it. */
export async function claimSubmission(
  db: Db,
  submission: { readonly token: Buffer; readonly content: Buffer; readonly claim: string; readonly now: Moment },
): Promise<Found> {
  const { token, content, claim } = submission;
  const now = submission.now.toString();
  const abandoned = submission.now.subtract({ seconds: ABANDONED_AFTER_SECONDS }).toString();
  const claimed = await sql`
    INSERT INTO platform.submissions AS held (token, content, claim, started_at)
    VALUES (${token}, ${content}, ${claim}, ${now})
    ON CONFLICT (token) DO UPDATE
      SET content = excluded.content, claim = excluded.claim, started_at = excluded.started_at, answer = NULL
      WHERE (held.answer IS NOT NULL AND held.content <> excluded.content)
         OR (held.answer IS NULL AND held.started_at < ${abandoned})
    RETURNING 1`.execute(db);
  if (claimed.rows.length > 0) return { state: 'ours' };

  const held = await db
    .withTables<PlatformTables>()
    .selectFrom('platform.submissions')
    .select(['answer'])
    .where('token', '=', token)
    .where('content', '=', content)
    .executeTakeFirst();
  // Not there any more, or another content in work: both are settled by asking again.
  return held?.answer ? { state: 'answered', answer: held.answer } : { state: 'running' };
}

export async function settleSubmission(
  db: Db,
  done: { readonly token: Buffer; readonly claim: string; readonly answer: Buffer },
): Promise<void> {
  await db
    .withTables<PlatformTables>()
    .updateTable('platform.submissions')
    .set({ answer: done.answer })
    .where('token', '=', done.token)
    .where('claim', '=', done.claim)
    .execute();
}

export async function releaseSubmission(db: Db, failed: { readonly token: Buffer; readonly claim: string }): Promise<void> {
  await db
    .withTables<PlatformTables>()
    .deleteFrom('platform.submissions')
    .where('token', '=', failed.token)
    .where('claim', '=', failed.claim)
    .execute();
}

/** Forgets submissions of yesterday. */
export async function sweepSubmissions(db: Db, now: Moment): Promise<void> {
  await sql`DELETE FROM platform.submissions WHERE started_at < ${now.subtract({ hours: 24 }).toString()}`.execute(db);
}
