/**
 * Answers counted in the database: what a score is computed from. Only counts leave it, so memory does not grow with the number of
 * answers, and a round is read a few agencies at a time.
 */
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { readAnswer } from '../rules/answer-kinds.ts';
import type { AgencyTally, Tallies, Tally } from '../rules/answers.ts';
import type { Indicator, Instrument, SheetKind } from '../rules/instrument.ts';
import { PEOPLE_SHEETS } from '../rules/instrument.ts';
import { type Place, placesOf } from '../rules/walk.ts';
import { instrumentVersion } from './instruments.ts';
import { type SecondaryValue, secondaryOf } from './secondary.ts';
import type { AssessmentTables, Rating } from './tables.ts';

export interface TallyOptions {
  /** 1 counts, 2 = second rater, 0 = self-assessment. Secondary data joins what counts alone. Default 1. */
  readonly rating?: Rating;
}

/** What is read with the answers: enough to score them. */
export interface TalliedAssessment {
  readonly assessmentId: string;
  readonly agencyId: string;
  readonly tally: AgencyTally;
}

interface Head {
  readonly id: string;
  readonly agency_id: string;
}

/**
 * The answers of one assessment, counted by value. `agency` is the id of the assessed agency, `unit` the number of the unit as text.
 * For indicators with secondary data that no sheet answers, what another room pushed counts as the answer.
 *
 * @throws Error when there is no such assessment: ask for those you know of
 */
export async function tallyOf(db: Db, assessmentId: string, options: TallyOptions = {}): Promise<AgencyTally> {
  const head = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select(['a.id', 'a.agency_id', 'r.year', 'r.instrument_id', 'r.instrument_version'])
    .where('a.id', '=', assessmentId)
    .executeTakeFirst();
  if (!head) throw new Error('there is no such assessment');
  const instrument = await instrumentNamed(db, head.instrument_id, head.instrument_version);
  const [only] = await readTallies(db, instrument, head.year, [head], options.rating ?? 1);
  return (only as TalliedAssessment).tally;
}

/** Agencies read at a time: with a national instrument about 80,000 answers, which PostgreSQL counts within its 4 MB of work memory. */
const AT_A_TIME = 24;

/** Batches that are being read while one is worked on. */
const AHEAD = 2;

/**
 * The answers of every assessment of a round, in the order of their ids; while some are worked on, the next are read.
 *
 * @throws Error when there is no such round
 */
export async function* talliesOfRound(db: Db, roundId: string, options: TallyOptions = {}): AsyncGenerator<TalliedAssessment> {
  for await (const { batch } of tallyBatches(db, roundId, () => null, options)) yield* batch;
}

export interface TallyBatch<Mark> {
  readonly batch: readonly TalliedAssessment[];
  /** Assessments in the whole round. */
  readonly total: number;
  /** What `mark` said just before the batch was read. */
  readonly mark: Mark;
}

/** The same by the batch, for whoever writes by the batch. `mark` is asked before each reading: for the moment, for example. */
export async function* tallyBatches<Mark>(
  db: Db,
  roundId: string,
  mark: () => Mark,
  options: TallyOptions = {},
): AsyncGenerator<TallyBatch<Mark>> {
  const tables = db.withTables<AssessmentTables>();
  const round = await tables
    .selectFrom('assessments.rounds')
    .select(['year', 'instrument_id', 'instrument_version'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  if (!round) throw new Error('there is no such round');
  const instrument = await instrumentNamed(db, round.instrument_id, round.instrument_version);
  const heads = await tables
    .selectFrom('assessments.assessments')
    .select(['id', 'agency_id'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute();
  const read = async (from: number): Promise<TallyBatch<Mark>> => {
    const marked = mark();
    const batch = await readTallies(db, instrument, round.year, heads.slice(from, from + AT_A_TIME), options.rating ?? 1);
    return { batch, total: heads.length, mark: marked };
  };
  const reading: Promise<TallyBatch<Mark>>[] = [];
  for (let from = 0; from < heads.length || reading.length > 0; ) {
    while (from < heads.length && reading.length < AHEAD) {
      const next = read(from);
      // Should the caller stop here, nobody would be left to hear of a failure.
      next.catch(() => {});
      reading.push(next);
      from += AT_A_TIME;
    }
    yield await (reading.shift() as Promise<TallyBatch<Mark>>);
  }
}

async function instrumentNamed(db: Db, id: string, version: number): Promise<Instrument> {
  const instrument = await instrumentVersion(db, id, version);
  if (!instrument) throw new Error(`the round names an instrument that is not there: ${id} version ${version}`);
  return instrument;
}

interface Counted {
  readonly assessment_id: string;
  readonly unit_no: number;
  /** `tahu-standar 3 17;tahu-standar - 1;...`: indicator, value (`-` = does not apply), how many; in no order. */
  readonly counts: string;
}

interface Sheets {
  readonly assessment_id: string;
  readonly unit_no: number;
  readonly kind: SheetKind;
  readonly sheets: number;
}

async function readTallies(
  db: Db,
  instrument: Instrument,
  year: number,
  heads: readonly Head[],
  rating: Rating,
): Promise<readonly TalliedAssessment[]> {
  const ids = heads.map(({ id }) => id);
  const places = placesOf(instrument);
  const [counted, units, sheets] = await Promise.all([
    countAnswers(db, ids, rating),
    db
      .withTables<AssessmentTables>()
      .selectFrom('assessments.units')
      .select(['assessment_id', 'unit_no', 'agency_id'])
      .where('assessment_id', '=', sql<string>`ANY (${ids}::uuid[])`)
      .orderBy('assessment_id')
      .orderBy('unit_no')
      .execute(),
    countSheets(db, ids, rating),
  ]);
  const agencies = [...heads.map((head) => head.agency_id), ...units.map((unit) => unit.agency_id)];
  const secondary = rating === 1 ? await secondaryOf(db, agencies, year, measuresOf(places)) : new Map();
  const countsOf = new Map(counted.map((row) => [`${row.assessment_id} ${row.unit_no}`, row.counts]));
  const sheetsOf = Map.groupBy(sheets, (row) => `${row.assessment_id} ${row.unit_no}`);
  const unitsOf = Map.groupBy(units, (unit) => unit.assessment_id);
  const perUnit = places.filter(({ dimension }) => dimension.per === 'unit');
  const perAgency = places.filter(({ dimension }) => dimension.per === 'agency');
  const talliesAt = (of: readonly Place[], assessmentId: string, unitNo: number, agencyId: string) => {
    const key = `${assessmentId} ${unitNo}`;
    return complete(of, parseCounts(countsOf.get(key) ?? ''), sheetsOf.get(key) ?? [], secondary.get(agencyId));
  };
  return heads.map(({ id, agency_id }) => ({
    assessmentId: id,
    agencyId: agency_id,
    tally: {
      agency: agency_id,
      units: (unitsOf.get(id) ?? []).map((unit) => ({
        unit: String(unit.unit_no),
        tallies: talliesAt(perUnit, id, unit.unit_no, unit.agency_id),
      })),
      tallies: talliesAt(perAgency, id, 0, agency_id),
    },
  }));
}

/**
 * One row for each unit, its counts packed into text: that costs less to carry and to read than a row for each count. Grouped without
 * sorting, which would compare the codes of indicators millions of times.
 */
async function countAnswers(db: Db, ids: readonly string[], rating: Rating): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT assessment_id, unit_no, string_agg(indicator || ' ' || coalesce(trim_scale(value)::text, '-') || ' ' || n, ';') AS counts
    FROM (
      SELECT assessment_id, unit_no, indicator, value, count(*) AS n
      FROM assessments.answers
      WHERE assessment_id = ANY (${ids}::uuid[]) AND rating = ${rating}
      GROUP BY assessment_id, unit_no, indicator, value
    ) AS by_value
    GROUP BY assessment_id, unit_no`.execute(db);
  return rows;
}

/** How many sheets should have an answer: those that are not about people. */
async function countSheets(db: Db, ids: readonly string[], rating: Rating): Promise<readonly Sheets[]> {
  const { rows } = await sql<Sheets>`
    SELECT assessment_id, unit_no, kind, count(*)::int AS sheets
    FROM assessments.sheets
    WHERE assessment_id = ANY (${ids}::uuid[]) AND rating = ${rating} AND kind <> ALL (${PEOPLE_SHEETS}::text[])
    GROUP BY assessment_id, unit_no, kind`.execute(db);
  return rows;
}

interface Counting {
  readonly counts: [string, number][];
  notApplicable: number;
}

function parseCounts(packed: string): Map<string, Tally> {
  const tallies = new Map<string, Counting>();
  if (packed === '') return tallies;
  for (const entry of packed.split(';')) {
    const [indicator, value, times] = entry.split(' ') as [string, string, string];
    let counting = tallies.get(indicator);
    if (!counting) {
      counting = { counts: [], notApplicable: 0 };
      tallies.set(indicator, counting);
    }
    if (value === '-') counting.notApplicable = Number(times);
    else counting.counts.push([value, Number(times)]);
  }
  return tallies;
}

/** Adds to the counts what no sheet answers: secondary data where it was pushed, else how many sheets are still silent. */
function complete(
  places: readonly Place[],
  counted: Map<string, Tally>,
  sheets: readonly Sheets[],
  secondary: ReadonlyMap<string, SecondaryValue> | undefined,
): Tallies {
  for (const { indicator } of places) {
    const { code, measure } = indicator;
    const tally = counted.get(code) ?? { counts: [], notApplicable: 0 };
    const answered = tally.notApplicable + tally.counts.reduce((total, [, times]) => total + times, 0);
    const pushed = measure === null || answered > 0 ? undefined : secondary?.get(measure);
    const tallied = pushed && asTally(indicator, pushed.value);
    if (tallied) {
      counted.set(code, tallied);
      continue;
    }
    const asked = sheets.find(({ kind }) => kind === indicator.from)?.sheets ?? 0;
    if (asked > answered) counted.set(code, { ...tally, unanswered: asked - answered });
  }
  return counted;
}

/** A number that was pushed, as one answer; nothing when it does not fit the indicator: then someone has to look. */
export function asTally({ answer, mayNotApply }: Indicator, value: string | null): Tally | undefined {
  if (value === null) return mayNotApply ? { counts: [], notApplicable: 1 } : undefined;
  const kept = readAnswer(answer, value);
  return typeof kept === 'string' ? { counts: [[kept, 1]], notApplicable: 0 } : undefined;
}

function measuresOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.flatMap(({ indicator }) => indicator.measure ?? []))];
}
