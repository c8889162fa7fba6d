import { type AnswerKind, offered, readAnswer, shareOf } from '../../rules/answer-kinds.ts';
import { choicesOf } from '../../rules/answer-words.ts';
import { evidenceOffered, notesOffered } from '../../rules/filling.ts';
import { type Indicator, type Instrument, SHEET_KINDS } from '../../rules/instrument.ts';
import { rational } from '../../rules/rational.ts';
import { questionsOn } from '../../rules/walk.ts';
import type { FormShape, QuestionShape, SectionShape } from './shapes.ts';

export const instrumentKey = (instrument: Pick<Instrument, 'id' | 'version'>) => `${instrument.id}@${instrument.version}`;

/** The forms of an instrument version: for each kind of sheet its questions in sections, one for each variable. */
export function formShape(instrument: Instrument): FormShape {
  const kinds = SHEET_KINDS.map((kind) => {
    const sections = Map.groupBy(questionsOn(instrument, kind), ({ variable }) => variable.code);
    const shapes = [...sections.values()].map((places): SectionShape => {
      const [{ variable, dimension }] = places as [(typeof places)[0]];
      return { title: variable.name, within: dimension.name, questions: places.map(({ indicator }) => questionShape(indicator)) };
    });
    return [kind, shapes] as const;
  });
  return Object.fromEntries(kinds.filter(([, sections]) => sections.length > 0));
}

function questionShape(indicator: Indicator): QuestionShape {
  const { code, name, question, answer, mayNotApply } = indicator;
  return {
    code,
    name,
    question,
    choices: choicesOf(answer),
    unit: unitOf(answer),
    percent: answer.kind === 'share',
    mayNotApply,
    notes: notesOffered(indicator.from),
    evidence: evidenceOffered(indicator) ? indicator.evidence : 'none',
    worst: worstOf(answer),
  };
}

function worstOf(answer: AnswerKind): string | null {
  const isWorst = (written: string) => {
    const kept = readAnswer(answer, written);
    return typeof kept === 'string' && shareOf(answer, rational(kept)).equals(0);
  };
  return offered(answer).find(isWorst) ?? null;
}

function unitOf(answer: AnswerKind) {
  if (answer.kind === 'share') return { id: 'persen', en: 'per cent' };
  return answer.kind === 'number' ? answer.unit : null;
}
