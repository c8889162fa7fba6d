import type { Label } from '../../../../kernel/language.ts';
import { COMPONENT_CODES, COMPONENTS } from '../../../../services/index.ts';
import type { AnswerKind } from '../../../rules/answer-kinds.ts';
import type { Indicator, Instrument, SheetKind, Variable } from '../../../rules/instrument.ts';
import { SHEET_KINDS } from '../../../rules/instrument.ts';
import { EVIDENCE_NAMES, SHEET_MEANS } from '../../../rules/instrument-words.ts';
import { answerField, readAnswerKind } from './answer-fields.ts';
import { labelFields, readLabel, readStanding, type Section, standingFields } from './fields.ts';
import { commonFields, put, readCommon } from './part-sections.ts';

const BLANK: Label = { id: '', en: '' };
const ANSWER: AnswerKind = { kind: 'interval', max: 3 };

/** An indicator; `code: null` = a new one in the variable `inside`. */
export function indicatorSection(instrument: Instrument, code: string | null, inside: string): Section | null {
  const variables = instrument.dimensions.flatMap((one) => one.variables);
  const home = variables.find((one) => (code === null ? one.code === inside : one.indicators.some((each) => each.code === code)));
  const found = home?.indicators.find((one) => one.code === code);
  if (!home) return null;
  const part = found ?? newIndicator();
  return {
    title: found
      ? { id: `Indikator: ${part.name.id}`, en: `Indicator: ${part.name.en}` }
      : { id: 'Indikator baru', en: 'New indicator' },
    lead: { id: `Variabel ${home.name.id}.`, en: `Variable ${home.name.en}.` },
    fields: fieldsOf(part, !found),
    apply: (now, typed) =>
      inVariable(now, home.code, (indicators) => {
        const base = indicators.find((one) => one.code === code) ?? part;
        const evidence = typed.text('evidence');
        const edited: Indicator = {
          ...base,
          ...readCommon(typed, code),
          question: readLabel(typed, 'question'),
          improvement: readLabel(typed, 'improvement'),
          answer: readAnswerKind(typed, base.answer),
          from: SHEET_KINDS.find((kind) => kind === typed.text('from')) ?? base.from,
          measure: typed.text('measure').trim() || null,
          evidence: evidence === 'none' || evidence === 'optional' ? evidence : 'required',
          mayNotApply: typed.has('may-not-apply'),
          component: COMPONENT_CODES.find((one) => one === typed.text('component')) ?? null,
          standing: readStanding(typed, ''),
        };
        return put(indicators, edited, code);
      }),
    ...(found
      ? { remove: (now: Instrument) => inVariable(now, home.code, (indicators) => indicators.filter((one) => one.code !== code)) }
      : {}),
  };
}

function inVariable(
  now: Instrument,
  code: string,
  change: (indicators: Variable['indicators']) => Variable['indicators'],
): Instrument {
  return {
    ...now,
    dimensions: now.dimensions.map((dimension) => ({
      ...dimension,
      variables: dimension.variables.map((one) => (one.code === code ? { ...one, indicators: change(one.indicators) } : one)),
    })),
  };
}

function newIndicator(): Indicator {
  return {
    code: '',
    name: BLANK,
    question: BLANK,
    weight: '0',
    standing: { confirmed: false, basis: null, note: null },
    answer: ANSWER,
    from: 'product',
    measure: null,
    evidence: 'required',
    mayNotApply: false,
    improvement: BLANK,
    component: null,
  };
}

const NO_COMPONENT = { value: '', label: { id: 'Tidak ada', en: 'None' } };

function fieldsOf(part: Indicator, isNew: boolean): Section['fields'] {
  const sources = SHEET_KINDS.map((value: SheetKind) => ({ value, label: SHEET_MEANS[value] }));
  const evidence = (['required', 'optional', 'none'] as const).map((value) => ({ value, label: EVIDENCE_NAMES[value] }));
  const components = COMPONENT_CODES.map((value) => ({ value, label: COMPONENTS[value].label }));
  return [
    ...commonFields(part, isNew),
    ...labelFields(
      'question',
      { id: 'Apa yang dilihat atau ditanyakan', en: 'What is looked at or asked' },
      part.question,
      'area',
    ),
    {
      name: 'from',
      label: { id: 'Sumber jawaban', en: 'Source of the answer' },
      kind: 'select',
      value: part.from,
      options: sources,
    },
    answerField(part.answer),
    { name: 'evidence', label: { id: 'Bukti', en: 'Evidence' }, kind: 'select', value: part.evidence, options: evidence },
    {
      name: 'may-not-apply',
      label: { id: 'Boleh dijawab "tidak berlaku di sini"', en: '"Does not apply here" may be answered' },
      kind: 'check',
      value: part.mayNotApply ? 'yes' : '',
    },
    {
      name: 'component',
      label: { id: 'Komponen standar pelayanan yang dilihat', en: 'Component of the service standard it looks at' },
      kind: 'select',
      value: part.component ?? '',
      options: [NO_COMPONENT, ...components],
    },
    {
      name: 'measure',
      label: { id: 'Kode data sekunder', en: 'Code of secondary data' },
      kind: 'text',
      value: part.measure ?? '',
      optional: true,
      hint: { id: 'Bila nilainya datang dari bagian lain Tuntas.', en: 'When its value comes from another part of Tuntas.' },
    },
    ...labelFields(
      'improvement',
      { id: 'Perbaikan yang diminta bila kurang', en: 'Improvement asked for when it falls short' },
      part.improvement,
      'area',
    ),
    ...standingFields('', part.standing),
  ];
}
