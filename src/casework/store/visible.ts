/** The visibility of rules/visibility.ts as SQL. A property test compares the two over generated cases and actors. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { CASE_VISIBILITY } from '../rules/visibility.ts';

/** Stands for what the officer registered, among the agencies whose cases are reached. */
const OWN = 'own';

/** True for the rows (aliased `c`) that the actor sees as an officer of the Ombudsman. */
export function visibleCases(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const reached = new Set<string>();
  for (const { agencyId, capabilities } of actor.positions) {
    for (const { capability, reach } of CASE_VISIBILITY)
      if (capabilities.includes(capability)) reached.add(reach === 'chain' ? agencyId : OWN);
  }
  if (reached.size === 0) return sql<boolean>`false`;
  const reaches = [...reached].map((agencyId) =>
    agencyId === OWN
      ? sql<boolean>`(c.registered_by_person_id = ${actor.personId}::uuid)`
      : sql<boolean>`(c.office_path @> array[${agencyId}::uuid])`,
  );
  const chairs = [...new Set(actor.positions.flatMap((position) => position.agencyPath))];
  return sql<boolean>`((${sql.join(reaches, sql` or `)})
    and not (c.excluded_person_ids @> array[${actor.personId}::uuid])
    and not (c.excluded_agency_ids && ${sql.val(chairs)}::uuid[]))`;
}
