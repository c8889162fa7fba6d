/** Sections in and out. Nothing is changed or deleted: the app's role may only add. */
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { looseTexts, type SectionPlace, type SectionRevision, type SectionSubject } from '../../rules/sections/section.ts';
import type { SectionTables } from './tables.ts';

type SubjectId = SectionSubject['id'];

/** What is in force in each section of a document, by section; sections never written are not in it. */
export async function sectionsOf(db: Db | Tx, subjectId: SubjectId, document: string): Promise<Map<string, SectionRevision>> {
  const rows = await db
    .withTables<SectionTables>()
    .selectFrom('casework.sections')
    .distinctOn('section')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('document', '=', document)
    .where('is_aside', '=', false)
    .orderBy('section')
    .orderBy('revision', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.section, toRevision(row)]));
}

/** The sections of a document in which a text waits to be merged. */
export async function looseSections(db: Db | Tx, subjectId: SubjectId, document: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .withTables<SectionTables>()
    .selectFrom('casework.sections')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('document', '=', document)
    .where('section', 'in', (asides) =>
      asides
        .selectFrom('casework.sections as a')
        .select('a.section')
        .where('a.subject_id', '=', subjectId)
        .where('a.document', '=', document)
        .where('a.is_aside', '=', true),
    )
    .execute();
  const revisions = rows.map(toRevision);
  const sections = [...new Set(revisions.map((each) => each.section))];
  return new Set(sections.filter((section) => looseTexts(revisions.filter((each) => each.section === section)).length > 0));
}

/** Every text ever sent for one section, the newest first. */
export async function sectionHistory(db: Db | Tx, subjectId: SubjectId, place: SectionPlace): Promise<SectionRevision[]> {
  const rows = await db
    .withTables<SectionTables>()
    .selectFrom('casework.sections')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('document', '=', place.document)
    .where('section', '=', place.section)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(toRevision);
}

/** Keeps everybody else from saving this section until the transaction ends, also before its first row. */
export async function lockSection(tx: Tx, subjectId: SubjectId, { document, section }: SectionPlace): Promise<void> {
  const key = `casework.sections ${subjectId} ${document} ${section}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertRevision(tx: Tx, subject: SectionSubject, revision: SectionRevision): Promise<void> {
  await tx
    .withTables<SectionTables>()
    .insertInto('casework.sections')
    .values({
      subject_id: subject.id,
      subject_kind: subject.kind,
      document: revision.document,
      section: revision.section,
      revision: revision.revision,
      base_revision: revision.baseRevision,
      text: revision.text,
      is_aside: revision.isAside,
      author: revision.author,
      at: revision.at.toString(),
    })
    .execute();
}

function toRevision(row: Selectable<SectionTables['casework.sections']>): SectionRevision {
  return {
    document: row.document,
    section: row.section,
    revision: row.revision,
    baseRevision: row.base_revision,
    text: row.text,
    isAside: row.is_aside,
    author: row.author,
    at: row.at,
  };
}
