/** The shell around every step on a round: lock, look whether it may be, act, and append what happened. One transaction. */
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, type Moment } from '../../kernel/time.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Round, RoundState } from '../rules/assessment.ts';
import { mayPlan, mayReadRounds } from '../rules/permissions.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { lockRound, saveRound } from '../store/rounds.ts';

/** What a step changes: the round it was made from, or `null` = as it is now. */
export interface RoundTarget {
  readonly roundId: string;
  readonly revision: number | null;
}

export interface OnRound {
  readonly tx: Tx;
  readonly round: Round;
  readonly at: Moment;
  /** Today in Jakarta: a round spans zones. */
  readonly today: Day;
  record(type: string, payload: Json): Promise<void>;
  /** Appends to the file of one of its assessments. */
  recordOn(assessmentId: string, type: string, payload: Json, newFile?: boolean): Promise<void>;
}

/** Done when `work` says ok; the round's revision grows then. A refusal inside writes nothing. */
export async function onRound<T>(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  states: readonly RoundState[],
  work: (on: OnRound) => Promise<Result<{ readonly round?: Round; readonly value: T }, AssessmentRefusal>>,
): Promise<Result<T, AssessmentRefusal>> {
  if (actor.kind !== 'officer') return refuse('assessment.absent');
  return orRollBack(tools, async (tx) => {
    const round = await lockRound(tx, target.roundId);
    if (!round || !mayReadRounds(actor)) return refuse('assessment.absent');
    if (!mayPlan(actor, round)) return refuse('assessment.not-yours');
    if (target.revision !== null && target.revision !== round.revision) return refuse('assessment.moved-on');
    if (!states.includes(round.state))
      return refuse(states.includes('planned') ? 'assessment.round-not-planned' : 'assessment.round-not-open');
    const at = tools.clock.now();
    const append = (file: { kind: 'round' | 'assessment'; id: string }, type: string, payload: Json, newFile = false) =>
      appendEvents(tools, tx, file, [{ type, at, actor: actorReference(actor), payload }], { newFile });
    const done = await work({
      tx,
      round,
      at,
      today: dayOf(at, 'Asia/Jakarta'),
      record: async (type, payload) => void (await append({ kind: 'round', id: round.id }, type, payload)),
      recordOn: async (id, type, payload, newFile) => void (await append({ kind: 'assessment', id }, type, payload, newFile)),
    });
    if (!done.ok) return done;
    await saveRound(tx, done.value.round ?? round);
    return ok(done.value.value);
  });
}
