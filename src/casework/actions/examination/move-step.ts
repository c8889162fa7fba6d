/** What becomes of a step: sent, received, answered, held, missed, done, cancelled. The time to answer is a clock of the case. */
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { startPart, stopPart } from '../../rules/clock-steps.ts';
import { type CaseEvent, decision, type Entry } from '../../rules/decision.ts';
import { mayExamine } from '../../rules/examination/permissions.ts';
import type { StepAction } from '../../rules/examination/step.transitions.ts';
import { answerClock, clockPartOf, moveStep as judgeMove, type Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA } from '../../rules/examination/step-kinds.ts';
import { saveStep, stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';

export interface StepMove {
  readonly caseId: string;
  readonly stepId: string;
  readonly action: StepAction;
  readonly result?: string;
  readonly reason?: string;
  readonly way?: string;
  /** The day it happened in the case's zone, when that was not now. */
  readonly happenedOn?: Day | null;
}

export function moveStep(tools: Tools, actor: Actor, move: StepMove) {
  return decide(tools, actor, { caseId: move.caseId, version: null }, async (file, circumstances, tx) => {
    const { at } = circumstances;
    const step = (await stepsOf(tx, file.id)).find((each) => each.id === move.stepId);
    if (!step) return refuse('case.absent');
    if (!mayExamine(file, actor)) return refuse('case.not-yours');
    // A letter of this system tells itself when it was sent and received.
    if (step.documentId && (move.action === 'send' || move.action === 'receive')) return refuse('case.step-letter-first');
    const moved = judgeMove(step, move.action, {
      at,
      happenedAt: momentOn(move.happenedOn ?? null, at, file),
      clock: answerClock(file.clocks, step),
      ...(move.result === undefined ? {} : { result: move.result }),
      ...(move.reason === undefined ? {} : { reason: move.reason }),
      ...(move.way === undefined ? {} : { way: move.way }),
    });
    if (!moved.ok) return moved;
    await saveStep(tx, file.id, moved.value);
    const events: CaseEvent[] = [
      {
        type: `step-${move.action}`,
        payload: { step: step.id, no: step.no, kind: step.kind, from: step.state, to: moved.value.state },
      },
    ];
    let next = file;
    const { clock: rule } = STEP_KIND_DATA[step.kind];
    if (move.action === 'receive' && rule) {
      const started = startPart(
        next,
        { kind: 'request', partId: clockPartOf(step), rule, at: moved.value.receivedAt ?? at },
        circumstances,
      );
      next = started.file;
      events.push(started.event);
    }
    if (['answer', 'hold', 'miss', 'cancel'].includes(move.action))
      next = stopAnswerClock(next, step, moved.value.settledAt ?? at);
    const entries: Entry[] = [];
    if (move.action === 'miss' && step.kind === 'clarification-second') {
      // UU 37/2008 art. 33: the second request went by, the right to explain is deemed waived.
      const id = circumstances.newId();
      entries.push({
        id,
        kind: 'explanation-waived',
        audience: 'internal',
        text: WAIVED(step.no),
        partId: step.id,
        agencyId: null,
      });
      events.push({ type: 'explanation-waived', payload: { step: step.id, entry: id } });
    }
    return decision(next, { events, entries });
  });
}

const WAIVED = (no: number) =>
  `Permintaan penjelasan tertulis kedua (langkah ${no}) tidak dijawab. Hak memberi penjelasan dianggap tidak digunakan (UU 37/2008 Pasal 33).`;

/** The letter's own clock and the step's: one of them runs at most. */
function stopAnswerClock(file: Case, step: Step, at: Moment): Case {
  const parts = [step.id, step.documentId].filter((each) => each !== null);
  return parts.reduce((next, part) => stopPart(next, 'request', part, at), file);
}

/** Noon of the day it happened; today is now. */
function momentOn(day: Day | null, now: Moment, file: Case): Moment {
  if (!day || day.equals(dayOf(now, file.zone))) return now;
  return day.toZonedDateTime({ timeZone: file.zone, plainTime: '12:00' }).toInstant();
}
