import type { Actor } from '../../kernel/actor.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import { readAnswer } from './answer-kinds.ts';
import { saysNotApplicable } from './answers.ts';
import { OPEN_STAGES } from './assessment.transitions.ts';
import type { Rating, Round } from './assessment.ts';
import type { RefusalCode } from './field-refusals.ts';
import { type Indicator, type Instrument, PEOPLE_SHEETS, type SheetKind } from './instrument.ts';
import { mayFill } from './permissions.ts';
import { rational } from './rational.ts';
import { questionsOn } from './walk.ts';

/*
 * Filling in a sheet: who may, what an answer must be, and what becomes of one that was written elsewhere meanwhile.
 *
 * The bargain: a device says with every answer on which revision of it it was written (0 = there was none). Only on the same
 * revision does it take the place of what is there; otherwise both are kept until a person has looked at them.
 */
type Placed = Parameters<typeof mayFill>[2];

export interface SheetKey {
  readonly assessmentId: string;
  /** 0 = the agency itself. */
  readonly unitNo: number;
  readonly rating: Rating;
  readonly sheetNo: number;
}

/**
 * Why the actor may not write on a sheet now, or `undefined` when they may. The permission itself is `mayFill`; this puts it into the
 * words that help.
 */
export function refusalToFill(
  actor: Actor,
  round: Pick<Round, 'state' | 'selfAssessmentUntil'>,
  assessment: Placed,
  sheet: Pick<SheetKey, 'unitNo' | 'rating'>,
  today: Day,
): RefusalCode | undefined {
  if (mayFill(actor, round, assessment, sheet, today)) return undefined;
  if (!isFiller(actor, assessment, sheet)) return 'assessment.not-your-sheet';
  if (round.state !== 'open') return 'assessment.round-closed';
  return OPEN_STAGES.includes(assessment.stage) ? 'assessment.self-assessment-over' : 'assessment.not-open';
}

/** Whether it is the actor's sheet, now or when it was open: they may still look at it then. */
export function isFiller(actor: Actor, assessment: Placed, sheet: Pick<SheetKey, 'unitNo' | 'rating'>): boolean {
  const someDay = { state: 'open', selfAssessmentUntil: SOME_DAY } as const;
  const [stage = assessment.stage] = OPEN_STAGES;
  return mayFill(actor, someDay, { ...assessment, stage }, sheet, SOME_DAY);
}

const SOME_DAY = Temporal.PlainDate.from('2000-01-01');

/** An answer as it is kept: `value` null = does not apply here. `revision` grows with every change and is never used twice. */
export interface KeptAnswer {
  readonly indicator: string;
  readonly value: string | null;
  readonly note: string | null;
  readonly revision: number;
}

export interface AnswerChange {
  readonly indicator: string;
  /** As written; `n/a` = does not apply, null = there is to be no answer. */
  readonly value: string | number | boolean | null;
  readonly note: string | null;
  /** Of the answer it was written on; 0 = there was none. */
  readonly baseRevision: number;
}

/** A change that fits the instrument. */
export interface ReadChange {
  readonly indicator: string;
  readonly clears: boolean;
  readonly value: string | null;
  readonly note: string | null;
  readonly baseRevision: number;
}

export const NOTE_MAX = 2000;

/** Whether notes are offered: not where people are asked, since a free text could tell who they are. */
export function notesOffered(kind: SheetKind): boolean {
  return !PEOPLE_SHEETS.includes(kind);
}

/** Whether photographs and documents are offered for an indicator: for the same reason never on sheets of people. */
export function evidenceOffered(indicator: Pick<Indicator, 'evidence' | 'from'>): boolean {
  return indicator.evidence !== 'none' && notesOffered(indicator.from);
}

/** Reads a change against the instrument, or says why it cannot be an answer. */
export function readChange(instrument: Instrument, kind: SheetKind, change: AnswerChange): ReadChange | RefusalCode {
  const indicator = questionsOn(instrument, kind).find((place) => place.indicator.code === change.indicator)?.indicator;
  if (!indicator) return 'assessment.indicator-unknown';
  const note = change.note?.trim() || null;
  if (note !== null && !notesOffered(kind)) return 'assessment.note-not-here';
  if (note !== null && note.length > NOTE_MAX) return 'assessment.note-too-long';
  const { baseRevision } = change;
  const base = { indicator: indicator.code, baseRevision };
  if (change.value === null || change.value === '') {
    return note === null ? { ...base, clears: true, value: null, note: null } : 'assessment.note-without-answer';
  }
  if (saysNotApplicable(change.value)) {
    return indicator.mayNotApply ? { ...base, clears: false, value: null, note } : 'assessment.must-apply';
  }
  const value = readAnswer(indicator.answer, change.value);
  return typeof value === 'string' ? { ...base, clears: false, value, note } : 'assessment.answer-out-of-scale';
}

/**
 * What becomes of a change: `write` it, leave things as they are because it says the `same`, or keep both (`conflict`).
 * A note is never lost either: two different ones are a conflict though the answers agree.
 */
export function settle(present: KeptAnswer | undefined, change: ReadChange): 'write' | 'same' | 'conflict' {
  if (change.clears ? present === undefined : present && isSameValue(present.value, change.value)) {
    if (change.clears || change.note === present?.note) return 'same';
    if (present?.revision === change.baseRevision) return 'write';
    if (change.note === null) return 'same';
    return present?.note === null ? 'write' : 'conflict';
  }
  return (present?.revision ?? 0) === change.baseRevision ? 'write' : 'conflict';
}

/** `2.5` and `2.50` are one value. */
export function isSameValue(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return rational(one).equals(rational(other));
}
