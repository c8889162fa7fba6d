/** Whose page of promises an officer may open: their own government's or office's. Read from capabilities, never from the kind of a position. Pure. */
import type { Actor, HeldPosition } from '../../../kernel/actor.ts';

/**
 * Positions of a government that read its agreements, its complaints and what it owes the Ombudsman: the leader, the secretary, the inspectorate, heads
 * of offices, and who coordinates or answers for them. The Ombudsman's own officers have their desks.
 */
export function leadingPositions(actor: Actor): readonly HeldPosition[] {
  if (actor.kind !== 'officer') return [];
  return actor.positions.filter(
    ({ capabilities }) =>
      capabilities.includes('agreement.read') &&
      capabilities.includes('complaint.read') &&
      (capabilities.includes('case.owed-read') || capabilities.includes('case.answer')),
  );
}

/** Who the page is made for: those who sign promises and answer for them. To them the desk offers it first. */
export function leads(actor: Actor): boolean {
  return leadingPositions(actor).some(({ capabilities }) => capabilities.includes('agreement.sign'));
}
