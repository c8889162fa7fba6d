/** The shell around every step on one assessment: lock, look whether it may be, act, append, recompute. One transaction. */
import { type Actor, actorReference, type Officer } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { StageAction } from '../rules/assessment.transitions.ts';
import { type Assessment, governmentIdOf, type Round } from '../rules/assessment.ts';
import { type Missing, missingOf } from '../rules/missing.ts';
import { mayTake, viewOf } from '../rules/permissions.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { makersOf, objectionsTo, transitionOf } from '../rules/stage-guards.ts';
import { loadAssessment, lockAssessment } from '../store/assessments.ts';
import { findingsOf } from '../store/findings.ts';
import { countOpenReplies } from '../store/replies.ts';
import { loadRound } from '../store/rounds.ts';
import { sheetsOf } from '../store/sheets.ts';
import { dependenceOf } from './independent.ts';
import { instrumentOfRound } from './plan-agencies.ts';

export interface AssessmentTarget {
  readonly assessmentId: string;
  /** The revision the form was made from; `null` = as it is now. */
  readonly revision: number | null;
}

/** Why a step was not taken: everything that speaks against it, and what exactly is missing. */
export interface StepRefusal {
  readonly codes: readonly AssessmentRefusal[];
  readonly missing: readonly Missing[];
}

export const refuseStep = (...codes: AssessmentRefusal[]) => refuse<StepRefusal>({ codes, missing: [] });

export interface OnAssessment {
  readonly tx: Tx;
  readonly officer: Officer;
  readonly round: Round;
  readonly assessment: Assessment;
  readonly at: Moment;
  record(type: string, payload: Json): Promise<void>;
}

/** Who may not even see it is told that there is no such assessment. `sees`: who else than its readers may act on it. */
export function onAssessment<T>(
  tools: Tools,
  actor: Actor,
  target: AssessmentTarget,
  work: (on: OnAssessment) => Promise<Result<T, StepRefusal>>,
): Promise<Result<T, StepRefusal>> {
  if (actor.kind !== 'officer') return Promise.resolve(refuseStep('assessment.absent'));
  return orRollBack(tools, async (tx) => {
    const assessment = await lockAssessment(tx, target.assessmentId);
    const round = assessment && (await loadRound(tx, assessment.roundId));
    if (!assessment || !round || viewOf(actor, assessment) === null) return refuseStep('assessment.absent');
    if (target.revision !== null && target.revision !== assessment.revision) return refuseStep('assessment.moved-on');
    const at = tools.clock.now();
    const record = async (type: string, payload: Json) => {
      await appendEvents(tools, tx, { kind: 'assessment', id: assessment.id }, [
        { type, at, actor: actorReference(actor), payload },
      ]);
    };
    return work({ tx, officer: actor, round, assessment, at, record });
  });
}

/** Everything that is missing now. */
export async function missingFor(db: Db | Tx, round: Round, assessment: Assessment): Promise<readonly Missing[]> {
  const instrument = await instrumentOfRound(db, round);
  return missingOf(instrument, assessment, await findingsOf(db, instrument, round, assessment));
}

/** What speaks against a step of this officer now; nothing = it may be taken. */
export async function refusalToStep(
  tools: Tools,
  db: Db | Tx,
  officer: Officer,
  round: Round,
  assessment: Assessment,
  action: StageAction,
  reason = '',
): Promise<StepRefusal | undefined> {
  const line = transitionOf(assessment, action);
  if (!line) return { codes: ['assessment.not-now'], missing: [] };
  if (!mayTake(officer, assessment, action)) return { codes: ['assessment.not-yours'], missing: [] };
  const now = tools.clock.now();
  const missing = line.needs.includes('complete') ? await missingFor(db, round, assessment) : [];
  const judges = line.by !== 'assessment.answer';
  const codes = objectionsTo(assessment, action, {
    round,
    personId: officer.personId,
    makers: makersOf(assessment, await sheetsOf(db, assessment.id), action),
    missing,
    dependence: judges ? await dependenceOf(tools, db, officer.personId, governmentIdOf(assessment), now) : undefined,
    openReplies: await countOpenReplies(db, assessment.id),
    reason,
    now,
  });
  return codes.length > 0 ? { codes, missing } : undefined;
}

/** An assessment this officer may see, with its round; `undefined` = as if it did not exist. */
export async function openAssessment(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ readonly round: Round; readonly assessment: Assessment } | undefined> {
  const assessment = await loadAssessment(db, id);
  const round = assessment && (await loadRound(db, assessment.roundId));
  return assessment && round && viewOf(actor, assessment) !== null ? { round, assessment } : undefined;
}
