import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { remembered } from '../../platform/database/remembered.ts';
import { cursorOf, keyOf, type ListPage, pageOf } from '../rules/cursor.ts';
import { chainText, codeAndAncestors, isRegionCode, type Region, type RegionLevel } from '../rules/region.ts';
import { searchQuery } from '../rules/search-words.ts';
import type { DirectoryTables, RegionRow } from './tables.ts';

/** Regions change with a decree, a few times a year, when the command `migrate` loads it. */
const TEN_MINUTES = 600_000;

const COLUMNS = ['code', 'level', 'kind', 'name', 'parent_code', 'zone', 'valid_from', 'valid_until'] as const;

function toRegion(row: Pick<Selectable<RegionRow>, (typeof COLUMNS)[number]>): Region {
  const { code, level, kind, name, zone } = row;
  return { code, level, kind, name, zone, parentCode: row.parent_code, validFrom: row.valid_from, validUntil: row.valid_until };
}

/** In force today, by the database's day. */
const IN_FORCE: RawBuilder<boolean> = sql<boolean>`(valid_until IS NULL OR valid_until > current_date)`;

/** The region of a code, also when it is closed: old complaints point at it. */
export function regionByCode(db: Db, code: string): Promise<Region | undefined> {
  if (!isRegionCode(code)) return Promise.resolve(undefined);
  return remembered(db, `region ${code}`, TEN_MINUTES, async () => {
    const row = await db
      .withTables<DirectoryTables>()
      .selectFrom('directory.regions')
      .select(COLUMNS)
      .where('code', '=', code)
      .executeTakeFirst();
    return row && toRegion(row);
  });
}

/** A region and all it lies in, narrow to wide; empty for an unknown code. */
export async function regionLine(db: Db, code: string): Promise<readonly Region[]> {
  if (!isRegionCode(code)) return [];
  const found = await Promise.all(codeAndAncestors(code).map((one) => regionByCode(db, one)));
  return found[0] === undefined ? [] : found.filter((region) => region !== undefined);
}

/** 'Desa Sakti, Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali'; `undefined` for an unknown code. */
export async function regionChain(db: Db, code: string): Promise<string | undefined> {
  const line = await regionLine(db, code);
  return line.length === 0 ? undefined : chainText(line);
}

export interface FoundRegion extends Region {
  /** The whole chain of names, to tell namesakes apart. */
  readonly chain: string;
}

/** Regions in force whose names, or the names of what they lie in, begin with the typed words; wide before narrow. */
export async function searchRegions(db: Db, text: string, level?: RegionLevel, limit = 20): Promise<FoundRegion[]> {
  const query = searchQuery(text);
  if (query === undefined) return [];
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.regions')
    .select(COLUMNS)
    .where(sql<boolean>`search @@ ${query.any}::tsquery`)
    .where(IN_FORCE)
    .$if(level !== undefined, (q) => q.where('level', '=', level as RegionLevel))
    .orderBy(sql`search @@ ${query.own}::tsquery`, 'desc')
    .orderBy(sql`length(code)`)
    .orderBy('name')
    .orderBy('code')
    .limit(limit)
    .execute();
  return withChains(db, rows.map(toRegion));
}

/** The same regions with their chains. Asks only for what they lie in, which namesakes and neighbours share. */
export async function withChains(db: Db, regions: readonly Region[]): Promise<FoundRegion[]> {
  return Promise.all(
    regions.map(async (region) => {
      const above = region.parentCode === null ? [] : await regionLine(db, region.parentCode);
      return { ...region, chain: chainText([region, ...above]) };
    }),
  );
}

export interface RegionFilters {
  readonly level?: RegionLevel | undefined;
  /** Only regions directly in this one. */
  readonly parent?: string | undefined;
  readonly q?: string | undefined;
}

/** Regions in force in the order of their codes, a page at a time. */
export async function listRegions(
  db: Db,
  asked: { readonly after?: string | undefined; readonly limit: number; readonly filters?: RegionFilters },
): Promise<ListPage<Region>> {
  const { limit, filters = {} } = asked;
  const after = keyOf(asked.after, 1)?.[0];
  const query = filters.q === undefined ? undefined : searchQuery(filters.q);
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.regions')
    .select(COLUMNS)
    .where(IN_FORCE)
    .$if(filters.level !== undefined, (q) => q.where('level', '=', filters.level as RegionLevel))
    .$if(filters.parent !== undefined, (q) => q.where('parent_code', '=', filters.parent as string))
    .$if(query !== undefined, (q) => q.where(sql<boolean>`search @@ ${query?.any}::tsquery`))
    .$if(after !== undefined, (q) => q.where('code', '>', after as string))
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return pageOf(rows.map(toRegion), limit, (last) => cursorOf(last.code));
}

/** The regions directly in one, or the provinces, by name: for narrowing down a place. Villages of one district, never all of them. */
export function regionsIn(db: Db, parent: string | null): Promise<readonly Region[]> {
  return remembered(db, `regions in ${parent}`, TEN_MINUTES, async () => {
    const rows = await db
      .withTables<DirectoryTables>()
      .selectFrom('directory.regions')
      .select(COLUMNS)
      .where('parent_code', parent === null ? 'is' : '=', parent)
      .where(IN_FORCE)
      .orderBy('name')
      .execute();
    return rows.map(toRegion);
  });
}
