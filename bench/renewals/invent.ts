/** 2,000 work plans with 40,000 lines and 200,000 reports, and those who answer for them, written straight into the tables. */
import type { Client } from 'pg';

export const AGREEMENTS = 2000;
export const LINES = 40_000;
export const REPORTS_PER_LINE = 5;
/** The day the reminders are looked at: a Monday. */
export const TODAY = '2026-06-15';

/**
 * Every government has a coordinator, every office that owns lines a liaison officer, every office of the Ombudsman a head and a prevention assistant.
 *
 * @param late share of lines (of a hundred) at each rung: first, second, due, late; the rest is due in December
 */
export async function inventPlans(client: Client): Promise<{ readonly governments: number; readonly owners: number }> {
  await client.query('SET search_path = public');
  await people(
    client,
    'agency-coordinator',
    `SELECT id FROM directory.agencies WHERE kind IN ('province-government', 'regency-government', 'city-government')`,
  );
  await client.query(`CREATE TEMP TABLE owners AS
    SELECT g.id AS government, coalesce(o.id, g.id) AS owner, coalesce(o.path, g.path) AS path, g.name,
      row_number() OVER (ORDER BY g.code, o.code) AS n
    FROM directory.agencies g LEFT JOIN directory.agencies o ON o.government_id = g.id AND o.id <> g.id AND o.kind = 'opd'
    WHERE g.kind IN ('province-government', 'regency-government', 'city-government')`);
  await people(client, 'liaison-officer', 'SELECT owner AS id FROM owners');
  await people(client, 'ombudsman-head', `SELECT id FROM directory.agencies WHERE kind = 'ombudsman-office'`);
  await people(client, 'prevention-assistant', `SELECT id FROM directory.agencies WHERE kind = 'ombudsman-office'`);
  await client.query(`CREATE TEMP TABLE offices AS
    SELECT id, path, row_number() OVER (ORDER BY code) - 1 AS n FROM directory.agencies WHERE kind = 'ombudsman-office'`);
  await client.query(`CREATE TEMP TABLE plans AS
    SELECT a.n, gen_random_uuid() AS id, gen_random_uuid() AS first_party, gen_random_uuid() AS second_party, o.id AS office, o.path AS office_path, g.government, g.name
    FROM generate_series(0, ${AGREEMENTS - 1}) AS a (n)
    JOIN offices o ON o.n = a.n % (SELECT count(*) FROM offices)
    JOIN (SELECT DISTINCT ON (government) government, name, dense_rank() OVER (ORDER BY government) - 1 AS n FROM owners) g
      ON g.n = a.n % (SELECT count(DISTINCT government) FROM owners)`);
  await client.query(`INSERT INTO agreements.agreements (id, code, kind, state, title, basis, purpose, programmes, year_from, year_until, office_id, office_path,
      keeper_id, keeper_path, signed_on, in_force_from, in_force_until, evidence, zone, created_at, updated_at, government_ids)
    SELECT id, 'RK-2026-' || lpad((n + 1)::text, 4, '0'), 'rencana-kerja', 'signed', 'Rencana kerja ' || n, '', '', '{prevention}', 2026, 2026,
      office, office_path, office, office_path, '2026-01-05', '2026-01-05', date '2026-12-12' + (n % 400), 'record', 'Asia/Jakarta', now(), now(), ARRAY[government]
    FROM plans`);
  await client.query(`INSERT INTO agreements.parties (agreement_id, id, ordinal, side, agency_id, government_id, agency_path, name)
    SELECT p.id, p.first_party, 1, 'ombudsman', p.office, p.office_path[1], p.office_path, 'Ombudsman' FROM plans p
    UNION ALL SELECT p.id, p.second_party, 2, 'government', p.government, p.government, ARRAY[p.government], p.name FROM plans p`);
  await client.query(`INSERT INTO agreements.lines (agreement_id, id, ordinal, year, programme, form, activity, output, indicator, unit, target_2, target_4,
      starts_on, due_on, first_due_on, owner_party_id, owner_agency_id, owner_path, owner_position, state, state_at, evidence_asked, updated_at, reported, reported_on)
    SELECT p.id, gen_random_uuid(), l.n, 2026, 'prevention', 'activity', 'Kegiatan ' || l.n || ' dari rencana ' || p.n, 'Keluaran', 'Layanan lengkap', 'layanan', 4, 8,
      '2026-01-10', '2026-12-10', '2026-12-10', p.second_party, o.owner, o.path, '', 'running', now(), 'Bukti', now(), 3, '2026-05-01'
    FROM plans p CROSS JOIN generate_series(1, ${LINES / AGREEMENTS}) AS l (n)
    CROSS JOIN LATERAL (SELECT owner, path FROM owners WHERE government = p.government ORDER BY (n + l.n) % 7, n LIMIT 1) o`);
  await client.query(`INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, at, state, judged_by, judged_at)
    SELECT l.agreement_id, l.id, gen_random_uuid(), date '2026-01-31' + (r.n * 25), r.n * 0.5, 'Laporan', false, 'person:bench',
      timestamptz '2026-02-01' + r.n * interval '25 days', 'confirmed', 'person:other', now()
    FROM agreements.lines l CROSS JOIN generate_series(1, ${REPORTS_PER_LINE}) AS r (n)`);
  await client.query('ANALYZE');
  const { rows } = await client.query<{ governments: number; owners: number }>(
    'SELECT count(DISTINCT government)::int AS governments, count(DISTINCT owner)::int AS owners FROM owners',
  );
  return rows[0] as { governments: number; owners: number };
}

/** One person with a position of a kind at each agency the query names. */
async function people(client: Client, kind: string, agencies: string): Promise<void> {
  await client.query(
    `WITH held AS (SELECT DISTINCT a.id AS agency, gen_random_uuid() AS person FROM (${agencies}) a GROUP BY a.id),
      persons AS (INSERT INTO directory.people (id, name, email, created_at)
        SELECT person, 'Petugas (contoh)', person || '@bench.example', now() FROM held RETURNING id)
    INSERT INTO directory.positions (id, person_id, kind, agency_id, decree_number, decree_on, starts_on, created_at)
    SELECT gen_random_uuid(), h.person, $1, h.agency, 'SK bench', '2025-01-01', '2025-01-02', now() FROM held h JOIN persons p ON p.id = h.person`,
    [kind],
  );
}

/** How many of each hundred lines stand at each rung on the day; the rest is due in December. */
export interface Rungs {
  readonly first: number;
  readonly second: number;
  readonly due: number;
  readonly late: number;
  /** Of each hundred, reported and waiting for the other side for longer than the reminder allows. */
  readonly waiting: number;
}

/** Gives every line a due day anew and forgets who was told of what. */
export async function setRungs(client: Client, { first, second, due, late, waiting }: Rungs): Promise<void> {
  await client.query('TRUNCATE messages.ledger, agreements.lapse_notices, agreements.line_reminders');
  await client.query('DELETE FROM graphile_worker._private_jobs');
  await client.query(
    `WITH placed AS (SELECT id, (row_number() OVER (ORDER BY agreement_id, ordinal) * 37) % 100 AS n FROM agreements.lines)
     UPDATE agreements.lines l SET confirmed = NULL, confirmed_on = NULL, due_on = d.due, first_due_on = d.due, state = CASE WHEN d.n >= 100 - $5::int THEN 'reported' ELSE 'running' END,
       reported = CASE WHEN d.n >= 100 - $5::int THEN 8 END, reported_on = CASE WHEN d.n >= 100 - $5::int THEN date '2026-05-10' END
     FROM (SELECT id, n, CASE WHEN n < $1 THEN date '${TODAY}' + 9 WHEN n < $1 + $2 THEN date '${TODAY}' + 2 WHEN n < $1 + $2 + $3 THEN date '${TODAY}'
       WHEN n < $1 + $2 + $3 + $4 THEN date '${TODAY}' - 20 ELSE date '2026-12-10' END AS due FROM placed) d WHERE d.id = l.id`,
    [first, second, due, late, waiting],
  );
  await client.query(`DELETE FROM agreements.updates WHERE state = 'reported'`);
  await client.query(`INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, at, state)
    SELECT agreement_id, id, gen_random_uuid(), '2026-05-10', 8, 'Selesai', true, 'person:bench', '2026-05-10', 'reported' FROM agreements.lines WHERE state = 'reported'`);
  await client.query('VACUUM ANALYZE agreements.lines');
  await client.query('VACUUM ANALYZE agreements.updates');
}
