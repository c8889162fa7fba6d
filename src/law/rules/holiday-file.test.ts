import { describe, expect, test } from 'vitest';
import holidays from '../data/holidays.json' with { type: 'json' };
import { SHIPPED_HOLIDAYS } from '../data/shipped.ts';
import { readHolidayCsv, splitDecreeNumbers } from './holiday-csv.ts';
import { type FileReading, readHolidayJson } from './holiday-file.ts';
import { judgeHolidays } from './judge-holidays.ts';

const SKB = ['900/2026', '3/2026', '6/2026'];
const FIXED = ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25'];
/** Weekdays that stand for the movable feasts: these are invented, the decree for 2027 was not known when this was written. */
const MOVABLE = ['2027-02-08', '2027-03-09', '2027-03-10', '2027-03-26', '2027-05-06', '2027-05-17', '2027-05-20', '2027-06-07'];

function decree2027(change: (year: Record<string, unknown>) => void = () => {}) {
  const year: Record<string, unknown> = {
    year: 2027,
    skb: SKB,
    libur_nasional: [...FIXED, ...MOVABLE],
    cuti_bersama: ['2027-03-08', '2027-03-11'],
  };
  change(year);
  return JSON.stringify({ years: [year] });
}

function codes(reading: FileReading): string[] {
  const judged = reading.file ? judgeHolidays(reading.file, 2026).problems : [];
  return [...reading.problems, ...judged].map((problem) => (problem.place ? `${problem.code} ${problem.place}` : problem.code));
}

test('the shipped file is plausible', () => {
  expect(judgeHolidays(SHIPPED_HOLIDAYS, 2024).problems).toEqual([]);
  expect(codes(readHolidayJson(JSON.stringify(holidays)))).toEqual([]);
});

describe('a JSON file', () => {
  test('of a whole year is taken', () => {
    const { file } = readHolidayJson(decree2027());
    expect(codes(readHolidayJson(decree2027()))).toEqual([]);
    expect(file?.years[0]?.days).toHaveLength(15);
    expect(file?.years[0]?.whole).toBe(true);
  });

  test.each<[string, string, string[]]>([
    ['is not JSON', '{', ['not-json']],
    ['has another shape', '{"years": 5}', ['wrong-shape years']],
    ['has no years', '{"years": []}', ['wrong-shape years']],
    [
      'has a date that does not exist',
      decree2027((year) => (year.cuti_bersama = ['2027-02-29'])),
      ['bad-date 2027 cuti_bersama[1]'],
    ],
    ['has a date of another form', decree2027((year) => (year.cuti_bersama = ['8/3/2027'])), ['bad-date 2027 cuti_bersama[1]']],
    [
      'has a day of another year',
      decree2027((year) => (year.cuti_bersama = ['2026-03-09'])),
      ['wrong-year 2027 cuti_bersama[1]'],
    ],
    [
      'names the wrong weekday',
      decree2027((year) => (year.cuti_bersama = [{ date: '2027-03-08', weekday: 'Selasa' }])),
      ['wrong-weekday 2027 cuti_bersama[1]'],
    ],
    [
      'puts joint leave on a Sunday',
      decree2027((year) => (year.cuti_bersama = ['2027-03-07'])),
      ['leave-on-weekend 2027 cuti_bersama[1]'],
    ],
    ['has a day twice', decree2027((year) => (year.cuti_bersama = ['2027-03-09'])), ['duplicate 2027 cuti_bersama[1]']],
    ['lacks the decree numbers', decree2027((year) => (year.skb = [])), ['skb-missing 2027']],
    ['has a decree number of another form', decree2027((year) => (year.skb = ['900', '3/2026', '6/2026'])), ['skb-form 2027']],
    [
      'lacks a fixed holiday',
      decree2027((year) => (year.libur_nasional = [...FIXED.slice(1), ...MOVABLE])),
      ['fixed-missing 2027-01-01'],
    ],
    ['has too few holidays', decree2027((year) => (year.libur_nasional = FIXED)), ['count-implausible 2027']],
    [
      'has an addition without basis',
      '{"years":[{"year":2027,"additional":["2027-06-30"]}]}',
      ['basis-missing 2027 additional[1]'],
    ],
    [
      'has a regional day without region',
      '{"years":[{"year":2027,"regional":[{"date":"2027-06-30","basis":"SE Gubernur"}]}]}',
      ['bad-region 2027 regional[1]', 'empty'],
    ],
    ['has a year twice', '{"years":[{"year":2027},{"year":2027}]}', ['empty', 'year-twice 2027']],
    ['has a year of another age', '{"years":[{"year":20270,"additional":[]}]}', ['empty', 'year-out-of-range 20270']],
  ])('that %s is refused', (_, text, expected) => {
    expect(codes(readHolidayJson(text))).toEqual(expected);
  });

  test('with only added days amends a year', () => {
    const text =
      '{"years":[{"year":2027,"additional":[{"date":"2027-06-30","basis":"Keppres","weekday":"Rabu"}],"regional":[{"region":"51.05","date":"2027-07-01","basis":"SE Bupati","what":"Hari contoh"}]}]}';
    const { file } = readHolidayJson(text);
    expect(codes(readHolidayJson(text))).toEqual([]);
    expect(file?.years[0]).toMatchObject({
      whole: false,
      days: [{ kind: 'additional' }, { kind: 'regional', regionCode: '51.05' }],
    });
  });

  test('that reaches into the past raises a doubt, not a refusal', () => {
    expect(
      judgeHolidays(SHIPPED_HOLIDAYS, 2026)
        .doubts.filter((doubt) => doubt.code === 'past-year')
        .map((doubt) => doubt.place),
    ).toEqual(['2024', '2025']);
  });
});

describe('a CSV file', () => {
  const rows = [...FIXED, ...MOVABLE].map((date) => `${date},libur_nasional,Hari libur`);

  test('gives the same days as JSON', () => {
    const table = [
      'date,kind,what,weekday',
      ...rows.map((row) => `${row},`),
      '2027-03-08,cuti_bersama,"Nyepi, cuti",Senin',
      '2027-03-11,cuti_bersama,,',
    ].join('\n');
    const reading = readHolidayCsv(table, SKB);
    expect(codes(reading)).toEqual([]);
    expect(reading.file?.years[0]?.days.map((day) => String(day.day))).toEqual(
      readHolidayJson(decree2027()).file?.years[0]?.days.map((day) => String(day.day)),
    );
  });

  test('takes semicolons and a byte order mark', () => {
    expect(codes(readHolidayCsv('\uFEFFdate;kind;what;basis\n2027-06-30;additional;Pemilu;Keppres\n', []))).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['lacks a column', 'date,what\n2027-01-01,x', ['missing-column kind']],
    ['is empty', '', ['empty']],
    ['has a row of another length', 'date,kind,what\n2027-01-01,libur_nasional', ['not-csv line:2']],
    ['has an unknown kind', 'date,kind,what\n2027-01-01,libur,x', ['bad-kind line:2', 'empty']],
    ['has a bad date', 'date,kind,what\n2027-13-01,additional,x', ['bad-date line:2', 'empty']],
    ['has a whole year without decree numbers', ['date,kind,what', ...rows].join('\n'), ['skb-missing 2027']],
    ['has joint leave alone, without basis', 'date,kind,what\n2027-03-08,cuti_bersama,x', ['basis-missing line:2']],
  ])('that %s is refused', (_, text, expected) => {
    expect(codes(readHolidayCsv(text, []))).toEqual(expected);
  });
});

test('decree numbers are read as people type them', () => {
  expect(splitDecreeNumbers(' 1497/2025, 2/2025;5/2025 ')).toEqual(['1497/2025', '2/2025', '5/2025']);
});
