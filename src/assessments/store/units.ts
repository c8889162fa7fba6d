/** The units of an assessment: planned, taken out, given to assessors. The caller has locked the assessment or its round. */
import type { Db, Tx } from '../../platform/database/database.ts';
import { insertAll, insertionsInto } from '../../platform/database/insert-all.ts';
import type { Unit } from '../rules/assessment.ts';
import type { AssessmentTables } from './tables.ts';

const into = insertionsInto<AssessmentTables>();

export type NewUnit = Pick<Unit, 'no' | 'agencyId' | 'name' | 'locus' | 'addedReason'>;

export async function insertUnits(tx: Tx, assessmentId: string, units: readonly NewUnit[]): Promise<void> {
  await insertAll(tx, [
    into(
      'assessments.units',
      units.map((unit) => ({
        assessment_id: assessmentId,
        unit_no: unit.no,
        agency_id: unit.agencyId,
        name: unit.name,
        locus_id: unit.locus.id,
        locus_en: unit.locus.en,
        added_reason: unit.addedReason,
      })),
    ),
  ]);
}

/** Takes a unit out of the plan, with its empty sheets. Numbers are not given again. */
export async function deleteUnit(tx: Tx, assessmentId: string, unitNo: number): Promise<void> {
  const tables = tx.withTables<AssessmentTables>();
  await tables.deleteFrom('assessments.sheets').where('assessment_id', '=', assessmentId).where('unit_no', '=', unitNo).execute();
  await tables.deleteFrom('assessments.units').where('assessment_id', '=', assessmentId).where('unit_no', '=', unitNo).execute();
}

/** Everything of an assessment that is only planned. */
export async function deleteUnits(tx: Tx, assessmentId: string): Promise<void> {
  const tables = tx.withTables<AssessmentTables>();
  await tables.deleteFrom('assessments.sheets').where('assessment_id', '=', assessmentId).execute();
  await tables.deleteFrom('assessments.units').where('assessment_id', '=', assessmentId).execute();
}

export async function saveTeam(
  tx: Tx,
  assessmentId: string,
  unitNo: number,
  team: { readonly assessorId: string | null; readonly secondAssessorId: string | null },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.units')
    .set({ assessor_id: team.assessorId, second_assessor_id: team.secondAssessorId })
    .where('assessment_id', '=', assessmentId)
    .where('unit_no', '=', unitNo)
    .execute();
}

/** Assessments in which a person goes to a unit, newest first. */
export async function assignedAssessmentIds(db: Db, personId: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.units')
    .select('assessment_id')
    .distinct()
    .where((eb) => eb.or([eb('assessor_id', '=', personId), eb('second_assessor_id', '=', personId)]))
    .orderBy('assessment_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.assessment_id);
}
