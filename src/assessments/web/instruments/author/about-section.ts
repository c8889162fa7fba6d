import type { Label } from '../../../../kernel/language.ts';
import { readBasis, writeBasis } from '../../../rules/basis-text.ts';
import type { Instrument, Rounding } from '../../../rules/instrument.ts';
import { LEVELS } from '../../../rules/instrument.ts';
import { LEVEL_NAMES } from '../../../rules/instrument-words.ts';
import {
  type Field,
  labelFields,
  readLabel,
  readNumber,
  readStanding,
  readWhole,
  type Section,
  showNumber,
  standingFields,
  type Typed,
} from './fields.ts';

const YEAR_FROM: Label = { id: 'Tahun penilaian pertama', en: 'First year of assessment' };
const YEAR_UNTIL: Label = { id: 'Tahun penilaian terakhir', en: 'Last year of assessment' };

/** Name, years, legal basis, rounding and thresholds: what holds for the instrument as a whole. */
export function aboutSection(instrument: Instrument): Section {
  return {
    title: { id: 'Nama, tahun, dasar, dan pembulatan', en: 'Name, years, basis and rounding' },
    fields: [...headFields(instrument), ...roundingFields(instrument), ...thresholdFields(instrument)],
    apply: (now, typed) => ({
      ...now,
      title: readLabel(typed, 'title'),
      summary: readLabel(typed, 'summary'),
      years: {
        from: readWhole(typed, 'year-from'),
        until: typed.text('year-until').trim() === '' ? null : readWhole(typed, 'year-until'),
      },
      basis: typed
        .text('basis')
        .split('\n')
        .flatMap((line) => readBasis(line) ?? []),
      rounding: readRounding(typed),
      agencyScore: { method: 'mean-of-units', standing: readStanding(typed, 'mean-') },
      shortBelow: {
        documents: readNumber(typed, 'short-documents'),
        people: readNumber(typed, 'short-people'),
        standing: readStanding(typed, 'short-'),
      },
    }),
  };
}

function headFields({ title, summary, years, basis }: Instrument): readonly Field[] {
  return [
    ...labelFields('title', { id: 'Nama', en: 'Name' }, title),
    ...labelFields('summary', { id: 'Uraian', en: 'Summary' }, summary, 'area'),
    { name: 'year-from', label: YEAR_FROM, kind: 'text', value: String(years.from), width: 4 },
    {
      name: 'year-until',
      label: YEAR_UNTIL,
      kind: 'text',
      value: years.until === null ? '' : String(years.until),
      width: 4,
      optional: true,
      hint: { id: 'Kosong berarti sampai ada penggantinya.', en: 'Blank means until another takes its place.' },
    },
    {
      name: 'basis',
      label: { id: 'Dasar hukum', en: 'Legal basis' },
      kind: 'area',
      value: basis.map(writeBasis).join('\n'),
      hint: { id: 'Satu baris satu dasar, misalnya PO 61/2025.', en: 'One on each line, for example PO 61/2025.' },
    },
  ];
}

function roundingFields({ rounding, agencyScore }: Instrument): readonly Field[] {
  return [
    ...LEVELS.map(
      (level, place): Field => ({
        name: `round-${level}`,
        label: { id: `Desimal nilai ${LEVEL_NAMES[level].id}`, en: `Decimals of ${LEVEL_NAMES[level].en} scores` },
        kind: 'text',
        value: String(rounding[level] ?? ''),
        width: 4,
        optional: true,
        ...(place === 0
          ? {
              heading: { id: 'Pembulatan', en: 'Rounding' },
              hint: {
                id: 'Kosong berarti tidak dibulatkan; hitungannya eksak.',
                en: 'Blank means not rounded; the arithmetic is exact.',
              },
            }
          : {}),
      }),
    ),
    ...standingFields('mean-', agencyScore.standing).map((field, place) =>
      place === 0
        ? { ...field, heading: { id: 'Nilai instansi: rata-rata unit', en: 'Score of the agency: mean of its units' } }
        : field,
    ),
  ];
}

function thresholdFields({ shortBelow }: Instrument): readonly Field[] {
  return [
    {
      name: 'short-documents',
      label: { id: 'Indikator dari dokumen dianggap kurang di bawah', en: 'An indicator of documents falls short below' },
      kind: 'text',
      value: showNumber(shortBelow.documents),
      width: 5,
      heading: { id: 'Kapan suatu indikator dianggap kurang', en: 'When an indicator falls short' },
    },
    {
      name: 'short-people',
      label: {
        id: 'Indikator dari jawaban orang dianggap kurang di bawah',
        en: 'An indicator of people’s answers falls short below',
      },
      kind: 'text',
      value: showNumber(shortBelow.people),
      width: 5,
    },
    ...standingFields('short-', shortBelow.standing),
  ];
}

function readRounding(typed: Typed): Rounding {
  return Object.fromEntries(
    LEVELS.filter((level) => typed.text(`round-${level}`).trim() !== '').map((level) => [
      level,
      readWhole(typed, `round-${level}`),
    ]),
  );
}
