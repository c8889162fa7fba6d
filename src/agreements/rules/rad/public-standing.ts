/** How far an action plan is, as anybody may know: drafts are not told apart from nothing, nor what was sent back from what is being reviewed. Pure. */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import { HANDED_IN, type RadState } from './rad.transitions.ts';

export type PublicStanding = 'none' | 'handed-in' | 'accepted' | 'adopted';

export const PUBLIC_STANDING_LABELS: Readonly<Record<PublicStanding, Label>> = {
  none: { id: 'Belum tercatat', en: 'Not on record' },
  'handed-in': { id: 'Diserahkan, sedang direviu', en: 'Handed in, being reviewed' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  adopted: { id: 'Ditetapkan', en: 'Adopted' },
};

export function publicStandingOf(state: RadState | undefined): PublicStanding {
  if (state === 'adopted' || state === 'accepted') return state;
  return state !== undefined && HANDED_IN.includes(state) ? 'handed-in' : 'none';
}

/** Since when it is that far. While it is being reviewed: since it first came, so that the day tells nobody when it was sent back. */
export function publicSinceOf(plan: {
  readonly state: RadState;
  readonly stateAt: Moment;
  readonly firstHandedInAt: Moment | null;
}): Moment {
  return publicStandingOf(plan.state) === 'handed-in' ? (plan.firstHandedInAt ?? plan.stateAt) : plan.stateAt;
}
