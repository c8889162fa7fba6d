/** What is published: of rounds of this installation, and taken over from sources. Open to everyone. */
import { sql } from 'kysely';
import { agenciesByIds } from '../../directory/index.ts';
import type { Label } from '../../kernel/language.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Instrument, ZoneCode } from '../rules/instrument.ts';
import { methodOf } from '../rules/method.ts';
import { methodOfYear, type PublicResult } from '../rules/public-result.ts';
import { publishedInstruments } from './instruments.ts';

export interface PublicYear {
  readonly year: number;
  readonly agencies: number;
  /** Rounds of this installation in that year. */
  readonly rounds: number;
}

/** Years with results, the latest first. */
export async function publicYears(db: Db): Promise<readonly PublicYear[]> {
  const { rows } = await sql<PublicYear>`
    SELECT year, count(DISTINCT agency_id)::int AS agencies, count(DISTINCT round_id)::int AS rounds FROM (
      SELECT r.year, a.agency_id, r.id AS round_id FROM assessments.assessments a JOIN assessments.rounds r ON r.id = a.round_id
        WHERE a.published_version > 0
      UNION ALL
      SELECT year, agency_id, NULL FROM assessments.historical
    ) AS all_results GROUP BY year ORDER BY year DESC`.execute(db);
  return rows;
}

interface Row {
  readonly agency_id: string;
  readonly year: number;
  readonly assessment_id: string | null;
  readonly round_code: string | null;
  readonly round_title: string | null;
  readonly is_example: boolean;
  readonly instrument_id: string | null;
  readonly instrument_version: number | null;
  readonly instrument_title: Label | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly doubts: readonly string[];
  readonly score: string | null;
  readonly category: string | null;
  readonly zone: ZoneCode | null;
  readonly label_id: string | null;
  readonly label_en: string | null;
}

/** Of one year (some hundred agencies), or of one agency over all years; those of this installation first, then by source. */
export async function publicResults(
  db: Db,
  of: { readonly year: number } | { readonly agencyId: string } | { readonly roundId: string },
): Promise<readonly PublicResult[]> {
  const own =
    'year' in of ? sql`r.year = ${of.year}` : 'agencyId' in of ? sql`a.agency_id = ${of.agencyId}` : sql`r.id = ${of.roundId}`;
  const other = 'year' in of ? sql`h.year = ${of.year}` : 'agencyId' in of ? sql`h.agency_id = ${of.agencyId}` : sql`false`;
  const { rows } = await sql<Row>`
    SELECT a.agency_id, r.year, a.id AS assessment_id, r.code AS round_code, r.title AS round_title, r.is_example, r.instrument_id,
      r.instrument_version, i.body -> 'title' AS instrument_title, NULL AS source, NULL AS note, '{}'::text[] AS doubts,
      s.score::text AS score, s.category, s.zone, s.label_id, s.label_en
    FROM assessments.assessments a
    JOIN assessments.rounds r ON r.id = a.round_id
    JOIN assessments.instruments i ON i.id = r.instrument_id AND i.version = r.instrument_version
    JOIN assessments.results s ON s.assessment_id = a.id AND s.version = a.published_version AND s.unit_no = 0
    WHERE a.published_version > 0 AND ${own}
    UNION ALL
    SELECT h.agency_id, h.year, NULL, NULL, NULL, false, NULL, NULL, NULL, h.source, h.note, h.doubts, h.score::text, h.category, h.zone,
      NULL, NULL
    FROM assessments.historical h WHERE ${other}
    ORDER BY year DESC, source NULLS FIRST, agency_id`.execute(db);
  const agencies = await agenciesByIds(
    db,
    rows.map((row) => row.agency_id),
  );
  const instruments = await publishedInstruments(db);
  return rows.flatMap((row) => {
    const agency = agencies.get(row.agency_id);
    return agency ? [toResult(row, agency, instruments)] : [];
  });
}

type Named = { readonly code: string; readonly name: string; readonly kind: string; readonly regionCode: string | null };

function toResult(row: Row, agency: Named, instruments: readonly Instrument[]): PublicResult {
  return {
    agencyId: row.agency_id,
    agencyCode: agency.code,
    agencyName: agency.name,
    agencyKind: agency.kind,
    regionCode: agency.regionCode,
    year: row.year,
    round:
      row.round_code === null || row.assessment_id === null
        ? null
        : { code: row.round_code, title: row.round_title ?? '', isExample: row.is_example, assessmentId: row.assessment_id },
    source: row.source,
    note: row.note,
    doubts: row.doubts,
    score: row.score,
    category: row.category,
    zone: row.zone,
    label: row.label_id === null || row.label_en === null ? null : { id: row.label_id, en: row.label_en },
    method: row.instrument_id === null ? (methodOfYear(instruments, row.year)?.method ?? null) : methodOf(row.instrument_id),
    instrument:
      row.instrument_id === null || row.instrument_version === null
        ? null
        : { id: row.instrument_id, version: row.instrument_version, title: row.instrument_title ?? { id: '', en: '' } },
  };
}
