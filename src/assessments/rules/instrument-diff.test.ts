import { describe, expect, test } from 'vitest';
import { KEPATUHAN_2019 } from '../data/kepatuhan.ts';
import { OPINI_2025 } from '../data/opini.ts';
import { PENILAIAN_2022, PENILAIAN_2023 } from '../data/penilaian.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { dimensionOf, indicatorOf, variableOf } from './instrument.test-support.ts';
import type { Instrument } from './instrument.ts';
import { diffInstruments } from './instrument-diff.ts';
import { readInstrument, writeInstrument } from './instrument-file.ts';

const sentences = (before: Instrument, after: Instrument) =>
  diffInstruments(before, after).map(({ where, text }) => `${where.id}: ${text.id}`);

/** The path of every value in a JSON tree. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function withValue(value: unknown, [step, ...rest]: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string | number, unknown>)[step] = withValue((value as Record<string | number, unknown>)[step], rest, change);
  return copy;
}

describe('the difference of two versions', () => {
  test('is nothing between a version and itself, and between orders', () => {
    for (const one of SHIPPED_INSTRUMENTS) {
      expect(
        diffInstruments(one, { ...one, version: 2, dimensions: [...one.dimensions].reverse(), bands: [...one.bands].reverse() }),
      ).toEqual([]);
    }
  });

  test('is nothing when only the fields stand in another order, as they come from the database', () => {
    const turned = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value;
      if (Array.isArray(value)) return value.map(turned);
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    for (const one of SHIPPED_INSTRUMENTS) expect(diffInstruments(one, turned(one) as Instrument)).toEqual([]);
  });

  test('2023 brought satisfaction beside perception', () => {
    expect(sentences(PENILAIAN_2022, PENILAIAN_2023)).toEqual(
      expect.arrayContaining([
        'Instrumen: tahun: dari "2022" menjadi "2023".',
        'Output: variabel "Kepuasan masyarakat" ditambahkan (bobot 50).',
        'Output › Persepsi maladministrasi: bobot: dari 100 menjadi 50.',
        'Output › Kepuasan masyarakat: indikator "Indeks Kepuasan Masyarakat (IKM)" ditambahkan (bobot 100).',
      ]),
    );
  });

  test('a moved bound, another rounding and a reworded question are told from and to', () => {
    const [input] = PENILAIAN_2023.dimensions;
    const reworded = withValue(
      PENILAIAN_2023,
      ['dimensions', 0, 'variables', 0, 'indicators', 0, 'question', 'id'],
      () => 'Apa?',
    ) as Instrument;
    const after: Instrument = {
      ...reworded,
      rounding: { agency: 2 },
      bands: PENILAIAN_2023.bands.map((band) => (band.category === 'B' ? { ...band, from: '78.5' } : band)),
    };
    expect(sentences(PENILAIAN_2023, after)).toEqual([
      'Instrumen: pembulatan nilai unit: dari "2 desimal" menjadi "tidak dibulatkan".',
      expect.stringMatching(/^Input › Kompetensi pelaksana › Pengetahuan tentang .*: pertanyaan: dari ".*" menjadi "Apa\?"\.$/),
      'Rentang › Kualitas Tinggi: batas bawah: dari 78 menjadi 78,5.',
    ]);
    expect(input?.name.id).toBe('Input');
  });

  test('what moved to another variable is moved, not removed and added', () => {
    const [first, ...others] = KEPATUHAN_2019.dimensions;
    const [a, b, ...rest] = first?.variables ?? [];
    if (!first || !a || !b) throw new Error('none');
    const [moved, ...stay] = a.indicators;
    const after = {
      ...KEPATUHAN_2019,
      dimensions: [
        {
          ...first,
          variables: [{ ...a, indicators: stay }, { ...b, indicators: [...b.indicators, ...(moved ? [moved] : [])] }, ...rest],
        },
        ...others,
      ],
    };
    expect(sentences(KEPATUHAN_2019, after)).toEqual([
      expect.stringMatching(/tempat: dari ".*Standar pelayanan" menjadi ".*Maklumat, visi, dan misi"\.$/),
    ]);
  });

  test('not one value of an instrument can change unseen', () => {
    const few = <T>(list: readonly T[]) => list.slice(0, 1);
    const kinds: readonly AnswerKind[] = [
      { kind: 'yes-no', good: 'yes' },
      { kind: 'interval', max: 3 },
      { kind: 'scale', min: 1, max: 4, good: 'low' },
      { kind: 'number', worst: '0', best: '9', unit: { id: 'u', en: 'u' } },
      { kind: 'share', good: 'high' },
      { kind: 'choice', options: [{ code: 'a', label: { id: 'a', en: 'a' }, points: '100' }] },
    ];
    const variables = [
      variableOf(
        'v',
        kinds.map((answer) => indicatorOf(`i-${answer.kind}`, answer, { measure: 'm', component: 'c' })),
      ),
    ];
    const small: Instrument = {
      ...OPINI_2025,
      dimensions: [dimensionOf('d', variables)],
      bands: few(OPINI_2025.bands),
      unitBands: few(OPINI_2025.unitBands ?? []),
      fieldwork: {
        ...OPINI_2025.fieldwork,
        loci: few(PENILAIAN_2023.fieldwork.loci).map((one) => ({ ...one, sheets: { product: 2 } })),
      },
    };
    const others: readonly ((old: unknown) => unknown)[] = [
      (old) => `${String(old)}9`,
      (old) => Number(old) + 1,
      (old) => !old,
      ...[null, 'dark', 'merah', 'low', 'no', 'optional', 'product', 'agency', 'qualifier', 'po-2-2009'].map(
        (value) => () => value,
      ),
    ];
    const unseen: string[] = [];
    let tried = 0;
    for (const path of leaves(small).filter(([first]) => first !== 'id' && first !== 'version')) {
      for (const change of others) {
        const { instrument: after } = readInstrument(withValue(small, path, change));
        if (!after || writeInstrument(after) === writeInstrument(small)) continue;
        tried += 1;
        if (diffInstruments(small, after).length === 0) unseen.push(path.join('.'));
      }
    }
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(250);
  });
});
