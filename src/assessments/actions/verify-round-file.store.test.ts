import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { offered } from '../rules/answer-kinds.ts';
import type { Indicator } from '../rules/instrument.ts';
import { PEOPLE_SHEETS } from '../rules/instrument.ts';
import type { RoundVerdict } from '../rules/verify-round.ts';
import { differenceText, faultText } from '../rules/verify-words.ts';
import { placesByCode } from '../rules/walk.ts';
import { resultOf } from '../store/results.ts';
import { roundFileLines } from '../store/round-file.ts';
import { loadRoundByCode } from '../store/rounds.ts';
import type { AssessmentTables } from '../store/tables.ts';
import { makeRound, publishOne, publishRound, type TestRound } from './published.test-support.ts';
import { verifyRoundFile } from './verify-round-file.ts';

let t: TestDatabase;
let round: TestRound;
let file: string;

const AGENCIES = { '51.05': ['51.05.dinkes', '51.05.disdik'], '51.03': ['51.03.dinkes'] };

beforeAll(async () => {
  t = await testDatabase();
  round = await makeRound(t, { agencies: AGENCIES, answer: ({ indicator, unit, sheet }) => drawn(indicator, `${unit}${sheet}`) });
  await publishRound(t, round);
  file = await fileOf(round.code);
});
afterAll(() => t.close());

/** Any answer the indicator takes, the same for the same place. */
function drawn(indicator: Indicator, place: string): string {
  const number = [...`${place}${indicator.code}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  if (indicator.mayNotApply && number % 5 === 0) return 'n/a';
  if (indicator.answer.kind === 'number') return `${25 + (number % 75)}.5`;
  if (indicator.answer.kind === 'share') return String(number % 101);
  const all = offered(indicator.answer);
  return all[number % all.length] ?? '';
}

async function fileOf(code: string): Promise<string> {
  const found = await loadRoundByCode(t.db, code);
  if (!found) throw new Error('no round');
  let text = '';
  for await (const line of roundFileLines(t.db, found)) text += Buffer.from(line).toString();
  return text;
}

const verify = (text: string, piece = 65_536): Promise<RoundVerdict> =>
  verifyRoundFile(
    Readable.from(
      (function* () {
        const bytes = Buffer.from(text);
        for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
      })(),
    ),
  );

interface Line {
  [name: string]: unknown;
}

/** The file with one of its lines changed; hashes stay as they are. */
function changed(place: number, change: (line: Line) => void): string {
  const lines = file.split('\n');
  const line = JSON.parse(lines[place] ?? '') as Line;
  change(line);
  lines[place] = JSON.stringify(line);
  return lines.join('\n');
}

describe('the raw data of a round', () => {
  it('give the published scores to whoever recomputes them, whatever the answers are', async () => {
    const verdict = await verify(file, 1000);
    expect(verdict.faults).toEqual([]);
    expect(verdict.differences).toEqual([]);
    expect(verdict).toMatchObject({ ok: true, round: round.code, assessments: 2 });
    expect(verdict.recomputed).toBeGreaterThan(150);
    const hashes = await t.db
      .withTables<AssessmentTables>()
      .selectFrom('assessments.publications')
      .select('raw_sha256')
      .execute();
    expect(verdict.hashes.map(({ sha256 }) => sha256).sort()).toEqual(hashes.map((row) => row.raw_sha256).sort());
    expect(await fileOf(round.code)).toBe(file);
  });

  it('hold what people answered as counts alone', () => {
    const people = [...placesByCode(round.instrument).values()].filter(({ indicator }) => PEOPLE_SHEETS.includes(indicator.from));
    expect(people.length).toBeGreaterThan(10);
    for (const line of file.split('\n').filter((each) => each.includes('"kind":"assessment"'))) {
      const { units } = JSON.parse(line) as { units: { sheets: { kind: string; answers: object }[] }[] };
      const sheets = units.flatMap((unit) => unit.sheets);
      expect(sheets.length).toBeGreaterThan(2);
      for (const { answers } of sheets) for (const { indicator } of people) expect(answers).not.toHaveProperty(indicator.code);
    }
  });

  it('a changed score is named by agency, unit and indicator, with what it should be', async () => {
    const lines = file.split('\n').map((line) => (line ? (JSON.parse(line) as Line) : {}));
    const results = lines.flatMap((line, place) => (line.kind === 'result' ? [place] : []));
    let named = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...results), fc.nat(), fc.nat(), async (place, a, b) => {
        let target: { unitNo: number; code: string; level: string; was: string } | undefined;
        const text = changed(place, (line) => {
          const all = line.lines as { unitNo: number; nodes: { code: string; level: string; score: string }[] }[];
          const some = all[a % all.length];
          const node = some?.nodes[b % (some.nodes.length || 1)];
          if (!some || !node) return;
          target = { unitNo: some.unitNo, code: node.code, level: node.level, was: node.score };
          node.score = node.score === '42' ? '43' : '42';
        });
        const verdict = await verify(text);
        expect(verdict.ok).toBe(false);
        expect(verdict.differences).toEqual([
          expect.objectContaining({
            unit: target?.unitNo,
            code: target?.code,
            level: target?.level,
            what: 'score',
            expected: target?.was,
            found: target?.was === '42' ? '43' : '42',
          }),
        ]);
        named += 1;
      }),
      { numRuns: 40 },
    );
    expect(named).toBe(40);
  });

  it('a changed count of answers is named by the indicator whose score no longer follows, and by the hash', async () => {
    const place = file.split('\n').findIndex((line) => line.includes('"kind":"assessment"') && line.includes('"code":"51.05"'));
    const text = changed(place, (line) => {
      const unit = (line.units as { unit: number; tallies: Record<string, { counts: [string, number][] }> }[])[1];
      const tally = unit?.tallies.penundaan;
      if (tally) tally.counts = [['4', 30]];
    });
    const verdict = await verify(text);
    expect(verdict.differences[0]).toMatchObject({
      agency: '51.05',
      unit: 1,
      level: 'indicator',
      code: 'penundaan',
      what: 'score',
      expected: '0',
    });
    expect(verdict.differences.map(({ level }) => level)).toContain('unit');
    expect(verdict.faults).toEqual([
      expect.objectContaining({ code: 'hash', agency: '51.05' }),
      expect.objectContaining({ code: 'file-hash' }),
    ]);
    expect(differenceText(verdict.differences[0] as never).id).toMatch(
      /^Pemerintah Kabupaten Klungkung, Dinas Kesehatan.*indikator "penundaan": nilai seharusnya 0,00, tertulis \d+,\d\d$/,
    );
    expect(faultText(verdict.faults[0] as never).en).toContain('the hash of the raw data does not fit');
  });

  it('a changed observation of a product no longer adds up to its count', async () => {
    const place = file.split('\n').findIndex((line) => line.includes('"kind":"assessment"'));
    const verdict = await verify(
      changed(place, (line) => {
        const unit = (line.units as { sheets: { answers: Record<string, string> }[] }[])[1];
        const answers = unit?.sheets[0]?.answers;
        if (answers) answers.biaya = answers.biaya === '3' ? '2' : '3';
      }),
    );
    expect(verdict.faults).toContainEqual(
      expect.objectContaining({ code: 'not-the-sum-of-sheets', indicator: 'biaya', unit: 1 }),
    );
  });

  it('answers that cannot be, lines that are missing, doubled or no JSON are told', async () => {
    const lines = file.trimEnd().split('\n');
    const without = (place: number) => [...lines.slice(0, place), ...lines.slice(place + 1)].join('\n');
    const codes = async (text: string) => (await verify(text)).faults.map(({ code }) => code);
    expect(await codes('')).toEqual(['no-header']);
    expect(await codes('bukan json\n')).toEqual(['not-json']);
    expect(await codes(lines.slice(1).join('\n'))).toContain('no-header');
    expect(await codes(lines.slice(0, -1).join('\n'))).toEqual(['no-end']);
    expect(await codes(without(1))).toEqual(expect.arrayContaining(['no-raw-data', 'file-hash', 'count']));
    expect(await codes(without(2))).toEqual(expect.arrayContaining(['no-result', 'file-hash', 'count']));
    expect(await codes([...lines.slice(0, 3), lines[1], lines[2], ...lines.slice(3)].join('\n'))).toContain('twice');
    expect(await codes(`${file}{}\n`)).toEqual(['after-end']);
    const impossible = changed(1, (line) => {
      const unit = (line.units as { tallies: Record<string, { counts: [string, number][] }> }[])[1];
      const tally = unit?.tallies.penundaan;
      if (tally) tally.counts = [['9', 30]];
    });
    expect(await codes(impossible)).toContain('answer-out-of-scale');
  });

  it('a correction is in the file with its reason, the version before it no longer', async () => {
    const own = await makeRound(t, { agencies: { '51.71': ['51.71.dinkes'] } });
    await publishRound(t, own);
    const { id = '' } = own.assessments[0] ?? {};
    await t.db
      .withTables<AssessmentTables>()
      .updateTable('assessments.answers')
      .set({ value: '1' })
      .where('assessment_id', '=', id)
      .where('indicator', '=', 'moto')
      .execute();
    expect((await verify(await fileOf(own.code))).ok).toBe(true);
    await publishOne(t, id, 'Bukti papan moto keliru');
    const text = await fileOf(own.code);
    expect(text).toContain('"reason":"Bukti papan moto keliru"');
    const verdict = await verify(text);
    expect(verdict).toMatchObject({ ok: true, hashes: [{ agency: '51.71', version: 2 }] });
    expect((await resultOf(t.db, id, 2))[0]?.score).not.toBe((await resultOf(t.db, id, 1))[0]?.score);
  });
});
