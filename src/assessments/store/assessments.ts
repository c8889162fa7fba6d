/** Assessments with their units: one in, whole; and those of a round by the page. */
import { type Selectable, sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Assessment, Taken, Unit } from '../rules/assessment.ts';
import { type PageOf, pageOf, readPlace } from './cursor.ts';
import type { AssessmentsTable, AssessmentTables, UnitsTable } from './tables.ts';

const taken = (by: string | null, at: Moment | null): Taken | null => (by === null || at === null ? null : { by, at });

type Row = Selectable<AssessmentsTable>;

function toAssessment(row: Row, units: readonly Unit[]): Assessment {
  return {
    id: row.id,
    roundId: row.round_id,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    agencyKind: row.agency_kind,
    regionCode: row.region_code,
    ombudsmanOfficeId: row.ombudsman_office_id,
    stage: row.stage,
    revision: row.revision,
    submitted: taken(row.submitted_by, row.submitted_at),
    checked: taken(row.checked_by, row.checked_at),
    moderated: taken(row.moderated_by, row.moderated_at),
    notified: taken(row.notified_by, row.notified_at),
    replyDueAt: row.reply_due_at,
    repliesWaived: taken(row.replies_waived_by, row.replies_waived_at),
    finalised: taken(row.finalised_by, row.finalised_at),
    published: taken(row.published_by, row.published_at),
    publishedVersion: row.published_version,
    units,
  };
}

/** Puts units beside their assessments, each with its office's place in the tree today. */
async function withUnits(db: Db | Tx, rows: readonly Row[]): Promise<Assessment[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const units = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.units')
    .selectAll()
    .where('assessment_id', '=', sql<string>`ANY (${ids}::uuid[])`)
    .orderBy('assessment_id')
    .orderBy('unit_no')
    .execute();
  const offices = await agenciesByIds(
    db,
    units.map((unit) => unit.agency_id),
  );
  const byAssessment = Map.groupBy(units, (unit) => unit.assessment_id);
  return rows.map((row) =>
    toAssessment(
      row,
      (byAssessment.get(row.id) ?? []).map((unit) => toUnit(unit, offices.get(unit.agency_id)?.path)),
    ),
  );
}

function toUnit(row: Selectable<UnitsTable>, path: readonly string[] | undefined): Unit {
  return {
    no: row.unit_no,
    agencyId: row.agency_id,
    agencyPath: path ?? [row.agency_id],
    name: row.name,
    locus: { id: row.locus_id, en: row.locus_en },
    addedReason: row.added_reason,
    assessorId: row.assessor_id,
    secondAssessorId: row.second_assessor_id,
  };
}

function from(db: Db | Tx) {
  return db.withTables<AssessmentTables>().selectFrom('assessments.assessments').selectAll();
}

export async function loadAssessment(db: Db | Tx, id: string): Promise<Assessment | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await from(db).where('id', '=', id).execute();
  return (await withUnits(db, rows))[0];
}

/** Loads and locks: nobody else moves it until the transaction ends. */
export async function lockAssessment(tx: Tx, id: string): Promise<Assessment | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await from(tx).where('id', '=', id).forUpdate().execute();
  return (await withUnits(tx, rows))[0];
}

/** All of a round, in the order of their ids. A national round has 600 with 4,200 units: for plans and draws, not for pages. */
export async function assessmentsOfRound(db: Db | Tx, roundId: string): Promise<Assessment[]> {
  return withUnits(db, await from(db).where('round_id', '=', roundId).orderBy('id').execute());
}

export async function assessmentPage(
  db: Db,
  roundId: string,
  page: { readonly after?: string | undefined; readonly limit: number; readonly stage?: Assessment['stage'] | undefined },
): Promise<PageOf<Assessment>> {
  const after = readPlace(page.after);
  let query = from(db).where('round_id', '=', roundId);
  if (page.stage) query = query.where('stage', '=', page.stage);
  if (after) query = query.where(sql<boolean>`(coalesce(region_code, ''), id) > (${after.key}, ${after.id}::uuid)`);
  const rows = await query
    .orderBy(sql`coalesce(region_code, '')`)
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
  const { lines, next } = pageOf(rows, page.limit, (row) => ({ key: row.region_code ?? '', id: row.id }));
  return { lines: await withUnits(db, lines), next };
}

export async function assessmentsByIds(db: Db | Tx, ids: Iterable<string>): Promise<Assessment[]> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return [];
  return withUnits(db, await from(db).where('id', '=', sql<string>`ANY (${wanted}::uuid[])`).orderBy('id').execute());
}

/** The assessment of an agency in a round, if it is there. */
export async function assessmentOfAgency(db: Db | Tx, roundId: string, agencyId: string): Promise<Assessment | undefined> {
  const rows = await from(db).where('round_id', '=', roundId).where('agency_id', '=', agencyId).execute();
  return (await withUnits(db, rows))[0];
}

export type NewAssessment = Pick<
  Assessment,
  'id' | 'roundId' | 'agencyId' | 'agencyPath' | 'agencyKind' | 'regionCode' | 'ombudsmanOfficeId'
>;

/** @returns `false` when the agency is in the round already */
export async function insertAssessment(tx: Tx, assessment: NewAssessment): Promise<boolean> {
  const inserted = await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.assessments')
    .values({
      id: assessment.id,
      round_id: assessment.roundId,
      agency_id: assessment.agencyId,
      agency_path: [...assessment.agencyPath],
      agency_kind: assessment.agencyKind,
      region_code: assessment.regionCode,
      ombudsman_office_id: assessment.ombudsmanOfficeId,
      stage: 'draft',
    })
    .onConflict((conflict) => conflict.columns(['round_id', 'agency_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Only of a planned round: nothing has been found out yet. Units and sheets first (store/units.ts). */
export async function deleteAssessment(tx: Tx, id: string): Promise<void> {
  await tx.withTables<AssessmentTables>().deleteFrom('assessments.assessments').where('id', '=', id).execute();
}

/** The next revision of an assessment that was locked in this transaction; its units are kept elsewhere. */
export async function saveAssessment(tx: Tx, assessment: Assessment): Promise<Assessment> {
  const by = (step: Taken | null) => step?.by ?? null;
  const at = (step: Taken | null) => step?.at.toString() ?? null;
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.assessments')
    .set({
      stage: assessment.stage,
      revision: assessment.revision + 1,
      submitted_by: by(assessment.submitted),
      submitted_at: at(assessment.submitted),
      checked_by: by(assessment.checked),
      checked_at: at(assessment.checked),
      moderated_by: by(assessment.moderated),
      moderated_at: at(assessment.moderated),
      notified_by: by(assessment.notified),
      notified_at: at(assessment.notified),
      reply_due_at: assessment.replyDueAt?.toString() ?? null,
      replies_waived_by: by(assessment.repliesWaived),
      replies_waived_at: at(assessment.repliesWaived),
      finalised_by: by(assessment.finalised),
      finalised_at: at(assessment.finalised),
      published_by: by(assessment.published),
      published_at: at(assessment.published),
      published_version: assessment.publishedVersion,
    })
    .where('id', '=', assessment.id)
    .execute();
  return { ...assessment, revision: assessment.revision + 1 };
}
