import { describe, expect, test } from 'vitest';
import { KEPATUHAN_2021 } from '../data/kepatuhan.ts';
import { OPINI_2025 } from '../data/opini.ts';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import { bandText, categoryText, saidText, zoneText } from './band-words.ts';
import type { Band } from './instrument.ts';
import { numberText, scoreText } from './score-text.ts';
import { standingText } from './standing-words.ts';

const at = (bands: readonly Band[], category: string) => bands.find((band) => band.category === category) as Band;

describe('words of a band', () => {
  test('category A of 2022-2024 is dark green, B plain green', () => {
    expect(bandText(at(PENILAIAN_2023.bands, 'A')).id).toBe('Zona hijau pekat, kategori A, Kualitas Tertinggi');
    expect(bandText(at(PENILAIAN_2023.bands, 'B')).en).toBe('Zone green, category B, High quality');
  });

  test('up to 2021 the label says the category, from 2025 there is no zone', () => {
    expect(bandText(at(KEPATUHAN_2021.bands, 'sedang')).id).toBe('Zona kuning, Kepatuhan Sedang');
    const high = at(OPINI_2025.bands, 'tinggi');
    expect([zoneText(high), categoryText(high)]).toEqual([null, null]);
    expect(bandText(high, OPINI_2025.qualifier?.whenNothing).id).toBe('Kualitas Tinggi (Tanpa Maladministrasi)');
  });
});

describe('numbers for people', () => {
  test('have the comma of Indonesian and two decimals, rounded half-up', () => {
    expect([scoreText('80.995', 'id'), scoreText('155/2', 'en'), scoreText('100', 'id')]).toEqual(['81,00', '77.50', '100,00']);
  });

  test('weights stand as they are written; a fraction that does not end says so', () => {
    expect([numberText('21.85', 'id'), numberText('100/6', 'id'), numberText('100/8', 'en'), numberText('100/1', 'id')]).toEqual([
      '21,85',
      '16,67…',
      '12.5',
      '100',
    ]);
  });
});

test('what a source said is told as it said it', () => {
  expect(saidText({ zone: 'kuning', category: 'C' })).toEqual({ id: 'Zona kuning · C', en: 'Zone yellow · C' });
  expect(saidText({ zone: null, category: 'Sedang' }).id).toBe('Sedang');
  expect(saidText({ zone: null, category: null }).id).toBe('–');
});

test('a number without a source says that it is a default of ours', () => {
  const [input] = PENILAIAN_2023.dimensions;
  expect(standingText(input?.variables[0]?.standing ?? OPINI_2025.agencyScore.standing, 'id')).toMatch(
    /^Bawaan, belum dipastikan: Bobot antarvariabel .* \(keputusan Tuntas 0020\)$/,
  );
  expect(standingText(input?.standing ?? OPINI_2025.agencyScore.standing, 'id')).toMatch(/^Sosialisasi Ombudsman RI 2023/);
});
