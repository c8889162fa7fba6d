/**
 * Whether a text that is about to leave repeats what the reporter gave: name, telephone, e-mail, NIK, address. Opens the seal inside this room and
 * gives out places of the caller's own text, nothing else. Asked before a document of a case with a secret identity is sealed.
 */
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Contact } from '../rules/contact.ts';
import type { Particulars } from '../rules/particulars.ts';
import { type Repeat, repeatsIn } from '../rules/repeats.ts';
import { openRecord } from '../store/record-seal.ts';
import { loadSealed } from '../store/sealed-records.ts';

export type { Repeat } from '../rules/repeats.ts';

/**
 * @param texts of the caller
 * @returns for each text the places, in order; all empty when nothing is sealed (a tip, an erased identity)
 * @throws SealBroken when a record does not open
 */
export async function repeatsOfReporter(
  tools: Pick<Tools, 'keys'>,
  db: Db | Tx,
  caseId: string,
  texts: readonly string[],
): Promise<readonly (readonly Repeat[])[]> {
  const open = async <T>(part: 'contact' | 'particulars'): Promise<T | undefined> => {
    const record = await loadSealed(db, caseId, part);
    return record && (openRecord(tools, caseId, part, record) as T);
  };
  const contact = await open<Contact>('contact');
  const particulars = await open<Particulars>('particulars');
  return texts.map((text) => repeatsIn(text, contact, particulars));
}
