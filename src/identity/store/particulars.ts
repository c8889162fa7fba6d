/** The sealed particulars of a reporter, the file with the copy of the identity card beside them. */
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { GivenParticular } from '../rules/particulars.ts';
import type { SealedRecord } from './record-seal.ts';
import type { IdentityTables } from './tables.ts';

export interface KeptParticulars {
  readonly given: readonly GivenParticular[];
  /** Key in the file store, `null` when no copy was given. */
  readonly idCopyKey: string | null;
}

/** Keeps them, in the place of those kept before. */
export async function putParticulars(
  tx: Tx,
  caseId: string,
  particulars: SealedRecord & KeptParticulars,
  at: Moment,
): Promise<void> {
  const { keyId, wrappedKey, sealed, given, idCopyKey } = particulars;
  const row = { sealed, given: [...given], id_copy_key: idCopyKey, sealed_at: at.toString() };
  const tables = tx.withTables<IdentityTables>();
  await tables
    .insertInto('identity.particulars')
    .values({ complaint_id: caseId, ...row })
    .onConflict((conflict) => conflict.column('complaint_id').doUpdateSet(row))
    .execute();
  await tables
    .insertInto('identity.record_keys')
    .values({ complaint_id: caseId, part: 'particulars', key_id: keyId, wrapped_key: wrappedKey })
    .onConflict((conflict) => conflict.columns(['complaint_id', 'part']).doUpdateSet({ key_id: keyId, wrapped_key: wrappedKey }))
    .execute();
}

/** What is there, without opening the seal; nothing given when there is no row (never given, or erased). */
export async function loadParticularsGiven(db: Db | Tx, caseId: string): Promise<KeptParticulars> {
  const row = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.particulars')
    .select(['given', 'id_copy_key'])
    .where('complaint_id', '=', caseId)
    .executeTakeFirst();
  return { given: row?.given ?? [], idCopyKey: row?.id_copy_key ?? null };
}
