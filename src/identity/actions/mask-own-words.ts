import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Contact } from '../rules/contact.ts';
import { MASK, maskIdentifiers } from '../rules/mask.ts';
import type { Particulars } from '../rules/particulars.ts';
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

/** Shorter addresses stand in too many other words. */
const SHORTEST_ADDRESS = 8;

/**
 * The same for many texts of one complaint or case: the seals are opened once, and nothing but the masked texts comes out. Of a case the name
 * and the address among the particulars are taken out as well.
 */
export async function ownWordsMasker(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  complaintId: string,
): Promise<(text: string) => string> {
  const contact = await opened<Contact>(tools, db, complaintId, 'contact');
  const { name, address = '' } = (await opened<Particulars>(tools, db, complaintId, 'particulars')) ?? {};
  return (text) => {
    const known = maskIdentifiers(text, { contact });
    const named = name === undefined ? known : maskIdentifiers(known, { contact: { name } });
    return address.length < SHORTEST_ADDRESS ? named : named.replaceAll(address, MASK);
  };
}

async function opened<Part>(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  id: string,
  part: 'contact' | 'particulars',
): Promise<Part | undefined> {
  const record = await loadSealed(db, id, part);
  return record && (openRecord(tools, id, part, record) as Part);
}
