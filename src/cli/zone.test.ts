import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZONE_EXAMPLES } from '../assessments/rules/zone.examples.ts';
import { runnerOf } from './run.test-support.ts';
import { register } from './zone.ts';

const run = runnerOf(register);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-zone-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('tuntas zone', () => {
  test('answers programs in JSON, in the official words whatever the language', async () => {
    const { out, err, code } = await run('zone', '--year', '2022', '--score', '80.995', '--json');
    expect(JSON.parse(out)).toEqual({
      year: 2022,
      score: 80.995,
      rounded: 81,
      zone: 'hijau',
      zoneText: 'hijau',
      category: 'B',
      label: 'Kualitas Tinggi',
      labelEn: 'High quality',
      range: { from: 78, to: 87.99 },
      basis: 'PO 22/2016',
      confirmed: true,
      note: null,
      instrument: 'penilaian-2022',
      version: 1,
    });
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  test('category A of 2022-2024 is dark green in words, and hijau as data', async () => {
    expect(JSON.parse((await run('zone', '--year', '2024', '--score', '88', '--json')).out)).toMatchObject({
      zone: 'hijau',
      zoneText: 'hijau pekat',
      category: 'A',
    });
    const indonesian = runnerOf(register, {}, 'id_ID.UTF-8');
    expect((await indonesian('zone', '--year', '2024', '--score', '93,74')).out).toBe(
      'Zona hijau pekat, kategori A, Kualitas Tertinggi\nNilai 93,74 berada pada 88,00–100,00 (Penilaian Penyelenggaraan Pelayanan Publik 2024).\nPO 22/2016\n',
    );
  });

  test('from 2025 there is a category and no zone, and the default says that it is one', async () => {
    const { out } = await run('zone', '--year', '2026', '--score', '76.82', '--json');
    expect(JSON.parse(out)).toMatchObject({ zone: null, zoneText: null, category: 'sedang', confirmed: false });
    expect((await run('zone', '--year', '2025', '--score', '76.82')).out).toMatch(/Default, not confirmed: Bounds 88 and 78 fit/);
  });

  test.each([
    [['--year', '2020', '--score', '70'], /no national assessment in 2020/],
    [['--year', '1999', '--score', '70'], /No instrument holds for 1999/],
    [['--year', 'x', '--score', '70'], /"x" is no year/],
    [['--year', '22', '--score', '70'], /"22" is no year/],
    [['--year', '2022', '--score', '100.01'], /"100\.01" is no score/],
    [['--year', '2022', '--score=-1'], /"-1" is no score/],
    [['--year', '2022', '--score', '1e2'], /"1e2" is no score/],
    [['--year', '2022', '--score', '80.995.1'], /is no score/],
    [['--year', '2022', '--score', '161/2'], /is no score/],
    [['--year', '2022', '--score', ''], /"" is no score/],
    [['--year', '2022'], /Missing: --score/],
    [['--file', 'x.csv', '--score', '1'], /not both/],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { out, err, code } = await run('zone', ...args);
    expect(err).toMatch(message);
    expect({ out, code }).toEqual({ out: '', code: 2 });
  });
});

describe('tuntas zone --file', () => {
  test('answers a table in the same columns plus zone, category and label', async () => {
    const rows = ZONE_EXAMPLES.map(({ year, score, source }) => `"${source}",${year},${score}`);
    const { out, err, code } = await run(
      'zone',
      '--file',
      file('many.csv', `\uFEFFSource,Year,Score\r\n${rows.join('\r\n')}\r\n`),
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const answered = parse(out, { columns: true }) as Record<string, string>[];
    expect(Object.keys(answered[0] ?? {})).toEqual(['Source', 'Year', 'Score', 'zone', 'category', 'label']);
    expect(answered).toEqual(
      ZONE_EXAMPLES.map(({ source, year, score, zone, category, label }) => ({
        Source: source,
        Year: String(year),
        Score: score,
        zone: zone ?? '',
        category,
        label,
      })),
    );
  });

  test('a row that cannot be judged keeps its place, is named with its line, and makes the command fail', async () => {
    const table = 'year,score,agency\n2021,81,a\n2020,70,b\n2022,abc,c\n2022,80\n\n2022,80,d\n';
    const { out, err, code } = await run('zone', '--file', file('bad.csv', table));
    expect(out.split('\n')).toEqual([
      'year,score,agency,zone,category,label',
      '2021,81,a,hijau,tinggi,Kepatuhan Tinggi',
      '2020,70,b,,,',
      '2022,abc,c,,,',
      '2022,80,,,,',
      '2022,80,d,hijau,B,Kualitas Tinggi',
      '',
    ]);
    expect(err.split('\n').map((line) => line.slice(0, 24))).toEqual([
      'line 3: There was no nat',
      'line 4: "abc" is no scor',
      'line 5: 2 columns instea',
      '',
    ]);
    expect(code).toBe(2);
  });

  test('reads the semicolons and decimal commas of Indonesian spreadsheets, and answers in kind', async () => {
    const { out, err } = await run('zone', '--file', file('id.csv', 'year;score\n2021;80,995\n'));
    expect({ out, err }).toEqual({ out: 'year;score;zone;category;label\n2021;80,995;hijau;tinggi;Kepatuhan Tinggi\n', err: '' });
    const comma = await run('zone', '--file', file('comma.csv', 'year,score\n2021,"80,995"\n2021,80,995\n'));
    expect(comma.out).toContain('2021,"80,995",hijau,tinggi,Kepatuhan Tinggi');
    expect(comma.err).toMatch(/line 3: 3 columns instead of 2\. Write a decimal with a point/);
  });

  test('a zone that stood there and contradicts the score is named', async () => {
    const { out, err, code } = await run('zone', '--file', file('has.csv', 'zone,year,score\nhijau,2021,70\nkuning,2021,70\n'));
    expect(out).toBe(
      'zone,year,score,category,label\nkuning,2021,70,sedang,Kepatuhan Sedang\nkuning,2021,70,sedang,Kepatuhan Sedang\n',
    );
    expect({ err, code }).toEqual({ err: 'line 2: zone was "hijau", by the score it is "kuning".\n', code: 0 });
  });

  test('answers as lines of JSON', async () => {
    const { out } = await run('zone', '--file', file('one.csv', 'year,score\n2025,88\n'), '--json');
    expect(JSON.parse(out)).toEqual({ year: '2025', score: '88', zone: '', category: 'tertinggi', label: 'Kualitas Tertinggi' });
  });

  test('answers 100,000 rows without losing one', async () => {
    const { out } = await run('zone', '--file', file('long.csv', `year,score\n${'2023,77.995\n'.repeat(100_000)}`));
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(100_001);
    expect(new Set(lines.slice(1))).toEqual(new Set(['2023,77.995,hijau,B,Kualitas Tinggi']));
  });

  test.each([
    ['', /empty/],
    ['year\n2022\n', /column score is missing/],
    ['year,score\n"a"b,1\n', /not valid CSV at line 2/],
  ])('refuses the table %j', async (table, message) => {
    const { err, code } = await run('zone', '--file', file('wrong.csv', table));
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test('refuses a file that is not there, and a folder', async () => {
    expect((await run('zone', '--file', join(folder, 'absent.csv'))).err).toMatch(/no such file/);
    expect(await run('zone', '--file', folder)).toMatchObject({ err: expect.stringMatching(/folder/), code: 2 });
  });
});
