/** What came with the form of a sheet: answers that were touched, as changes; everything, to be shown again. */
import { createHash } from 'node:crypto';
import type { FieldError } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Form } from '../../../platform/http/form.ts';
import { FIELD_REFUSALS, type FieldRefusal, type RefusalCode } from '../../rules/field-refusals.ts';
import { type AnswerChange, readChange } from '../../rules/filling.ts';
import type { Instrument } from '../../rules/instrument.ts';
import type { AnswerShape, QuestionShape, SheetShape } from './shapes.ts';
import type { FieldWords } from './words.ts';

/** Names of a question's inputs. */
export const INPUTS = {
  answer: (code: string) => `a-${code}`,
  note: (code: string) => `n-${code}`,
  base: (code: string) => `b-${code}`,
  files: (code: string) => `e-${code}`,
  caption: (code: string) => `c-${code}`,
} as const;

export const PRODUCT = 'product';

/** Stands for "no answer" among the radios of a question that is answered. */
export const NOTHING = 'none';

export interface TypedAnswer {
  readonly value: string;
  readonly note: string;
}

export const UNANSWERED: TypedAnswer = { value: '', note: '' };

export function shownAnswer(answer: AnswerShape | undefined): TypedAnswer {
  return answer ? { value: answer.value, note: answer.note ?? '' } : UNANSWERED;
}

export function typedAnswer(form: Form, code: string): TypedAnswer {
  const value = form.text(INPUTS.answer(code)).trim();
  return { value: value === NOTHING ? '' : value, note: form.text(INPUTS.note(code)).trim() };
}

/**
 * The mark of an answer as the page showed it: its revision and a digest, so that an answer nobody touched is not sent as one that was
 * written, whatever happened to it elsewhere meanwhile.
 */
export function markOf(answer: AnswerShape | undefined): string {
  return `${answer?.revision ?? 0}.${digest(shownAnswer(answer))}`;
}

function digest({ value, note }: TypedAnswer): string {
  return createHash('sha256').update(`${value}\n${note.trim()}`).digest('base64url').slice(0, 12);
}

/** The change a question's inputs ask for; `undefined` when they were left as they were. */
export function changeOf(form: Form, code: string): AnswerChange | undefined {
  const [revision = '', shown = ''] = form.text(INPUTS.base(code)).split('.');
  if (!/^\d{1,9}$/.test(revision)) return undefined;
  const typed = typedAnswer(form, code);
  if (digest(typed) === shown) return undefined;
  return { indicator: code, value: typed.value || null, note: typed.note || null, baseRevision: Number(revision) };
}

/** Everything that is wrong with the changes, each at its question. */
export function faultsOf(
  instrument: Instrument,
  sheet: SheetShape,
  questions: readonly QuestionShape[],
  changes: readonly AnswerChange[],
  words: FieldWords,
  language: Language,
): FieldError[] {
  return changes.flatMap((change) => {
    const code = readChange(instrument, sheet.kind, change);
    if (typeof code !== 'string') return [];
    const question = questions.find((each) => each.code === change.indicator);
    return [errorAt(code, question, change.indicator, words, language)];
  });
}

const AT_THE_NOTE: readonly FieldRefusal[] = ['assessment.note-too-long', 'assessment.note-not-here'];

export function errorAt(
  code: RefusalCode,
  question: QuestionShape | undefined,
  indicator: string,
  words: FieldWords,
  language: Language,
): FieldError {
  const isTyped = question?.choices.length === 0 && code === 'assessment.answer-out-of-scale';
  const message = isTyped ? words.sheet.wrongNumber(question.name[language]) : FIELD_REFUSALS[code][language];
  const field = (AT_THE_NOTE as readonly RefusalCode[]).includes(code) ? INPUTS.note(indicator) : INPUTS.answer(indicator);
  return { field, message };
}
