/**
 * One step of a case: asks the transition table, moves the stage, stops the stage's clock and starts the next one. Every move of a stage
 * goes through here; areas add their own facts (entries, letters, obligations) to what it answers.
 *
 * Bargain with callers: `met` names the needs of the line that the caller has looked at, inside the same transaction.
 */
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { startClock, stopClock } from '../../law/index.ts';
import type { CaseAction, Need, Outcome, Stage } from './case.transitions.ts';
import type { Case, CaseClock } from './case.ts';
import type { CaseEvent, Circumstances } from './decision.ts';
import { caseStep } from './permissions.ts';
import type { CaseRefusal } from './refusals.ts';
import { STAGE_DEADLINES } from './stage-deadlines.ts';

export interface Taking {
  /** Why, where the line needs a reason. Kept by the caller as an entry; here only its presence is looked at. */
  readonly reason?: string;
  readonly met?: readonly Need[];
  /** Whoever closes has been shown the obligations still open and says so. Without this a case with open obligations does not close. */
  readonly openObligationsSeen?: boolean;
}

export interface Taken {
  readonly file: Case;
  /** The event of the step; callers may add theirs after it. */
  readonly event: CaseEvent;
}

/** The longest text anyone may give as a reason or a section. */
export const LONGEST_TEXT = 20_000;

export function take(
  file: Case,
  action: CaseAction,
  circumstances: Circumstances,
  { reason = '', met = [], openObligationsSeen = false }: Taking = {},
): Result<Taken, CaseRefusal> {
  const step = caseStep(file, action, circumstances.actor);
  if (!step) return refuse('case.not-now');
  if (!step.standing) return refuse('case.not-yours');
  const { line } = step;
  const trimmed = reason.trim();
  if (trimmed.length > LONGEST_TEXT) return refuse('case.text-too-long');
  for (const need of line.needs ?? []) {
    if (need === 'reason' ? trimmed === '' : !met.includes(need)) return refuse(NEED_REFUSALS[need]);
  }
  const to: Stage = line.to === 'resume' ? (file.resumeStage ?? 'formal') : line.to;
  if (to === 'closed' && circumstances.openObligations > 0 && !openObligationsSeen) return refuse('case.open-obligations');
  const outcome = to === 'closed' ? outcomeOf(file, action, line.outcome) : null;
  const next: Case = {
    ...file,
    stage: to,
    resumeStage: to === 'completing' ? (file.stage === 'material' ? 'material' : 'formal') : null,
    outcome,
    closedAt: to === 'closed' ? circumstances.at : null,
    conclusion: conclusionAfter(file, action),
    clocks: clocksAfter(file, to, line.from === to && action !== 'postpone', circumstances),
  };
  return ok({
    file: next,
    event: {
      type: action,
      payload: {
        from: file.stage,
        to,
        ...(outcome ? { outcome } : {}),
        ...(to === 'closed' && circumstances.openObligations > 0 ? { openObligations: circumstances.openObligations } : {}),
      },
    },
  });
}

const NEED_REFUSALS: Readonly<Record<Need, CaseRefusal>> = {
  reason: 'case.reason-missing',
  'formal-met': 'case.formal-not-met',
  'checks-answered': 'case.checks-open',
  'plenary-decided': 'case.not-decided',
  'lhp-sealed': 'case.lhp-not-sealed',
  'actions-carried-out': 'case.actions-open',
  'agreement-kept': 'case.agreement-missing',
  'recommendation-sealed': 'case.recommendation-not-sealed',
  'steps-taken': 'case.steps-missing',
  'new-evidence': 'case.new-evidence-missing',
};

function outcomeOf(file: Case, action: CaseAction, outcome: Outcome | undefined): Outcome {
  // After the reporter's silence the case ends as the LHP concluded.
  if (action === 'lapse-comment' && file.conclusion === 'ended') return 'examination-ended';
  if (!outcome) throw new TypeError(`the step ${action} closes without an outcome`);
  return outcome;
}

function conclusionAfter(file: Case, action: CaseAction): Case['conclusion'] {
  if (action === 'issue-found') return 'found';
  if (action === 'issue-not-found') return 'not-found';
  if (action === 'issue-ended') return 'ended';
  if (action === 're-examine' || action === 'reopen' || action === 'revive') return null;
  return file.conclusion;
}

/** A step inside one stage (another examiner, another office) leaves its clock alone; a closed case has no running clock but obligations'. */
function clocksAfter(file: Case, to: Stage, isSame: boolean, { at, law, newId }: Circumstances): readonly CaseClock[] {
  if (isSame) return file.clocks;
  const stopped = file.clocks.map((clock) =>
    clock.kind === 'stage' ||
    (to === 'closed' && clock.kind !== 'obligation') ||
    leavesComment(file, clock, to) ||
    leavesResolution(file, clock, to)
      ? stopClock(clock, at)
      : clock,
  );
  const deadline = STAGE_DEADLINES[to];
  return 'rule' in deadline ? [...stopped, startClock(newId(), 'stage', null, deadline.rule, at, law)] : stopped;
}

/** A file that is handed back comes again; any other way out ends what was promised. */
function leavesResolution(file: Case, clock: CaseClock, to: Stage): boolean {
  return clock.kind === 'promise' && file.stage === 'resolution' && to !== 'monitoring';
}

/** Back to examination: the comment was heard, its time is over. */
function leavesComment(file: Case, clock: CaseClock, to: Stage): boolean {
  return clock.kind === 'comment' && to === 'examination' && file.stage !== 'examination';
}
