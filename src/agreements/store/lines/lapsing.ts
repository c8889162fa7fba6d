/** Agreements that end soon and that nobody was told of yet, claimed so that each warning is given once. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { LadderDays } from '../../rules/lines/ladder.ts';
import { IS_YEARLY, isFollowed, isInOffice } from '../register/standing.ts';

export interface Lapsing {
  readonly id: string;
  readonly code: string;
  readonly endsOn: Day;
  /** 1 = the first warning, 2 = the second. */
  readonly stage: 1 | 2;
  readonly keeperPath: readonly string[];
  /**
   * Each party with its focal points: `people` in office, and the ids of those only an address of the office reaches; the agencies above it, the
   * root first.
   */
  readonly parties: readonly {
    readonly path: readonly string[];
    readonly people: readonly string[];
    readonly points: readonly string[];
  }[];
}

/**
 * Signed ones whose last day is near and that no signed agreement follows without a gap, not told of this warning yet; locked. The latest warning alone:
 * an agreement entered sixty days before its end gets one, and so does one about a year, which is warned of the second time only.
 */
export async function claimLapsing(tx: Tx, days: LadderDays, limit: number): Promise<readonly Lapsing[]> {
  const { today, lapseFirst, lapseSecond } = days;
  const on = sql`${today.toString()}::date`;
  const { rows } = await sql<{
    readonly id: string;
    readonly code: string;
    readonly in_force_until: Day;
    readonly stage: 1 | 2;
    readonly keeper_path: string[];
    readonly parties: { path: string[]; people: string[]; points: string[] }[] | null;
  }>`
    SELECT a.id, a.code, a.in_force_until, s.stage, a.keeper_path,
      (SELECT jsonb_agg(jsonb_build_object('path', p.agency_path, 'people', ARRAY(
        SELECT DISTINCT f.person_id FROM agreements.focal_points f WHERE f.agreement_id = a.id AND f.party_id = p.id
          AND f.since <= ${on} AND (f.until IS NULL OR f.until > ${on}) AND ${isInOffice(on)}), 'points', ARRAY(
        SELECT f.id FROM agreements.focal_points f WHERE f.agreement_id = a.id AND f.party_id = p.id
          AND f.since <= ${on} AND (f.until IS NULL OR f.until > ${on}) AND f.office_mail <> '' AND NOT ${isInOffice(on)}))) FROM agreements.parties p
        WHERE p.agreement_id = a.id) AS parties
    FROM agreements.agreements a
    CROSS JOIN LATERAL (SELECT CASE WHEN a.in_force_until <= ${lapseSecond.toString()}::date THEN 2 ELSE 1 END AS stage) s
    WHERE a.state = 'signed' AND a.in_force_until >= ${today.toString()}::date AND a.in_force_until <= ${lapseFirst.toString()}::date
      AND a.in_force_from <= ${today.toString()}::date AND (s.stage = 2 OR NOT ${IS_YEARLY})
      AND NOT EXISTS (SELECT FROM agreements.lapse_notices n
        WHERE n.agreement_id = a.id AND n.ends_on = a.in_force_until AND n.stage >= s.stage)
      AND NOT ${isFollowed(sql<boolean>`n.state = 'signed' AND n.in_force_from <= a.in_force_until + 1`)}
    ORDER BY a.in_force_until, a.id LIMIT ${limit} FOR NO KEY UPDATE OF a SKIP LOCKED`.execute(tx as Db);
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, endsOn: row.in_force_until, stage: row.stage, keeperPath: row.keeper_path },
    parties: row.parties ?? [],
  }));
}

export async function noteLapsing(tx: Tx, told: readonly Lapsing[], at: Moment): Promise<void> {
  await sql`INSERT INTO agreements.lapse_notices (agreement_id, ends_on, stage, told_at)
    SELECT n.id, n.ends_on, n.stage, ${at.toString()}::timestamptz
    FROM unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ endsOn }) => endsOn.toString())}::date[],
      ${told.map(({ stage }) => stage)}::int[]) AS n (id, ends_on, stage) ON CONFLICT DO NOTHING`.execute(tx as Db);
}
