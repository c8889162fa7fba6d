import { type Actor, positionsWith } from '../../../kernel/actor.ts';

/**
 * Whose certificates an actor issues and ends: of agencies served by these Ombudsman offices, `null` = of all (the head office),
 * `undefined` = of none. The same reach as `assessment.publish` has in permissions.ts, for lists; a single one is asked there.
 */
export function publishingOffices(actor: Actor): readonly string[] | null | undefined {
  const held = positionsWith(actor, 'assessment.publish');
  if (held.length === 0) return undefined;
  return held.some(({ agencyId, governmentId }) => agencyId === governmentId) ? null : held.map(({ agencyId }) => agencyId);
}
