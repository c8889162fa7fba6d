/** The visibility table of rules/visibility.ts as SQL. A property test compares the two over generated complaints and actors. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, HeldPosition } from '../../kernel/actor.ts';
import { VISIBILITY, type VisibilityLine } from '../rules/visibility.ts';

/** True for the rows (aliased `c`) that the actor sees as an officer. */
export function visibleToOfficer(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const conditions = actor.positions.flatMap((position) =>
    VISIBILITY.filter((line) => position.capabilities.includes(line.capability)).map((line) =>
      condition(line, position, actor.personId),
    ),
  );
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function condition(line: VisibilityLine, position: HeldPosition, personId: string): RawBuilder<boolean> {
  const coordinates = position.capabilities.some((each) => each === 'complaint.verify' || each === 'complaint.forward');
  const unshielded = coordinates
    ? sql<boolean>`(c.shielded_government_id is distinct from ${position.governmentId}::uuid)`
    : sql<boolean>`true`;
  switch (line.reach) {
    case 'every':
      return unshielded;
    case 'tree':
      return sql<boolean>`(c.reader_ids @> array[${position.agencyId}::uuid] and ${unshielded})`;
    case 'office':
      return sql<boolean>`(c.office_ids @> array[${position.agencyId}::uuid])`;
    case 'escalated':
      return sql<boolean>`(c.ombudsman_office_id = ${position.agencyId}::uuid)`;
    case 'filed-by-me':
      return sql<boolean>`(c.filed_by_person_id = ${personId}::uuid)`;
  }
}

/** True for the rows (aliased `c`) the public may read. */
export function visibleToPublic(): RawBuilder<boolean> {
  return sql<boolean>`(c.released_at is not null and not c.confidential)`;
}
