/** Review files in and out. Loading does not ask who may see them: rules/reviews/review.ts decides. */
import { type Selectable, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Review, ReviewClock } from '../../rules/reviews/review.ts';
import type { ReviewsTable, ReviewTables } from './tables.ts';
import { visibleHere } from './visible.ts';

export async function loadReview(db: Db | Tx, id: string): Promise<Review | undefined> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom('casework.reviews')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && whole(db, row);
}

/** Locks the row until the transaction ends. */
export async function loadReviewForUpdate(tx: Tx, id: string): Promise<Review | undefined> {
  const row = await tx
    .withTables<ReviewTables>()
    .selectFrom('casework.reviews')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && whole(tx, row);
}

async function whole(db: Db | Tx, row: Selectable<ReviewsTable>): Promise<Review> {
  const tables = db.withTables<ReviewTables>();
  const clocks = await tables
    .selectFrom('casework.review_clocks')
    .selectAll()
    .where('review_id', '=', row.id)
    .orderBy('id')
    .execute();
  const members = await tables
    .selectFrom('casework.review_members')
    .selectAll()
    .where('review_id', '=', row.id)
    .orderBy('since')
    .orderBy('person_id')
    .execute();
  return {
    ...summaryOf(row),
    version: row.version,
    officePath: row.office_path,
    agencyPath: row.agency_path,
    governmentId: row.government_id,
    clusterId: row.cluster_id,
    categoryCode: row.category_code,
    place: row.place,
    openedBy: row.opened_by,
    endedAt: row.ended_at,
    reason: row.reason,
    lhaAt: row.lha_at,
    isExample: row.is_example,
    clocks: clocks.map(
      (clock): ReviewClock => ({
        id: clock.id,
        kind: 'stage',
        partId: null,
        startedAt: clock.started_at,
        limit: { rule: clock.rule, value: clock.limit_value, unit: clock.limit_unit },
        pauses: [],
        dueAt: clock.due_at,
        isProvisional: clock.is_provisional,
        calendarVersion: clock.calendar_version,
        stoppedAt: clock.stopped_at,
      }),
    ),
    members: members.map((member) => ({ personId: member.person_id, since: member.since, until: member.until })),
  };
}

export interface ReviewSummary extends Pick<Review, 'id' | 'number' | 'title' | 'stage' | 'agencyId' | 'officeId' | 'zone'> {
  readonly openedAt: Moment;
  readonly stageSince: Moment;
}

function summaryOf(row: Selectable<ReviewsTable>): ReviewSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    agencyId: row.agency_id,
    officeId: row.office_id,
    zone: row.zone,
    openedAt: row.opened_at,
    stageSince: row.stage_since,
  };
}

/** Reviews an officer may read, the newest first. */
export async function reviewList(
  db: Db,
  actor: Actor,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ReviewSummary>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<Selectable<ReviewsTable>>`
    SELECT c.* FROM casework.reviews c
    WHERE ${visibleHere(actor)}
      AND ${cursor ? sql<boolean>`(c.opened_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql<boolean>`true`}
    ORDER BY c.opened_at DESC, c.id DESC LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.opened_at.toString(), row.id]);
  return { next, lines: lines.map(summaryOf) };
}

/**
 * Writes a review as it is now, new or the next version of one that was loaded for update.
 *
 * @param nextAlertAt of the running clock
 */
export async function saveReview(tx: Tx, review: Review, nextAlertAt: (clock: ReviewClock) => Moment | null): Promise<void> {
  const tables = tx.withTables<ReviewTables>();
  const { id, ...columns } = {
    id: review.id,
    number: review.number,
    version: review.version,
    office_id: review.officeId,
    office_path: [...review.officePath],
    agency_id: review.agencyId,
    agency_path: [...review.agencyPath],
    government_id: review.governmentId,
    cluster_id: review.clusterId,
    title: review.title,
    category_code: review.categoryCode,
    place: review.place,
    zone: review.zone,
    stage: review.stage,
    stage_since: review.stageSince.toString(),
    opened_at: review.openedAt.toString(),
    opened_by: review.openedBy,
    ended_at: review.endedAt?.toString() ?? null,
    reason: review.reason,
    lha_at: review.lhaAt?.toString() ?? null,
    is_example: review.isExample,
  };
  await tables
    .insertInto('casework.reviews')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  for (const clock of review.clocks) {
    const stopped = { stopped_at: clock.stoppedAt?.toString() ?? null };
    await tables
      .insertInto('casework.review_clocks')
      .values({
        review_id: id,
        id: clock.id,
        stage: review.stage,
        started_at: clock.startedAt.toString(),
        rule: clock.limit.rule,
        limit_value: clock.limit.value,
        limit_unit: clock.limit.unit,
        due_at: clock.dueAt.toString(),
        is_provisional: clock.isProvisional,
        calendar_version: clock.calendarVersion,
        ...stopped,
        next_alert_at: clock.stoppedAt === null ? (nextAlertAt(clock)?.toString() ?? null) : null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['review_id', 'id'])
          .doUpdateSet({ ...stopped, ...(clock.stoppedAt === null ? {} : { next_alert_at: null }) }),
      )
      .execute();
  }
  for (const member of review.members) {
    await tables
      .insertInto('casework.review_members')
      .values({
        review_id: id,
        person_id: member.personId,
        since: member.since.toString(),
        until: member.until?.toString() ?? null,
      })
      .onConflict((conflict) =>
        conflict.columns(['review_id', 'person_id', 'since']).doUpdateSet({ until: member.until?.toString() ?? null }),
      )
      .execute();
  }
}

/** Suggestions of a review that were not given yet, or that nobody has finally judged. */
export async function countOpenSuggestions(db: Db | Tx, reviewId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT (SELECT count(*) FROM casework.obligations WHERE review_id = ${reviewId} AND judged_at IS NULL)::int
      + (SELECT count(*) FROM casework.review_suggestions
        WHERE review_id = ${reviewId} AND taken_back_at IS NULL AND obligation_id IS NULL)::int AS n`.execute(db as Db);
  return rows[0]?.n ?? 0;
}
