import { type Actor, can, positionsWith } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/time.ts';
import type { Rating, RoundState } from '../store/tables.ts';
import { readAnswer } from './answer-kinds.ts';
import { saysNotApplicable } from './answers.ts';
import { OPEN_STAGES, type Stage } from './assessment.transitions.ts';
import { type Indicator, type Instrument, PEOPLE_SHEETS, type SheetKind } from './instrument.ts';
import { rational } from './rational.ts';
import type { RefusalCode } from './refusals.ts';
import { questionsOn } from './walk.ts';

/**
 * Filling in a sheet: who may, what an answer must be, and what becomes of one that was written elsewhere meanwhile.
 *
 * The bargain: a device says with every answer on which revision of it it was written (0 = there was none). Only on the same
 * revision does it take the place of what is there; otherwise both are kept until a person has looked at them.
 */
export interface SheetKey {
  readonly assessmentId: string;
  /** 0 = the agency itself. */
  readonly unitNo: number;
  readonly rating: Rating;
  readonly sheetNo: number;
}

/** What decides who may write on a sheet. */
export interface Filling {
  readonly rating: Rating;
  readonly stage: Stage;
  readonly roundState: RoundState;
  readonly selfAssessmentUntil: Day | null;
  /** Whoever goes there: of unit 0 everyone who goes to any of its units. */
  readonly assessorIds: readonly string[];
  readonly secondAssessorIds: readonly string[];
  /** From the root of its tree down to the agency the sheet is about. */
  readonly agencyPath: readonly string[];
}

/** Whether the actor may write on it today; otherwise why not. */
export function mayFill(actor: Actor, filling: Filling, today: Day): RefusalCode | undefined {
  if (!isFiller(actor, filling)) return 'assessment.not-yours';
  if (filling.roundState !== 'open') return 'assessment.round-not-open';
  if (!OPEN_STAGES.includes(filling.stage)) return 'assessment.not-open';
  if (filling.rating === 0 && (filling.selfAssessmentUntil === null || isAfter(today, filling.selfAssessmentUntil))) {
    return 'assessment.self-assessment-over';
  }
  return undefined;
}

/** Whether it is the actor's sheet to fill, whatever the stage: they may read it then, and nobody of the other rating may. */
export function isFiller(actor: Actor, filling: Filling): boolean {
  if (actor.kind !== 'officer') return false;
  switch (filling.rating) {
    case 0:
      return positionsWith(actor, 'assessment.answer').some((held) => filling.agencyPath.includes(held.agencyId));
    case 1:
      return can(actor, 'assessment.assess') && filling.assessorIds.includes(actor.personId);
    case 2:
      return can(actor, 'assessment.assess') && filling.secondAssessorIds.includes(actor.personId);
  }
}

function isAfter(day: Day, other: Day): boolean {
  return day.since(other).sign > 0;
}

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

export interface Missing {
  readonly indicator: string;
  readonly what: 'answer' | 'evidence';
}

/**
 * What a sheet still lacks. People may leave any question unanswered, so of their sheets only one without any answer lacks something.
 * Evidence is asked of the rating that counts, for every answer but "does not apply".
 *
 * @param withEvidence codes of the indicators for which there is some
 */
export function missingOn(
  instrument: Pick<Instrument, 'dimensions'>,
  sheet: { readonly kind: SheetKind; readonly rating: Rating },
  answers: readonly Pick<KeptAnswer, 'indicator' | 'value'>[],
  withEvidence: ReadonlySet<string>,
): readonly Missing[] {
  const given = new Map(answers.map((answer) => [answer.indicator, answer]));
  const questions = questionsOn(instrument, sheet.kind);
  if (PEOPLE_SHEETS.includes(sheet.kind) && given.size > 0) return [];
  return questions.flatMap(({ indicator }): Missing[] => {
    const answer = given.get(indicator.code);
    if (!answer) return [{ indicator: indicator.code, what: 'answer' }];
    const lacksEvidence =
      sheet.rating === 1 &&
      indicator.evidence === 'required' &&
      evidenceOffered(indicator) &&
      answer.value !== null &&
      !withEvidence.has(indicator.code);
    return lacksEvidence ? [{ indicator: indicator.code, what: 'evidence' }] : [];
  });
}
