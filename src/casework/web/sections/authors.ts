/** Names behind references of authors (`person:ID`), for pages of officers. */
import { peopleByIds } from '../../../directory/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { SectionWords } from './words.ts';

/** @returns a name for every reference; somebody the directory does not know is "another officer" */
export async function authorsOf(
  db: Db,
  references: Iterable<string>,
  words: Pick<SectionWords, 'unknownAuthor' | 'system'>,
): Promise<(reference: string) => string> {
  const idOf = (reference: string) => (reference.startsWith('person:') ? reference.slice('person:'.length) : '');
  const people = await peopleByIds(db, [...references].map(idOf));
  return (reference) =>
    reference.startsWith('errand:') ? words.system : (people.get(idOf(reference))?.name ?? words.unknownAuthor);
}
