/** Where the files lie that officers worked in. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** The office of the Ombudsman each file lies at; a complaint lies at none. */
export async function officesOfFiles(
  db: Db | Tx,
  files: readonly { readonly kind: string; readonly fileId: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (files.length === 0) return new Map();
  const ids = files.map(({ fileId }) => fileId);
  const { rows } = await sql<{ id: string; office: string }>`
    SELECT c.id, c.office_id AS office FROM casework.cases c WHERE c.id = ANY (${ids}::uuid[])
    UNION ALL SELECT d.id, d.office_id FROM casework.documents d WHERE d.id = ANY (${ids}::uuid[])
    UNION ALL SELECT k.id, k.office_id FROM casework.clusters k WHERE k.id = ANY (${ids}::uuid[]) AND k.office_id IS NOT NULL
    UNION ALL SELECT r.id, r.office_id FROM casework.reviews r WHERE r.id = ANY (${ids}::uuid[])
    UNION ALL SELECT p.id, p.office_id FROM casework.plenaries p WHERE p.id = ANY (${ids}::uuid[])
    UNION ALL SELECT o.id, coalesce(c.office_id, o.office_id) FROM casework.obligations o
      LEFT JOIN casework.cases c ON c.id = o.case_id WHERE o.id = ANY (${ids}::uuid[])`.execute(db as Db);
  return new Map(rows.map(({ id, office }) => [id, office]));
}

/** The case each file belongs to: itself, a document's, an obligation's. Files of meetings, reviews and complaints have none. */
export async function casesOfFiles(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; case: string }>`
    SELECT c.id, c.id AS case FROM casework.cases c WHERE c.id = ANY (${[...ids]}::uuid[])
    UNION ALL SELECT d.id, d.subject_id FROM casework.documents d WHERE d.id = ANY (${[...ids]}::uuid[]) AND d.subject_kind = 'case'
    UNION ALL SELECT o.id, o.case_id FROM casework.obligations o WHERE o.id = ANY (${[...ids]}::uuid[]) AND o.case_id IS NOT NULL`.execute(
    db as Db,
  );
  return new Map(rows.map(({ id, case: caseId }) => [id, caseId]));
}
