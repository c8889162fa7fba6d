import type { Language } from '../../kernel/language.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Contact } from '../rules/contact.ts';
import { openRecord } from '../store/record-seal.ts';
import { loadSealed, loadWays } from '../store/sealed-records.ts';

/**
 * Where a mail to the complainant goes, asked by the errand that sends it at the moment of sending and by nobody else.
 * `undefined` when no address was given or it was erased. The row of the ledger is the record of this look.
 *
 * @throws SealBroken when the record does not open
 */
export async function addressFor(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  complaintId: string,
): Promise<{ readonly email: string; readonly language: Language } | undefined> {
  const record = await loadSealed(db, complaintId, 'contact');
  if (record === undefined) return undefined;
  const { email, language = 'id' } = openRecord(tools, complaintId, 'contact', record) as Contact;
  return email === undefined ? undefined : { email, language };
}

/** Whether the complainant can be reached at all, by mail or by telephone. Opens nothing, so it is no look. */
export async function hasContact(db: Db | Tx, complaintId: string): Promise<boolean> {
  return (await loadWays(db, complaintId)).length > 0;
}
