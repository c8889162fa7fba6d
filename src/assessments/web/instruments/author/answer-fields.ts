import type { Label } from '../../../../kernel/language.ts';
import type { AnswerKind } from '../../../rules/answer-kinds.ts';
import { codeOf, type Field, labelFields, readLabel, readNumber, readWhole, showNumber, type Typed } from './fields.ts';

const GOOD: Label = { id: 'Yang lebih baik', en: 'What is better' };
const HIGH_LOW = [
  { value: 'high', label: { id: 'nilai tinggi', en: 'a high value' } },
  { value: 'low', label: { id: 'nilai rendah', en: 'a low value' } },
];
const YES_NO = [
  { value: 'yes', label: { id: 'ya', en: 'yes' } },
  { value: 'no', label: { id: 'tidak', en: 'no' } },
];

/** How an indicator is answered: a kind, and what belongs to it. */
export function answerField(answer: AnswerKind): Field {
  const whole = (name: string, label: Label, value: number | undefined): Field => ({
    name,
    label,
    kind: 'text',
    value: value === undefined ? '' : String(value),
    width: 4,
  });
  const of = <K extends AnswerKind['kind']>(kind: K) =>
    answer.kind === kind ? (answer as Extract<AnswerKind, { kind: K }>) : undefined;
  const options =
    of('choice')?.options.map((one) => [one.code, one.label.id, one.label.en, showNumber(one.points)].join(' | ')) ?? [];
  return {
    name: 'answer',
    label: { id: 'Cara menjawab', en: 'How it is answered' },
    kind: 'radios',
    value: answer.kind,
    options: [
      {
        value: 'yes-no',
        label: { id: 'Ya atau tidak', en: 'Yes or no' },
        fields: [{ name: 'yes-no-good', label: GOOD, kind: 'select', value: of('yes-no')?.good ?? 'yes', options: YES_NO }],
      },
      {
        value: 'interval',
        label: { id: 'Bertingkat dari 0', en: 'In steps from 0' },
        fields: [whole('interval-max', { id: 'Tingkat tertinggi', en: 'Highest step' }, of('interval')?.max ?? 3)],
      },
      {
        value: 'scale',
        label: { id: 'Skala', en: 'Scale' },
        fields: [
          whole('scale-min', { id: 'Dari', en: 'From' }, of('scale')?.min ?? 1),
          whole('scale-max', { id: 'Sampai', en: 'To' }, of('scale')?.max ?? 4),
          { name: 'scale-good', label: GOOD, kind: 'select', value: of('scale')?.good ?? 'high', options: HIGH_LOW },
        ],
      },
      {
        value: 'share',
        label: { id: 'Persen, 0 sampai 100', en: 'Per cent, 0 to 100' },
        fields: [{ name: 'share-good', label: GOOD, kind: 'select', value: of('share')?.good ?? 'high', options: HIGH_LOW }],
      },
      {
        value: 'number',
        label: { id: 'Bilangan', en: 'Number' },
        fields: [
          {
            name: 'number-worst',
            label: { id: 'Bernilai 0', en: 'Counts 0' },
            kind: 'text',
            value: showNumber(of('number')?.worst ?? '0'),
            width: 10,
          },
          {
            name: 'number-best',
            label: { id: 'Bernilai 100', en: 'Counts 100' },
            kind: 'text',
            value: showNumber(of('number')?.best ?? '100'),
            width: 10,
          },
          ...labelFields('number-unit', { id: 'Satuan', en: 'Unit' }, of('number')?.unit ?? { id: '', en: '' }),
        ],
      },
      {
        value: 'choice',
        label: { id: 'Pilihan', en: 'Choice' },
        fields: [
          {
            name: 'choice-options',
            label: { id: 'Pilihan, satu baris satu pilihan', en: 'Choices, one on each line' },
            kind: 'area',
            value: options.join('\n'),
            hint: {
              id: 'kode | bahasa Indonesia | bahasa Inggris | angka 0 sampai 100',
              en: 'code | Indonesian | English | points 0 to 100',
            },
          },
        ],
      },
    ],
  };
}

/** The kind that was chosen; `otherwise` when none was. */
export function readAnswerKind(typed: Typed, otherwise: AnswerKind): AnswerKind {
  const good = (name: string) => (typed.text(name) === 'low' ? 'low' : 'high');
  switch (typed.text('answer')) {
    case 'yes-no':
      return { kind: 'yes-no', good: typed.text('yes-no-good') === 'no' ? 'no' : 'yes' };
    case 'interval':
      return { kind: 'interval', max: readWhole(typed, 'interval-max') };
    case 'scale':
      return { kind: 'scale', min: readWhole(typed, 'scale-min'), max: readWhole(typed, 'scale-max'), good: good('scale-good') };
    case 'share':
      return { kind: 'share', good: good('share-good') };
    case 'number': {
      const unit = readLabel(typed, 'number-unit');
      return { kind: 'number', worst: readNumber(typed, 'number-worst'), best: readNumber(typed, 'number-best'), unit };
    }
    case 'choice':
      return { kind: 'choice', options: readOptions(typed.text('choice-options')) };
    default:
      return otherwise;
  }
}

function readOptions(text: string): Extract<AnswerKind, { kind: 'choice' }>['options'] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', id = '', en = '', points = ''] = line.split('|').map((part) => part.trim());
      return { code: codeOf(code || id), label: { id, en: en || id }, points: points.replace(/^(\d+),(\d+)$/, '$1.$2') };
    });
}
