import type { Client } from 'pg';
import { offered } from '../../src/assessments/rules/answer-kinds.ts';
import type { Indicator, Instrument } from '../../src/assessments/rules/instrument.ts';
import { placesOf } from '../../src/assessments/rules/walk.ts';

/** A national round, as the issue of the figure names it. */
export const AGENCIES = 600;
export const UNITS_EACH = 7;

export interface Generated {
  readonly roundId: string;
  readonly agencies: number;
  readonly units: number;
  readonly products: number;
  readonly respondents: number;
  readonly answers: number;
  readonly evidence: number;
}

/**
 * Writes a round straight into the tables. Agencies answer more or less well, so that every band occurs.
 *
 * The rows lie in the order in which field work writes them: some thirty agencies at a time (one team for each office of the
 * Ombudsman), their sheets mixed up among each other. Foreign keys are not checked while it writes.
 */
export async function generateRound(client: Client, instrument: Instrument): Promise<Generated> {
  await client.query('SET session_replication_role = replica');
  await client.query("SET work_mem = '256MB'");
  await writeAgencies(client);
  const roundId = await writeRound(client, instrument);
  await writeSheets(client);
  await writeAnswers(client, instrument);
  await client.query('DROP TABLE bench_agencies, bench_units, bench_questions, bench_sheets');
  await client.query('SET session_replication_role = origin');
  // As autovacuum leaves the tables some minutes after the last answer.
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  const { rows } = await client.query<Omit<Generated, 'roundId'>>(`
    SELECT (SELECT count(*) FROM assessments.assessments)::int AS agencies, (SELECT count(*) FROM assessments.units)::int AS units,
      count(*) FILTER (WHERE kind = 'product')::int AS products, count(*) FILTER (WHERE kind = 'user')::int AS respondents,
      (SELECT count(*) FROM assessments.answers)::int AS answers, (SELECT count(*) FROM assessments.evidence)::int AS evidence
    FROM assessments.sheets`);
  return { roundId, ...(rows[0] as Omit<Generated, 'roundId'>) };
}

async function writeAgencies(client: Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE bench_agencies AS
    SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS assessment_id,
      CASE WHEN n <= 416 THEN 'regency-government' WHEN n <= 514 THEN 'city-government' WHEN n <= 552 THEN 'province-government' ELSE 'ministry' END AS kind,
      0.25 + 0.75 * ((n * 7919) % 1000) / 1000.0 AS quality
    FROM generate_series(1, ${AGENCIES}) AS n`);
  await client.query(`
    CREATE TEMP TABLE bench_units AS
    SELECT a.n, a.id AS government_id, a.assessment_id, a.quality, u AS unit_no, gen_random_uuid() AS id, (a.n - 1) * ${UNITS_EACH} + u - 1 AS place
    FROM bench_agencies a, generate_series(1, ${UNITS_EACH}) AS u`);
  await client.query(`
    INSERT INTO directory.agencies (id, code, kind, name, short_name, parent_id, government_id, path, search)
    SELECT id, 'bench-' || n, kind, 'Pemerintah Contoh ' || n, 'Contoh ' || n, NULL, id, ARRAY[id], to_tsvector('simple', 'contoh') FROM bench_agencies
    UNION ALL
    SELECT id, 'bench-' || n || '.unit-' || unit_no, 'opd', 'Dinas Contoh ' || unit_no, 'Dinas ' || unit_no, government_id, government_id,
      ARRAY[government_id, id], to_tsvector('simple', 'contoh') FROM bench_units`);
}

async function writeRound(client: Client, instrument: Instrument): Promise<string> {
  await client.query(
    `INSERT INTO assessments.instruments (id, version, state, body, decided_by, decided_on, created_by, created_at, edited_at, published_at)
     VALUES ($1, $2, 'published', $3, 'bench', '2024-01-01', 'bench', now(), now(), now())`,
    [instrument.id, instrument.version, JSON.stringify(instrument)],
  );
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO assessments.rounds (id, code, title, year, starts_on, ends_on, instrument_id, instrument_version, owner_agency_id, state, seed,
       reply_days, created_by, created_at)
     SELECT gen_random_uuid(), 'bench', 'Putaran nasional', 2024, '2024-01-01', '2024-12-31', $1, $2, id, 'open', 'benih bench', 5,
       gen_random_uuid(), now() FROM directory.agencies WHERE code = 'ori' RETURNING id`,
    [instrument.id, instrument.version],
  );
  const roundId = rows[0]?.id ?? '';
  await client.query(
    `INSERT INTO assessments.assessments (id, round_id, agency_id, agency_path, agency_kind, stage)
     SELECT assessment_id, $1, id, ARRAY[id], kind, 'final' FROM bench_agencies ORDER BY assessment_id`,
    [roundId],
  );
  await client.query(`
    INSERT INTO assessments.units (assessment_id, unit_no, agency_id, name, locus_id, locus_en)
    SELECT assessment_id, unit_no, id, 'Dinas Contoh ' || unit_no, 'Dinas', 'Office' FROM bench_units ORDER BY assessment_id, unit_no`);
  return roundId;
}

/** 18,000 products, 130,000 users, 4 officers and 2 complaint officers in each unit, and the unit itself. */
async function writeSheets(client: Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE bench_sheets AS
    SELECT *, row_number() OVER (PARTITION BY assessment_id, unit_no)::smallint AS sheet_no,
      row_number() OVER (ORDER BY (n - 1) / 34, hashint8(place::bigint * 1000 + ordinal)) AS written
    FROM (
      SELECT u.n, u.assessment_id, u.unit_no, u.place, u.quality, k.kind, k.base + i AS ordinal
      FROM bench_units u
      CROSS JOIN LATERAL (VALUES
        ('product', 100, 4 + CASE WHEN u.place % 7 < 2 THEN 1 ELSE 0 END), ('unit', 200, 1), ('officer', 300, 4),
        ('complaint-officer', 400, 2), ('user', 500, 30 + CASE WHEN u.place % 21 < 20 THEN 1 ELSE 0 END)
      ) AS k (kind, base, many)
      CROSS JOIN LATERAL generate_series(1, k.many) AS i
    ) AS planned`);
  await client.query(`
    INSERT INTO assessments.sheets (assessment_id, unit_no, rating, sheet_no, kind, service_name, quota, done)
    SELECT assessment_id, unit_no, 1, sheet_no, kind, CASE WHEN kind = 'product' THEN 'Layanan ' || sheet_no END, NULL, true
    FROM bench_sheets ORDER BY written`);
}

async function writeAnswers(client: Client, instrument: Instrument): Promise<void> {
  const questions = placesOf(instrument).map(({ indicator }, place) => ({ place, ...rangeOf(indicator), indicator }));
  await client.query(
    'CREATE TEMP TABLE bench_questions (place int, kind text, indicator text, low numeric, steps int, flipped boolean, may_not_apply boolean)',
  );
  await client.query(
    `INSERT INTO bench_questions SELECT * FROM json_to_recordset($1) AS q
       (place int, kind text, indicator text, low numeric, steps int, flipped boolean, may_not_apply boolean)`,
    [
      JSON.stringify(
        questions.map(({ place, low, steps, flipped, indicator }) => ({
          place,
          kind: indicator.from,
          indicator: indicator.code,
          low,
          steps,
          flipped,
          may_not_apply: indicator.mayNotApply,
        })),
      ),
    ],
  );
  await client.query(`
    INSERT INTO assessments.answers (assessment_id, unit_no, rating, sheet_no, indicator, value)
    SELECT assessment_id, unit_no, 1, sheet_no, indicator,
      CASE WHEN may_not_apply AND chance < 0.05 THEN NULL
        ELSE low + CASE WHEN flipped THEN steps - 1 - step ELSE step END END
    FROM (
      SELECT s.assessment_id, s.unit_no, s.sheet_no, s.written, q.*, r.chance,
        least(q.steps - 1, floor(q.steps * power(r.chance, 2 * (1 - s.quality))))::int AS step
      FROM bench_sheets s
      JOIN bench_questions q ON q.kind = s.kind
      CROSS JOIN LATERAL (SELECT ((hashint8(s.place::bigint * 1000000 + s.ordinal * 100 + q.place) & 1048575) / 1048576.0)::float8 AS chance) AS r
    ) AS drawn
    ORDER BY written, place`);
  await client.query(`
    INSERT INTO assessments.evidence (id, assessment_id, unit_no, rating, sheet_no, indicator, file_key, media_type, extension, size, sha256,
      sent_sha256, added_by, received_at)
    SELECT gen_random_uuid(), s.assessment_id, s.unit_no, 1, s.sheet_no, q.indicator, 'bench', 'image/jpeg', 'jpg', 1, h.hash, h.hash,
      s.assessment_id, now()
    FROM bench_sheets s JOIN bench_questions q ON q.kind = s.kind AND s.kind IN ('product', 'unit')
    CROSS JOIN LATERAL (SELECT encode(sha256(convert_to(s.place || '.' || s.ordinal || '.' || q.place, 'UTF8')), 'hex') AS hash) AS h
    ORDER BY s.written, q.place`);
}

/** Whole steps from `low`; numbers are given in steps of one too. `flipped`: the lowest is the best. */
function rangeOf({ answer }: Indicator): { readonly low: number; readonly steps: number; readonly flipped: boolean } {
  if (answer.kind === 'number') return { low: 25, steps: 76, flipped: false };
  if (answer.kind === 'share') return { low: 0, steps: 101, flipped: answer.good === 'low' };
  if (answer.kind === 'scale') return { low: answer.min, steps: answer.max - answer.min + 1, flipped: answer.good === 'low' };
  if (answer.kind === 'yes-no') return { low: 0, steps: 2, flipped: answer.good === 'no' };
  return { low: 0, steps: offered(answer).length, flipped: false };
}
