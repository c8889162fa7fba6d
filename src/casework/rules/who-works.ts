import { type Actor, type Capability, can } from '../../kernel/actor.ts';

/** Capabilities of the Ombudsman's own work on cases: whoever has one finds the desk for cases. */
export const WORK_ON_CASES: readonly Capability[] = [
  'case.intake',
  'case.verify',
  'case.deliberate',
  'case.decide',
  'case.examine',
  'case.resolve',
  'case.review',
  'case.recommend',
];

export function worksOnCases(actor: Actor): boolean {
  return WORK_ON_CASES.some((each) => can(actor, each));
}
