/** What the coverage board counts: signed memoranda of governments, and how the lines of plans in force stand. Only what is public. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { AgreementState } from '../../rules/agreement.transitions.ts';
import type { AgreementKind } from '../../rules/kinds.ts';
import type { Activity, Cover } from '../../rules/register/coverage.ts';
import { bindsOnDay, COVERS } from './standing.ts';

interface CoverRow {
  government: string;
  id: string;
  code: string;
  kind: AgreementKind;
  title: string;
  state: AgreementState;
  in_force_from: Day | null;
  in_force_until: Day | null;
  ended_on: Day | null;
  programmes: string[];
}

/**
 * Signed memoranda, in force or not, once for each government that is itself a party (not only one of its offices).
 *
 * @param governmentIds only of these; `null` = of all
 */
export async function coversOf(db: Db, governmentIds: readonly string[] | null): Promise<readonly Cover[]> {
  const ids = governmentIds ? [...governmentIds] : null;
  const { rows } = await sql<CoverRow>`
    SELECT g.id AS government, a.id, a.code, a.kind, a.title, a.state, a.in_force_from, a.in_force_until, a.ended_on, a.programmes
    FROM agreements.agreements a CROSS JOIN LATERAL unnest(a.government_ids) AS g (id)
    WHERE ${COVERS} AND a.state IN ('signed', 'ended') AND a.party_ids @> ARRAY[g.id]
      ${ids ? sql`AND a.government_ids && ${ids}::uuid[] AND g.id = ANY (${ids}::uuid[])` : sql``}`.execute(db);
  return rows.map((row) => ({
    governmentId: row.government,
    ...{ id: row.id, code: row.code, kind: row.kind, title: row.title, state: row.state, programmes: row.programmes },
    ...{ inForceFrom: row.in_force_from, inForceUntil: row.in_force_until, endedOn: row.ended_on },
  }));
}

/**
 * Lines of the plans in force by government and programme. A line counts for the government whose office owns it; what the Ombudsman or another body
 * owns counts for every government of the plan.
 */
export async function activityOf(db: Db, governmentIds: readonly string[] | null, day: Day): Promise<readonly Activity[]> {
  const ids = governmentIds ? [...governmentIds] : null;
  const { rows } = await sql<{ government: string; programme: string; lines: number; active: number; evidenced: number }>`
    SELECT g.id AS government, s.programme, sum(s.lines)::int AS lines, sum(s.active)::int AS active, sum(s.evidenced)::int AS evidenced
    FROM (
      -- First by plan, owner and programme: of forty thousand lines a few thousand rows are left to be shared out.
      SELECT l.agreement_id, l.owner_root AS owner, l.programme, count(*) AS lines,
        count(*) FILTER (WHERE l.state <> 'planned') AS active, count(*) FILTER (WHERE l.evidence_count > 0) AS evidenced
      FROM agreements.lines l WHERE l.state NOT IN ('dropped', 'not-done')
        ${ids ? sql`AND l.agreement_id IN (SELECT id FROM agreements.agreements WHERE government_ids && ${ids}::uuid[])` : sql``}
      GROUP BY l.agreement_id, l.owner_root, l.programme) s
    JOIN agreements.agreements a ON a.id = s.agreement_id
    CROSS JOIN LATERAL unnest(a.government_ids) AS g (id)
    WHERE ${bindsOnDay(sql`${day.toString()}::date`)} AND (s.owner = g.id OR NOT s.owner = ANY (a.government_ids))
      ${ids ? sql`AND g.id = ANY (${ids}::uuid[])` : sql``}
    GROUP BY g.id, s.programme`.execute(db);
  return rows.map(({ government, ...counts }) => ({ governmentId: government, ...counts }));
}
