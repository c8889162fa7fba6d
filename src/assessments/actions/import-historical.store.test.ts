import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { publishedInstruments } from '../store/instruments.ts';
import { publicResults } from '../store/public-results.ts';
import { listedFrom } from '../web/results/listed.ts';
import { importHistory, tryHistory } from './import-historical.ts';
import { UnreadableHistory } from './read-historical.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const COMMAND = { kind: 'system', errand: 'command-line' } as const;
const VISITOR = { kind: 'visitor' } as const;
const HEAD = 'instansi;tahun;nilai;zona;kategori;sumber;catatan\n';
const bytes = (text: string) => Readable.from([Buffer.from(text)]);

async function tried(text: string) {
  const done = await tryHistory(t.tools, COMMAND, bytes(text));
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
}

describe('importing results of past years', () => {
  it.each([
    ['51.05;2021;85;merah;;Koran;', 'zone-contradicts-score'],
    ['51.05;2023;90;hijau;B;Koran;', 'category-contradicts-score'],
    ['51.05;2020;85;hijau;;Koran;', 'year-without-round'],
    ['51.05;1995;85;;;Koran;', 'year-before-rounds'],
    ['51.05;2025;85;hijau;;Koran;', 'zone-without-zones'],
    ['51.05;2021;81,25;hijau;;Koran;', 'decimal-comma'],
    ['51.05;2021;80.995;hijau;;Koran;', 'more-decimals'],
    // Papua Selatan and its government began in 2022.
    ['93;2019;85;hijau;;Koran;', 'agency-not-there-then'],
  ])('%s is taken with the remark %s', async (line, doubt) => {
    const report = await tried(HEAD + line);
    expect(report.wrong).toBe(0);
    expect(report.doubtful.map(({ code }) => code)).toContain(doubt);
  });

  it.each([
    [';2021;85;;;Koran;', 'agency-missing'],
    ['99.99;2021;85;;;Koran;', 'agency-unknown'],
    ['51.05;21;85;;;Koran;', 'year-unreadable'],
    ['51.05;2021;delapan;;;Koran;', 'score-unreadable'],
    ['51.05;2021;1.081,25;;;Koran;', 'score-unreadable'],
    ['51.05;2021;100.01;;;Koran;', 'score-out-of-scale'],
    ['51.05;2021;85;biru;;Koran;', 'zone-unknown'],
    ['51.05;2021;85;hijau;;;', 'source-missing'],
    ['51.05;2021;;;;Koran;', 'nothing-said'],
    ['51.05;2021;85;;;Koran;\n51.05;2021;86;;;Koran;', 'doubled-here'],
  ])('%s is refused: %s', async (line, problem) => {
    const report = await tried(HEAD + line);
    expect(report.problems.map(({ code }) => code)).toEqual([problem]);
    expect(await importHistory(t.tools, COMMAND, bytes(HEAD + line))).toMatchObject({ ok: false, refusal: 'import.rows-wrong' });
  });

  it.each([
    ['', 'empty', []],
    ['tahun;nilai\n2021;85\n', 'columns-missing', ['agency', 'source']],
    ['instansi;tahun;sumber;warna\n51.05;2021;x;y\n', 'columns-unknown', ['warna']],
    ['instansi;tahun;sumber;nilai;score\n', 'columns-twice', ['score']],
    ['instansi;tahun;sumber\n"51.05;2021', 'not-csv', []],
  ])('names what is wrong with the file itself', async (text, code, columns) => {
    const error = await tried(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnreadableHistory);
    expect(error).toMatchObject({ code, columns });
  });

  it('keeps two sources that differ and shows both as disputed; the same file again changes nothing', async () => {
    const text = `${HEAD}51.03;2022;88,10;hijau;A;Antara;\n51.03;2022;87.20;hijau;B;Situs daerah;\n`;
    expect(await tried(text)).toMatchObject({ rows: 2, added: 2, disputed: 1, wrong: 0 });
    expect(await importHistory(t.tools, VISITOR, bytes(text))).toMatchObject({ ok: false });
    expect(await importHistory(t.tools, COMMAND, bytes(text))).toMatchObject({ ok: true, value: { added: 2 } });
    expect(await importHistory(t.tools, COMMAND, bytes(text))).toMatchObject({ ok: true, value: { added: 0, unchanged: 2 } });
    const mended = text.replace('87.20', '88.10').replace(';B;', ';A;');
    expect(await tried(mended)).toMatchObject({ changed: 1, unchanged: 1, disputed: 0 });
    const agency = await agencyByCode(t.db, '51.03');
    const lines = listedFrom(await publicResults(t.db, { agencyId: agency?.id ?? '' }), await publishedInstruments(t.db));
    expect(lines.map(({ result, disputed, band }) => [result.score, disputed, band?.category])).toEqual([
      ['88.10', true, 'A'],
      ['87.20', true, 'B'],
    ]);
  });

  it('streams a hundred thousand rows without holding them', async () => {
    const codes = ['51.01', '51.02', '51.04', '51.06', '51.07', '51.08', '51.71', '51', '21', '21.01'];
    const rows = 100_000;
    const table = async function* () {
      yield Buffer.from(HEAD);
      for (let place = 0; place < rows; place += 1000) {
        const some = Array.from({ length: 1000 }, (_, n) => place + n);
        yield Buffer.from(
          some
            .map((n) => `${codes[n % 10]};${2013 + (Math.floor(n / 10) % 7)};85;hijau;;Sumber ${Math.floor(n / 70)};\n`)
            .join(''),
        );
      }
    };
    const report = await tryHistory(t.tools, COMMAND, Readable.from(table()));
    expect(report).toMatchObject({ ok: true, value: { rows, added: rows, wrong: 0, disputed: 0 } });
  }, 60_000);
});
