/** The lines an agreement is judged by: its own, or those of the plans made under it; with what happened to them. */
import { sql } from 'kysely';
import { agenciesByIds } from '../../../directory/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { type LightRule, litDay } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { type LineSnapshot, snapshotOf } from '../../rules/reviews/snapshot.ts';
import { isPublic } from '../../rules/visibility.ts';
import { agreementsAfter } from '../agreements.ts';
import { changesAfterSigning } from '../lines/changes.ts';
import { linesOf } from '../lines.ts';

/** The plans whose lines carry an agreement out: itself when its kind has lines, else what was made under it and signed. */
export async function plansOf(db: Db | Tx, agreement: Agreement): Promise<readonly Agreement[]> {
  if (agreementKind(agreement.kind).hasLines) return [agreement];
  const under = await agreementsAfter(db, agreement.id);
  return under.filter((each) => each.parentId === agreement.id && agreementKind(each.kind).hasLines && isPublic(each));
}

/** @param year only lines of that year; left out = all */
export async function snapshotsOf(
  db: Db | Tx,
  plans: readonly Agreement[],
  day: Day,
  rule: LightRule,
  year?: number,
): Promise<readonly LineSnapshot[]> {
  const lines: { readonly line: Line; readonly plan: Agreement }[] = [];
  for (const plan of plans)
    for (const line of await linesOf(db, plan.id)) if (year === undefined || line.year === year) lines.push({ line, plan });
  if (lines.length === 0) return [];
  const ids = plans.map(({ id }) => id);
  const { rows: shifts } = await sql<{ line_id: string; from_day: Day; to_day: Day; on: Day; reason: string }>`
    SELECT s.line_id, s.from_day, s.to_day, (s.at AT TIME ZONE a.zone)::date AS "on", s.reason
    FROM agreements.shifts s JOIN agreements.agreements a ON a.id = s.agreement_id
    WHERE s.agreement_id = ANY (${ids}::uuid[]) ORDER BY s.at, s.id`.execute(db as Db);
  const { rows: updates } = await sql<{ line_id: string; reports: number; last: Day }>`
    SELECT line_id, count(*)::int AS reports, max(as_of) AS last FROM agreements.updates
    WHERE agreement_id = ANY (${ids}::uuid[]) AND state <> 'withdrawn' GROUP BY line_id`.execute(db as Db);
  const moved = Map.groupBy(shifts, ({ line_id }) => line_id);
  const told = new Map(updates.map((row) => [row.line_id, row]));
  const changed = Map.groupBy(await changesAfterSigning(db, ids), ({ lineId }) => lineId);
  const owners = await agenciesByIds(
    db as Db,
    lines.map(({ line }) => line.owner.agencyId),
  );
  return lines.map(({ line, plan }) =>
    snapshotOf(
      line,
      {
        ...{ plan: plan.code, zone: plan.zone },
        owner: owners.get(line.owner.agencyId)?.name ?? '',
        shifts: (moved.get(line.id) ?? []).map((each) => ({
          ...{ from: each.from_day.toString(), to: each.to_day.toString(), on: each.on.toString(), reason: each.reason },
        })),
        changes: (changed.get(line.id) ?? []).map(({ at, fields, reason }) => ({
          ...{ on: dayOf(at, plan.zone).toString(), fields, reason },
        })),
        reports: told.get(line.id)?.reports ?? 0,
        lastReportOn: told.get(line.id)?.last.toString() ?? null,
      },
      litDay(plan, day),
      rule,
    ),
  );
}
