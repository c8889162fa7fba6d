/** Assessments that concern offices: as the assessed agency or as one of its units. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** Newest first. What of them may be seen, the caller asks rules/permissions.ts. */
export async function concernedAssessmentIds(db: Db, agencyIds: readonly string[], limit: number): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM assessments.assessments WHERE agency_id = ANY (${[...agencyIds]}::uuid[])
    UNION
    SELECT assessment_id FROM assessments.units WHERE agency_id = ANY (${[...agencyIds]}::uuid[])
    ORDER BY id DESC LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
