import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../database/database.ts';
import type { Keys } from '../../keys.ts';
import type { Tools } from '../../tools.ts';
import { BACKUP_CODES_SHOWN_MINUTES } from '../limits.ts';
import { moment, signInTables } from '../tables.ts';

/**
 * Backup codes: ten of them, each good once, for a day without the phone.
 *
 * They are a keyed hash of the set's id, so they can be shown again (after a reload, after Back) until the person says they
 * are kept, without being stored in any form. A new set makes the old one worthless.
 */
const CODES = 10;

/** Crockford's alphabet: no letter that is read as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes a new set for a person, in place of the old one. */
export async function makeBackupCodes(tools: Tools, tx: Tx, personId: string): Promise<void> {
  const fresh = { set_id: tools.random.id(), made_at: tools.clock.now().toString(), kept_at: null, used: [] };
  await signInTables(tx)
    .insertInto('sign_in.backup_codes')
    .values({ person_id: personId, ...fresh })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(fresh))
    .execute();
}

/** The codes of a set that the person has not yet confirmed to have kept; `null` when there is nothing to show any more. */
export async function backupCodesToShow(tools: Tools, personId: string): Promise<readonly string[] | null> {
  const earliest = tools.clock.now().subtract({ minutes: BACKUP_CODES_SHOWN_MINUTES });
  const set = await signInTables(tools.db)
    .selectFrom('sign_in.backup_codes')
    .select('set_id')
    .where('person_id', '=', personId)
    .where('kept_at', 'is', null)
    .where('made_at', '>', moment(earliest))
    .executeTakeFirst();
  return set ? codesOf(tools.keys, set.set_id).map((code) => `${code.slice(0, 5)}-${code.slice(5)}`) : null;
}

/** The person has kept the codes: they are not shown again. */
export async function confirmBackupCodesKept(tools: Tools, personId: string): Promise<void> {
  await signInTables(tools.db)
    .updateTable('sign_in.backup_codes')
    .set({ kept_at: tools.clock.now().toString() })
    .where('person_id', '=', personId)
    .where('kept_at', 'is', null)
    .execute();
}

/** How many codes a person has left. */
export async function backupCodesLeft(db: Db, personId: string): Promise<number> {
  const set = await signInTables(db)
    .selectFrom('sign_in.backup_codes')
    .select('used')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return set ? CODES - set.used.length : 0;
}

/** Uses up a code; `used` when it was used before. Two requests with the same code at once: one of them gets `used`. */
export async function spendBackupCode(keys: Keys, tx: Tx, personId: string, typed: string): Promise<'ok' | 'used' | 'wrong'> {
  const code = readable(typed);
  if (code === null) return 'wrong';
  const tables = signInTables(tx);
  const set = await tables
    .selectFrom('sign_in.backup_codes')
    .select('set_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!set) return 'wrong';
  const index = codesOf(keys, set.set_id).findIndex((candidate) => timingSafeEqual(Buffer.from(candidate), Buffer.from(code)));
  if (index < 0) return 'wrong';
  const spent = await tables
    .updateTable('sign_in.backup_codes')
    .set({ used: sql<number[]>`array_append(used, ${index}::smallint)` })
    .where('person_id', '=', personId)
    .where('set_id', '=', set.set_id)
    .where(sql<boolean>`NOT (${index}::smallint = ANY (used))`)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n ? 'ok' : 'used';
}

/** A code as typed by a person: any case, with or without the hyphen, O for 0 and I or L for 1. */
function readable(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : null;
}

function codesOf(keys: Keys, setId: string): string[] {
  const key = keys.derive('sign-in.backup-codes');
  return Array.from({ length: CODES }, (_, index) => {
    const bytes = createHmac('sha256', key).update(`${setId}:${index}`).digest();
    return Array.from(bytes.subarray(0, 10), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  });
}
