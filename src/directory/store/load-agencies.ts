import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { PlacedAgency } from '../reference/agencies.ts';

/**
 * Brings the shipped agencies into the table. Rows that people have edited are left alone; shipped agencies that are no longer
 * shipped end today and stay, because complaints point at them.
 */
export async function saveAgencies(tx: Tx, agencies: readonly PlacedAgency[]): Promise<void> {
  const column = <T>(of: (agency: PlacedAgency) => T) => agencies.map(of);
  const ids = column((agency) => agency.id);
  await sql`
    INSERT INTO directory.agencies (id, code, kind, name, short_name, parent_id, government_id, path, region_code, functions,
                                    is_coordinator_desk, name_confirmed, name_note, valid_from, valid_until, search)
    SELECT id, code, kind, name, short_name, parent_id, (string_to_array(path, ' ')::uuid[])[1], string_to_array(path, ' ')::uuid[],
           region, string_to_array(functions, ' '), desk, confirmed, note, began, ended,
           search::tsvector
      FROM unnest(${ids}::uuid[], ${column((a) => a.code)}::text[], ${column((a) => a.kind)}::text[], ${column((a) => a.name)}::text[],
                  ${column((a) => a.shortName)}::text[], ${column((a) => a.parentId)}::uuid[],
                  ${column((a) => a.path.join(' '))}::text[], ${column((a) => a.region)}::text[],
                  ${column((a) => (a.functions ?? []).join(' '))}::text[], ${column((a) => a.desk ?? false)}::boolean[],
                  ${column((a) => a.nameConfirmed ?? false)}::boolean[], ${column((a) => a.nameNote ?? null)}::text[],
                  ${column((a) => a.validFrom ?? null)}::date[], ${column((a) => a.validUntil ?? null)}::date[],
                  ${column((a) => a.search)}::text[])
           AS shipped (id, code, kind, name, short_name, parent_id, path, region, functions, desk, confirmed, note, began, ended, search)
    ON CONFLICT (id) DO UPDATE
       SET kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, region_code = excluded.region_code,
           functions = excluded.functions, is_coordinator_desk = excluded.is_coordinator_desk, name_confirmed = excluded.name_confirmed,
           name_note = excluded.name_note, valid_from = excluded.valid_from, valid_until = excluded.valid_until, search = excluded.search
     WHERE agencies.kept_by = 'reference'`.execute(tx);
  await sql`
    UPDATE directory.agencies SET valid_until = greatest(current_date, valid_from + 1)
     WHERE kept_by = 'reference' AND valid_until IS NULL AND NOT (id = ANY (${ids}::uuid[]))`.execute(tx);
  await saveServiceAreas(tx, agencies);
}

async function saveServiceAreas(tx: Tx, agencies: readonly PlacedAgency[]): Promise<void> {
  const areas = agencies.flatMap(({ id, serves }) => (serves ?? []).map((region) => ({ id, region })));
  await sql`
    DELETE FROM directory.service_areas USING directory.agencies
     WHERE agencies.id = service_areas.agency_id AND agencies.kept_by = 'reference'`.execute(tx);
  await sql`
    INSERT INTO directory.service_areas (agency_id, region_code)
    SELECT area.id, area.region
      FROM unnest(${areas.map(({ id }) => id)}::uuid[], ${areas.map(({ region }) => region)}::text[]) AS area (id, region)
      JOIN directory.agencies ON agencies.id = area.id AND agencies.kept_by = 'reference'
    ON CONFLICT DO NOTHING`.execute(tx);
}
