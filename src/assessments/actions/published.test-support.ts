/** A round with answers in the tables, for tests of what comes after the field. Who may do what is tested elsewhere. */
import { agencyByCode } from '../../directory/index.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { TestDatabase } from '../../platform/testing/database.ts';
import { shippedInstrument } from '../data/shipped.ts';
import { offered, readAnswer } from '../rules/answer-kinds.ts';
import type { Answers, Written } from '../rules/answers.ts';
import { type Indicator, type Instrument, SHEET_KINDS } from '../rules/instrument.ts';
import { questionsOn } from '../rules/walk.ts';
import type { AssessmentTables } from '../store/tables.ts';
import { publishResult } from './publish-result.ts';

export interface TestRound {
  readonly roundId: string;
  readonly code: string;
  readonly instrument: Instrument;
  readonly assessments: readonly TestAssessment[];
}

export interface TestAssessment {
  readonly id: string;
  readonly agencyCode: string;
  /** The same answers as they are written down, for the score that needs no database. */
  readonly answers: Answers;
}

export interface RoundPlan {
  readonly instrument?: string;
  readonly year?: number;
  readonly code?: string;
  /** Of each agency the codes of its units. */
  readonly agencies: Readonly<Record<string, readonly string[]>>;
  /** Code of the Ombudsman's office that serves the agencies; without it only the head office reaches them. */
  readonly servedBy?: string;
  /** What is answered; `null` = nothing. By default everything is answered at its best. */
  readonly answer?: (at: { agency: string; unit: string; sheet: number; indicator: Indicator }) => Written;
}

/** The best answer of a kind: full marks. */
export function bestAnswer({ answer }: Indicator): string {
  if (answer.kind === 'number') return answer.best;
  if (answer.kind === 'share') return answer.good === 'high' ? '100' : '0';
  if (answer.kind === 'yes-no') return answer.good;
  const all = offered(answer);
  return (answer.kind === 'scale' && answer.good === 'low' ? all[0] : all.at(-1)) ?? '';
}

export async function makeRound(t: TestDatabase, plan: RoundPlan): Promise<TestRound> {
  const { db } = t;
  const { random } = t.tools;
  const instrument = shippedInstrument(plan.instrument ?? 'penilaian-2024');
  if (!instrument) throw new Error('no such instrument is shipped');
  await keepInstrument(db, instrument);
  const tables = db.withTables<AssessmentTables>();
  const roundId = random.id();
  const year = plan.year ?? 2024;
  const code = plan.code ?? `uji-${roundId}`;
  const owner = await agencyOf(db, 'ori');
  await tables
    .insertInto('assessments.rounds')
    .values({
      id: roundId,
      code,
      title: `Putaran uji ${year}`,
      year,
      starts_on: `${year}-01-01`,
      ends_on: `${year}-12-31`,
      instrument_id: instrument.id,
      instrument_version: instrument.version,
      owner_agency_id: owner.id,
      state: 'open',
      seed: 'benih untuk uji',
      self_assessment_until: null,
      reply_days: 5,
      created_by: random.id(),
      created_at: `${year}-01-01T00:00:00Z`,
      opened_at: `${year}-01-01T00:00:00Z`,
    })
    .execute();
  const ombudsmanOfficeId = plan.servedBy === undefined ? null : (await agencyOf(db, plan.servedBy)).id;
  const assessments: TestAssessment[] = [];
  for (const [agencyCode, unitCodes] of Object.entries(plan.agencies)) {
    const answer = plan.answer ?? everythingBest;
    assessments.push(await makeAssessment(t, { roundId, ombudsmanOfficeId, instrument, agencyCode, unitCodes, answer }));
  }
  return { roundId, code, instrument, assessments };
}

const everythingBest: NonNullable<RoundPlan['answer']> = ({ indicator }) => bestAnswer(indicator);

async function makeAssessment(
  t: TestDatabase,
  plan: {
    readonly roundId: string;
    readonly ombudsmanOfficeId: string | null;
    readonly instrument: Instrument;
    readonly agencyCode: string;
    readonly unitCodes: readonly string[];
    readonly answer: NonNullable<RoundPlan['answer']>;
  },
): Promise<TestAssessment> {
  const { roundId, ombudsmanOfficeId, instrument, agencyCode, unitCodes, answer } = plan;
  const tables = t.db.withTables<AssessmentTables>();
  const agency = await agencyOf(t.db, agencyCode);
  const id = t.tools.random.id();
  await tables
    .insertInto('assessments.assessments')
    .values({
      id,
      round_id: roundId,
      agency_id: agency.id,
      agency_path: [...agency.path],
      agency_kind: agency.kind,
      region_code: agency.regionCode,
      ombudsman_office_id: ombudsmanOfficeId,
      stage: 'final',
    })
    .execute();
  const answers = {
    agency: agencyCode,
    units: [] as Answers['units'][number][],
    sheets: [] as Answers['units'][number]['sheets'][number][],
  };
  for (const [index, unitCode] of ['', ...unitCodes].entries()) {
    const sheets: Answers['units'][number]['sheets'][number][] = [];
    if (index > 0) {
      const unit = await agencyOf(t.db, unitCode);
      await tables
        .insertInto('assessments.units')
        .values({ assessment_id: id, unit_no: index, agency_id: unit.id, name: unit.name, locus_id: 'Unit', locus_en: 'Unit' })
        .execute();
    }
    let sheetNo = 0;
    for (const kind of SHEET_KINDS.filter((one) => (one === 'agency') === (index === 0))) {
      const questions = questionsOn(instrument, kind);
      const count = questions.length === 0 ? 0 : kind === 'agency' ? 1 : (instrument.fieldwork.sheets[kind] ?? 1);
      for (let n = 0; n < count; n++) {
        sheetNo += 1;
        const place = { assessment_id: id, unit_no: index, rating: 1 as const, sheet_no: sheetNo };
        await tables
          .insertInto('assessments.sheets')
          .values({ ...place, kind, service_id: null, service_name: kind === 'product' ? `Layanan ${n + 1}` : null, quota: null })
          .execute();
        const written = questions.map(
          ({ indicator }) => [indicator, answer({ agency: agencyCode, unit: unitCode, sheet: sheetNo, indicator })] as const,
        );
        sheets.push({ kind, answers: Object.fromEntries(written.map(([indicator, value]) => [indicator.code, value])) });
        const rows = written.flatMap(([indicator, value]) =>
          value === null ? [] : [{ ...place, indicator: indicator.code, value: keptValue(indicator, value), note: null }],
        );
        if (rows.length > 0) await tables.insertInto('assessments.answers').values(rows).execute();
      }
    }
    if (index === 0) answers.sheets.push(...sheets);
    else answers.units.push({ unit: String(index), sheets });
  }
  return { id, agencyCode, answers };
}

function keptValue(indicator: Indicator, value: Exclude<Written, null>): string | null {
  if (value === 'n/a') return null;
  const kept = readAnswer(indicator.answer, value);
  if (typeof kept !== 'string') throw new Error(`an answer of the test does not fit: ${indicator.code}`);
  return kept;
}

async function agencyOf(db: Db, code: string) {
  const agency = await agencyByCode(db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency;
}

async function keepInstrument(db: Db, instrument: Instrument): Promise<void> {
  await db
    .withTables<AssessmentTables>()
    .insertInto('assessments.instruments')
    .values({
      id: instrument.id,
      version: instrument.version,
      state: 'published',
      body: JSON.stringify(instrument),
      change_note: null,
      decided_by: 'Keputusan uji',
      decided_on: '2022-01-01',
      created_by: 'test',
      created_at: '2022-01-01T00:00:00Z',
      edited_at: '2022-01-01T00:00:00Z',
      published_at: '2022-01-01T00:00:00Z',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Publishes every assessment of a round, as the last step of its way does. */
export async function publishRound(t: TestDatabase, round: TestRound): Promise<void> {
  for (const { id } of round.assessments) await publishOne(t, id, null);
}

export async function publishOne(t: TestDatabase, assessmentId: string, reason: string | null): Promise<void> {
  await inTransaction(t.tools, async (tx) => {
    const by = t.tools.random.id();
    const { version } = await publishResult(t.tools, tx, { assessmentId, by, reason, decree: null });
    await tx
      .withTables<AssessmentTables>()
      .updateTable('assessments.assessments')
      .set({ stage: 'published', published_version: version, published_at: t.tools.clock.now().toString(), published_by: by })
      .where('id', '=', assessmentId)
      .execute();
  });
}
