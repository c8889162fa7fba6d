import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { targetOf } from './category.ts';
import { cursorOf, keyOf, pageOf } from './cursor.ts';
import { chainText, codeAndAncestors, codeAt, kindOf, levelOf, liesIn } from './region.ts';
import { properName } from './region-name.ts';
import { indexWords, searchQuery } from './search-words.ts';
import { zoneOfRegion } from './zones.ts';

describe('codes', () => {
  test('the length of a code tells its level', () => {
    expect(['51', '51.05', '51.05.01', '51.05.01.2001', '5', '51.5', '51.05.01.201', ''].map(levelOf)).toEqual([
      'province',
      'regency',
      'district',
      'village',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a region lies in itself and in all its ancestors, in nothing else', () => {
    expect(codeAndAncestors('51.05.01')).toEqual(['51.05.01', '51.05', '51']);
    expect(codeAt('51.05.01', 'regency')).toBe('51.05');
    expect(codeAt('51', 'regency')).toBeUndefined();
    expect([liesIn('51.05.01', '51.05'), liesIn('51.05', '51.05'), liesIn('51.05', '51.0'), liesIn('51', '51.05')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('the kind follows the markers of the data; without one the load fails', () => {
    expect(kindOf('51.05', 'Kabupaten Klungkung')).toBe('kabupaten');
    expect(kindOf('31.71', 'Kota Administrasi Jakarta Pusat')).toBe('kota-administrasi');
    expect(kindOf('51.05.03.1008', 'Semarapura Kaja')).toBe('kelurahan');
    expect(kindOf('91.03.01.3007', 'Sereh')).toBe('desa-adat');
    expect(kindOf('93.01.01', 'Merauke')).toBe('distrik');
    expect(() => kindOf('51.05', 'Klungkung')).toThrow('51.05');
  });

  test('every province has one civil zone: Bali WITA, Kepulauan Riau WIB, Papua WIT; West Kalimantan is WIB, South Kalimantan WITA', () => {
    expect(['51.05.01', '21', '91.71', '61', '63'].map(zoneOfRegion)).toEqual([
      'Asia/Makassar',
      'Asia/Jakarta',
      'Asia/Jayapura',
      'Asia/Jakarta',
      'Asia/Makassar',
    ]);
    expect(() => zoneOfRegion('99')).toThrow('99');
  });
});

describe('names', () => {
  test.each([
    ['KABUPATEN KLUNGKUNG', 'Kabupaten Klungkung'],
    ['DKI JAKARTA', 'DKI Jakarta'],
    ['DI YOGYAKARTA', 'DI Yogyakarta'],
    ['D.I. YOGYAKARTA', 'D.I. Yogyakarta'],
    ['XIII KOTO KAMPAR', 'XIII Koto Kampar'],
    ['2 x 11 KAYU TANAM', '2 x 11 KAYU TANAM'],
    ['TOLI-TOLI', 'Toli-Toli'],
    ['Timang gajah', 'Timang Gajah'],
    ['2 x 11 Kayu Tanam', '2 x 11 Kayu Tanam'],
    ['HTI Rantau Naro', 'HTI Rantau Naro'],
    ['Ra"as', "Ra'as"],
    ['Lubuk  Pakam I,II ', 'Lubuk Pakam I, II'],
    ['Batu XII*', 'Batu XII'],
  ])('%s is written %s', (raw, proper) => {
    expect(properName(raw)).toBe(proper);
  });

  test('a place is called with everything it lies in, narrow to wide', () => {
    const chain = chainText([
      { code: '51', kind: 'provinsi', name: 'Bali' },
      { code: '51.05.01.2001', kind: 'desa', name: 'Sakti' },
      { code: '51.05', kind: 'kabupaten', name: 'Kabupaten Klungkung' },
      { code: '51.05.01', kind: 'kecamatan', name: 'Nusa Penida' },
    ]);
    expect(chain).toBe('Desa Sakti, Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali');
  });
});

describe('search', () => {
  test('whatever is typed becomes a query of letters, digits and operators, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const query = searchQuery(typed);
        if (query !== undefined) expect(query.any).toMatch(/^[\p{L}\p{N}:*&|() ]+$/u);
      }),
    );
    expect(searchQuery(" '!&|<-> ")).toBeUndefined();
  });

  test('neighbouring words are found joined, too', () => {
    expect(indexWords('Tanjung Pinang')).toContain('tanjungpinang');
  });
});

describe('cursors', () => {
  test('a cursor gives back its key, and survives a URL', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 40 }).filter((s) => !s.includes('\0')),
          { minLength: 1, maxLength: 3 },
        ),
        (key) => {
          const cursor = cursorOf(...key);
          expect(encodeURIComponent(cursor)).toBe(cursor);
          expect(keyOf(cursor, key.length)).toEqual(key);
        },
      ),
    );
  });

  test('what is no cursor is none: the list starts again', () => {
    for (const text of ['', 'x', '%%', cursorOf('one'), 'WzFd', cursorOf('a', 'b\0')]) expect(keyOf(text, 2)).toBeUndefined();
  });

  test('a page knows whether there is a next one', () => {
    expect(pageOf([1, 2, 3], 2, String)).toEqual({ rows: [1, 2], next: '2' });
    expect(pageOf([1, 2], 2, String)).toEqual({ rows: [1, 2], next: null });
    expect(pageOf([], 2, String)).toEqual({ rows: [], next: null });
  });
});

describe('where to look for the competent office', () => {
  test('in Jakarta the offices of a city are those of the province', () => {
    expect(targetOf({ reach: 'regency', office: 'pupr' }, '31.71.01')).toEqual({
      look: 'function',
      government: '31',
      office: 'pupr',
    });
    expect(targetOf({ reach: 'regency', office: 'pupr' }, '51.05.01')).toEqual({
      look: 'function',
      government: '51.05',
      office: 'pupr',
    });
  });

  test("a regency's office cannot be told from a province alone, nor any regional one from nothing", () => {
    expect(targetOf({ reach: 'regency', office: 'pupr' }, '51')).toBeUndefined();
    expect(targetOf({ reach: 'district', office: null }, '51.05')).toBeUndefined();
    expect(targetOf({ reach: 'province', office: 'pupr' }, '')).toBeUndefined();
    expect(targetOf({ reach: 'national', office: 'esdm' }, '')).toEqual({ look: 'agency', code: 'esdm' });
  });
});
