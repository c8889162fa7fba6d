/** Pausing, resuming and beginning anew the clocks of a case, each with its reason and an event that tells what moved. */
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import { isPaused, type ParameterRule, pauseClock, resumeClock, startClock, stopClock } from '../../law/index.ts';
import { type Case, type CaseClock, type CaseClockKind, runningClock } from './case.ts';
import type { CaseEvent, Circumstances } from './decision.ts';
import { mayWork } from './permissions.ts';
import type { CaseRefusal } from './refusals.ts';

export interface ClockStep {
  readonly file: Case;
  readonly event: CaseEvent;
}

function mayPause(file: Case, { actor }: Circumstances): boolean {
  return (['case.verify', 'case.examine', 'case.resolve', 'case.decide'] as const).some((each) => mayWork(file, actor, each));
}

/** Waiting for somebody outside (a court, an expert, a disaster) stops the stage's clock; the reason stands on the timeline. */
export function pauseStage(file: Case, reason: string, circumstances: Circumstances): Result<ClockStep, CaseRefusal> {
  const clock = runningClock(file, 'stage');
  if (!mayPause(file, circumstances)) return refuse('case.not-yours');
  if (reason.trim() === '') return refuse('case.reason-missing');
  if (!clock || isPaused(clock)) return refuse('case.not-now');
  return ok({
    file: replaceClock(file, pauseClock(clock, circumstances.at)),
    event: { type: 'clock-paused', payload: { clock: clock.id, rule: clock.limit.rule } },
  });
}

export function resumeStage(file: Case, circumstances: Circumstances): Result<ClockStep, CaseRefusal> {
  const clock = runningClock(file, 'stage');
  if (!mayPause(file, circumstances)) return refuse('case.not-yours');
  if (!clock || !isPaused(clock)) return refuse('case.not-now');
  const resumed = resumeClock(clock, circumstances.at, circumstances.law);
  return ok({
    file: replaceClock(file, resumed),
    event: {
      type: 'clock-resumed',
      payload: { clock: clock.id, rule: clock.limit.rule, from: clock.dueAt.toString(), to: resumed.dueAt.toString() },
    },
  });
}

/** Starts a clock of a part (a letter's answer, an obligation, a comment). At the closing of the case it stops by itself, obligations' excepted. */
export function startPart(
  file: Case,
  order: {
    readonly kind: Exclude<CaseClockKind, 'stage'>;
    readonly partId: string | null;
    readonly rule: ParameterRule;
    readonly at: Moment;
  },
  { law, newId }: Circumstances,
): ClockStep {
  const clock = startClock(newId(), order.kind, order.partId, order.rule, order.at, law);
  return {
    file: { ...file, clocks: [...file.clocks, clock] },
    event: {
      type: 'clock-started',
      payload: {
        clock: clock.id,
        kind: order.kind,
        rule: order.rule,
        dueAt: clock.dueAt.toString(),
        ...(order.partId ? { part: order.partId } : {}),
      },
    },
  };
}

/** The running clock of a part stops; nothing happens when there is none. */
export function stopPart(file: Case, kind: Exclude<CaseClockKind, 'stage'>, partId: string | null, at: Moment): Case {
  const clock = runningClock(file, kind, partId);
  return clock ? replaceClock(file, stopClock(clock, at)) : file;
}

/** The stage's limit counts from another moment than its beginning: the receipt of an LHP, for example. */
export function beginStageAnew(file: Case, from: Moment, why: string, { law, newId, at }: Circumstances): ClockStep | undefined {
  const clock = runningClock(file, 'stage');
  if (!clock) return undefined;
  const anew = startClock(newId(), 'stage', null, clock.limit.rule, from, law) as CaseClock;
  const stopped = file.clocks.map((each) => (each === clock ? stopClock(each, at) : each));
  return {
    file: { ...file, clocks: [...stopped, anew] },
    event: {
      type: 'clock-begun-anew',
      payload: {
        clock: anew.id,
        before: clock.id,
        rule: clock.limit.rule,
        why,
        from: clock.dueAt.toString(),
        to: anew.dueAt.toString(),
      },
    },
  };
}

function replaceClock(file: Case, clock: CaseClock): Case {
  return { ...file, clocks: file.clocks.map((each) => (each.id === clock.id ? clock : each)) };
}
