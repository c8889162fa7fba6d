/** A report card, put together from what is published. */
import { agenciesByIds, zoneOfRegion } from '../../directory/index.ts';
import type { Db } from '../../platform/database/database.ts';
import { agreementOf, type Pair } from '../rules/agreement.ts';
import { shareOf } from '../rules/answer-kinds.ts';
import type { Instrument } from '../rules/instrument.ts';
import { methodOf } from '../rules/method.ts';
import { type Peer, standingAmong } from '../rules/peers.ts';
import { bandOfResult, isDisputed, type PublicResult } from '../rules/public-result.ts';
import { rational } from '../rules/rational.ts';
import type { RawData } from '../rules/raw-data.ts';
import {
  dimensionParts,
  markedDefaults,
  overallPart,
  type ReportCard,
  type SelfComparison,
  strengthParts,
  unitParts,
  type YearPart,
} from '../rules/report-card.ts';
import { instrumentOfYear } from '../rules/zone-of-year.ts';
import { ratedTwice } from './double-ratings.ts';
import { instrumentOf } from './instrument-of.ts';
import { publishedInstruments } from './instruments.ts';
import { publicResults } from './public-results.ts';
import { rawDataOf } from './raw-data.ts';
import { resultOf } from './results.ts';
import type { AssessmentTables } from './tables.ts';

/** The assessment behind `/assessments/{round}/{agency}`, if its result is published. */
export async function publishedAssessment(db: Db, roundCode: string, agencyCode: string): Promise<string | undefined> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select(['a.id', 'a.agency_id'])
    .where('r.code', '=', roundCode)
    .where('a.published_version', '>', 0)
    .execute();
  const agencies = await agenciesByIds(
    db,
    rows.map((row) => row.agency_id),
  );
  return rows.find((row) => agencies.get(row.agency_id)?.code === agencyCode)?.id;
}

/** What all report cards of a round share; read once for a batch of them. */
export interface RoundContext {
  readonly instruments: readonly Instrument[];
  readonly peers: readonly Peer[];
}

export async function roundContext(db: Db, roundId: string): Promise<RoundContext> {
  const results = await publicResults(db, { roundId });
  const peers = results.flatMap(({ agencyId, agencyKind, regionCode, score }) =>
    score === null ? [] : [{ agencyId, kind: agencyKind, regionCode, score }],
  );
  return { instruments: await publishedInstruments(db), peers };
}

/** @returns `undefined` when nothing is published */
export async function loadReportCard(db: Db, assessmentId: string, shared?: RoundContext): Promise<ReportCard | undefined> {
  const tables = db.withTables<AssessmentTables>();
  const head = await tables
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select([
      'a.agency_id',
      'a.published_version',
      'a.region_code',
      'r.id as round_id',
      'r.code',
      'r.title',
      'r.year',
      'r.is_example',
    ])
    .where('a.id', '=', assessmentId)
    .where('a.published_version', '>', 0)
    .executeTakeFirst();
  if (!head) return undefined;
  const version = head.published_version;
  const [instrument, lines, body] = [
    await instrumentOf(db, assessmentId),
    await resultOf(db, assessmentId, version),
    await rawDataOf(db, assessmentId, version),
  ];
  const raw = JSON.parse(body ?? '') as RawData;
  const agency = (await agenciesByIds(db, [head.agency_id])).get(head.agency_id);
  if (!agency) throw new Error('the directory has lost an assessed agency');
  const { instruments, peers } = shared ?? (await roundContext(db, head.round_id));
  const items = await tables
    .selectFrom('assessments.items')
    .select(['id', 'unit_no', 'indicator', 'state', 'due_on'])
    .where('assessment_id', '=', assessmentId)
    .execute();
  const publications = await tables
    .selectFrom('assessments.publications')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('version', 'desc')
    .execute();
  return {
    assessmentId,
    round: { code: head.code, title: head.title, year: head.year, isExample: head.is_example },
    instrument,
    agency: { id: agency.id, code: agency.code, name: agency.name, kind: agency.kind },
    zone: head.region_code === null ? 'Asia/Jakarta' : zoneOfRegion(head.region_code),
    overall: overallPart(instrument, lines),
    dimensions: dimensionParts(instrument, lines[0]),
    units: unitParts(instrument, raw, lines, (unitNo, indicator) => {
      const item = items.find((one) => one.unit_no === unitNo && one.indicator === indicator);
      return item ? { id: item.id, state: item.state, dueOn: item.due_on } : null;
    }),
    strengths: strengthParts(instrument, raw, lines),
    change: yearParts(await publicResults(db, { agencyId: agency.id }), instruments, {
      ...head,
      method: methodOf(instrument.id),
    }),
    peers: standingAmong(peers, agency.id),
    agreement: agreementOf(await ratedTwice(db, instrument, { assessmentId }, 2)),
    self: compareSelf(await ratedTwice(db, instrument, { assessmentId }, 0)),
    defaults: markedDefaults(instrument),
    history: publications.map((row) => ({
      version: row.version,
      publishedAt: row.published_at,
      reason: row.reason,
      decree: row.decree,
      rawSha256: row.raw_sha256,
    })),
  };
}

/** Other years of the same agency, the latest first. */
function yearParts(
  results: readonly PublicResult[],
  instruments: readonly Instrument[],
  own: { readonly code: string; readonly method: string },
): readonly YearPart[] {
  const byYear = Map.groupBy(results, ({ year }) => year);
  return results
    .filter(({ round }) => round?.code !== own.code)
    .map((result) => ({
      year: result.year,
      score: result.score,
      band: bandOfResult(instruments, result),
      label: result.label,
      zone: result.zone,
      category: result.category,
      roundCode: result.round?.code ?? null,
      source: result.source,
      disputed: isDisputed(byYear.get(result.year) ?? []),
      sameMethod: result.method === own.method,
      method: result.instrument?.title ?? instrumentOfYear(instruments, result.year)?.title ?? { id: '–', en: '–' },
    }));
}

function compareSelf(pairs: readonly Pair[]): SelfComparison {
  const count = (test: (pair: Pair, difference: number) => boolean) =>
    pairs.reduce((total, pair) => total + (test(pair, difference(pair)) ? pair.count : 0), 0);
  return {
    answers: count(() => true),
    alike: count((pair) => pair.first === pair.second),
    higher: count((_, more) => more > 0),
    lower: count((_, more) => more < 0),
  };
}

/** How much better the unit judged itself, as a share of the best answer; 0 where one says "does not apply". */
function difference({ answer, first, second }: Pair): number {
  if (first === null || second === null) return 0;
  return shareOf(answer, rational(second))
    .sub(shareOf(answer, rational(first)))
    .valueOf();
}
