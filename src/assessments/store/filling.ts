/** Where something is filled in: the assessment with its round and instrument, and the sheet. */
import { sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Assessment, Rating, Round, SheetRow } from '../rules/assessment.ts';
import type { KeptAnswer, SheetKey } from '../rules/filling.ts';
import type { Instrument } from '../rules/instrument.ts';
import { type AnswerFact, pushedKey } from '../rules/missing.ts';
import { questionsOn } from '../rules/walk.ts';
import { loadAssessment, lockAssessment } from './assessments.ts';
import type { Evidence } from './evidence.ts';
import { instrumentVersion } from './instruments.ts';
import { loadRound } from './rounds.ts';
import { type SecondaryValue, secondaryOf } from './secondary.ts';
import { loadSheet, lockSheet } from './sheets.ts';
import type { AssessmentTables } from './tables.ts';

export interface Field {
  readonly assessment: Assessment;
  readonly round: Round;
  readonly instrument: Instrument;
}

export interface OpenedSheet extends Field {
  readonly key: SheetKey;
  readonly sheet: SheetRow;
}

/**
 * `undefined` when there is no such sheet. Under `lock` nobody else writes on the sheet until the transaction ends, and the assessment
 * keeps its stage: its row is held before its stage is read, so a submission of a moment ago is seen.
 */
export async function openSheet(db: Db | Tx, key: SheetKey): Promise<OpenedSheet | undefined> {
  const field = await openField(db, key.assessmentId);
  const sheet = field && (await loadSheet(db, key.assessmentId, key));
  return sheet && { ...field, key, sheet };
}

export async function lockOpenSheet(tx: Tx, key: SheetKey): Promise<OpenedSheet | undefined> {
  const field = await fieldOf(tx, await lockAssessment(tx, key.assessmentId));
  const sheet = field && (await lockSheet(tx, key.assessmentId, key));
  return sheet && { ...field, key, sheet };
}

export async function openField(db: Db | Tx, assessmentId: string): Promise<Field | undefined> {
  return fieldOf(db, await loadAssessment(db, assessmentId));
}

async function fieldOf(db: Db | Tx, assessment: Assessment | undefined): Promise<Field | undefined> {
  const round = assessment && (await loadRound(db, assessment.roundId));
  const instrument = round && (await instrumentVersion(db, round.instrumentId, round.instrumentVersion));
  return assessment && round && instrument ? { assessment, round, instrument } : undefined;
}

/** Numbers other rooms have pushed for a unit (0 = the agency itself), by measure. */
export function pushedFor(
  db: Db | Tx,
  { assessment, round, instrument }: Field,
  unitNo: number,
): Promise<ReadonlyMap<string, SecondaryValue>> {
  const places = questionsOn(instrument, unitNo === 0 ? 'agency' : 'unit');
  const measures = places.flatMap(({ indicator }) => indicator.measure ?? []);
  const agencyId = assessment.units.find((unit) => unit.no === unitNo)?.agencyId ?? assessment.agencyId;
  return secondaryOf(db, [agencyId], round.year, measures).then((found) => found.get(agencyId) ?? new Map());
}

/** Measures as rules/missing.ts asks for them. */
export function pushedKeys(unitNo: number, pushed: ReadonlyMap<string, SecondaryValue>): ReadonlySet<string> {
  return new Set([...pushed.keys()].map((measure) => pushedKey(unitNo, measure)));
}

/** Answers as rules/missing.ts looks at them. */
export function factsOf(
  key: Pick<SheetKey, 'unitNo' | 'rating' | 'sheetNo'>,
  answers: readonly KeptAnswer[],
  evidence: readonly Pick<Evidence, 'indicator'>[],
): readonly AnswerFact[] {
  return answers.map((answer) => ({
    unitNo: key.unitNo,
    rating: key.rating,
    sheetNo: key.sheetNo,
    indicator: answer.indicator,
    value: answer.value,
    hasNote: answer.note !== null,
    evidence: evidence.filter((each) => each.indicator === answer.indicator).length,
  }));
}

export interface Assignment {
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly rating: Exclude<Rating, 0>;
}

/** Units a person goes to in open rounds, as first or as second rater; first raters fill the sheet of the agency, too (unit 0). */
export async function assignmentsOf(db: Db, personId: string): Promise<readonly Assignment[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.units as unit')
    .innerJoin('assessments.assessments as assessment', 'assessment.id', 'unit.assessment_id')
    .innerJoin('assessments.rounds as round', 'round.id', 'assessment.round_id')
    .select(['unit.assessment_id', 'unit.unit_no', 'unit.assessor_id'])
    .where((eb) => eb.or([eb('unit.assessor_id', '=', personId), eb('unit.second_assessor_id', '=', personId)]))
    .where('round.state', '=', 'open')
    .orderBy('round.year', 'desc')
    .orderBy('unit.assessment_id')
    .orderBy('unit.unit_no')
    .execute();
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    unitNo: row.unit_no,
    rating: row.assessor_id === personId ? 1 : 2,
  }));
}

/** Assessments in open rounds with a self-assessment, of agencies at, above or below these. What is whose to fill: rules/filling.ts. */
export async function selfAssessedUnder(db: Db, agencyIds: readonly string[]): Promise<readonly string[]> {
  const offices = await agenciesByIds(db, agencyIds);
  const governments = [...new Set([...offices.values()].flatMap((office) => office.path))];
  const { rows } = await sql<{ id: string }>`
    SELECT assessment.id FROM assessments.assessments AS assessment
    JOIN assessments.rounds AS round ON round.id = assessment.round_id
    WHERE round.state = 'open' AND round.self_assessment_until IS NOT NULL AND assessment.stage = 'draft'
      AND (assessment.agency_id = ANY (${governments}::uuid[]) OR assessment.agency_path && ${[...agencyIds]}::uuid[])
    ORDER BY assessment.id LIMIT 50`.execute(db);
  return rows.map((row) => row.id);
}
