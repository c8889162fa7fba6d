/** Rounds in and out. */
import { type Selectable, sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Round } from '../rules/assessment.ts';
import { type PageOf, pageOf, readPlace } from './cursor.ts';
import type { AssessmentTables, RoundsTable } from './tables.ts';

async function toRounds(db: Db | Tx, rows: readonly Selectable<RoundsTable>[]): Promise<Round[]> {
  const owners = await agenciesByIds(
    db,
    rows.map((row) => row.owner_agency_id),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    year: row.year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    ownerAgencyId: row.owner_agency_id,
    ownerPath: owners.get(row.owner_agency_id)?.path ?? [row.owner_agency_id],
    state: row.state,
    seed: row.seed,
    secondRatingPercent: row.second_rating_percent,
    selfAssessmentUntil: row.self_assessment_until,
    replyDays: row.reply_days,
    isExample: row.is_example,
    revision: row.revision,
    createdBy: row.created_by,
    createdAt: row.created_at,
    openedAt: row.opened_at,
  }));
}

async function load(db: Db | Tx, key: { readonly id: string } | { readonly code: string }, lock: boolean) {
  let query = db.withTables<AssessmentTables>().selectFrom('assessments.rounds').selectAll();
  query = 'id' in key ? query.where('id', '=', key.id) : query.where('code', '=', key.code);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && (await toRounds(db, [row]))[0];
}

export async function loadRound(db: Db | Tx, id: string): Promise<Round | undefined> {
  return isUuid(id) ? load(db, { id }, false) : undefined;
}

export function loadRoundByCode(db: Db | Tx, code: string): Promise<Round | undefined> {
  return load(db, { code }, false);
}

/** Loads and locks: nobody else changes its plan until the transaction ends. */
export async function lockRound(tx: Tx, id: string): Promise<Round | undefined> {
  return isUuid(id) ? load(tx, { id }, true) : undefined;
}

export async function roundsByIds(db: Db | Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, Round>> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.rounds')
    .selectAll()
    .where('id', '=', sql<string>`ANY (${wanted}::uuid[])`)
    .execute();
  return new Map((await toRounds(db, rows)).map((round) => [round.id, round]));
}

/** Every round, the latest year first. There are a few each year. */
export async function listRounds(
  db: Db,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<Round>> {
  const after = readPlace(page.after);
  const place = after && /^\d{4}$/.test(after.key) ? after : undefined;
  let query = db.withTables<AssessmentTables>().selectFrom('assessments.rounds').selectAll();
  if (place) query = query.where(sql<boolean>`(-year, id) > (${-Number(place.key)}::integer, ${place.id}::uuid)`);
  const rows = await query
    .orderBy(sql`-year`)
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(await toRounds(db, rows), page.limit, (round) => ({ key: String(round.year), id: round.id }));
}

type Columns = Omit<Round, 'id' | 'ownerPath' | 'revision' | 'createdBy' | 'createdAt'>;

function columnsOf(round: Columns) {
  return {
    code: round.code,
    title: round.title,
    year: round.year,
    starts_on: round.startsOn.toString(),
    ends_on: round.endsOn.toString(),
    instrument_id: round.instrumentId,
    instrument_version: round.instrumentVersion,
    owner_agency_id: round.ownerAgencyId,
    state: round.state,
    seed: round.seed,
    second_rating_percent: round.secondRatingPercent,
    self_assessment_until: round.selfAssessmentUntil?.toString() ?? null,
    reply_days: round.replyDays,
    is_example: round.isExample,
    opened_at: round.openedAt?.toString() ?? null,
  };
}

/** @returns `false` when another round has the code */
export async function insertRound(
  tx: Tx,
  round: Columns & { readonly id: string; readonly createdBy: string },
  at: Moment,
): Promise<boolean> {
  const inserted = await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.rounds')
    .values({ id: round.id, ...columnsOf(round), created_by: round.createdBy, created_at: at.toString() })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The next revision of a round that was locked in this transaction. The code and the owner stay what they were. */
export async function saveRound(tx: Tx, round: Round): Promise<Round> {
  const { code: _code, owner_agency_id: _owner, ...columns } = columnsOf(round);
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.rounds')
    .set({ ...columns, revision: round.revision + 1 })
    .where('id', '=', round.id)
    .execute();
  return { ...round, revision: round.revision + 1 };
}
