/** One step of an examination, and what becomes of it: rules over the table in step.transitions.ts. */
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { CaseClock } from '../case.ts';
import type { CaseRefusal } from '../refusals.ts';
import { LONGEST_TEXT } from '../take.ts';
import { type StepAction, type StepState, stepLine, UNDER_WAY } from './step.transitions.ts';
import { STEP_KIND_DATA, STEP_KINDS, type StepKind } from './step-kinds.ts';

export interface Step {
  readonly id: string;
  /** 1, 2, 3 within the case. */
  readonly no: number;
  readonly kind: StepKind;
  readonly state: StepState;
  /** What is asked for, or what it is about. */
  readonly about: string;
  readonly respondentId: string | null;
  /** Somebody else than a respondent: institution or position; a witness is "saksi 1". */
  readonly addressee: string;
  /** A known officer it is meant for. */
  readonly personId: string | null;
  readonly ownerId: string;
  readonly plannedOn: Day | null;
  /** The appointed day and hour. */
  readonly heldAt: Moment | null;
  readonly place: string;
  readonly isAnnounced: boolean;
  /** The missed step this one follows. */
  readonly basedOnId: string | null;
  readonly documentId: string | null;
  readonly minutesId: string | null;
  /** How it was sent or received when not through this system. */
  readonly way: string;
  readonly result: string;
  readonly reason: string;
  /** A reference: `person:ID`. */
  readonly createdBy: string;
  readonly createdAt: Moment;
  readonly sentAt: Moment | null;
  readonly receivedAt: Moment | null;
  /** Answered, held or missed. */
  readonly settledAt: Moment | null;
  /** Done or cancelled. */
  readonly endedAt: Moment | null;
  /** Missed, and no late answer came since; stays when the step is done. */
  readonly isMissed: boolean;
}

/** The part of the case the step's clock belongs to: its letter, or the step itself when the letter went another way. */
export function clockPartOf(step: Pick<Step, 'id' | 'documentId'>): string {
  return step.documentId ?? step.id;
}

/** The clock of the answer, running or stopped; the last one when there were several. */
export function answerClock(clocks: readonly CaseClock[], step: Pick<Step, 'id' | 'documentId'>): CaseClock | undefined {
  return clocks
    .filter((clock) => clock.kind === 'request' && (clock.partId === step.id || clock.partId === step.documentId))
    .at(-1);
}

/** What has become of the letter of a step, as the register of documents knows it. */
export interface LetterFate {
  readonly sentAt: Moment | null;
  readonly receivedAt: Moment | null;
  /** An answer has come in. */
  readonly answeredAt: Moment | null;
}

const RANK: Partial<Record<StepState, number>> = { planned: 0, sent: 1, received: 2 };

/** The step as it stands once its letter is looked at: sent, received and answered there needs no second record here. */
export function followLetter(step: Step, fate: LetterFate | undefined): Step {
  if (!fate) return step;
  const sentAt = step.sentAt ?? fate.sentAt;
  const receivedAt = step.receivedAt ?? fate.receivedAt;
  const isWritten = STEP_KIND_DATA[step.kind].mode === 'written';
  if (isWritten && fate.answeredAt && (step.state in RANK || step.state === 'missed')) {
    return { ...step, sentAt, receivedAt, state: 'answered', settledAt: fate.answeredAt, isMissed: false };
  }
  const rank = RANK[step.state];
  if (rank === undefined) return { ...step, sentAt, receivedAt };
  const state = fate.receivedAt && rank < 2 ? 'received' : fate.sentAt && rank < 1 ? 'sent' : step.state;
  return { ...step, sentAt, receivedAt, state };
}

export interface StepFacts {
  readonly at: Moment;
  /** The moment the thing happened, when that was before now (a letter received on paper yesterday). */
  readonly happenedAt?: Moment;
  readonly clock: CaseClock | undefined;
  readonly result?: string;
  readonly reason?: string;
  readonly way?: string;
}

/** Whether what was waited for can no longer come in time. */
export function isOver(step: Pick<Step, 'heldAt' | 'plannedOn' | 'kind'>, clock: CaseClock | undefined, now: Moment): boolean {
  if (STEP_KIND_DATA[step.kind].mode !== 'written') return step.heldAt !== null && isBefore(step.heldAt, now);
  return clock ? isBefore(clock.dueAt, now) : false;
}

const isBefore = (one: Moment, other: Moment) => Temporal.Instant.compare(one, other) < 0;

/** Takes one line of the table. */
export function moveStep(step: Step, action: StepAction, facts: StepFacts): Result<Step, CaseRefusal> {
  const data = STEP_KIND_DATA[step.kind];
  const line = stepLine(step.state, action, data.mode);
  if (!line) return refuse('case.step-not-now');
  const result = (facts.result ?? '').trim() || step.result;
  const reason = (facts.reason ?? '').trim();
  const way = (facts.way ?? '').trim();
  if (Math.max(result.length, reason.length, way.length) > LONGEST_TEXT) return refuse('case.text-too-long');
  if (line.needs.includes('result') && result === '') return refuse('case.step-result-missing');
  if (line.needs.includes('reason') && reason === '') return refuse('case.reason-missing');
  if (line.needs.includes('over') && !isOver(step, facts.clock, facts.at)) return refuse('case.step-not-over');
  // What the register of documents does not know must be told: how it went out, how its receipt is known.
  if ((action === 'send' || action === 'receive') && way === '') return refuse('case.step-way-missing');
  const happened = facts.happenedAt ?? facts.at;
  if (isBefore(facts.at, happened)) return refuse('case.day-in-future');
  if (action === 'receive' && step.sentAt && isBefore(happened, step.sentAt)) return refuse('case.received-before-sent');
  return ok({
    ...step,
    state: line.to,
    result,
    reason: reason || step.reason,
    way: way ? [step.way, way].filter(Boolean).join('\n') : step.way,
    sentAt: action === 'send' ? happened : step.sentAt,
    receivedAt: action === 'receive' ? happened : step.receivedAt,
    settledAt: ['answered', 'held', 'missed'].includes(line.to) ? happened : step.settledAt,
    endedAt: line.to === 'done' || line.to === 'cancelled' ? facts.at : null,
    isMissed: line.to === 'missed' || (step.isMissed && line.to === 'done'),
  });
}

type Addressed = Pick<Step, 'respondentId' | 'addressee'>;

const isSameAddressee = (one: Addressed, other: Addressed) =>
  one.respondentId !== null ? one.respondentId === other.respondentId : one.addressee.trim() === other.addressee.trim();

/** What has to be missed before a step of this kind; @param summonsCount how many summonses go before assistance (`case.summons-count`) */
export function precedingKind(kind: StepKind, summonsCount: number): StepKind | null {
  if (kind !== 'assistance') return STEP_KIND_DATA[kind].after;
  return STEP_KINDS.find((each) => each === `summons-${summonsCount}`) ?? STEP_KIND_DATA[kind].after;
}

/** The missed step that one of this kind may follow: of the same addressee, and not followed yet. Assistance is asked of somebody else. */
export function precedentOf(kind: StepKind, steps: readonly Step[], to: Addressed, summonsCount: number): Step | undefined {
  const after = precedingKind(kind, summonsCount);
  return steps.find(
    (each) =>
      each.kind === after &&
      each.isMissed &&
      (kind === 'assistance' || isSameAddressee(each, to)) &&
      !isFollowed(each, kind, steps),
  );
}

export function isFollowed(step: Step, by: StepKind, steps: readonly Step[]): boolean {
  return steps.some((each) => each.basedOnId === step.id && each.kind === by && each.state !== 'cancelled');
}

export function isUnderWay(step: Pick<Step, 'state'>): boolean {
  return UNDER_WAY.includes(step.state);
}
