/** Whose words are in the sections of a document. */
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { SectionTables } from '../sections/tables.ts';

/** Ids of everybody who ever put a text in force in one of the sections. */
export async function sectionAuthors(db: Db | Tx, subjectId: string, document: string): Promise<string[]> {
  const rows = await (db as Db)
    .withTables<SectionTables>()
    .selectFrom('casework.sections')
    .select('author')
    .distinct()
    .where('subject_id', '=', subjectId)
    .where('document', '=', document)
    .where('is_aside', '=', false)
    .execute();
  return rows.flatMap(({ author }) => (author.startsWith('person:') ? [author.slice('person:'.length)] : []));
}
