/** Improvement items read: for the offices that own them, for who confirms them, for work plans, and counted for everyone. */
import { sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ItemState } from '../rules/item.transitions.ts';
import type { Item } from '../rules/items.ts';
import { type PageOf, pageOf, readPlace, writePlace } from './cursor.ts';
import type { AssessmentTables } from './tables.ts';

export interface ItemFilter {
  /** A whole government. */
  readonly governmentId?: string;
  /** These offices; those below them are named too. */
  readonly ownerAgencyIds?: readonly string[];
  /** Items of agencies this office of the Ombudsman serves; `null` = of all. */
  readonly ombudsmanOfficeId?: string | null;
  readonly assessmentId?: string;
  readonly states?: readonly ItemState[];
  readonly after?: string | undefined;
  /** Default 50. */
  readonly limit?: number;
}

function itemsFrom(db: Db | Tx) {
  return db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.items as i')
    .innerJoin('assessments.assessments as a', 'a.id', 'i.assessment_id')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select([
      'i.id',
      'i.assessment_id',
      'i.unit_no',
      'i.indicator',
      'i.asked_id',
      'i.asked_en',
      'i.score',
      'i.owner_agency_id',
      'i.government_id',
      'i.due_on',
      'i.state',
      'i.state_note',
      'i.revision',
      'i.changed_at',
      'a.agency_id',
      'a.ombudsman_office_id',
      'r.code as round_code',
      'r.title as round_title',
      'r.year',
      'r.instrument_id',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof itemsFrom>['execute']>>[number];

async function toItems(db: Db | Tx, rows: readonly Row[]): Promise<Item[]> {
  const owners = await agenciesByIds(
    db,
    rows.map((row) => row.owner_agency_id),
  );
  return rows.map((row) => ({
    id: row.id,
    assessmentId: row.assessment_id,
    roundCode: row.round_code,
    roundTitle: row.round_title,
    year: row.year,
    instrumentId: row.instrument_id,
    agencyId: row.agency_id,
    ombudsmanOfficeId: row.ombudsman_office_id,
    unitNo: row.unit_no,
    indicator: row.indicator,
    asked: { id: row.asked_id, en: row.asked_en },
    score: row.score,
    ownerAgencyId: row.owner_agency_id,
    ownerPath: owners.get(row.owner_agency_id)?.path ?? [row.owner_agency_id],
    governmentId: row.government_id,
    dueOn: row.due_on,
    state: row.state,
    note: row.state_note,
    revision: row.revision,
    changedAt: row.changed_at,
  }));
}

/** Items by due day, the earliest first; paged by key. */
export async function itemsOf(db: Db, filter: ItemFilter): Promise<PageOf<Item>> {
  const { limit = 50, states } = filter;
  const after = readPlace(filter.after);
  let query = itemsFrom(db);
  if (filter.governmentId !== undefined) query = query.where('i.government_id', '=', filter.governmentId);
  if (filter.ownerAgencyIds)
    query = query.where('i.owner_agency_id', '=', sql<string>`ANY (${[...filter.ownerAgencyIds]}::uuid[])`);
  if (filter.ombudsmanOfficeId) query = query.where('a.ombudsman_office_id', '=', filter.ombudsmanOfficeId);
  if (filter.assessmentId !== undefined) query = query.where('i.assessment_id', '=', filter.assessmentId);
  if (states) query = query.where('i.state', '=', sql<ItemState>`ANY (${[...states]}::text[])`);
  if (after) query = query.where(sql<boolean>`(i.due_on, i.id) > (${after.key}::date, ${after.id}::uuid)`);
  const rows = await query
    .orderBy('i.due_on')
    .orderBy('i.id')
    .limit(limit + 1)
    .execute();
  const { lines, next } = pageOf(rows, limit, (row) => ({ key: row.due_on.toString(), id: row.id }));
  return { lines: await toItems(db, lines), next };
}

/** The place right behind an item, or behind a whole day, as `after`: for lists that mix items with what else is due. */
export function itemPlace(item: Pick<Item, 'dueOn'> & { readonly id?: string }): string {
  return writePlace({ key: item.dueOn.toString(), id: item.id ?? LAST_ID });
}
const LAST_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

export async function itemById(db: Db | Tx, id: string): Promise<Item | undefined> {
  if (!isUuid(id)) return undefined;
  return (await toItems(db, await itemsFrom(db).where('i.id', '=', id).execute()))[0];
}

/** Loads and locks. */
export async function lockItem(tx: Tx, id: string): Promise<Item | undefined> {
  if (!isUuid(id)) return undefined;
  return (await toItems(tx, await itemsFrom(tx).where('i.id', '=', id).forUpdate('i').execute()))[0];
}

/** How many items are in which state: of a round, of an assessment, of a government, or of everyone. */
export async function itemCounts(
  db: Db,
  of: { readonly roundId?: string; readonly assessmentId?: string; readonly governmentId?: string },
): Promise<Readonly<Partial<Record<ItemState, number>>>> {
  const { rows } = await sql<{ state: ItemState; count: number }>`
    SELECT i.state, count(*)::int AS count FROM assessments.items i JOIN assessments.assessments a ON a.id = i.assessment_id
    WHERE ${of.roundId ? sql`a.round_id = ${of.roundId}` : sql`true`}
      AND ${of.assessmentId ? sql`a.id = ${of.assessmentId}` : sql`true`}
      AND ${of.governmentId ? sql`i.government_id = ${of.governmentId}` : sql`true`}
    GROUP BY i.state`.execute(db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How many items of these owners are in which state, apart by whether their day is over, or not further away than `soonDays`. */
export async function itemCountsOf(
  db: Db,
  of: { readonly ownerAgencyIds: readonly string[]; readonly today: Day; readonly soonDays: number },
): Promise<readonly { readonly state: ItemState; readonly nearness: 'late' | 'soon' | 'later'; readonly count: number }[]> {
  const today = of.today.toString();
  const { rows } = await sql<{ state: ItemState; nearness: 'late' | 'soon' | 'later'; count: number }>`
    SELECT i.state, CASE WHEN i.due_on < ${today}::date THEN 'late'
      WHEN i.due_on <= ${today}::date + ${of.soonDays}::int THEN 'soon' ELSE 'later' END AS nearness, count(*)::int AS count
    FROM assessments.items i WHERE i.owner_agency_id = ANY (${[...of.ownerAgencyIds]}::uuid[]) GROUP BY 1, 2`.execute(db);
  return rows;
}

export interface LaterScore {
  readonly year: number;
  readonly roundCode: string;
  readonly roundTitle: string;
  readonly instrumentId: string;
  /** Exact. */
  readonly score: string;
}

/** How the same indicator of the same office was scored in later published results. */
export async function laterScores(
  db: Db,
  item: Pick<Item, 'ownerAgencyId' | 'indicator' | 'year'>,
): Promise<readonly LaterScore[]> {
  const { rows } = await sql<{ year: number; code: string; title: string; instrument_id: string; score: string }>`
    SELECT r.year, r.code, r.title, r.instrument_id, node ->> 'score' AS score
    FROM assessments.assessments a
    JOIN assessments.rounds r ON r.id = a.round_id
    LEFT JOIN assessments.units u ON u.assessment_id = a.id AND u.agency_id = ${item.ownerAgencyId}
    JOIN assessments.results s ON s.assessment_id = a.id AND s.version = a.published_version
      AND s.unit_no = CASE WHEN u.unit_no IS NOT NULL THEN u.unit_no WHEN a.agency_id = ${item.ownerAgencyId} THEN 0 END
    CROSS JOIN LATERAL jsonb_array_elements(s.nodes) AS node
    WHERE a.published_version > 0 AND r.year > ${item.year}
      AND node ->> 'level' = 'indicator' AND node ->> 'code' = ${item.indicator} AND node ->> 'score' IS NOT NULL
    ORDER BY r.year`.execute(db);
  return rows.map((row) => ({
    year: row.year,
    roundCode: row.code,
    roundTitle: row.title,
    instrumentId: row.instrument_id,
    score: row.score,
  }));
}

export interface ItemFile {
  readonly id: string;
  readonly fileKey: string;
  readonly thumbnailKey: string | null;
  readonly mediaType: string;
  readonly extension: string;
  readonly size: number;
  readonly sha256: string;
}

export async function filesOfItem(db: Db, itemId: string): Promise<readonly ItemFile[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.item_files')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileKey: row.file_key,
    thumbnailKey: row.thumbnail_key,
    mediaType: row.media_type,
    extension: row.extension,
    size: row.size,
    sha256: row.sha256,
  }));
}
