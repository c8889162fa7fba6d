import type { AnswerKind } from './answer-kinds.ts';
import type { Answers, Sheet, Written } from './answers.ts';
import { type Instrument, SHEET_KINDS, type SheetKind } from './instrument.ts';
import { rational } from './rational.ts';
import { placesOf } from './walk.ts';

/** Of each kind of sheet so many: enough to see the form, few enough to read. */
const MOST_SHEETS = 2;

/** An answers file that works with the instrument: two invented units, every question answered the best way (or the worst). */
export function exampleAnswers(instrument: Instrument, how: 'best' | 'worst' = 'best'): Answers {
  const sheetsOf = (per: 'unit' | 'agency'): readonly Sheet[] =>
    SHEET_KINDS.flatMap((kind) => {
      const answers = answersOn(instrument, per, kind, how);
      const count = Math.min(MOST_SHEETS, instrument.fieldwork.sheets[kind] ?? 1);
      return Object.keys(answers).length === 0 ? [] : Array.from({ length: count }, () => ({ kind, answers }));
    });
  const sheets = sheetsOf('unit');
  const own = sheetsOf('agency');
  return {
    agency: 'Kabupaten Contoh',
    units: sheets.length === 0 ? [] : ['Dinas A (contoh)', 'Dinas B (contoh)'].map((unit) => ({ unit, sheets })),
    ...(own.length > 0 ? { sheets: own } : {}),
  };
}

function answersOn(
  instrument: Instrument,
  per: 'unit' | 'agency',
  kind: SheetKind,
  how: 'best' | 'worst',
): Record<string, Written> {
  return Object.fromEntries(
    placesOf(instrument)
      .filter(({ dimension, indicator }) => dimension.per === per && indicator.from === kind)
      .map(({ indicator }) => [indicator.code, extreme(indicator.answer, how)]),
  );
}

/** The answer worth all, or the one worth least, as it is written. */
export function extreme(answer: AnswerKind, how: 'best' | 'worst'): Written {
  const best = how === 'best';
  switch (answer.kind) {
    case 'yes-no':
      return (answer.good === 'yes') === best ? 'yes' : 'no';
    case 'interval':
      return best ? answer.max : 0;
    case 'scale':
      return (answer.good === 'high') === best ? answer.max : answer.min;
    case 'number':
      return best ? answer.best : answer.worst;
    case 'share':
      return (answer.good === 'high') === best ? 100 : 0;
    case 'choice': {
      const sorted = [...answer.options].sort((a, b) => rational(a.points).compare(rational(b.points)));
      return sorted.at(best ? -1 : 0)?.code ?? null;
    }
  }
}
