/**
 * Answers to requirements and which of them counts. Answers are only added to: what a verifier said stands until somebody says otherwise, or
 * until the reporter has completed it; what is computed is computed anew as long as the report is verified, and frozen when it is passed on.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Stage } from '../case.transitions.ts';
import type { Case } from '../case.ts';
import { mayWork } from '../permissions.ts';
import type { CaseRefusal } from '../refusals.ts';
import type { Computed, Fact } from './compute-checks.ts';
import type { Requirement, RequirementCode, RequirementGroup } from './requirements.ts';

export const ANSWERS = ['met', 'not-met', 'not-applicable', 'open'] as const;
export type Answer = (typeof ANSWERS)[number];

export type CheckWay = 'judged' | 'overruled' | 'computed' | 'reporter';

export interface Check {
  readonly id: string;
  readonly requirement: string;
  readonly answer: Answer;
  readonly way: CheckWay;
  readonly note: string;
  readonly facts: readonly Fact[];
  /** A reference: person:ID, complainant. */
  readonly author: string;
  readonly at: Moment;
}

/** One requirement as it stands for a case now. */
export interface Standing {
  readonly requirement: Requirement & { readonly code: RequirementCode };
  readonly answer: Answer;
  /** The answer that counts; `null` = computed just now, or nobody has answered. */
  readonly check: Check | null;
  /** What is computed of it, and from what. */
  readonly computed: Computed;
  /** The newest first. */
  readonly history: readonly Check[];
}

/** Stages in which requirements are answered, and computed anew. */
export const CHECKING_STAGES: readonly Stage[] = [
  'formal',
  'completing',
  'material',
  'plenary',
  'rapid',
  'consultation',
  'noted',
];

export function mayCheck(file: Case, actor: Actor): boolean {
  return CHECKING_STAGES.includes(file.stage) && mayWork(file, actor, 'case.verify');
}

/** @param checks of the case, the newest first */
export function standingsOf(
  file: Pick<Case, 'stage'>,
  requirements: readonly (Requirement & { readonly code: RequirementCode })[],
  computed: ReadonlyMap<RequirementCode, Computed>,
  checks: readonly Check[],
): readonly Standing[] {
  const isLive = CHECKING_STAGES.includes(file.stage);
  return requirements.map((requirement) => {
    const history = checks.filter((check) => check.requirement === requirement.code);
    const known = computed.get(requirement.code) ?? { answer: 'open', facts: [] };
    const [latest] = history;
    const isSaid = latest && (latest.way === 'judged' || latest.way === 'overruled' || (latest.way === 'computed' && !isLive));
    return isSaid
      ? { requirement, answer: latest.answer, check: latest, computed: known, history }
      : { requirement, answer: known.answer, check: null, computed: known, history };
  });
}

const isSettled = (answer: Answer): boolean => answer === 'met' || answer === 'not-applicable';

export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly met: number;
}

export function progressOf(standings: readonly Standing[], group?: RequirementGroup): Progress {
  const own = standings.filter((each) => group === undefined || each.requirement.group === group);
  return {
    total: own.length,
    answered: own.filter((each) => each.answer !== 'open').length,
    met: own.filter((each) => isSettled(each.answer)).length,
  };
}

/** Every formal requirement is met, or does not apply: the need `formal-met`. */
export function isFormalMet(standings: readonly Standing[]): boolean {
  return standings.every((each) => each.requirement.group !== 'formal' || isSettled(each.answer));
}

/**
 * The need `checks-answered`: at formal verification the formal ones (a report that plainly cannot be taken up need not be judged to the end),
 * afterwards all.
 */
export function areAnswered(file: Pick<Case, 'stage'>, standings: readonly Standing[]): boolean {
  return standings.every((each) => each.answer !== 'open' || (file.stage === 'formal' && each.requirement.group === 'material'));
}

/** What can be asked back of the reporter now: what is missing and the reporter can mend. */
export function askableNow(file: Pick<Case, 'stage'>, standings: readonly Standing[]): readonly Standing[] {
  return standings.filter(
    (each) =>
      each.requirement.askable &&
      !isSettled(each.answer) &&
      (file.stage !== 'formal' || each.requirement.group === 'formal' || each.answer === 'not-met'),
  );
}

export interface AnswerOrder {
  readonly answer: Answer;
  readonly note: string;
  /** Id of the newest check the form was made from, `''` when there was none. */
  readonly seen: string;
}

/** @returns the way it is kept, or `null` when it says what stands already */
export function judgeAnswer(
  standing: Standing,
  order: AnswerOrder,
): Result<{ readonly way: 'judged' | 'overruled' } | null, CaseRefusal> {
  const note = order.note.trim();
  if (order.answer === standing.answer && note === (standing.check?.note ?? '')) return ok(null);
  if (order.seen !== (standing.history[0]?.id ?? '')) return refuse('case.check-moved-on');
  const known = standing.computed.answer;
  const isOverruling = known !== 'open' && order.answer !== known;
  if (note === '' && isOverruling) return refuse('case.check-overrule-reason');
  if (note === '' && (order.answer === 'not-met' || order.answer === 'not-applicable')) return refuse('case.check-reason');
  return ok({ way: isOverruling ? 'overruled' : 'judged' });
}
