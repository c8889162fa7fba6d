import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { RegionSeed } from '../reference/regions.ts';

/**
 * Brings the table of regions to the given edition in two statements: about two seconds for 91 thousand rows.
 * A code the edition no longer has is closed on the edition's day, one it adds begins on it (on the first load: since ever).
 *
 * @param editionOn ISO date
 */
export async function saveRegions(tx: Tx, regions: readonly RegionSeed[], editionOn: string): Promise<void> {
  const column = <K extends keyof RegionSeed>(key: K) => regions.map((region) => region[key]);
  await sql`
    INSERT INTO directory.regions (code, level, kind, name, parent_code, zone, valid_from, search)
    SELECT code,
           CASE length(code) WHEN 2 THEN 'province' WHEN 5 THEN 'regency' WHEN 8 THEN 'district' ELSE 'village' END,
           kind, name,
           CASE length(code) WHEN 2 THEN NULL WHEN 5 THEN left(code, 2) WHEN 8 THEN left(code, 5) ELSE left(code, 8) END,
           zone,
           coalesce(began, CASE WHEN EXISTS (SELECT FROM directory.regions) THEN ${editionOn}::date END),
           search::tsvector
      FROM unnest(${column('code')}::text[], ${column('kind')}::text[], ${column('name')}::text[], ${column('zone')}::text[],
                  ${column('search')}::text[], ${column('from')}::date[]) AS edition (code, kind, name, zone, search, began)
    ON CONFLICT (code) DO UPDATE
       SET kind = excluded.kind, name = excluded.name, zone = excluded.zone, search = excluded.search, valid_until = NULL
     WHERE (regions.kind, regions.name, regions.zone, regions.search, regions.valid_until)
           IS DISTINCT FROM (excluded.kind, excluded.name, excluded.zone, excluded.search, NULL::date)`.execute(tx);
  await sql`
    UPDATE directory.regions SET valid_until = greatest(${editionOn}::date, valid_from + 1)
     WHERE valid_until IS NULL AND NOT (code = ANY (${column('code')}::text[]))`.execute(tx);
}
