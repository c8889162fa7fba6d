/** What is to be reminded of, in batches by key. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface ReminderRow {
  readonly agreementId: string;
  readonly id: string;
}

/** Only what is signed is reminded of: a review or a decision of an agreement that ended binds nobody to meet or act. */
const OF_SIGNED = sql`JOIN agreements.agreements a ON a.id = r.agreement_id AND a.state = 'signed'`;

/** Reviews that are called and meet within these days. */
export async function reviewsMeeting(
  db: Db,
  from: Day,
  until: Day,
  after: string,
  limit: number,
): Promise<readonly ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    SELECT r.agreement_id AS "agreementId", r.id FROM agreements.reviews r ${OF_SIGNED}
    WHERE r.state = 'called' AND r.meets_on BETWEEN ${from.toString()}::date AND ${until.toString()}::date AND r.id > ${after}::uuid
    ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** Reviews that are or were to meet within these days and that nobody has called yet. */
export async function reviewsUncalled(
  db: Db,
  from: Day,
  until: Day,
  after: string,
  limit: number,
): Promise<readonly ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    SELECT r.agreement_id AS "agreementId", r.id FROM agreements.reviews r ${OF_SIGNED}
    WHERE r.state = 'planned' AND r.meets_on BETWEEN ${from.toString()}::date AND ${until.toString()}::date AND r.id > ${after}::uuid
    ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** Reviews whose newest minutes were numbered before a moment and wait to be confirmed. */
export async function minutesWaiting(db: Db, before: Moment, after: string, limit: number): Promise<readonly ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    SELECT r.agreement_id AS "agreementId", r.id FROM agreements.reviews r
    WHERE r.state = 'minuted' AND r.id > ${after}::uuid
      AND (SELECT max(m.numbered_at) FROM agreements.review_minutes m WHERE m.agreement_id = r.agreement_id AND m.review_id = r.id)
        < ${before.toString()}::timestamptz
    ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

export interface DueDecision extends ReminderRow {
  readonly dueOn: Day;
  /** The review that took it, by its number. */
  readonly review: number;
  /** The office that carries it out, below those above it. */
  readonly ownerPath: readonly string[];
}

/** Decisions of sealed minutes that are open and due within these days. */
export async function decisionsDue(db: Db, from: Day, until: Day, after: string, limit: number): Promise<readonly DueDecision[]> {
  const { rows } = await sql<DueDecision>`
    SELECT d.agreement_id AS "agreementId", d.id, d.due_on AS "dueOn", r.ordinal AS review, d.owner_path AS "ownerPath"
    FROM agreements.review_decisions d JOIN agreements.reviews r ON r.agreement_id = d.agreement_id AND r.id = d.review_id
    ${OF_SIGNED}
    WHERE d.state = 'open' AND r.state IN ('minuted', 'confirmed') AND d.due_on BETWEEN ${from.toString()}::date AND ${until.toString()}::date AND d.id > ${after}::uuid
    ORDER BY d.id LIMIT ${limit}`.execute(db);
  return rows;
}
