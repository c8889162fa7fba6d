/** Who may write in which part of an examination. Reading is for whoever may see the case (rules/visibility.ts). */
import type { Actor } from '../../../kernel/actor.ts';
import type { Stage } from '../case.transitions.ts';
import type { Case } from '../case.ts';
import { mayWork } from '../permissions.ts';

/** Verifiers record what a report alleges and brings before it is examined. */
const BEFORE: readonly Stage[] = ['formal', 'completing', 'material', 'plenary', 'assignment', 'rapid'];
/** Whoever resolves goes on keeping the register. */
const AFTER: readonly Stage[] = ['monitoring', 'resolution', 'recommending', 'recommendation', 'further-steps'];

/** Plans, steps and findings: the case's team, the head; a rapid response, which has no team, also its verifier. */
export function mayExamine(file: Case, actor: Actor): boolean {
  return (
    mayWork(file, actor, 'case.examine') ||
    mayWork(file, actor, 'case.decide') ||
    (file.stage === 'rapid' && mayWork(file, actor, 'case.verify'))
  );
}

/** Evidence, allegations, respondents, tasks: besides them whoever works on the case at its stage. */
export function mayRecord(file: Case, actor: Actor): boolean {
  return (
    mayExamine(file, actor) ||
    (BEFORE.includes(file.stage) && mayWork(file, actor, 'case.verify')) ||
    (AFTER.includes(file.stage) && mayWork(file, actor, 'case.resolve'))
  );
}

/** New steps are planned while a case is examined, or answered rapidly. */
export function mayPlan(file: Case, actor: Actor): boolean {
  return (file.stage === 'examination' || file.stage === 'rapid') && mayExamine(file, actor);
}

/** Opinions for the inside: everybody who works on the case in any part. */
export function mayNote(file: Case, actor: Actor): boolean {
  return (['case.verify', 'case.examine', 'case.resolve', 'case.decide'] as const).some((each) => mayWork(file, actor, each));
}
