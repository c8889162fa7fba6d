import { describe, expect, test } from 'vitest';
import { KEPATUHAN_2021 } from '../data/kepatuhan.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import { exampleAnswers } from './answers-example.ts';
import { readAnswers } from './answers-file.ts';
import { readInstrument, writeInstrument } from './instrument-file.ts';

type Loose = Record<string, unknown>;
const copy = (): Loose => JSON.parse(writeInstrument(KEPATUHAN_2021)) as Loose;
const problems = (change: (file: Loose) => void) => {
  const file = copy();
  change(file);
  return readInstrument(file).problems.map(({ path, text }) => `${path}: ${text.id}`);
};

describe('an instrument as a file', () => {
  test.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))(
    '%s goes out and comes in the same, byte by byte',
    (_id, instrument) => {
      const text = writeInstrument(instrument);
      const { instrument: back } = readInstrument(JSON.parse(text));
      expect(back).toEqual(instrument);
      expect(back && writeInstrument(back)).toBe(text);
    },
  );

  test('the order of fields in the file does not matter', () => {
    const turned = Object.fromEntries(Object.entries(copy()).reverse());
    const { instrument } = readInstrument(turned);
    expect(instrument && writeInstrument(instrument)).toBe(writeInstrument(KEPATUHAN_2021));
  });

  test.each<[string, (file: Loose) => void, string]>([
    [
      'a field too many',
      (file) => Object.assign(file, { wieght: 1 }),
      ': Nama "wieght" tidak dikenal. Hapus atau betulkan ejaannya.',
    ],
    ['a field too few', (file) => delete file.bands, 'bands: Belum ada. Tambahkan.'],
    [
      'a number instead of a text',
      (file) => Object.assign((file.dimensions as Loose[])[0] ?? {}, { weight: 100 }),
      'dimensions[0].weight: Seharusnya teks di antara tanda kutip.',
    ],
    [
      'a word that is none of the choices',
      (file) => Object.assign((file.bands as Loose[])[2] ?? {}, { zone: 'biru' }),
      'bands[2].zone: Pilih salah satu: hijau, kuning, merah.',
    ],
    [
      'a regulation that is not in the register',
      (file) => Object.assign(file, { basis: [{ regulation: 'uu-1-1900' }] }),
      'basis[0].regulation: Peraturan ini tidak ada dalam daftar di /law/regulations.',
    ],
    ['a list that is none', (file) => Object.assign(file, { dimensions: 'x' }), 'dimensions: Seharusnya daftar [ … ].'],
    [
      'years beyond reason',
      (file) => Object.assign(file, { years: { from: 1, until: null } }),
      'years.from: Terlalu kecil atau kosong; paling sedikit 1900.',
    ],
  ])('%s is named with its place', (_what, change, expected) => {
    expect(problems(change)).toEqual([expected]);
  });

  test.each([null, [], 'x', 5, undefined])('%j is no instrument', (value) => {
    const { instrument, problems: found } = readInstrument(value);
    expect(instrument).toBeNull();
    expect(found).toHaveLength(1);
  });

  test('a file that is something else altogether gives at most 50 lines', () => {
    const dimensions = Array.from({ length: 30 }, () => ({ code: 1, name: 2 }));
    expect(problems((file) => Object.assign(file, { dimensions }))).toHaveLength(50);
  });
});

describe('answers as a file', () => {
  test.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))('the example of %s is one', (_id, instrument) => {
    const example = exampleAnswers(instrument);
    expect(readAnswers(JSON.parse(JSON.stringify(example))).answers).toEqual(example);
  });

  test.each([
    [{ agency: 'a' }, 'units: Belum ada. Tambahkan.'],
    [{ agency: 'a', units: [], score: 5 }, ': Nama "score" tidak dikenal. Hapus atau betulkan ejaannya.'],
    [
      { agency: 'a', units: [{ unit: 'u', sheets: [{ kind: 'produk', answers: {} }] }] },
      'units[0].sheets[0].kind: Pilih salah satu: product, unit, officer, complaint-officer, user, agency.',
    ],
    [{ agency: '', units: [] }, 'agency: Terlalu kecil atau kosong; paling sedikit 1.'],
  ])('%j is told what is wrong', (value, expected) => {
    expect(readAnswers(value).problems.map(({ path, text }) => `${path}: ${text.id}`)).toEqual([expected]);
  });

  test('an answer that is a list or an object is refused', () => {
    const { problems: found } = readAnswers({
      agency: 'a',
      units: [{ unit: 'u', sheets: [{ kind: 'user', answers: { penundaan: [1] } }] }],
    });
    expect(found[0]?.path).toBe('units[0].sheets[0].answers.penundaan');
  });
});
