import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Contact } from '../rules/contact.ts';
import { maskIdentifiers } from '../rules/mask.ts';
import { openRecord } from '../store/record-seal.ts';
import { loadSealed } from '../store/sealed-records.ts';

/**
 * What a complainant writes after filing, masked like `maskIdentifiers` and against the sealed contact too. Only for the
 * complainant's own words: shown to anyone else, it would answer guesses at who they are.
 */
export async function maskOwnWords(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  words: { readonly complaintId: string; readonly text: string },
): Promise<string> {
  return (await ownWordsMasker(tools, db, words.complaintId))(words.text);
}

/** The same for many texts of one complaint: the seal is opened once, and nothing but the masked texts comes out. */
export async function ownWordsMasker(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  complaintId: string,
): Promise<(text: string) => string> {
  const record = await loadSealed(db, complaintId, 'contact');
  const contact = record && (openRecord(tools, complaintId, 'contact', record) as Contact);
  return (text) => maskIdentifiers(text, { contact });
}
