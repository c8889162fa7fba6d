import type { Label } from '../../kernel/language.ts';
import { type AnswerKind, offered, writeAnswer } from './answer-kinds.ts';

/** What the steps of a judgement are called; instruments give no words of their own to steps, so these are ours. */
const OF_FOUR: readonly Label[] = [
  { id: 'Tidak ada sama sekali', en: 'Not at all' },
  { id: 'Sebagian kecil', en: 'To a small part' },
  { id: 'Sebagian besar', en: 'For the most part' },
  { id: 'Lengkap', en: 'Completely' },
];

const YES: Label = { id: 'Ya', en: 'Yes' };
const NO: Label = { id: 'Tidak', en: 'No' };
export const DOES_NOT_APPLY: Label = { id: 'Tidak berlaku di sini', en: 'Does not apply here' };

export interface AnswerChoice {
  /** As `readAnswer` reads it. */
  readonly value: string;
  readonly label: Label;
}

/** The answers a form offers with their words; empty for kinds that are typed. Numbers of a scale stand alone: the question names its ends. */
export function choicesOf(answer: AnswerKind): readonly AnswerChoice[] {
  return offered(answer).map((value, place) => ({ value, label: labelOf(answer, value, place) }));
}

function labelOf(answer: AnswerKind, value: string, place: number): Label {
  if (answer.kind === 'yes-no') return value === 'yes' ? YES : NO;
  if (answer.kind === 'choice') return answer.options[place]?.label ?? { id: value, en: value };
  const words = answer.kind === 'interval' && answer.max === 3 ? OF_FOUR[place] : undefined;
  return words ? { id: `${value} · ${words.id}`, en: `${value} · ${words.en}` } : { id: value, en: value };
}

/** A kept answer in words: `null` = does not apply. */
export function tellAnswer(answer: AnswerKind, kept: string | null): Label {
  if (kept === null) return DOES_NOT_APPLY;
  const written = writeAnswer(answer, kept);
  const chosen = choicesOf(answer).find((choice) => choice.value === written);
  if (chosen) return chosen.label;
  const decimal: Label = { id: written.replace('.', ','), en: written };
  if (answer.kind === 'share') return { id: `${decimal.id}%`, en: `${decimal.en}%` };
  return answer.kind === 'number' ? { id: `${decimal.id} ${answer.unit.id}`, en: `${decimal.en} ${answer.unit.en}` } : decimal;
}
