import type { Client } from 'pg';

export const AGREEMENTS = 2000;
export const LINES = 40_000;
export const UPDATES_PER_LINE = 5;
/** Of the 2,000: memoranda, which cover; the rest are plans under them. */
const MEMORANDA = 800;

export interface GeneratedAgreements {
  readonly governments: number;
  readonly agreements: number;
  readonly memoranda: number;
  readonly lines: number;
  readonly updates: number;
}

/**
 * Writes a country's agreements straight into the tables: memoranda of the Ombudsman's offices with nine in ten governments (some lapsing, some over),
 * work plans, cooperation agreements and commitments of this year under them, with lines of the four programmes, reports and focal points.
 */
export async function generateAgreements(client: Client): Promise<GeneratedAgreements> {
  await client.query('SET session_replication_role = replica');
  await client.query(`CREATE TEMP TABLE governments AS
    SELECT g.id, g.path, g.name, row_number() OVER (ORDER BY g.code) - 1 AS n, o.id AS office, o.path AS office_path
    FROM directory.agencies g
    JOIN LATERAL (SELECT a.id, a.path FROM directory.agencies a JOIN directory.service_areas s ON s.agency_id = a.id
      WHERE a.kind = 'ombudsman-office' AND (s.region_code = g.code OR s.region_code = left(g.code, 2)) ORDER BY length(s.region_code) DESC LIMIT 1) o ON true
    WHERE g.kind IN ('province-government', 'regency-government', 'city-government') AND (g.valid_until IS NULL OR g.valid_until > current_date)`);
  // One government in ten has none; the first of those that have two is over.
  await client.query(`CREATE TEMP TABLE made AS
    SELECT a.n, gen_random_uuid() AS id, gen_random_uuid() AS first_party, gen_random_uuid() AS second_party, g.id AS government, g.path AS government_path,
      g.name, g.office, g.office_path, a.n < ${MEMORANDA} AS covers,
      CASE WHEN a.n < ${MEMORANDA} THEN 'nota-kesepakatan' ELSE (ARRAY['rencana-kerja', 'rencana-kerja', 'pks', 'komitmen'])[1 + a.n % 4] END AS kind,
      -- Ends spread over five years, so that some lapse within half a year; every fifth one is over.
      CASE WHEN a.n < ${MEMORANDA} THEN CASE WHEN a.n % 5 = 4 THEN current_date - 30 - a.n % 300 ELSE current_date + (a.n * 37) % 1800 END
        ELSE current_date + 30 + a.n % 300 END AS until
    FROM generate_series(0, ${AGREEMENTS - 1}) AS a (n)
    JOIN governments g ON g.n = (a.n * 11) % (SELECT count(*) FROM governments)
    WHERE true`);
  await client.query(`UPDATE made SET government = g.id, government_path = g.path, name = g.name, office = g.office, office_path = g.office_path
    FROM governments g WHERE made.government IN (SELECT id FROM governments WHERE n % 10 = 3) AND g.n = (made.n * 5) % (SELECT count(*) FROM governments) AND g.n % 10 <> 3`);
  await client.query(`
    INSERT INTO agreements.agreements (id, code, kind, state, title, basis, purpose, programmes, year_from, year_until, office_id, office_path, keeper_id,
      keeper_path, place, signed_on, in_force_from, in_force_until, evidence, source, zone, created_at, updated_at, party_ids, government_ids)
    SELECT id, CASE WHEN covers THEN 'NK-' ELSE 'RK-' END || extract(year FROM current_date) || '-' || lpad((n + 1)::text, 4, '0'), kind, 'signed',
      'Sinergi pengawasan pelayanan publik ' || n || ' (contoh)', 'UU 37/2008', 'Meningkatkan pelayanan publik',
      '{faster-settlement,prevention,data-exchange,competence}', CASE WHEN covers THEN NULL ELSE extract(year FROM current_date)::int END,
      CASE WHEN covers THEN NULL ELSE extract(year FROM current_date)::int END, office, office_path, office, office_path, 'Semarapura',
      least(until, current_date) - 100 - n % 900, least(until, current_date) - 100 - n % 900, until, 'record', 'Arsip (contoh)', 'Asia/Makassar',
      now() - n * interval '1 hour', now(), ARRAY[office, government], ARRAY[government] FROM made`);
  await client.query(`
    INSERT INTO agreements.parties (agreement_id, id, ordinal, side, agency_id, government_id, agency_path, name, own_number)
    SELECT id, first_party, 1, 'ombudsman', office, office_path[1], office_path, 'Ombudsman RI Perwakilan', n || '/ORI' FROM made
    UNION ALL SELECT id, second_party, 2, 'government', government, government, government_path, name, n || '/PEMDA' FROM made`);
  await client.query(`
    INSERT INTO agreements.focal_points (agreement_id, id, party_id, agency_id, position, since)
    SELECT id, gen_random_uuid(), first_party, office, 'Asisten pencegahan', current_date - 60 FROM made
    UNION ALL SELECT id, gen_random_uuid(), second_party, government, 'Kepala Bagian Organisasi', current_date - 60 FROM made WHERE n % 6 <> 0`);
  await client.query(`
    INSERT INTO agreements.lines (agreement_id, id, ordinal, year, programme, form, activity, output, indicator, unit, baseline, target_1, target_2, target_3,
      target_4, starts_on, due_on, first_due_on, owner_party_id, owner_agency_id, owner_path, owner_position, other_party_id, other_agency_id, other_path,
      state, state_at, confirmed, confirmed_on, reported, reported_on, evidence_count, evidence_asked, updated_at)
    SELECT m.id, gen_random_uuid(), l.n, extract(year FROM current_date)::int, (ARRAY['faster-settlement','prevention','data-exchange','competence'])[1 + (l.n + m.n) % 4],
      'activity', 'Melengkapi standar pelayanan ' || l.n || ' (contoh)', 'Dokumen standar', 'Layanan lengkap', 'layanan', 0, 2, 4, 6, 8,
      current_date - 90, current_date + 120, current_date + 120, m.second_party, m.government, m.government_path, 'Kepala Dinas', m.first_party, m.office, m.office_path,
      CASE WHEN (l.n + m.n) % 3 = 0 THEN 'planned' ELSE 'running' END, now(), CASE WHEN (l.n + m.n) % 3 > 0 THEN 3 END, CASE WHEN (l.n + m.n) % 3 > 0 THEN current_date - 20 END,
      CASE WHEN (l.n + m.n) % 3 > 0 THEN 3 + l.n % 2 END, CASE WHEN (l.n + m.n) % 3 > 0 THEN current_date - 10 END, CASE WHEN (l.n + m.n) % 3 = 1 THEN 2 ELSE 0 END, 'SK', now()
    FROM (SELECT *, row_number() OVER (ORDER BY n) - 1 AS at FROM made WHERE NOT covers) m
    CROSS JOIN LATERAL generate_series(1, CASE WHEN m.at < ${LINES} % (${AGREEMENTS - MEMORANDA}) THEN ${Math.ceil(LINES / (AGREEMENTS - MEMORANDA))} ELSE ${Math.floor(LINES / (AGREEMENTS - MEMORANDA))} END) AS l (n)`);
  await client.query(`
    INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, at, state, judged_by, judged_at)
    SELECT l.agreement_id, l.id, gen_random_uuid(), current_date - u.n * 15, u.n, 'Sudah dikerjakan sebagian (contoh).', false, 'person:bench',
      now() - u.n * interval '15 days', 'confirmed', 'person:other', now() FROM agreements.lines l, generate_series(1, ${UPDATES_PER_LINE}) AS u (n)`);
  await client.query('DROP TABLE made');
  await client.query('DROP TABLE governments');
  await client.query('SET session_replication_role = origin');
  await client.query('VACUUM (ANALYZE)');
  const { rows } = await client.query<GeneratedAgreements>(`
    SELECT (SELECT count(*) FROM directory.agencies WHERE kind IN ('province-government', 'regency-government', 'city-government')
        AND (valid_until IS NULL OR valid_until > current_date))::int AS governments,
      (SELECT count(*) FROM agreements.agreements)::int AS agreements, (SELECT count(*) FROM agreements.agreements WHERE kind = 'nota-kesepakatan')::int AS memoranda,
      (SELECT count(*) FROM agreements.lines)::int AS lines, (SELECT count(*) FROM agreements.updates)::int AS updates`);
  return rows[0] as GeneratedAgreements;
}
