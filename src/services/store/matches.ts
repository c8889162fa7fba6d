/** What is on record for the rows of a table, a batch at a time. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Service, ServiceVersion } from '../rules/service.ts';
import { nameKey, toService, toVersion, type VersionRow } from './rows.ts';

export interface OnRecord {
  readonly service: Service;
  readonly nameKey: string;
  /** The last version, whatever its state. */
  readonly last: ServiceVersion;
}

interface FoundRow extends Omit<VersionRow, never> {
  id: string;
  number: string;
  agency_id: string;
  agency_path: string[];
  government_id: string;
  region_code: string | null;
  name_key: string;
}

/** Services by number, or by office and name; in two queries for the whole batch. */
export async function onRecord(
  db: Db,
  asked: readonly { readonly number: string; readonly agencyId: string; readonly name: string }[],
): Promise<{ readonly byNumber: ReadonlyMap<string, OnRecord>; readonly byName: ReadonlyMap<string, OnRecord> }> {
  const numbers = asked.flatMap(({ number }) => (number === '' ? [] : [number]));
  const { rows } = await sql<FoundRow>`
    SELECT s.id, s.number, s.agency_id, s.agency_path, s.government_id, s.region_code, s.name_key,
      v.service_id, v.version, v.state, v.name, v.field, v.channel, v.online_address, v.decree_number, v.decree_on, v.owner_position,
      v.standard, v.valid_from, v.withdrawn_on, v.withdrawn_reason, v.note, v.published_at, v.revision, v.updated_at
    FROM (
      SELECT id FROM services.services WHERE number = ANY (${numbers}::text[])
      UNION
      SELECT service.id FROM unnest(${asked.map(({ agencyId }) => agencyId)}::uuid[], ${asked.map(({ name }) => nameKey(name))}::text[])
        AS row (agency_id, name_key)
      JOIN services.services service ON service.agency_id = row.agency_id AND service.name_key = row.name_key
    ) found
    JOIN services.services s ON s.id = found.id
    JOIN LATERAL (SELECT * FROM services.versions WHERE service_id = s.id ORDER BY version DESC LIMIT 1) v ON true`.execute(db);
  const found = rows.map((row) => ({ service: toService(row), nameKey: row.name_key, last: toVersion(row) }));
  return {
    byNumber: new Map(found.map((one) => [one.service.number, one])),
    byName: new Map(found.map((one) => [placeAndName(one.service.agencyId, one.nameKey), one])),
  };
}

export function placeAndName(agencyId: string, name: string): string {
  return `${agencyId} ${nameKey(name)}`;
}
