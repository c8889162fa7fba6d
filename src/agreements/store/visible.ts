/** The visibility of rules/visibility.ts as SQL. A property test compares the two over generated agreements and actors. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { PUBLIC_STATES, readingPositions } from '../rules/visibility.ts';

/** True for the rows (aliased `a`) that anyone may see. */
export const PUBLIC_AGREEMENTS: RawBuilder<boolean> = sql<boolean>`(a.state IN (${sql.join(PUBLIC_STATES.map((state) => sql.lit(state)))}))`;

/**
 * True for the rows that the actor sees from inside.
 *
 * @param alias of `agreements.agreements` there
 */
export function insideAgreements(actor: Actor, alias = 'a'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const held = readingPositions(actor);
  if (held.length === 0) return sql<boolean>`false`;
  const governments = [...new Set(held.map(({ governmentId }) => governmentId))];
  const agencies = [...new Set(held.map(({ agencyId }) => agencyId))];
  const reviewsRad = held.some(({ capabilities }) => capabilities.includes('agreement.review-rad'));
  return sql<boolean>`(${column('government_ids')} && ${governments}::uuid[] OR ${column('office_path')} && ${agencies}::uuid[]
    OR ${column('keeper_path')} && ${agencies}::uuid[] ${reviewsRad ? sql`OR ${column('kind')} = 'rad'` : sql``})`;
}

/** True for the rows (aliased `a`) that the actor may see at all. */
export function visibleAgreements(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${PUBLIC_AGREEMENTS} OR ${insideAgreements(actor)})`;
}
