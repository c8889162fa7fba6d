import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PENILAIAN_2023 } from '../assessments/data/penilaian.ts';
import { SHIPPED_INSTRUMENTS } from '../assessments/data/shipped.ts';
import { exampleAnswers } from '../assessments/rules/answers-example.ts';
import { ONE_NUMBER } from '../assessments/rules/instrument.test-support.ts';
import { writeInstrument } from '../assessments/rules/instrument-file.ts';
import { MEAN_EXAMPLES, SCORE_EXAMPLES } from '../assessments/rules/score.examples.ts';
import { runnerOf } from './run.test-support.ts';
import { register } from './score.ts';

const run = runnerOf(register);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuntas-score-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
}

describe('tuntas score', () => {
  test.each(SCORE_EXAMPLES.map((one) => [one.title, one] as const))('%s', async (_title, example) => {
    const { out, err, code } = await run(
      'score',
      '--instrument',
      example.instrument,
      '--answers',
      file('worked.json', example.answers),
      '--json',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      instrument: example.instrument,
      version: 1,
      score: Number(example.score),
      category: example.category,
      zone: 'hijau',
      zoneText: 'hijau pekat',
      provisional: false,
      missing: [],
    });
    const dimensions = (told.dimensions as { code: string; exact: string }[]).map(({ code: of, exact }) => [of, exact]);
    expect(Object.fromEntries(dimensions)).toEqual(example.dimensions);
  });

  test.each(MEAN_EXAMPLES.map((one) => [one.title, one] as const))(
    '%s, with an instrument of one’s own',
    async (_title, example) => {
      const units = example.units.map((nilai, place) => ({
        unit: `unit ${place}`,
        sheets: [{ kind: 'unit', answers: { nilai } }],
      }));
      const answers = file('mean.json', { agency: example.title, units });
      const { out } = await run(
        'score',
        '--instrument',
        file('own.json', writeInstrument(ONE_NUMBER)),
        '--answers',
        answers,
        '--json',
      );
      expect(JSON.parse(out)).toMatchObject({ score: Number(example.agency), category: example.category, zone: null });
    },
  );

  test.each(SHIPPED_INSTRUMENTS.map((one) => [one.id] as const))('the printed example of %s works', async (id) => {
    const { out: example } = await run('score', '--instrument', `${id}@1`, '--example');
    const { out, code } = await run('score', '--instrument', id, '--answers', file('example.json', example));
    expect(code).toBe(0);
    expect(out).toMatch(/^Kabupaten Contoh – .*\n100\.00 {2}/);
  });

  test('an incomplete score is printed, said to be provisional, and ends with exit code 3 unless that is known', async () => {
    const { units } = exampleAnswers(PENILAIAN_2023);
    const partial = {
      agency: 'Kabupaten Contoh',
      units: units.map((one) => ({ ...one, sheets: one.sheets.filter(({ kind }) => kind !== 'user') })),
    };
    const args = ['score', '--instrument', 'penilaian-2023', '--answers', file('partial.json', partial), '--json'];
    const { out, err, code } = await run(...args);
    expect(JSON.parse(out)).toMatchObject({ provisional: true, score: 100 });
    expect(err).toMatch(
      /^This score is provisional.*\nDinas A \(contoh\): not answered yet: Perceived: undue delay \(penundaan\); /,
    );
    expect([code, (await run(...args, '--partial')).code]).toEqual([3, 0]);
  });

  test('every wrong answer is named with unit, sheet and indicator, and there is no score', async () => {
    const sheets = [{ kind: 'product', answers: { persyaratan: 5, biaya: 'gratis', tarif: 1 } }];
    const answers = file('wrong.json', { agency: 'a', units: [{ unit: 'Dinkes (contoh)', sheets }] });
    const { out, err, code } = await run('score', '--instrument', 'penilaian-2023', '--answers', answers, '--json');
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.trimEnd().split('\n')).toEqual([
      'Dinkes (contoh) › product sheet 1 › Requirements (persyaratan): "5" is out of scale. Write a whole number from 0 to 3.',
      'Dinkes (contoh) › product sheet 1 › Fee or tariff (biaya): "gratis" is no number. Write a whole number from 0 to 3.',
      'Dinkes (contoh) › product sheet 1: there is no indicator "tarif" in this instrument. Mend its code or remove it.',
    ]);
  });

  test('an instrument whose weights do not add up is refused by name', async () => {
    const lighter = {
      ...PENILAIAN_2023,
      dimensions: PENILAIAN_2023.dimensions.map((one, place) => (place === 0 ? { ...one, weight: '21.7' } : one)),
    };
    const { err, code } = await run('score', '--instrument', file('lighter.json', lighter), '--example');
    expect(err).toMatch(/lighter\.json: Instrument: the weights of its dimensions add up to 99\.85, they must be 100\./);
    expect(code).toBe(2);
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      'an instrument nobody knows',
      ['--instrument', 'penilaian-2099', '--answers', 'x'],
      /There are: kepatuhan-2019@1, .*opini-2025@1; or the path/,
    ],
    ['a version nobody knows', ['--instrument', 'penilaian-2023@2', '--answers', 'x'], /no instrument "penilaian-2023@2"/],
    [
      'answers that are not there',
      ['--instrument', 'penilaian-2023', '--answers', '/nowhere.json'],
      /\/nowhere\.json: no such file/,
    ],
    ['a folder', ['--instrument', 'penilaian-2023', '--answers', '/'], /this is a folder/],
    ['an instrument that is not there', ['--instrument', './none.json', '--answers', 'x'], /\.\/none\.json: no such file/],
    ['no answers', ['--instrument', 'penilaian-2023'], /Missing: --answers/],
    ['nothing', [], /Missing: --instrument, --answers/],
  ])('refuses %s with exit code 2', async (_what, args, message) => {
    const { out, err, code } = await run('score', ...args);
    expect(err).toMatch(message);
    expect({ out, code }).toEqual({ out: '', code: 2 });
  });

  test('refuses what is no JSON, and JSON of another form, with its place', async () => {
    const args = (answers: unknown) => ['score', '--instrument', 'opini-2025', '--answers', file('bad.json', answers)];
    expect((await run(...args('{ agency: 1 }'))).err).toMatch(/bad\.json: not valid JSON/);
    expect((await run(...args({ agency: 'a', units: [{ unit: 'u' }] }))).err).toMatch(
      /bad\.json: units\[0\]\.sheets: Missing\. Add it\./,
    );
    expect((await run(...args('\uFEFF{ "agency": "a", "units": [] }'))).code).toBe(3);
  });
});
