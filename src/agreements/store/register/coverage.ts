/** What the coverage board counts: signed memoranda of governments, and how the lines of plans in force stand. Only what is public. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { AgreementState } from '../../rules/agreement.transitions.ts';
import type { AgreementKind } from '../../rules/kinds.ts';
import type { Activity, Cover } from '../../rules/register/coverage.ts';
import { bindsOnDay, COVERS, dayThere } from './standing.ts';

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

/** Signed memoranda, in force or not, once for each government that is itself a party (not only one of its offices). */
export async function coversOf(db: Db): Promise<readonly Cover[]> {
  const { rows } = await sql<CoverRow>`
    SELECT g.id AS government, a.id, a.code, a.kind, a.title, a.state, a.in_force_from, a.in_force_until, a.ended_on, a.programmes
    FROM agreements.agreements a CROSS JOIN LATERAL unnest(a.government_ids) AS g (id)
    WHERE ${COVERS} AND a.state IN ('signed', 'ended') AND a.party_ids @> ARRAY[g.id]`.execute(db);
  return rows.map((row) => ({
    governmentId: row.government,
    ...{ id: row.id, code: row.code, kind: row.kind, title: row.title, state: row.state, programmes: row.programmes },
    ...{ inForceFrom: row.in_force_from, inForceUntil: row.in_force_until, endedOn: row.ended_on },
  }));
}

interface ActivityRow extends Omit<Activity, 'governmentId' | 'lastOn'> {
  readonly government: string;
  readonly last_on: Day | null;
}

/**
 * Lines of the plans in force, each on the day it is there, by government and programme. A line counts for the government whose office owns it; what the
 * Ombudsman or another body owns counts for every government of the plan.
 */
export async function activityOf(db: Db, now: Moment): Promise<readonly Activity[]> {
  const { rows } = await sql<ActivityRow>`
    SELECT g.id AS government, s.programme, sum(s.lines)::int AS lines, sum(s.active)::int AS active, sum(s.evidenced)::int AS evidenced,
      sum(s.open)::int AS open, max(s.last_on) AS last_on
    FROM (
      -- First by plan, owner and programme: of forty thousand lines a few thousand rows are left to be shared out.
      SELECT l.agreement_id, l.owner_root AS owner, l.programme, count(*) AS lines, count(*) FILTER (WHERE l.state <> 'planned') AS active,
        count(*) FILTER (WHERE l.evidence_count > 0 AND l.confirmed_on IS NOT NULL) AS evidenced,
        count(*) FILTER (WHERE l.state <> 'done') AS open, max(greatest(l.reported_on, l.confirmed_on)) AS last_on
      FROM agreements.lines l WHERE l.state NOT IN ('dropped', 'not-done')
      GROUP BY l.agreement_id, l.owner_root, l.programme) s
    JOIN agreements.agreements a ON a.id = s.agreement_id
    CROSS JOIN LATERAL unnest(a.government_ids) AS g (id)
    WHERE ${bindsOnDay(dayThere(now))} AND (s.owner = g.id OR NOT s.owner = ANY (a.government_ids))
    GROUP BY g.id, s.programme`.execute(db);
  return rows.map(({ government, last_on, ...counts }) => ({ governmentId: government, ...counts, lastOn: last_on }));
}

/**
 * A text that is another one as soon as any agreement or line is: every change of either counts its version up. Asked before what is kept of the board is
 * shown again, from indexes alone.
 */
export async function coverageMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws(' ', (SELECT count(*) || ':' || coalesce(sum(version), 0) FROM agreements.agreements),
      (SELECT count(*) || ':' || coalesce(sum(version), 0) FROM agreements.lines)) AS mark`.execute(db);
  return rows[0]?.mark ?? '';
}
