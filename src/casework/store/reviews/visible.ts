/** `maySee` of rules/reviews/review.ts as SQL, over candidates and reviews alike. A test compares the two. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { READERS } from '../../rules/reviews/review.ts';

/** True for the rows (aliased `c`, with office_path and government_id) that the actor sees. */
export function visibleHere(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const offices = actor.positions
    .filter((held) => READERS.some((capability) => held.capabilities.includes(capability)))
    .map((held) => held.agencyId);
  if (offices.length === 0) return sql<boolean>`false`;
  const governments = actor.positions.map((held) => held.governmentId);
  return sql<boolean>`(c.office_path && ${sql.val(offices)}::uuid[] and not (c.government_id = any(${sql.val(governments)}::uuid[])))`;
}
