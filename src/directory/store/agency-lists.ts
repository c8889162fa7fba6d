import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Agency, AgencyKind } from '../rules/agency.ts';
import { cursorOf, keyOf, type ListPage, pageOf } from '../rules/cursor.ts';
import { codeAndAncestors, isRegionCode } from '../rules/region.ts';
import { searchQuery } from '../rules/search-words.ts';
import { AGENCY_IN_FORCE, agenciesFrom, toAgency } from './agencies.ts';

/**
 * An agency is of a place when it serves it, or, where its service area is not told apart, when it lies in the place or the place in
 * what it governs. National bodies are of none.
 */
function ofPlace(regionCode: string) {
  const line = codeAndAncestors(regionCode);
  const within = `${regionCode}.%`;
  return sql<boolean>`CASE WHEN EXISTS (SELECT FROM directory.service_areas AS area WHERE area.agency_id = agencies.id)
    THEN EXISTS (SELECT FROM directory.service_areas AS area
                  WHERE area.agency_id = agencies.id AND (area.region_code = ANY (${line}::text[]) OR area.region_code LIKE ${within}))
    ELSE (agencies.region_code = ANY (${line}::text[]) OR agencies.region_code LIKE ${within}) END`;
}

/** How narrowly an agency serves a place: the length of the narrowest code that covers it, 0 for what lies inside it or elsewhere. */
function closeness(regionCode: string) {
  const line = codeAndAncestors(regionCode);
  return sql<number>`coalesce(
    (SELECT max(length(area.region_code)) FROM directory.service_areas AS area
      WHERE area.agency_id = agencies.id AND area.region_code = ANY (${line}::text[])),
    CASE WHEN agencies.region_code = ANY (${line}::text[]) THEN length(agencies.region_code) END, 0)`;
}

/**
 * Agencies in force whose names begin with the typed words. With a place: those of the place first, then national bodies, nothing of
 * other places.
 */
export async function searchAgencies(db: Db, text: string, regionCode?: string, limit = 20): Promise<Agency[]> {
  const query = searchQuery(text);
  if (query === undefined) return [];
  const place = regionCode !== undefined && isRegionCode(regionCode) ? regionCode : undefined;
  const rows = await agenciesFrom(db)
    .where(sql<boolean>`agencies.search @@ ${query.any}::tsquery`)
    .where(AGENCY_IN_FORCE)
    .$if(place !== undefined, (q) => q.where(sql<boolean>`(agencies.region_code IS NULL OR ${ofPlace(place as string)})`))
    .orderBy(sql`agencies.search @@ ${query.own}::tsquery`, 'desc')
    .orderBy(sql`agencies.region_code IS NULL`)
    .$if(place !== undefined, (q) => q.orderBy(closeness(place as string), 'desc'))
    .orderBy(sql`cardinality(agencies.path)`)
    .orderBy(sql`lower(agencies.name)`)
    .orderBy('directory.agencies.id')
    .limit(limit)
    .execute();
  return rows.map(toAgency);
}

export interface AgencyFilters {
  readonly q?: string | undefined;
  readonly kind?: AgencyKind | undefined;
  /** Agencies of this place, as in `searchAgencies`, without the national ones. */
  readonly region?: string | undefined;
  /** Only agencies directly below this one (id). */
  readonly parent?: string | undefined;
  /** This agency and everything below it (id). */
  readonly under?: string | undefined;
  /** Only roots of trees. */
  readonly governmentsOnly?: boolean | undefined;
}

/** Agencies in force by name, a page at a time. */
export async function listAgencies(
  db: Db,
  asked: { readonly after?: string | undefined; readonly limit: number; readonly filters?: AgencyFilters },
): Promise<ListPage<Agency>> {
  const { limit, filters = {} } = asked;
  const after = keyOf(asked.after, 2);
  const query = filters.q === undefined ? undefined : searchQuery(filters.q);
  const region = filters.region !== undefined && isRegionCode(filters.region) ? filters.region : undefined;
  const rows = await agenciesFrom(db)
    .where(AGENCY_IN_FORCE)
    .$if(query !== undefined, (q) => q.where(sql<boolean>`agencies.search @@ ${query?.any}::tsquery`))
    .$if(filters.kind !== undefined, (q) => q.where('directory.agencies.kind', '=', filters.kind as AgencyKind))
    .$if(region !== undefined, (q) => q.where(ofPlace(region as string)))
    .$if(filters.parent !== undefined, (q) => q.where('parent_id', '=', filters.parent as string))
    .$if(filters.under !== undefined, (q) => q.where(sql<boolean>`agencies.path @> ARRAY[${filters.under}::uuid]`))
    .$if(filters.governmentsOnly === true, (q) => q.where('parent_id', 'is', null))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(lower(agencies.name), agencies.id) > (lower(${after?.[0]}), ${uuid(after?.[1])}::uuid)`),
    )
    .orderBy(sql`lower(agencies.name)`)
    .orderBy('directory.agencies.id')
    .limit(limit + 1)
    .execute();
  return pageOf(rows.map(toAgency), limit, (last) => cursorOf(last.name, last.id));
}

/** A cursor's second part, or the nil id: a tampered cursor must not become a database error. */
function uuid(text: string | undefined): string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
    ? text
    : '00000000-0000-0000-0000-000000000000';
}

export interface OfficesUnder {
  /** The widest first, then by name: the agency itself, its offices, what lies below them. */
  readonly offices: readonly OfficeName[];
  /** There are more than were asked for. */
  readonly isCut: boolean;
}

export type OfficeName = Pick<Agency, 'id' | 'code' | 'name' | 'path'>;

/**
 * Each of these agencies with what is in force below it, in one statement that reads no more than a list shows: a regency has hundreds of villages, a
 * province hundreds of schools.
 *
 * @param limit how many of each
 * @param named only those whose names begin with these words; '' = all
 */
export async function officesUnder(
  db: Db,
  ids: readonly string[],
  { limit, named = '' }: { readonly limit: number; readonly named?: string },
): Promise<ReadonlyMap<string, OfficesUnder>> {
  const query = named.trim() === '' ? null : searchQuery(named);
  const wanted = query === undefined ? [] : [...new Set(ids)];
  const { rows } = await sql<OfficeName & { readonly root: string }>`
    SELECT root.id AS root, office.* FROM unnest(${wanted}::uuid[]) AS root (id)
    CROSS JOIN LATERAL (
      SELECT agencies.id, agencies.code, agencies.name, agencies.path FROM directory.agencies
      WHERE agencies.path @> ARRAY[root.id] AND ${AGENCY_IN_FORCE} ${query ? sql`AND agencies.search @@ ${query.any}::tsquery` : sql``}
      ORDER BY cardinality(agencies.path), lower(agencies.name), agencies.id LIMIT ${limit + 1}
    ) office
    ORDER BY cardinality(office.path), lower(office.name), office.id`.execute(db);
  const found = Map.groupBy(rows, ({ root }) => root);
  return new Map(
    [...new Set(ids)].map((id) => {
      const all = (found.get(id) ?? []).map(({ root: _, ...office }) => office);
      return [id, { offices: all.slice(0, limit), isCut: all.length > limit }];
    }),
  );
}
