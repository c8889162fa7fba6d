/** Sessions of lines in and out, whole. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { GROUP_CODES, type Session } from '../../rules/sources/session.ts';
import type { SessionGroupsTable, SessionReviewersTable, SessionsTable, SessionTables } from './session-tables.ts';

const sessionsFrom = (db: Db | Tx) => db.withTables<SessionTables>().selectFrom('agreements.sessions').selectAll();

/** Of a line, the latest day first. */
export async function sessionsOf(
  db: Db | Tx,
  line: { readonly agreementId: string; readonly id: string },
): Promise<readonly Session[]> {
  const rows = await sessionsFrom(db)
    .where('agreement_id', '=', line.agreementId)
    .where('line_id', '=', line.id)
    .orderBy('starts_on', 'desc')
    .orderBy('ordinal', 'desc')
    .execute();
  return whole(db, rows);
}

export async function sessionByOrdinal(
  db: Db | Tx,
  line: { readonly agreementId: string; readonly id: string },
  ordinal: number,
): Promise<Session | undefined> {
  const row = await sessionsFrom(db)
    .where('agreement_id', '=', line.agreementId)
    .where('line_id', '=', line.id)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row && (await whole(db, [row]))[0];
}

/** Locks the session until the transaction ends. */
export async function lockSession(tx: Tx, id: string): Promise<Session | undefined> {
  const row = await sessionsFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && (await whole(tx, [row]))[0];
}

async function whole(db: Db | Tx, rows: readonly Selectable<SessionsTable>[]): Promise<Session[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const tables = db.withTables<SessionTables>();
  const groups = await tables.selectFrom('agreements.session_groups').selectAll().where('session_id', 'in', ids).execute();
  const reviewers = await tables
    .selectFrom('agreements.session_reviewers')
    .selectAll()
    .where('session_id', 'in', ids)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) =>
    toSession(
      row,
      groups.filter(({ session_id }) => session_id === row.id),
      reviewers.filter(({ session_id }) => session_id === row.id),
    ),
  );
}

function toSession(
  row: Selectable<SessionsTable>,
  groups: readonly Selectable<SessionGroupsTable>[],
  reviewers: readonly Selectable<SessionReviewersTable>[],
): Session {
  return {
    ...{ id: row.id, agreementId: row.agreement_id, lineId: row.line_id, version: row.version, ordinal: row.ordinal },
    ...{ state: row.state, stateNote: row.state_note, topic: row.topic, startsOn: row.starts_on, endsOn: row.ends_on },
    ...{ place: row.place, summary: row.summary, invited: row.invited },
    attendance: groups
      .map(({ grp, total, women, disabled }) => ({ group: grp, total, women, disabled }))
      .toSorted((a, b) => GROUP_CODES.indexOf(a.group) - GROUP_CODES.indexOf(b.group)),
    tests: {
      ...{ preCount: row.pre_count, preMean: row.pre_mean, postCount: row.post_count, postMean: row.post_mean },
      ...{ passMark: row.pass_mark, passed: row.passed },
    },
    reviewers: reviewers.map(({ id, institution, role, came }) => ({ id, institution, role, came })),
    ...{ author: row.author, createdAt: row.created_at, updatedAt: row.updated_at },
  };
}

/** The number of the next session of a line; the caller holds the lock of the line. */
export async function nextSessionOrdinal(tx: Tx, lineId: string): Promise<number> {
  const { last } = await tx
    .withTables<SessionTables>()
    .selectFrom('agreements.sessions')
    .select((query) => query.fn.max('ordinal').as('last'))
    .where('line_id', '=', lineId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await tx.withTables<SessionTables>().insertInto('agreements.sessions').values(row(session)).execute();
  await saveParts(tx, session);
}

/** A session that was locked in this transaction, as its next version. */
export async function saveSession(tx: Tx, before: Session, after: Session): Promise<Session> {
  const session = { ...after, version: before.version + 1 };
  const { agreement_id: _, line_id: __, id, ...columns } = row(session);
  await tx.withTables<SessionTables>().updateTable('agreements.sessions').set(columns).where('id', '=', id).execute();
  await saveParts(tx, session);
  return session;
}

async function saveParts(tx: Tx, { agreementId, id, attendance, reviewers }: Session): Promise<void> {
  const tables = tx.withTables<SessionTables>();
  await tables.deleteFrom('agreements.session_groups').where('session_id', '=', id).execute();
  await tables.deleteFrom('agreements.session_reviewers').where('session_id', '=', id).execute();
  const key = { agreement_id: agreementId, session_id: id };
  if (attendance.length > 0)
    await tables
      .insertInto('agreements.session_groups')
      .values(attendance.map(({ group, total, women, disabled }) => ({ ...key, grp: group, total, women, disabled })))
      .execute();
  if (reviewers.length > 0)
    await tables
      .insertInto('agreements.session_reviewers')
      .values(reviewers.map((reviewer, index) => ({ ...key, ...reviewer, ordinal: index + 1 })))
      .execute();
}

function row(session: Session) {
  const { tests } = session;
  return {
    ...{ agreement_id: session.agreementId, line_id: session.lineId, id: session.id, version: session.version },
    ...{ ordinal: session.ordinal, state: session.state, state_note: session.stateNote, topic: session.topic },
    ...{ starts_on: session.startsOn.toString(), ends_on: session.endsOn.toString(), place: session.place },
    ...{ summary: session.summary, invited: session.invited, pre_count: tests.preCount, pre_mean: tests.preMean },
    ...{ post_count: tests.postCount, post_mean: tests.postMean, pass_mark: tests.passMark, passed: tests.passed },
    ...{ author: session.author, created_at: session.createdAt.toString(), updated_at: session.updatedAt.toString() },
  };
}
