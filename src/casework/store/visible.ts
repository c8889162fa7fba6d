/** The visibility of rules/visibility.ts as SQL. A property test compares the two over generated cases and actors. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { CASE_VISIBILITY } from '../rules/visibility.ts';

/** True for the rows (aliased `c`) that the actor sees as an officer of the Ombudsman. */
export function visibleCases(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const reaches = actor.positions.flatMap((position) =>
    CASE_VISIBILITY.filter((line) => position.capabilities.includes(line.capability)).map((line) =>
      line.reach === 'chain'
        ? sql<boolean>`(c.office_path @> array[${position.agencyId}::uuid])`
        : sql<boolean>`(c.registered_by_person_id = ${actor.personId}::uuid)`,
    ),
  );
  if (reaches.length === 0) return sql<boolean>`false`;
  const chairs = [...new Set(actor.positions.flatMap((position) => position.agencyPath))];
  return sql<boolean>`((${sql.join(reaches, sql` or `)})
    and not (c.excluded_person_ids @> array[${actor.personId}::uuid])
    and not (c.excluded_agency_ids && ${sql.val(chairs)}::uuid[]))`;
}
