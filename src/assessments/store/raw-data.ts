/** Published raw data: put together once, at publication, and kept as the bytes its hash was taken of. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import { canonicalJson, type Json } from '../../platform/audit/canonical-json.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AgencyTally, Tallies } from '../rules/answers.ts';
import { type Instrument, PEOPLE_SHEETS } from '../rules/instrument.ts';
import { type RawData, type RawSecondary, type RawSheet, type RawUnit, rawTallies, smallGroups } from '../rules/raw-data.ts';
import type { PublishedLine } from '../rules/round-file.ts';
import { placesOf } from '../rules/walk.ts';
import { type SecondaryValue, secondaryOf } from './secondary.ts';
import type { AssessmentTables } from './tables.ts';
import { asTally } from './tallies.ts';

/** Puts the raw data of an assessment together from its present answers. */
export async function gatherRawData(
  db: Db,
  assessmentId: string,
  given: { readonly version: number; readonly instrument: Instrument; readonly tally: AgencyTally },
): Promise<RawData> {
  const tables = db.withTables<AssessmentTables>();
  const head = await tables
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select(['a.agency_id', 'a.agency_kind', 'a.region_code', 'r.code', 'r.year'])
    .where('a.id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  const units = await tables
    .selectFrom('assessments.units')
    .select(['unit_no', 'agency_id', 'name', 'locus_id', 'locus_en'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('unit_no')
    .execute();
  const ids = [head.agency_id, ...units.map(({ agency_id }) => agency_id)];
  const agencies = await agenciesByIds(db, ids);
  const { instrument, tally } = given;
  const measures = placesOf(instrument).flatMap(({ indicator }) => indicator.measure ?? []);
  const [sheets, secondary] = [await sheetsOf(db, assessmentId), await secondaryOf(db, ids, head.year, measures)];
  const unit = (no: number, agencyId: string, name: string, locus: RawUnit['locus'], tallies: Tallies): RawUnit => ({
    unit: no,
    agency: agencies.get(agencyId)?.code ?? '',
    name,
    locus,
    tallies: rawTallies(tallies),
    smallGroups: smallGroups(instrument, tallies),
    sheets: sheets.get(no) ?? [],
    secondary: counted(instrument, no, sheets.get(no) ?? [], secondary.get(agencyId)),
  });
  const agency = agencies.get(head.agency_id);
  return {
    kind: 'assessment',
    format: 1,
    assessment: assessmentId,
    version: given.version,
    round: head.code,
    year: head.year,
    instrument: { id: instrument.id, version: instrument.version },
    agency: { code: agency?.code ?? '', name: agency?.name ?? '', kind: head.agency_kind, region: head.region_code },
    units: [
      unit(0, head.agency_id, agency?.name ?? '', null, tally.tallies),
      ...units.map((row) => {
        const tallies = tally.units.find((one) => one.unit === String(row.unit_no))?.tallies ?? new Map();
        return unit(row.unit_no, row.agency_id, row.name, { id: row.locus_id, en: row.locus_en }, tallies);
      }),
    ],
  };
}

/** Secondary numbers that took the place of an answer. */
function counted(
  instrument: Instrument,
  unitNo: number,
  sheets: readonly RawSheet[],
  pushed: ReadonlyMap<string, SecondaryValue> | undefined,
): readonly RawSecondary[] {
  const level = unitNo === 0 ? 'agency' : 'unit';
  return placesOf(instrument).flatMap(({ dimension, indicator }) => {
    const value = indicator.measure === null ? undefined : pushed?.get(indicator.measure);
    const isAnswered = sheets.some(({ answers }) => Object.hasOwn(answers, indicator.code));
    if (!value || isAnswered || dimension.per !== level || !asTally(indicator, value.value)) return [];
    return [{ indicator: indicator.code, measure: indicator.measure ?? '', ...value }];
  });
}

interface SheetRow {
  readonly unit_no: number;
  readonly sheet_no: number;
  readonly kind: RawSheet['kind'];
  readonly service_name: string | null;
  readonly answers: Readonly<Record<string, string | null>> | null;
  readonly evidence: Readonly<Record<string, readonly string[]>> | null;
}

/** Sheets about things, never about people, of the rating that counts; by unit. */
async function sheetsOf(db: Db, assessmentId: string): Promise<ReadonlyMap<number, readonly RawSheet[]>> {
  const { rows } = await sql<SheetRow>`
    SELECT s.unit_no, s.sheet_no, s.kind, s.service_name,
      (SELECT json_object_agg(a.indicator, trim_scale(a.value)::text) FROM assessments.answers a
        WHERE a.assessment_id = s.assessment_id AND a.unit_no = s.unit_no AND a.rating = s.rating AND a.sheet_no = s.sheet_no) AS answers,
      (SELECT json_object_agg(e.indicator, e.hashes) FROM (
        SELECT indicator, json_agg(sha256 ORDER BY sha256, id) AS hashes FROM assessments.evidence
        WHERE assessment_id = s.assessment_id AND unit_no = s.unit_no AND rating = s.rating AND sheet_no = s.sheet_no
          AND withdrawn_at IS NULL
        GROUP BY indicator) AS e) AS evidence
    FROM assessments.sheets s
    WHERE s.assessment_id = ${assessmentId} AND s.rating = 1 AND s.kind <> ALL (${PEOPLE_SHEETS}::text[])
    ORDER BY s.unit_no, s.sheet_no`.execute(db);
  const sheets = rows.map((row) => ({
    unit: row.unit_no,
    sheet: {
      sheet: row.sheet_no,
      kind: row.kind,
      service: row.service_name,
      answers: row.answers ?? {},
      evidence: row.evidence ?? {},
    },
  }));
  return new Map([...Map.groupBy(sheets, ({ unit }) => unit)].map(([unit, some]) => [unit, some.map(({ sheet }) => sheet)]));
}

/** The line of a published result in the file of its round. */
export function resultText(published: PublishedLine): string {
  return canonicalJson(published as unknown as Json);
}

/** Raw data as the line that is published, with its SHA-256 in hexadecimal. */
export function bodyOf(raw: RawData): { readonly body: string; readonly sha256: string } {
  const body = canonicalJson(raw as unknown as Json);
  return { body, sha256: createHash('sha256').update(body, 'utf8').digest('hex') };
}

export async function saveRawData(
  tx: Tx,
  assessmentId: string,
  version: number,
  texts: { readonly body: string; readonly result: string },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.raw_data')
    .values({ assessment_id: assessmentId, version, ...texts })
    .execute();
}

/** The published line of one version; `undefined` when there is none. */
export async function rawDataOf(db: Db, assessmentId: string, version: number): Promise<string | undefined> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.raw_data')
    .select('body')
    .where('assessment_id', '=', assessmentId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body;
}
