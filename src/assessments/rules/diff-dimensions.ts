import type { Label } from '../../kernel/language.ts';
import { type Change, changed, changedNumber, changedStanding, matched, sameValue } from './diff-words.ts';
import type { Dimension, Indicator, Variable } from './instrument.ts';
import { answerText, EVIDENCE_NAMES, PER_NAMES, plain, ROLE_NAMES, SHEET_MEANS } from './instrument-words.ts';

const NAME: Label = { id: 'nama', en: 'name' };
const WEIGHT: Label = { id: 'bobot', en: 'weight' };
const NONE: Label = { id: 'tidak ada', en: 'none' };

const codeOf = (one: { readonly code: string }) => one.code;
const below = (where: Label, name: Label): Label => ({ id: `${where.id} › ${name.id}`, en: `${where.en} › ${name.en}` });
const isSo = (yes: boolean): Label => (yes ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' });
const textOf = (text: string | null): Label => (text === null ? NONE : { id: text, en: text });

function came(
  kind: 'added' | 'removed',
  what: Label,
  where: Label,
  one: { readonly name: Label; readonly weight: string },
): Change {
  const verb = kind === 'added' ? { id: 'ditambahkan', en: 'added' } : { id: 'dihapus', en: 'removed' };
  return {
    kind,
    where,
    text: {
      id: `${what.id} "${one.name.id}" ${verb.id} (bobot ${plain(one.weight, 'id')}).`,
      en: `${what.en} "${one.name.en}" ${verb.en} (weight ${plain(one.weight, 'en')}).`,
    },
  };
}

/** Dimensions, variables and indicators, each matched by code; an indicator that moved to another variable says so. */
export function diffDimensions(before: readonly Dimension[], after: readonly Dimension[]): readonly Change[] {
  const { added, removed, kept } = matched(before, after, codeOf);
  const what = { id: 'dimensi', en: 'dimension' };
  const whole = { id: 'Instrumen', en: 'Instrument' };
  return [
    ...removed.map((one) => came('removed', what, whole, one)),
    ...added.map((one) => came('added', what, whole, one)),
    ...kept.flatMap(([was, is]) => [
      ...changed(was.name, NAME, was.name, is.name),
      ...changedNumber(is.name, WEIGHT, was.weight, is.weight),
      ...changed(is.name, { id: 'cara mengukur', en: 'how it is measured' }, PER_NAMES[was.per], PER_NAMES[is.per]),
      ...changed(is.name, { id: 'peran', en: 'role' }, ROLE_NAMES[was.role], ROLE_NAMES[is.role]),
      ...changedStanding(is.name, was.standing, is.standing),
    ]),
    ...diffVariables(before, after),
    ...diffIndicators(before, after),
  ];
}

interface PlacedVariable {
  readonly in: Dimension;
  readonly variable: Variable;
}

function variablesOf(dimensions: readonly Dimension[]): readonly PlacedVariable[] {
  return dimensions.flatMap((dimension) => dimension.variables.map((variable) => ({ in: dimension, variable })));
}

const MOVED: Label = { id: 'tempat', en: 'place' };

function diffVariables(before: readonly Dimension[], after: readonly Dimension[]): readonly Change[] {
  const { added, removed, kept } = matched(variablesOf(before), variablesOf(after), ({ variable }) => variable.code);
  const what = { id: 'variabel', en: 'variable' };
  return [
    ...removed.map((one) => came('removed', what, one.in.name, one.variable)),
    ...added.map((one) => came('added', what, one.in.name, one.variable)),
    ...kept.flatMap(([was, is]) => {
      const where = below(is.in.name, is.variable.name);
      return [
        ...(was.in.code === is.in.code ? [] : changed(where, MOVED, was.in.name, is.in.name)),
        ...changed(where, NAME, was.variable.name, is.variable.name),
        ...changedNumber(where, WEIGHT, was.variable.weight, is.variable.weight),
        ...changedStanding(where, was.variable.standing, is.variable.standing),
      ];
    }),
  ];
}

interface PlacedIndicator {
  readonly in: Variable;
  readonly place: Label;
  readonly indicator: Indicator;
}

function indicatorsOf(dimensions: readonly Dimension[]): readonly PlacedIndicator[] {
  return variablesOf(dimensions).flatMap(({ in: dimension, variable }) =>
    variable.indicators.map((indicator) => ({ in: variable, place: below(dimension.name, variable.name), indicator })),
  );
}

function diffIndicators(before: readonly Dimension[], after: readonly Dimension[]): readonly Change[] {
  const { added, removed, kept } = matched(indicatorsOf(before), indicatorsOf(after), ({ indicator }) => indicator.code);
  const what = { id: 'indikator', en: 'indicator' };
  return [
    ...removed.map((one) => came('removed', what, one.place, one.indicator)),
    ...added.map((one) => came('added', what, one.place, one.indicator)),
    ...kept.flatMap(([was, is]) => diffIndicator(was, is)),
  ];
}

function diffIndicator(before: PlacedIndicator, after: PlacedIndicator): readonly Change[] {
  const [was, is] = [before.indicator, after.indicator];
  const where = below(after.place, is.name);
  const answers = sameValue(was.answer, is.answer) ? [] : differing(where, answerText(was.answer), answerText(is.answer));
  return [
    ...(before.in.code === after.in.code ? [] : changed(where, MOVED, before.place, after.place)),
    ...changed(where, NAME, was.name, is.name),
    ...changed(where, { id: 'pertanyaan', en: 'question' }, was.question, is.question),
    ...changedNumber(where, WEIGHT, was.weight, is.weight),
    ...answers,
    ...changed(where, { id: 'sumber jawaban', en: 'source of the answer' }, SHEET_MEANS[was.from], SHEET_MEANS[is.from]),
    ...changed(where, { id: 'data sekunder', en: 'secondary data' }, textOf(was.measure), textOf(is.measure)),
    ...changed(where, { id: 'bukti', en: 'evidence' }, EVIDENCE_NAMES[was.evidence], EVIDENCE_NAMES[is.evidence]),
    ...changed(where, { id: 'boleh "tidak berlaku"', en: 'may "not apply"' }, isSo(was.mayNotApply), isSo(is.mayNotApply)),
    ...changed(where, { id: 'perbaikan yang diminta', en: 'improvement asked for' }, was.improvement, is.improvement),
    ...changed(
      where,
      { id: 'komponen standar pelayanan', en: 'component of the service standard' },
      textOf(was.component),
      textOf(is.component),
    ),
    ...changedStanding(where, was.standing, is.standing),
  ];
}

/** Kinds of answers that differ only in what the words do not tell (the code of an option) still say that they do. */
function differing(where: Label, from: Label, to: Label): readonly Change[] {
  const what = { id: 'jawaban', en: 'answer' };
  const told = changed(where, what, from, to);
  return told.length > 0
    ? told
    : [{ kind: 'changed', where, text: { id: 'jawaban: kode pilihan berubah.', en: 'answer: codes of the choices changed.' } }];
}
