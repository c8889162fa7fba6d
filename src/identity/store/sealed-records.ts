import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { insertAll, insertionsInto } from '../../platform/database/insert-all.ts';
import type { WayToReach } from '../rules/contact.ts';
import type { SealedRecord } from './record-seal.ts';
import type { IdentityTables, SealedPart } from './tables.ts';

export interface SealedContact extends SealedRecord {
  readonly ways: WayToReach[];
}

const into = insertionsInto<IdentityTables>();

const TABLES = {
  contact: 'identity.complainants',
  original: 'identity.originals',
  particulars: 'identity.particulars',
} as const;

/** Keeps the sealed parts of a new complaint in one statement. Throws a unique violation when they are there already. */
export async function insertSealed(
  tx: Tx,
  complaintId: string,
  parts: { readonly contact: SealedContact | undefined; readonly original: SealedRecord },
  at: Moment,
): Promise<void> {
  const { contact, original } = parts;
  const common = { complaint_id: complaintId, sealed_at: at.toString() };
  await insertAll(tx, [
    into('identity.originals', [{ ...common, sealed: original.sealed }]),
    into('identity.complainants', contact ? [{ ...common, sealed: contact.sealed, ways: contact.ways }] : []),
    into('identity.record_keys', [
      keyRow(complaintId, 'original', original),
      ...(contact ? [keyRow(complaintId, 'contact', contact)] : []),
    ]),
  ]);
}

/** Keeps the original words alone, of something that has them from elsewhere. Throws a unique violation when they are there. */
export async function insertSealedPart(tx: Tx, id: string, part: 'original', record: SealedRecord, at: Moment): Promise<void> {
  await insertAll(tx, [
    into('identity.originals', [{ complaint_id: id, sealed: record.sealed, sealed_at: at.toString() }]),
    into('identity.record_keys', [keyRow(id, part, record)]),
  ]);
}

/** Puts a newly sealed contact in the place of the old one, whose data key is gone with it. */
export async function replaceContact(tx: Tx, complaintId: string, contact: SealedContact, at: Moment): Promise<void> {
  const key = keyRow(complaintId, 'contact', contact);
  const row = { sealed: contact.sealed, ways: contact.ways, sealed_at: at.toString() };
  await tx
    .withTables<IdentityTables>()
    .with('contact', (db) =>
      db
        .insertInto('identity.complainants')
        .values({ complaint_id: complaintId, ...row })
        .onConflict((conflict) => conflict.column('complaint_id').doUpdateSet(row)),
    )
    .insertInto('identity.record_keys')
    .values(key)
    .onConflict((conflict) =>
      conflict.columns(['complaint_id', 'part']).doUpdateSet({ key_id: key.key_id, wrapped_key: key.wrapped_key }),
    )
    .execute();
}

/** The sealed part, or `undefined` when it was never given or has been erased. */
export async function loadSealed(db: Db | Tx, complaintId: string, part: SealedPart): Promise<SealedRecord | undefined> {
  const { rows } = await sql<{ sealed: Buffer; key_id: string; wrapped_key: Buffer }>`
    SELECT record.sealed, key.key_id, key.wrapped_key
    FROM ${sql.table(TABLES[part])} record JOIN identity.record_keys key USING (complaint_id)
    WHERE complaint_id = ${complaintId} AND key.part = ${part}`.execute(db);
  const [row] = rows;
  return row && { sealed: row.sealed, keyId: row.key_id, wrappedKey: row.wrapped_key };
}

/** @returns whether there was anything to delete */
export async function deleteSealed(tx: Tx, complaintId: string, part: SealedPart): Promise<boolean> {
  const tables = tx.withTables<IdentityTables>();
  await tables.deleteFrom(TABLES[part]).where('complaint_id', '=', complaintId).execute();
  const gone = await tables
    .deleteFrom('identity.record_keys')
    .where('complaint_id', '=', complaintId)
    .where('part', '=', part)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** By what the complainant can be reached, without opening the seal. */
export async function loadWays(db: Db | Tx, complaintId: string): Promise<readonly WayToReach[]> {
  const row = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.complainants')
    .select('ways')
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst();
  return row?.ways ?? [];
}

function keyRow(complaintId: string, part: SealedPart, { keyId, wrappedKey }: SealedRecord) {
  return { complaint_id: complaintId, part, key_id: keyId, wrapped_key: wrappedKey };
}
