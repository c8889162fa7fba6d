/**
 * Work that waits where nobody could see it. Complaints wait at offices, not with persons; an office whose last officer has left, or that
 * never had one, is looked after by the coordinator of its government, and a government without a coordinator by the national desk.
 * The Ombudsman is nobody's subordinate: its offices are looked after by nobody else.
 */
import type { Capability } from '../../kernel/actor.ts';

/** Whether none of the capabilities that would make it somebody's work is held. */
export function uncovered(needed: readonly Capability[], held: ReadonlySet<Capability> | undefined): boolean {
  return !needed.some((capability) => held?.has(capability));
}

export function isOversight(needed: readonly Capability[]): boolean {
  return needed.includes('complaint.oversee');
}

export type LookedAfterBy = 'coordinator' | 'national-desk';

/**
 * @param office the office without an officer
 * @param isCoordinated somebody coordinates its government
 * @param isShielded the complaint is about the coordinator's own office
 */
export function lookedAfterBy(
  office: { readonly id: string; readonly governmentId: string },
  isCoordinated: boolean,
  isShielded: boolean,
): LookedAfterBy {
  return isCoordinated && !isShielded && office.id !== office.governmentId ? 'coordinator' : 'national-desk';
}
