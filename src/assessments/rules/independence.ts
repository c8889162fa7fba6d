/**
 * Nobody assesses their own agency or one they are tied to. It holds for everyone who acts on a result: who assesses, checks,
 * moderates, decides replies and publishes. A tie to any office is a tie to the whole government it stands in.
 */
import type { Day } from '../../kernel/time.ts';

export type TieKind = 'family' | 'worked-there' | 'business' | 'other';

export const TIE_KINDS: readonly TieKind[] = ['worked-there', 'family', 'business', 'other'];

export interface Tie {
  readonly personId: string;
  readonly agencyId: string;
  /** The government of that agency. */
  readonly governmentId: string;
  readonly kind: TieKind;
  /** First day it no longer holds; `null` until further notice. */
  readonly endedOn: Day | null;
}

/** A position somebody holds or held, in which government. */
export interface Term {
  readonly governmentId: string;
  readonly startsOn: Day;
  /** First day no longer in force. */
  readonly endsOn: Day | null;
}

export type Dependence = 'holds-office' | 'held-office' | 'declared';

/**
 * Why somebody may not judge this government today; `undefined` when nothing speaks against it.
 * @param daysAfter how long after a position ended one still may not (parameter `assessment.tie`)
 */
export function dependenceOn(
  governmentId: string,
  facts: { readonly terms: readonly Term[]; readonly ties: readonly Tie[] },
  today: Day,
  daysAfter: number,
): Dependence | undefined {
  const held = facts.terms.filter((term) => term.governmentId === governmentId && term.startsOn.until(today).sign >= 0);
  if (held.some((term) => term.endsOn === null || today.until(term.endsOn).sign > 0)) return 'holds-office';
  if (held.some((term) => term.endsOn !== null && term.endsOn.until(today).days < daysAfter)) return 'held-office';
  const ties = facts.ties.filter((tie) => tie.governmentId === governmentId);
  return ties.some((tie) => tie.endedOn === null || today.until(tie.endedOn).sign > 0) ? 'declared' : undefined;
}
