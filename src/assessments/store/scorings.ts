/** How far the scoring of a whole round has come, for whoever waits for it. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AssessmentTables } from './tables.ts';

export interface Scoring {
  readonly done: number;
  readonly total: number;
  readonly startedAt: Moment;
  readonly movedAt: Moment;
  readonly endedAt: Moment | null;
}

/** Somebody has asked for it; it begins when a worker takes it up. */
export async function askScoring(tx: Tx, roundId: string, askedBy: string, at: Moment): Promise<void> {
  const now = at.toString();
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.scorings')
    .values({ round_id: roundId, done: 0, total: 0, asked_by: askedBy, started_at: now, moved_at: now, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .column('round_id')
        .doUpdateSet({ done: 0, total: 0, asked_by: askedBy, started_at: now, moved_at: now, ended_at: null }),
    )
    .execute();
}

/** Noted with every batch; nothing happens when nobody asked (a scoring from the command line). */
export async function moveScoring(
  tx: Tx,
  roundId: string,
  { done, total }: { readonly done: number; readonly total: number },
  at: Moment,
): Promise<void> {
  await sql`
    UPDATE assessments.scorings SET done = ${done}, total = ${total}, moved_at = ${at.toString()},
      ended_at = ${done === total ? at.toString() : null}::timestamptz
    WHERE round_id = ${roundId} AND (ended_at IS NULL OR done < total)`.execute(tx);
}

export async function scoringOf(db: Db, roundId: string): Promise<Scoring | undefined> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.scorings')
    .selectAll()
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row && { done: row.done, total: row.total, startedAt: row.started_at, movedAt: row.moved_at, endedAt: row.ended_at };
}
