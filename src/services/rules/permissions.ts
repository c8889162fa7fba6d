/** Who may: along the path from the root of the government down to the office, as capabilities say. */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';

/** Where something of this room belongs. */
export interface Placed {
  /** Ids from the root of the tree down to and including the office. */
  readonly agencyPath: readonly string[];
}

/** Read drafts and internal components of their own place and below. */
const READ_BELOW: readonly Capability[] = ['service.manage', 'assessment.answer', 'complaint.read'];

/** Assessors look at any office: the standards are what they assess. */
const READ_ALL: readonly Capability[] = [
  'assessment.assess',
  'assessment.check',
  'assessment.moderate',
  'assessment.plan',
  'assessment.author',
  'assessment.publish',
];

const standsAbove = (held: HeldPosition, place: Placed) => place.agencyPath.includes(held.agencyId);

/** Describe, publish and withdraw. */
export function mayManage(actor: Actor, place: Placed): boolean {
  return positionsWith(actor, 'service.manage').some((held) => standsAbove(held, place));
}

/** Read what is not public: drafts, the 8 internal components, the SOP register. */
export function mayReadInternal(actor: Actor, place: Placed): boolean {
  if (readsEverything(actor)) return true;
  return READ_BELOW.some((capability) => positionsWith(actor, capability).some((held) => standsAbove(held, place)));
}

export function readsEverything(actor: Actor): boolean {
  return READ_ALL.some((capability) => positionsWith(actor, capability).length > 0);
}

/** Agencies at and below which the actor manages services. */
export function managedAgencyIds(actor: Actor): readonly string[] {
  return [...new Set(positionsWith(actor, 'service.manage').map((held) => held.agencyId))];
}

/** Agencies at and below which the actor reads what is internal; meaningless for who `readsEverything`. */
export function readableAgencyIds(actor: Actor): readonly string[] {
  return [...new Set(READ_BELOW.flatMap((capability) => positionsWith(actor, capability).map((held) => held.agencyId)))];
}
