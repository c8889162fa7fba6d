/** What the ledger should hold, reckoned from the invented rows by other means than the program's, and what is wrong with what it holds. */
import type { Client } from 'pg';
import { TODAY } from './invent.ts';

export interface LedgerFaults {
  readonly expected: number;
  readonly rows: number;
  readonly missing: number;
  readonly unexpected: number;
  readonly doubled: number;
  /** Rows that no job or more than one will send. */
  readonly jobs: number;
}

const HELD = `SELECT agency_id, person_id, kind FROM directory.positions`;

const EXPECTED = `
  SELECT l.id::text AS object, h.person_id::text AS person, s.stage || ':' || l.due_on AS stage
  FROM agreements.lines l
  CROSS JOIN LATERAL (SELECT CASE WHEN l.due_on <= date '${TODAY}' - 7 THEN 'late' WHEN l.due_on <= date '${TODAY}' THEN 'due'
    WHEN l.due_on <= date '${TODAY}' + 3 THEN 'second' WHEN l.due_on <= date '${TODAY}' + 14 THEN 'first' END AS stage) s
  JOIN agreements.agreements a ON a.id = l.agreement_id
  JOIN (${HELD}) h ON (h.agency_id = l.owner_agency_id AND h.kind IN ('agency-coordinator', 'liaison-officer'))
    OR (s.stage = 'late' AND h.agency_id = a.office_id AND h.kind IN ('ombudsman-head', 'prevention-assistant'))
  WHERE l.state = 'running' AND s.stage IS NOT NULL
  UNION ALL
  SELECT l.id::text, h.person_id::text, 'confirm:' || u.id
  FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
  JOIN agreements.updates u ON u.line_id = l.id AND u.agreement_id = l.agreement_id AND u.state = 'reported'
  JOIN (${HELD}) h ON h.agency_id = a.office_id AND h.kind IN ('ombudsman-head', 'prevention-assistant')
  WHERE l.state = 'reported'
  UNION ALL
  SELECT a.id::text, h.person_id::text, 'lapse-1:' || a.in_force_until
  FROM agreements.agreements a JOIN (${HELD}) h ON h.agency_id = a.office_id AND h.kind IN ('ombudsman-head', 'prevention-assistant')
  WHERE a.in_force_until <= date '${TODAY}' + 180`;

export async function lookThrough(client: Client): Promise<LedgerFaults> {
  const { rows } = await client.query<LedgerFaults>(`
    WITH expected AS MATERIALIZED (${EXPECTED}),
      told AS MATERIALIZED (SELECT object_id AS object, recipient_id AS person, stage FROM messages.ledger),
      sending AS MATERIALIZED (SELECT payload ->> 'message' AS id, count(*) AS jobs FROM graphile_worker._private_jobs GROUP BY 1)
    SELECT (SELECT count(*)::int FROM expected) AS expected, (SELECT count(*)::int FROM told) AS rows,
      (SELECT count(*)::int FROM (SELECT * FROM expected EXCEPT SELECT * FROM told) m) AS missing,
      (SELECT count(*)::int FROM (SELECT * FROM told EXCEPT SELECT * FROM expected) u) AS unexpected,
      (SELECT count(*)::int - count(DISTINCT (object, person, stage))::int FROM told) AS doubled,
      (SELECT count(*)::int FROM messages.ledger l LEFT JOIN sending s ON s.id = l.id::text WHERE s.jobs IS DISTINCT FROM 1)
        + (SELECT count(*)::int FROM sending s WHERE NOT EXISTS (SELECT FROM messages.ledger l WHERE l.id::text = s.id)) AS jobs`);
  return rows[0] as LedgerFaults;
}
