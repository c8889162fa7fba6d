/**
 * Whether a conflict of interest keeps somebody from deciding or working on a case: shut out of it by name, relation or unit, or by an office held in
 * a respondent's government or a shut-out unit now or until recently (parameter `case.tie`). The model is `assessments/rules/independence.ts`.
 */
import type { Officer } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import { type Case, respondentGovernments } from '../case.ts';
import { excludedPersonIds, isExcluded } from '../visibility.ts';

export type Conflict = 'excluded' | 'holds-office' | 'held-office';

/** A position somebody holds or held, by the government it is part of. */
export interface HeldTerm {
  readonly governmentId: string;
  /** From the root of its tree to the agency. */
  readonly agencyPath: readonly string[];
  readonly startsOn: Day;
  /** First day no longer in force. */
  readonly endsOn: Day | null;
}

/**
 * @param today where the case is worked on
 * @param daysAfter how long after a position ended one still may not (parameter `case.tie`)
 */
export function conflictOf(
  file: Pick<Case, 'exclusions' | 'respondents'>,
  person: { readonly personId: string; readonly actor: Officer | undefined; readonly terms: readonly HeldTerm[] },
  today: Day,
  daysAfter: number,
): Conflict | undefined {
  const governments = respondentGovernments(file);
  const units = file.exclusions.flatMap((each) => (each.liftedAt === null && each.agencyId !== null ? [each.agencyId] : []));
  const held = person.terms.filter(
    (term) =>
      (governments.includes(term.governmentId) || term.agencyPath.some((id) => units.includes(id))) &&
      term.startsOn.until(today).sign >= 0,
  );
  if (held.some((term) => term.endsOn === null || today.until(term.endsOn).sign > 0)) return 'holds-office';
  if (excludedPersonIds(file).includes(person.personId)) return 'excluded';
  if (person.actor && isExcluded(file, person.actor)) return 'excluded';
  if (held.some((term) => term.endsOn !== null && term.endsOn.until(today).days < daysAfter)) return 'held-office';
  return undefined;
}
