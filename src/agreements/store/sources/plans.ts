/** Plans an improvement item or an obligation can be taken into by somebody. */
import { sql } from 'kysely';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind, KINDS } from '../../rules/kinds.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { agreementsFrom, whole } from '../agreements.ts';

const MOST_PLANS = 20;

/**
 * Plans the actor may add lines to, with a party at or above the office; those of the present year first, then signed ones, then the newest.
 * @param path from the root of the tree down to the office
 */
export async function plansFor(db: Db, actor: Actor, path: readonly string[], today: Day): Promise<readonly Agreement[]> {
  const keeping = [...new Set(positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId))];
  if (keeping.length === 0) return [];
  const kinds = KINDS.filter((kind) => agreementKind(kind).hasLines);
  const rows = await agreementsFrom(db)
    .where('kind', 'in', kinds)
    .where('state', 'not in', ['ready', 'signing', 'ended', 'dropped'])
    .where(sql<boolean>`keeper_path && ${keeping}::uuid[]`)
    .where(sql<boolean>`party_ids && ${[...path]}::uuid[]`)
    .where(sql<boolean>`(in_force_until IS NULL OR in_force_until >= ${today.toString()}::date)`)
    .where(sql<boolean>`(year_until IS NULL OR year_until >= ${today.year})`)
    .orderBy(sql`(year_from <= ${today.year}) DESC NULLS LAST`)
    .orderBy(sql`(state = 'signed') DESC`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_PLANS)
    .execute();
  return (await whole(db, rows)).filter((plan) => mayEditLines(actor, plan));
}
