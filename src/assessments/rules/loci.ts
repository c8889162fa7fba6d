/**
 * Which units (loci) of an agency are measured: by the instrument's rule, from what the directory knows. What the rule asks for and
 * the directory does not have is named, never silently left out; the planner adds and removes units, with a reason.
 */
import type { Label } from '../../kernel/language.ts';
import { draw, purposeOf } from './draw.ts';
import type { Fieldwork, LocusRule } from './instrument.ts';

/** What a rule must know of an agency of the directory. */
export interface Office {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly functions: readonly string[];
}

export interface PlannedUnit {
  readonly office: Office;
  readonly locus: Label;
  /** The rule it stands for; `null` for one a planner added. */
  readonly rule: LocusRule | null;
  /** Of how many it was drawn; 0 when there was nothing to choose. */
  readonly drawnFrom: number;
}

export type UnitGap =
  /** The directory has fewer such offices than the rule asks for. */
  | { readonly gap: 'too-few'; readonly locus: Label; readonly office: string; readonly wanted: number; readonly found: number }
  /** The office that does it is a unit already, under another locus. */
  | { readonly gap: 'same-office'; readonly locus: Label; readonly office: string; readonly name: string }
  /** The instrument has no rule for agencies of this kind. */
  | { readonly gap: 'no-rule' };

export interface UnitPlan {
  readonly units: readonly PlannedUnit[];
  readonly gaps: readonly UnitGap[];
}

/**
 * @param agency the agency that is assessed
 * @param below every agency below it that is in force
 * @param bodyCode code of the root of its tree (`polri`), for branches of national bodies
 */
export function planUnits(
  fieldwork: Pick<Fieldwork, 'loci'>,
  agency: Office,
  below: readonly Office[],
  bodyCode: string,
  seed: string,
): UnitPlan {
  const rules = fieldwork.loci.filter((rule) => rule.agencyKinds.includes(agency.kind));
  const units: PlannedUnit[] = [];
  const gaps: UnitGap[] = [];
  for (const rule of rules) {
    const { office, name: locus } = rule;
    if (office === 'self' || agency.kind === 'vertical-office') {
      if (office === 'self' || office === bodyCode || agency.functions.includes(office))
        units.push({ office: agency, locus, rule, drawnFrom: 0 });
      continue;
    }
    const doing = below.filter((one) => one.functions.includes(office));
    const free = doing.filter((one) => !units.some((unit) => unit.office.id === one.id));
    const drawn = draw(free, rule.count, seed, purposeOf.units(agency.code, office), (one) => one.code);
    for (const one of drawn) units.push({ office: one, locus, rule, drawnFrom: free.length > rule.count ? free.length : 0 });
    if (drawn.length < rule.count) gaps.push(gapOf(rule, drawn.length, doing, free));
  }
  return { units, gaps: units.length === 0 && gaps.length === 0 ? [{ gap: 'no-rule' }] : gaps };
}

function gapOf(rule: LocusRule, found: number, doing: readonly Office[], free: readonly Office[]): UnitGap {
  const taken = doing.find((one) => !free.includes(one));
  if (found === 0 && taken) return { gap: 'same-office', locus: rule.name, office: rule.office, name: taken.name };
  return { gap: 'too-few', locus: rule.name, office: rule.office, wanted: rule.count, found };
}

/** The gaps that remain when these units stand in the plan, whoever put them there. */
export function openGaps(plan: UnitPlan, agencyIds: readonly string[]): readonly UnitGap[] {
  return plan.gaps.filter((gap) => gap.gap !== 'no-rule' || agencyIds.length === 0);
}
