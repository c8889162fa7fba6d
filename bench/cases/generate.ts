import type { Client } from 'pg';

/** Of the 100,000 cases an office sees a fifth; the head of the Ombudsman sees all. */
export const CASES = 100_000;

/** Offices take shares as large and small ones do; the first is the one measured beside the head office. */
const OFFICES = [
  'ori.bali',
  'ori.jawa-timur',
  'ori.jakarta-raya',
  'ori.sumatera-utara',
  'ori.kepulauan-riau',
  'ori.jawa-barat',
] as const;

/** Where the open ones stand; two in three cases are closed. */
const OPEN_STAGES = [
  'formal',
  'completing',
  'material',
  'plenary',
  'assignment',
  'examination',
  'reporting',
  'comment',
  'monitoring',
  'resolution',
  'recommendation',
] as const;

export interface GeneratedCases {
  readonly cases: number;
  readonly waiting: number;
  readonly clocks: number;
  readonly obligations: number;
  readonly entries: number;
}

/**
 * Writes cases of five years straight into the tables, with their clocks, waiting lines, teams, respondents, entries and obligations. Foreign
 * keys are not checked meanwhile.
 *
 * @param people who leads the open cases of the measured office: examiner, second examiner, verifier, resolver
 */
export async function generateCases(client: Client, people: readonly string[]): Promise<GeneratedCases> {
  await client.query('SET session_replication_role = replica');
  await client.query("SET work_mem = '256MB'");
  await client.query(
    `CREATE TEMP TABLE bench_cases AS
     SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS respondent_id, gen_random_uuid() AS clock_id,
       o.id AS office_id, o.path AS office_path, o.code AS office_code, r.id AS agency_id, r.government_id, r.path AS agency_path,
       CASE WHEN n % 3 = 0 THEN ($1::text[])[1 + (n / 3) % ${OPEN_STAGES.length}] ELSE 'closed' END AS stage,
       (ARRAY['LM','LM','LM','RCO','KNL'])[1 + n % 5] AS access,
       timestamptz '2026-03-16 01:00Z' - make_interval(mins => n * 26) AS registered_at,
       timestamptz '2026-03-16 15:59:59Z' + make_interval(days => (n * 7919) % 60 - 30) AS due_at,
       ($2::uuid[])[1 + (n * 31) % 4] AS person_id
     FROM generate_series(1, ${CASES}) AS n
     JOIN directory.agencies o ON o.code = (ARRAY['${OFFICES.join("','")}'])[1 + (n * 13) % ${OFFICES.length}]
     CROSS JOIN LATERAL (SELECT id, government_id, path FROM directory.agencies WHERE code IN ('51.05.dinkes', '51.05.pupr', '51.05.dukcapil', '51.71', '51.03.pupr')
       ORDER BY code OFFSET n % 5 LIMIT 1) AS r`,
    [[...OPEN_STAGES], people],
  );
  await client.query(`
    INSERT INTO casework.cases (id, number, version, access, rule_set, stage, resume_stage, office_id, office_path, registered_at, received_on, channel,
      secret, tip, title, account, region_code, zone, rapid_criteria, conclusion, outcome, closed_at, next_due_at, updated_at, lead_person_id,
      respondent_ids, team_ids, excluded_person_ids, excluded_agency_ids)
    SELECT id, lpad(n::text, 6, '0') || '/' || access || '/III/2026/BENCH', 1, access, 'PO 58/2023', stage, CASE WHEN stage = 'completing' THEN 'formal' END,
      office_id, office_path, registered_at, registered_at::date, 'web', n % 7 = 0, false,
      (ARRAY['Surat rujukan tidak diberikan','Jalan rusak tidak diperbaiki','Akta kelahiran terlambat','Pungutan pada pengurusan izin'])[1 + n % 4] || ' (contoh ' || n || ')',
      'Sudah beberapa kali datang ke kantor dan tidak mendapat jawaban yang jelas (contoh).', '51.05', 'Asia/Makassar',
      CASE WHEN access = 'RCO' THEN ARRAY['emergency'] ELSE '{}' END, CASE WHEN stage IN ('monitoring','resolution','recommendation') THEN 'found' END,
      CASE WHEN stage = 'closed' THEN (ARRAY['corrected','no-maladministration','refused','consulted'])[1 + n % 4] END,
      CASE WHEN stage = 'closed' THEN registered_at + interval '48 days' END, CASE WHEN stage <> 'closed' THEN due_at END, now(),
      CASE WHEN stage NOT IN ('plenary','assignment') THEN person_id END, ARRAY[agency_id, government_id],
      ARRAY[person_id], '{}', ARRAY[government_id]
    FROM bench_cases`);
  await client.query(`
    INSERT INTO casework.respondents SELECT id, respondent_id, agency_id, government_id, agency_path, 'Kepala Dinas', government_id, 'Bupati', registered_at, NULL FROM bench_cases`);
  await client.query(`
    INSERT INTO casework.team SELECT id, person_id, CASE WHEN stage IN ('formal','completing','material') THEN 'verifier' WHEN stage IN ('monitoring','resolution','recommendation') THEN 'resolver' ELSE 'lead' END, registered_at, NULL
    FROM bench_cases WHERE stage NOT IN ('plenary','assignment')`);
  await client.query(`
    INSERT INTO casework.clocks (case_id, id, kind, part_id, started_at, rule, limit_value, limit_unit, pauses, due_at, is_provisional, calendar_version, stopped_at, next_alert_at)
    SELECT id, clock_id, 'stage', NULL, registered_at, 'case.examine', 30, 'hk', '[]', due_at, false, 1, CASE WHEN stage = 'closed' THEN registered_at END,
      CASE WHEN stage <> 'closed' THEN due_at END FROM bench_cases`);
  await client.query(`
    INSERT INTO casework.waiting
    SELECT id, 0, stage, NULL, office_id, CASE WHEN n % 4 < 3 AND stage NOT IN ('plenary','assignment','comment') THEN person_id END,
      CASE WHEN stage IN ('formal','completing','material') THEN ARRAY['case.verify'] WHEN stage IN ('plenary','assignment','comment') THEN ARRAY['case.decide']
        WHEN stage IN ('examination','reporting') THEN ARRAY['case.examine'] ELSE ARRAY['case.resolve'] END, due_at
    FROM bench_cases WHERE stage <> 'closed'`);
  await client.query(`
    INSERT INTO casework.entries SELECT id, gen_random_uuid(), 'opinion', 'internal', registered_at + e * interval '1 day', 'Pendapat internal (contoh).', NULL, office_id, 'person:' || person_id
    FROM bench_cases, generate_series(1, 3) AS e`);
  await client.query(`
    INSERT INTO casework.obligations (id, case_id, kind, ordinal, agency_id, government_id, agency_path, office_id, office_path, position, text, evidence_asked,
      issued_at, received_at, rule, rule_set, due_at, zone, state, state_at, judged_at, is_public)
    SELECT gen_random_uuid(), id, 'corrective-action', e, agency_id, government_id, agency_path, office_id, office_path, 'Kepala Dinas', 'Perbaiki prosedur (contoh)',
      'Foto dan surat (contoh)', registered_at, registered_at, 'case.corrective', 'PO 58/2023', due_at, 'Asia/Makassar',
      CASE WHEN stage = 'closed' THEN 'carried-out' ELSE 'in-progress' END, registered_at, CASE WHEN stage = 'closed' THEN registered_at + interval '20 days' END, true
    FROM bench_cases, generate_series(1, 2) AS e WHERE stage IN ('monitoring','resolution','recommendation') OR (stage = 'closed' AND n % 4 = 1)`);
  await client.query('DROP TABLE bench_cases');
  await client.query('SET session_replication_role = origin');
  await client.query('VACUUM (ANALYZE)');
  const { rows } = await client.query<GeneratedCases>(`
    SELECT (SELECT count(*) FROM casework.cases)::int AS cases, (SELECT count(*) FROM casework.waiting)::int AS waiting,
      (SELECT count(*) FROM casework.clocks)::int AS clocks, (SELECT count(*) FROM casework.obligations)::int AS obligations,
      (SELECT count(*) FROM casework.entries)::int AS entries`);
  return rows[0] as GeneratedCases;
}
