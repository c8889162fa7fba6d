/** Candidates in and out. */
import { type Selectable, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Candidate, CandidateState } from '../../rules/reviews/candidate.ts';
import type { RowSource } from '../../rules/reviews/rows.ts';
import type { ClustersTable, ReviewTables } from './tables.ts';
import { visibleHere } from './visible.ts';

export interface CandidateRow {
  readonly source: RowSource;
  readonly id: string;
  readonly filedOn: Day;
  readonly stems: readonly string[];
}

export async function loadCandidate(db: Db | Tx, id: string): Promise<Candidate | undefined> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom('casework.clusters')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toCandidate(row);
}

/** The candidate an own-initiative case was opened from. */
export async function candidateOfCase(db: Db | Tx, caseId: string): Promise<Candidate | undefined> {
  const row = await db
    .withTables<ReviewTables>()
    .selectFrom('casework.clusters')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row && toCandidate(row);
}

/** Locks the row until the transaction ends. */
export async function loadCandidateForUpdate(tx: Tx, id: string): Promise<Candidate | undefined> {
  const row = await tx
    .withTables<ReviewTables>()
    .selectFrom('casework.clusters')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toCandidate(row);
}

/** Candidates an officer may read, the least likely accident first. */
export async function candidateList(
  db: Db,
  actor: Actor,
  state: CandidateState,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<Candidate>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<Selectable<ClustersTable>>`
    SELECT c.* FROM casework.clusters c
    WHERE c.state = ${state} AND ${visibleHere(actor)}
      AND ${cursor ? sql<boolean>`(c.last_found_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql<boolean>`true`}
    ORDER BY c.last_found_at DESC, c.id DESC LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.last_found_at.toString(), row.id]);
  return { next, lines: lines.map(toCandidate) };
}

export async function candidateCounts(db: Db, actor: Actor): Promise<Record<CandidateState, number>> {
  const { rows } = await sql<{ state: CandidateState; n: number }>`
    SELECT c.state, count(*)::int AS n FROM casework.clusters c WHERE ${visibleHere(actor)} GROUP BY c.state`.execute(db);
  const counts = { candidate: 0, dismissed: 0, opened: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** The newest matters first. */
export async function candidateRows(
  db: Db | Tx,
  clusterId: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<CandidateRow>> {
  const cursor = readCursor(page.after, ['number', 'uuid']);
  const { rows } = await sql<{ source: RowSource; id: string; filed_on: Day; stems: string[]; day: number }>`
    SELECT source, id, filed_on, stems, filed_on - date '1970-01-01' AS day FROM casework.cluster_rows
    WHERE cluster_id = ${clusterId}
      AND ${cursor ? sql<boolean>`(filed_on - date '1970-01-01', id) < (${cursor[0]}::int, ${cursor[1]}::uuid)` : sql<boolean>`true`}
    ORDER BY filed_on DESC, id DESC LIMIT ${page.limit + 1}`.execute(db as Db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.day, row.id]);
  return { next, lines: lines.map(({ source, id, filed_on, stems }) => ({ source, id, filedOn: filed_on, stems })) };
}

/** How many of a candidate's reports came in each calendar month, from its first to its last; months without any are there too. */
export async function candidateMonths(db: Db | Tx, clusterId: string): Promise<{ readonly first: Day; readonly rows: number }[]> {
  const { rows } = await sql<{ first: Day; rows: number }>`
    SELECT m::date AS first, count(r.id)::int AS rows
    FROM (SELECT date_trunc('month', min(filed_on)) AS a, date_trunc('month', max(filed_on)) AS z
      FROM casework.cluster_rows WHERE cluster_id = ${clusterId}) span,
      generate_series(span.a, span.z, interval '1 month') m
      LEFT JOIN casework.cluster_rows r ON r.cluster_id = ${clusterId} AND date_trunc('month', r.filed_on) = m
    GROUP BY m ORDER BY m`.execute(db as Db);
  return rows;
}

/** What a candidate is made of, whole: a cluster has tens of rows, a few hundred at most. */
export async function allRows(db: Db | Tx, clusterId: string): Promise<{ readonly source: RowSource; readonly id: string }[]> {
  return db
    .withTables<ReviewTables>()
    .selectFrom('casework.cluster_rows')
    .select(['source', 'id'])
    .where('cluster_id', '=', clusterId)
    .orderBy('id')
    .execute();
}

/**
 * Candidates of the same office and place that share rows with these, locked; whoever else finds one there waits. Of any category: what was
 * filed without one is often given one later.
 */
export async function candidatesSharing(
  tx: Tx,
  cell: { readonly agencyId: string; readonly place: string },
  ids: readonly string[],
): Promise<{ readonly candidate: Candidate; readonly shared: number }[]> {
  const key = `casework.clusters ${cell.agencyId} ${cell.place}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const { rows } = await sql<Selectable<ClustersTable> & { shared: number }>`
    SELECT c.*, (SELECT count(*)::int FROM casework.cluster_rows r WHERE r.cluster_id = c.id AND r.id = any(${[...ids]}::uuid[])) AS shared
    FROM casework.clusters c
    WHERE c.agency_id = ${cell.agencyId} AND c.place = ${cell.place}
    ORDER BY c.id FOR UPDATE OF c`.execute(tx);
  return rows.filter(({ shared }) => shared > 0).map((row) => ({ candidate: toCandidate(row), shared: row.shared }));
}

/** Writes a candidate as it is now, new or known. */
export async function saveCandidate(tx: Tx, candidate: Candidate): Promise<void> {
  const { id, ...columns } = toColumns(candidate);
  await tx
    .withTables<ReviewTables>()
    .insertInto('casework.clusters')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function replaceRows(tx: Tx, clusterId: string, rows: readonly CandidateRow[]): Promise<void> {
  const tables = tx.withTables<ReviewTables>();
  await tables.deleteFrom('casework.cluster_rows').where('cluster_id', '=', clusterId).execute();
  await tables
    .insertInto('casework.cluster_rows')
    .values(
      rows.map(({ source, id, filedOn, stems }) => ({
        cluster_id: clusterId,
        source,
        id,
        filed_on: filedOn.toString(),
        stems: [...stems],
      })),
    )
    .execute();
}

function toColumns(candidate: Candidate) {
  const text = (at: Moment | null) => at?.toString() ?? null;
  return {
    id: candidate.id,
    version: candidate.version,
    office_id: candidate.officeId,
    office_path: [...candidate.officePath],
    agency_id: candidate.agencyId,
    government_id: candidate.governmentId,
    service_id: candidate.serviceId,
    category_code: candidate.categoryCode,
    kind: candidate.kind,
    parts_having: candidate.parts?.having ?? null,
    parts_of: candidate.parts?.of ?? null,
    place: candidate.place,
    from_on: candidate.fromOn.toString(),
    until_on: candidate.untilOn.toString(),
    row_count: candidate.rows,
    expected: candidate.expected,
    other_weeks: candidate.otherWeeks,
    elsewhere: candidate.elsewhere,
    log_chance: candidate.logChance,
    words: JSON.stringify(candidate.words),
    state: candidate.state,
    first_found_at: candidate.firstFoundAt.toString(),
    last_found_at: candidate.lastFoundAt.toString(),
    settled_at: text(candidate.settledAt),
    settled_by: candidate.settledBy,
    reason: candidate.reason,
    dismissed_rows: candidate.dismissedRows,
    review_id: candidate.reviewId,
    case_id: candidate.caseId,
    told_at: text(candidate.toldAt),
    told_count: candidate.toldCount,
  };
}

function toCandidate(row: Selectable<ClustersTable>): Candidate {
  return {
    id: row.id,
    version: row.version,
    officeId: row.office_id,
    officePath: row.office_path,
    agencyId: row.agency_id,
    governmentId: row.government_id,
    serviceId: row.service_id,
    categoryCode: row.category_code,
    kind: row.kind,
    parts: row.parts_having === null || row.parts_of === null ? null : { having: row.parts_having, of: row.parts_of },
    place: row.place,
    fromOn: row.from_on,
    untilOn: row.until_on,
    rows: row.row_count,
    expected: row.expected,
    otherWeeks: row.other_weeks,
    elsewhere: row.elsewhere,
    logChance: row.log_chance,
    words: row.words,
    state: row.state,
    firstFoundAt: row.first_found_at,
    lastFoundAt: row.last_found_at,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    reason: row.reason,
    dismissedRows: row.dismissed_rows,
    reviewId: row.review_id,
    caseId: row.case_id,
    toldAt: row.told_at,
    toldCount: row.told_count,
  };
}
