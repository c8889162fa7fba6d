/** Between rows and domain values. */
import type { Insertable, Selectable } from 'kysely';
import { completeness } from '../rules/completeness.ts';
import { deliveryText } from '../rules/delivery-text.ts';
import type { Service, ServiceContent, ServiceVersion } from '../rules/service.ts';
import type { ServicesTable, VersionsTable } from './tables.ts';

export function toService(row: Omit<Selectable<ServicesTable>, 'name_key' | 'created_at'>): Service {
  return {
    id: row.id,
    number: row.number,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    governmentId: row.government_id,
    regionCode: row.region_code,
  };
}

export type VersionRow = Omit<Selectable<VersionsTable>, 'words' | 'search' | 'stated' | 'stated_delivery' | 'missing'>;

export const VERSION_COLUMNS = [
  'services.versions.service_id',
  'services.versions.version',
  'services.versions.state',
  'services.versions.name',
  'services.versions.field',
  'services.versions.channel',
  'services.versions.online_address',
  'services.versions.decree_number',
  'services.versions.decree_on',
  'services.versions.owner_position',
  'services.versions.standard',
  'services.versions.valid_from',
  'services.versions.withdrawn_on',
  'services.versions.withdrawn_reason',
  'services.versions.note',
  'services.versions.published_at',
  'services.versions.revision',
  'services.versions.updated_at',
] as const;

export const SERVICE_COLUMNS = [
  'services.services.id',
  'services.services.number',
  'services.services.agency_id',
  'services.services.agency_path',
  'services.services.government_id',
  'services.services.region_code',
] as const;

export function toVersion(row: VersionRow): ServiceVersion {
  return {
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    name: row.name,
    field: row.field,
    channel: row.channel,
    onlineAddress: row.online_address,
    decreeNumber: row.decree_number,
    decreeOn: row.decree_on,
    ownerPosition: row.owner_position,
    standard: row.standard,
    validFrom: row.valid_from,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    note: row.note,
    publishedAt: row.published_at,
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

/** Two names are the same when they differ in case and spaces alone. */
export function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** What a version says, with what is derived from it. */
export function contentRow(content: ServiceContent) {
  const judged = completeness(content.standard);
  return {
    name: content.name,
    field: content.field,
    channel: content.channel,
    online_address: content.onlineAddress,
    decree_number: content.decreeNumber,
    decree_on: content.decreeOn?.toString() ?? null,
    owner_position: content.ownerPosition,
    standard: JSON.stringify(content.standard),
    stated: judged.all.stated,
    stated_delivery: judged.delivery.stated,
    missing: judged.missing.map(({ code }) => code),
    search: deliveryText(content.standard),
  } satisfies Partial<Insertable<VersionsTable>>;
}
