/** Joint reviews in and out, whole: with attendance, decisions and the editions of their minutes. */
import { type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Period, Rhythm } from '../../rules/reviews/periods.ts';
import type { Attendee, Minutes, Review, ReviewDecision, ReviewPoint } from '../../rules/reviews/review.ts';
import type { ReviewTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<ReviewTables>();

export async function rhythmOf(db: Db | Tx, agreementId: string): Promise<Rhythm | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.review_rhythms')
    .select('rhythm')
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst();
  return row?.rhythm;
}

export async function saveRhythm(
  tx: Tx,
  agreementId: string,
  rhythm: Rhythm,
  by: { readonly actor: string; readonly at: Moment },
): Promise<void> {
  const columns = { rhythm, set_by: by.actor, set_at: by.at.toString() };
  await tables(tx)
    .insertInto('agreements.review_rhythms')
    .values({ agreement_id: agreementId, ...columns })
    .onConflict((conflict) => conflict.column('agreement_id').doUpdateSet(columns))
    .execute();
}

/** The reviews of an agreement, the newest first. */
export async function reviewsOf(db: Db | Tx, agreementId: string): Promise<readonly Review[]> {
  const rows = await tables(db)
    .selectFrom('agreements.reviews')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('ordinal', 'desc')
    .execute();
  return wholeReviews(db, agreementId, rows);
}

export async function reviewByOrdinal(db: Db | Tx, agreementId: string, ordinal: number): Promise<Review | undefined> {
  const rows = await tables(db)
    .selectFrom('agreements.reviews')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('ordinal', '=', ordinal)
    .execute();
  return (await wholeReviews(db, agreementId, rows))[0];
}

/** Locks the row until the transaction ends. */
export async function reviewForUpdate(tx: Tx, agreementId: string, reviewId: string): Promise<Review | undefined> {
  const rows = await tables(tx)
    .selectFrom('agreements.reviews')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('id', '=', reviewId)
    .forUpdate()
    .execute();
  return (await wholeReviews(tx, agreementId, rows))[0];
}

async function wholeReviews(
  db: Db | Tx,
  agreementId: string,
  rows: readonly Selectable<ReviewTables['agreements.reviews']>[],
): Promise<readonly Review[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const of = <T extends { review_id: string }>(all: readonly T[], id: string) => all.filter((each) => each.review_id === id);
  const from = tables(db);
  const attendance = await from
    .selectFrom('agreements.review_attendance')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('review_id', 'in', ids)
    .orderBy('id')
    .execute();
  const decisions = await from
    .selectFrom('agreements.review_decisions')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('review_id', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const minutes = await from
    .selectFrom('agreements.review_minutes')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('review_id', 'in', ids)
    .orderBy('edition')
    .execute();
  const words = await from
    .selectFrom('agreements.review_words')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('review_id', 'in', ids)
    .orderBy('at')
    .execute();
  return rows.map(
    (row): Review => ({
      ...{ id: row.id, agreementId: row.agreement_id, version: row.version, ordinal: row.ordinal, rhythm: row.rhythm },
      ...{ period: { from: row.period_from, until: row.period_until }, state: row.state, meetsOn: row.meets_on },
      ...{ meetsAt: row.meets_at, place: row.place, secretaryRoot: row.secretary_root, agenda: row.agenda },
      ...{ agendaAt: row.agenda_at, discussion: row.discussion, minutesPublic: row.minutes_public, stateNote: row.state_note },
      ...{ createdBy: row.created_by, createdAt: row.created_at, updatedAt: row.updated_at },
      attendance: of(attendance, row.id).map(
        ({ id, root, institution, position, people, presence }): Attendee => ({
          id,
          root,
          institution,
          position,
          people,
          presence,
        }),
      ),
      decisions: of(decisions, row.id).map(toDecision),
      minutes: of(minutes, row.id).map(
        (each): Minutes => ({
          ...{ edition: each.edition, number: each.number, content: each.content, reason: each.reason },
          ...{ sealedBy: each.sealed_by, sealedRoot: each.sealed_root, numberedAt: each.numbered_at, fileId: each.file_id },
          words: of(words, row.id)
            .filter(({ edition }) => edition === each.edition)
            .map(({ root, verdict, text, at }) => ({ root, verdict, text, at })),
        }),
      ),
    }),
  );
}

function toDecision(row: Selectable<ReviewTables['agreements.review_decisions']>): ReviewDecision {
  return {
    ...{ id: row.id, reviewId: row.review_id, agreementId: row.agreement_id, version: row.version, ordinal: row.ordinal },
    text: row.text,
    owner: {
      ...{ partyId: row.owner_party_id, agencyId: row.owner_agency_id },
      ...{ agencyPath: row.owner_path, position: row.owner_position },
    },
    ...{ dueOn: row.due_on, state: row.state, stateNote: row.state_note, stateBy: row.state_by, stateAt: row.state_at },
    line: row.line_id !== null && row.line_agreement_id !== null ? { id: row.line_id, agreementId: row.line_agreement_id } : null,
  };
}

/** The number of the next review of an agreement; the caller holds the lock of the agreement. */
export async function nextReviewOrdinal(tx: Tx, agreementId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(ordinal), 0) + 1 AS next FROM agreements.reviews WHERE agreement_id = ${agreementId}::uuid`.execute(tx);
  return rows[0]?.next ?? 1;
}

/** Periods of reviews that were not cancelled. */
export async function periodsTaken(db: Db | Tx, agreementId: string): Promise<readonly Period[]> {
  const rows = await tables(db)
    .selectFrom('agreements.reviews')
    .select(['period_from', 'period_until'])
    .where('agreement_id', '=', agreementId)
    .where('state', '<>', 'cancelled')
    .execute();
  return rows.map((row) => ({ from: row.period_from, until: row.period_until }));
}

export async function insertReview(tx: Tx, review: Review): Promise<void> {
  await tables(tx)
    .insertInto('agreements.reviews')
    .values({
      ...{ agreement_id: review.agreementId, id: review.id, ordinal: review.ordinal, created_by: review.createdBy },
      ...{ created_at: review.createdAt.toString(), ...columnsOf(review) },
    })
    .execute();
}

/** The row alone; attendance, decisions and minutes have writers of their own. @returns the next version */
export async function saveReview(tx: Tx, review: Review, at: Moment): Promise<Review> {
  const next = { ...review, version: review.version + 1, updatedAt: at };
  await tables(tx)
    .updateTable('agreements.reviews')
    .set(columnsOf(next))
    .where('agreement_id', '=', review.agreementId)
    .where('id', '=', review.id)
    .execute();
  return next;
}

function columnsOf(review: Review) {
  return {
    ...{ version: review.version, rhythm: review.rhythm, period_from: review.period.from.toString() },
    ...{ period_until: review.period.until.toString(), state: review.state, meets_on: review.meetsOn.toString() },
    ...{ meets_at: review.meetsAt, place: review.place, secretary_root: review.secretaryRoot },
    ...{ agenda: review.agenda && JSON.stringify(review.agenda), agenda_at: review.agendaAt?.toString() ?? null },
    ...{ discussion: review.discussion, minutes_public: review.minutesPublic, state_note: review.stateNote },
    updated_at: review.updatedAt.toString(),
  };
}

type ReviewKey = Pick<Review, 'agreementId' | 'id'>;

/** Points that stand, in the order they were brought up. */
export async function pointsOf(db: Db | Tx, { agreementId, id }: ReviewKey): Promise<readonly ReviewPoint[]> {
  const rows = await tables(db)
    .selectFrom('agreements.review_points')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('review_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id: pointId, root, text, author, at }) => ({ id: pointId, root, text, author, at }));
}

export async function insertPoint(tx: Tx, { agreementId, id }: ReviewKey, point: ReviewPoint): Promise<void> {
  await tables(tx)
    .insertInto('agreements.review_points')
    .values({
      ...{ agreement_id: agreementId, review_id: id, id: point.id, root: point.root, text: point.text },
      ...{ author: point.author, at: point.at.toString(), withdrawn_at: null },
    })
    .execute();
}

export async function withdrawPoint(tx: Tx, { agreementId, id }: ReviewKey, pointId: string, at: Moment): Promise<void> {
  await tables(tx)
    .updateTable('agreements.review_points')
    .set({ withdrawn_at: at.toString() })
    .where('agreement_id', '=', agreementId)
    .where('review_id', '=', id)
    .where('id', '=', pointId)
    .execute();
}

export async function insertAttendee(tx: Tx, { agreementId, id }: ReviewKey, attendee: Attendee): Promise<void> {
  const { id: own, ...columns } = attendee;
  await tables(tx)
    .insertInto('agreements.review_attendance')
    .values({ agreement_id: agreementId, review_id: id, id: own, ...columns })
    .execute();
}

export async function deleteAttendee(tx: Tx, { agreementId, id }: ReviewKey, attendeeId: string): Promise<void> {
  await tables(tx)
    .deleteFrom('agreements.review_attendance')
    .where('agreement_id', '=', agreementId)
    .where('review_id', '=', id)
    .where('id', '=', attendeeId)
    .execute();
}

export async function saveDecision(tx: Tx, decision: ReviewDecision): Promise<void> {
  const columns = {
    ...{ version: decision.version, ordinal: decision.ordinal, text: decision.text, owner_party_id: decision.owner.partyId },
    ...{ owner_agency_id: decision.owner.agencyId, owner_path: [...decision.owner.agencyPath] },
    ...{ owner_position: decision.owner.position, due_on: decision.dueOn.toString(), state: decision.state },
    ...{ state_note: decision.stateNote, state_by: decision.stateBy, state_at: decision.stateAt.toString() },
    ...{ line_id: decision.line?.id ?? null, line_agreement_id: decision.line?.agreementId ?? null },
  };
  await tables(tx)
    .insertInto('agreements.review_decisions')
    .values({ agreement_id: decision.agreementId, review_id: decision.reviewId, id: decision.id, ...columns })
    .onConflict((conflict) => conflict.columns(['agreement_id', 'review_id', 'id']).doUpdateSet(columns))
    .execute();
}

export async function insertMinutes(tx: Tx, { agreementId, id }: ReviewKey, minutes: Minutes): Promise<void> {
  await tables(tx)
    .insertInto('agreements.review_minutes')
    .values({
      ...{ agreement_id: agreementId, review_id: id, edition: minutes.edition, number: minutes.number },
      ...{ content: JSON.stringify(minutes.content), reason: minutes.reason, sealed_by: minutes.sealedBy },
      ...{ sealed_root: minutes.sealedRoot, numbered_at: minutes.numberedAt.toString(), file_id: null, sealed_at: null },
    })
    .execute();
}

/** @returns false = somebody else was faster; their file stays */
export async function saveMinutesFile(
  tx: Tx,
  { agreementId, id }: ReviewKey,
  edition: number,
  fileId: string,
  at: Moment,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('agreements.review_minutes')
    .set({ file_id: fileId, sealed_at: at.toString() })
    .where('agreement_id', '=', agreementId)
    .where('review_id', '=', id)
    .where('edition', '=', edition)
    .where('file_id', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function insertWord(
  tx: Tx,
  { agreementId, id }: ReviewKey,
  word: {
    readonly edition: number;
    readonly root: string;
    readonly verdict: 'confirmed' | 'correct';
    readonly text: string;
    readonly author: string;
    readonly at: Moment;
  },
): Promise<void> {
  await tables(tx)
    .insertInto('agreements.review_words')
    .values({ agreement_id: agreementId, review_id: id, ...word, at: word.at.toString() })
    .execute();
}

/** Which review a decision is in. */
export async function decisionPlace(
  db: Db | Tx,
  decisionId: string,
): Promise<{ agreementId: string; reviewId: string } | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.review_decisions')
    .select(['agreement_id', 'review_id'])
    .where('id', '=', decisionId)
    .executeTakeFirst();
  return row && { agreementId: row.agreement_id, reviewId: row.review_id };
}
