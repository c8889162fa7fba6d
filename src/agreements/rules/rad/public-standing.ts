/** How far an action plan is, as anybody may know: drafts are not told apart from nothing, nor what was sent back from what is being reviewed. Pure. */
import type { Label } from '../../../kernel/language.ts';
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
