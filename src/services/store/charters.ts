/** Maklumat pelayanan, by office. */
import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Charter, CharterContent } from '../rules/charter.ts';
import type { KeptScan } from '../rules/scan.ts';
import type { ChartersTable, ServiceTables } from './tables.ts';

const charters = (db: Db) => db.withTables<ServiceTables>().selectFrom('services.charters').selectAll();

function toCharter(row: Selectable<ChartersTable>): Charter {
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    version: row.version,
    state: row.state,
    body: row.body,
    signatoryName: row.signatory_name,
    signatoryPosition: row.signatory_position,
    signedOn: row.signed_on,
    validFrom: row.valid_from,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    file: row.file,
    publishedAt: row.published_at,
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

/** All versions of an office, first to last. */
export async function chartersOf(db: Db, agencyId: string): Promise<Charter[]> {
  const rows = await charters(db).where('agency_id', '=', agencyId).orderBy('version').execute();
  return rows.map(toCharter);
}

export async function charterById(db: Db, id: string): Promise<Charter | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await charters(db).where('id', '=', id).executeTakeFirst();
  return row && toCharter(row);
}

/** Offices at and below these agencies whose maklumat is in force on a day. */
export async function officesWithCharter(db: Db, agencyIds: readonly string[], day: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ agency_id: string }>`
    SELECT DISTINCT agency_id FROM services.charters
    WHERE state = 'published' AND valid_from <= ${day.toString()}::date AND agency_path && ${[...agencyIds]}::uuid[]`.execute(db);
  return new Set(rows.map((row) => row.agency_id));
}

/** Two who begin a charter of one office at once wait for each other. */
export async function lockCharters(tx: Tx, agencyId: string): Promise<Charter[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`charters ${agencyId}`}, 0))`.execute(tx);
  return chartersOf(tx, agencyId);
}

interface Written {
  readonly content: CharterContent;
  readonly file: KeptScan | null;
  readonly at: Moment;
}

const contentRow = ({ content, file, at }: Written) => ({
  body: content.body,
  signatory_name: content.signatoryName,
  signatory_position: content.signatoryPosition,
  signed_on: content.signedOn?.toString() ?? null,
  valid_from: content.validFrom?.toString() ?? null,
  file: file === null ? null : JSON.stringify(file),
  updated_at: at.toString(),
});

export async function insertCharter(
  tx: Tx,
  draft: { readonly id: string; readonly agencyId: string; readonly agencyPath: readonly string[]; readonly version: number },
  written: Written,
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .insertInto('services.charters')
    .values({
      ...contentRow(written),
      id: draft.id,
      agency_id: draft.agencyId,
      agency_path: sql<string[]>`${[...draft.agencyPath]}::uuid[]`,
      version: draft.version,
      state: 'draft',
      withdrawn_on: null,
      published_at: null,
      revision: 1,
    })
    .execute();
}

export async function updateCharter(tx: Tx, draft: Charter, written: Written): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.charters')
    .set({ ...contentRow(written), revision: draft.revision + 1 })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute();
}

export async function publishCharterRow(tx: Tx, draft: Charter, at: Moment): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.charters')
    .set({ state: 'published', published_at: at.toString(), updated_at: at.toString(), revision: draft.revision + 1 })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute();
}

export async function withdrawCharters(
  tx: Tx,
  agencyId: string,
  order: { readonly on: string; readonly reason: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<ServiceTables>()
    .updateTable('services.charters')
    .set({ state: 'withdrawn', withdrawn_on: order.on, withdrawn_reason: order.reason, updated_at: order.at.toString() })
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .execute();
}
