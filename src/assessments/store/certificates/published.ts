import type { Db, Tx } from '../../../platform/database/database.ts';
import type { AssessmentTables } from '../tables.ts';

export interface PublishedResult {
  readonly agencyId: string;
  readonly year: number;
  /** Of the published result in force. */
  readonly version: number;
  readonly isExample: boolean;
}

/** Locks an assessment whose result is published; `undefined` when none is. No correction can come in between. */
export async function lockPublished(tx: Tx, assessmentId: string): Promise<PublishedResult | undefined> {
  const row = await tx
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select(['a.agency_id', 'a.published_version', 'r.year', 'r.is_example'])
    .where('a.id', '=', assessmentId)
    .where('a.stage', '=', 'published')
    .forUpdate('a')
    .executeTakeFirst();
  return row && { agencyId: row.agency_id, year: row.year, version: row.published_version, isExample: row.is_example };
}

/** Which version of an assessment's result is in force; 0 = none is published. */
export async function resultVersionOf(db: Db, assessmentId: string): Promise<number> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments')
    .select('published_version')
    .where('id', '=', assessmentId)
    .executeTakeFirst();
  return row?.published_version ?? 0;
}
