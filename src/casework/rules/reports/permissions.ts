/** Who may take a whole case file out, and decide about its redacted variants. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Case, isOnTeam } from '../case.ts';
import { standingsWith } from '../permissions.ts';

/**
 * Whoever works on the case now, and whoever verifies, decides or resolves at its office or above it. Not every colleague who may look into it:
 * a file that has left the system is no longer watched. Also of a closed case, whose team has gone. Nobody with a conflict of interest.
 */
export function mayBundle(file: Case, actor: Actor): boolean {
  if (actor.kind !== 'officer') return false;
  const leads = (['case.decide', 'case.verify', 'case.resolve'] as const).some(
    (capability) => standingsWith(file, actor, capability).length > 0,
  );
  return leads || (isOnTeam(file, actor.personId) && standingsWith(file, actor, 'case.examine').length > 0);
}
