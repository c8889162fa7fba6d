/** Services with one version each, in the order of their numbers, a page at a time: for tables. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Service, ServiceVersion } from '../rules/service.ts';
import { inForce } from './lists.ts';
import { toService, toVersion, type VersionRow } from './rows.ts';

export interface ExportedService {
  readonly service: Service;
  readonly version: ServiceVersion;
}

export interface ExportPage {
  /** These agencies and everything below them; `null` = all. */
  readonly agencyIds: readonly string[] | null;
  /** The last number of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** The version in force on a day. */
export function exportedPublic(db: Db, page: ExportPage & { readonly day: Day }): Promise<ExportedService[]> {
  return exported(db, page, inForce(page.day));
}

/** The latest version, drafts and versions to come included; nothing of services that are no longer offered. */
export function exportedLatest(db: Db, page: ExportPage): Promise<ExportedService[]> {
  const latest = sql<boolean>`v.state <> 'withdrawn'
    AND v.version = (SELECT max(version) FROM services.versions WHERE service_id = v.service_id)`;
  return exported(db, page, latest);
}

interface Row extends VersionRow {
  id: string;
  number: string;
  agency_id: string;
  agency_path: string[];
  government_id: string;
  region_code: string | null;
}

async function exported(db: Db, page: ExportPage, which: RawBuilder<boolean>): Promise<ExportedService[]> {
  const { rows } = await sql<Row>`
    SELECT s.id, s.number, s.agency_id, s.agency_path, s.government_id, s.region_code,
      v.service_id, v.version, v.state, v.name, v.field, v.channel, v.online_address, v.decree_number, v.decree_on, v.owner_position,
      v.standard, v.valid_from, v.withdrawn_on, v.withdrawn_reason, v.note, v.published_at, v.revision, v.updated_at
    FROM services.services s JOIN services.versions v ON v.service_id = s.id
    WHERE ${which}
      ${page.after === undefined ? sql`` : sql`AND s.number > ${page.after}`}
      ${page.agencyIds === null ? sql`` : sql`AND s.agency_path && ${[...page.agencyIds]}::uuid[]`}
    ORDER BY s.number LIMIT ${page.limit}`.execute(db);
  return rows.map((row) => ({ service: toService(row), version: toVersion(row) }));
}
