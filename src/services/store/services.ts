/** Services and their versions, one at a time. */
import { sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Service, ServiceContent, ServiceVersion } from '../rules/service.ts';
import { contentRow, nameKey, SERVICE_COLUMNS, toService, toVersion, VERSION_COLUMNS } from './rows.ts';
import type { ServiceTables } from './tables.ts';

const services = (db: Db) => db.withTables<ServiceTables>().selectFrom('services.services').select(SERVICE_COLUMNS);
const versions = (db: Db) => db.withTables<ServiceTables>().selectFrom('services.versions').select(VERSION_COLUMNS);

export async function serviceById(db: Db, id: string): Promise<Service | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await services(db).where('id', '=', id).executeTakeFirst();
  return row && toService(row);
}

export function isServiceNumber(text: string): boolean {
  return /^[1-9]\d{6}$/.test(text);
}

export async function serviceByNumber(db: Db, number: string): Promise<Service | undefined> {
  if (!isServiceNumber(number)) return undefined;
  const row = await services(db).where('number', '=', number).executeTakeFirst();
  return row && toService(row);
}

/** Holds the service's row until the transaction ends: every step on it begins with this. */
export async function lockService(tx: Tx, id: string): Promise<Service | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await services(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toService(row);
}

/** All versions, first to last. A service has a handful. */
export async function versionsOf(db: Db, serviceId: string): Promise<ServiceVersion[]> {
  const rows = await versions(db).where('service_id', '=', serviceId).orderBy('version').execute();
  return rows.map(toVersion);
}

/** Whether the office has another service of this name. */
export async function isNameTaken(db: Db, agencyId: string, name: string, exceptId?: string): Promise<boolean> {
  const row = await db
    .withTables<ServiceTables>()
    .selectFrom('services.services')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row !== undefined && row.id !== exceptId;
}

/** The next public number. Numbers of rolled back transactions are lost, which nobody minds. */
export async function nextNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{ number: string }>`SELECT nextval('services.numbers')::text AS number`.execute(tx);
  return rows[0]?.number ?? '';
}

export async function insertService(tx: Tx, service: Service, name: string, at: Moment): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .insertInto('services.services')
    .values({
      id: service.id,
      number: service.number,
      agency_id: service.agencyId,
      agency_path: sql<string[]>`${[...service.agencyPath]}::uuid[]`,
      government_id: service.governmentId,
      region_code: service.regionCode,
      name_key: nameKey(name),
      created_at: at.toString(),
    })
    .execute();
}

/** A new draft. */
export async function insertDraft(
  tx: Tx,
  serviceId: string,
  version: number,
  content: ServiceContent,
  about: { readonly note: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .insertInto('services.versions')
    .values({
      ...contentRow(content),
      service_id: serviceId,
      version,
      state: 'draft',
      valid_from: null,
      withdrawn_on: null,
      note: about.note,
      published_at: null,
      revision: 1,
      updated_at: about.at.toString(),
    })
    .execute();
}

export async function updateDraft(
  tx: Tx,
  draft: ServiceVersion,
  content: ServiceContent,
  about: { readonly note: string; readonly at: Moment },
): Promise<void> {
  const tables = tx.withTables<ServiceTables>();
  await tables
    .updateTable('services.versions')
    .set({ ...contentRow(content), note: about.note, revision: draft.revision + 1, updated_at: about.at.toString() })
    .where('service_id', '=', draft.serviceId)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .execute();
  await tables
    .updateTable('services.services')
    .set({ name_key: nameKey(content.name) })
    .where('id', '=', draft.serviceId)
    .execute();
}

export async function deleteDraft(tx: Tx, draft: ServiceVersion, nameBefore: string | undefined): Promise<void> {
  const tables = tx.withTables<ServiceTables>();
  await tables
    .deleteFrom('services.versions')
    .where('service_id', '=', draft.serviceId)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .execute();
  if (nameBefore !== undefined) {
    await tables
      .updateTable('services.services')
      .set({ name_key: nameKey(nameBefore) })
      .where('id', '=', draft.serviceId)
      .execute();
  }
}

export async function publishDraft(
  tx: Tx,
  draft: ServiceVersion,
  order: { readonly validFrom: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.versions')
    .set({
      state: 'published',
      valid_from: order.validFrom,
      published_at: order.at.toString(),
      updated_at: order.at.toString(),
      revision: draft.revision + 1,
    })
    .where('service_id', '=', draft.serviceId)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .execute();
}

/** Every published version of the service ends on the day: the last one was in force, those to come never will be. */
export async function withdrawVersions(
  tx: Tx,
  serviceId: string,
  order: { readonly on: string; readonly reason: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.versions')
    .set({
      state: 'withdrawn',
      withdrawn_on: order.on,
      withdrawn_reason: order.reason,
      updated_at: order.at.toString(),
    })
    .where('service_id', '=', serviceId)
    .where('state', '=', 'published')
    .execute();
}

/** How services are called, also those that are no longer offered; unknown ids are not in the map. Drafts give no name away. */
export async function serviceNames(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly name: string }>> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string; name: string }>`
    SELECT DISTINCT ON (s.id) s.id, s.number, v.name FROM services.services s
    JOIN services.versions v ON v.service_id = s.id AND v.state <> 'draft'
    WHERE s.id = ANY (${wanted}::uuid[]) ORDER BY s.id, v.valid_from DESC, v.version DESC`.execute(db);
  return new Map(rows.map(({ id, number, name }) => [id, { number, name }]));
}
