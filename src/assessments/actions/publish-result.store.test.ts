import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { RawData } from '../rules/raw-data.ts';
import { tallyFromRaw } from '../rules/raw-data.ts';
import { resultLines } from '../rules/result.ts';
import { score, scoreTally } from '../rules/score.ts';
import { rawDataOf } from '../store/raw-data.ts';
import { resultOf } from '../store/results.ts';
import type { AssessmentTables } from '../store/tables.ts';
import { talliesOfRound } from '../store/tallies.ts';
import { computeResults } from './compute-results.ts';
import { publishResult } from './publish-result.ts';
import { bestAnswer, makeRound } from './published.test-support.ts';
import { pushSecondary } from './push-secondary.ts';
import { scoreRound } from './score-round.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const KLUNGKUNG = { '51.05': ['51.05.dinkes', '51.05.disdik'] };

function items(assessmentId: string) {
  return t.db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.items')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('unit_no')
    .orderBy('indicator')
    .execute();
}

function setAnswer(assessmentId: string, unitNo: number, indicator: string, value: string) {
  return t.db
    .withTables<AssessmentTables>()
    .updateTable('assessments.answers')
    .set({ value })
    .where('assessment_id', '=', assessmentId)
    .where('unit_no', '=', unitNo)
    .where('indicator', '=', indicator)
    .execute();
}

describe('the score of an assessment in the database', () => {
  it('is the score of the same answers without a database', async () => {
    const mixed = await makeRound(t, {
      agencies: KLUNGKUNG,
      answer: ({ indicator, sheet }) =>
        sheet % 3 === 0 && indicator.mayNotApply ? 'n/a' : sheet % 2 === 0 ? bestAnswer(indicator) : worse(indicator),
    });
    const [assessment] = mixed.assessments;
    const computed = await inTransaction(t.tools, (tx) => computeResults(t.tools, tx, assessment?.id ?? ''));
    const expected = score(mixed.instrument, assessment?.answers as never).score;
    expect(computed.score?.toFraction()).toBe(expected.score?.toFraction());
    expect(computed.units.map((unit) => unit.score?.toFraction())).toEqual(
      expected.units.map((unit) => unit.score?.toFraction()),
    );
    expect(computed.score?.valueOf()).toBeGreaterThan(1);
    expect(computed.score?.valueOf()).toBeLessThan(99);
  });

  it('is provisional while a sheet about a product has no answer', async () => {
    const round = await makeRound(t, {
      agencies: KLUNGKUNG,
      answer: ({ indicator, sheet }) => (indicator.code === 'biaya' && sheet === 1 ? null : bestAnswer(indicator)),
    });
    const id = round.assessments[0]?.id ?? '';
    const computed = await inTransaction(t.tools, (tx) => computeResults(t.tools, tx, id));
    expect(computed.complete).toBe(false);
    expect(computed.units.map(({ missing }) => missing)).toEqual([['biaya'], ['biaya']]);
    expect((await resultOf(t.db, id, 0))[0]).toMatchObject({
      unitNo: 0,
      score: '100.00',
      category: 'A',
      zone: 'hijau',
      complete: false,
    });
  });

  it('takes secondary data for an answer where no sheet has one, and not where a sheet has', async () => {
    const round = await makeRound(t, {
      agencies: KLUNGKUNG,
      answer: ({ indicator, unit }) => (indicator.code === 'ikm' && unit === '51.05.dinkes' ? null : bestAnswer(indicator)),
    });
    const { id = '' } = round.assessments[0] ?? {};
    const units = await t.db
      .withTables<AssessmentTables>()
      .selectFrom('assessments.units')
      .selectAll()
      .where('assessment_id', '=', id)
      .orderBy('unit_no')
      .execute();
    const push = (agencyId: string, value: string | null) =>
      inTransaction(t.tools, (tx) =>
        pushSecondary(t.tools, tx, {
          agencyId,
          year: 2024,
          measure: 'surveys.ikm',
          value,
          source: 'SKM (uji)',
          rowsAt: null,
          pushedBy: 'test',
        }),
      );
    for (const unit of units) expect(await push(unit.agency_id, '62.50')).toMatchObject({ ok: true });
    expect(await push(units[0]?.agency_id ?? '', '1/3')).toMatchObject({ ok: false });
    const tallied = await onlyTally(round.roundId);
    expect(tallied?.tally.units.map((unit) => unit.tallies.get('ikm')?.counts)).toEqual([[['62.5', 1]], [['100', 1]]]);
    await push(units[0]?.agency_id ?? '', null);
    const again = await onlyTally(round.roundId);
    expect(again?.tally.units[0]?.tallies.get('ikm')).toEqual({ counts: [], notApplicable: 1 });
  });
});

describe('publishing', () => {
  it('freezes result and raw data, and anyone gets the same result from the raw data', async () => {
    const round = await makeRound(t, { agencies: KLUNGKUNG, answer: ({ indicator }) => worse(indicator) });
    const id = round.assessments[0]?.id ?? '';
    const by = t.tools.random.id();
    const published = await inTransaction(t.tools, (tx) =>
      publishResult(t.tools, tx, { assessmentId: id, by, reason: null, decree: null }),
    );
    expect(published.version).toBe(1);
    const body = (await rawDataOf(t.db, id, 1)) ?? '';
    expect(createHash('sha256').update(body).digest('hex')).toBe(published.rawSha256);
    const raw = JSON.parse(body) as RawData;
    const tally = tallyFromRaw(raw);
    expect(resultLines(round.instrument, tally, scoreTally(round.instrument, tally))).toEqual(await resultOf(t.db, id, 1));
    // Officers and users: counts alone, and small groups are named.
    expect(raw.units[1]?.sheets.map(({ kind }) => kind)).toEqual(['product', 'product', 'unit']);
    expect(raw.units[1]?.smallGroups).toEqual([
      { kind: 'officer', people: 4 },
      { kind: 'complaint-officer', people: 2 },
    ]);
    await expect(
      t.db
        .withTables<AssessmentTables>()
        .updateTable('assessments.results')
        .set({ score: '100' })
        .where('assessment_id', '=', id)
        .where('version', '=', 1)
        .execute(),
    ).rejects.toThrow('never changed');
  });

  it('makes an item of every shortfall, owned by the office, and a correction drops what falls short no longer', async () => {
    const short = new Set(['biaya', 'kanal-pengaduan']);
    const round = await makeRound(t, {
      agencies: KLUNGKUNG,
      answer: ({ indicator, unit }) =>
        short.has(indicator.code) && unit.endsWith('dinkes') ? worse(indicator) : bestAnswer(indicator),
    });
    const id = round.assessments[0]?.id ?? '';
    const by = t.tools.random.id();
    await inTransaction(t.tools, (tx) => publishResult(t.tools, tx, { assessmentId: id, by, reason: null, decree: null }));
    const first = await items(id);
    expect(first.map((item) => [item.unit_no, item.indicator, item.state])).toEqual([
      [1, 'biaya', 'open'],
      [1, 'kanal-pengaduan', 'open'],
    ]);
    expect(first[0]).toMatchObject({ score: '33.33', due_on: expect.anything() });
    expect(first[0]?.due_on.toString()).toBe('2026-06-26');

    await setAnswer(id, 1, 'biaya', '3');
    await setAnswer(id, 2, 'moto', '1');
    const correct = (reason: string) =>
      inTransaction(t.tools, (tx) => publishResult(t.tools, tx, { assessmentId: id, by, reason, decree: null }));
    expect(await correct('Bukti baru diterima')).toMatchObject({ version: 2 });
    expect((await items(id)).map((item) => [item.unit_no, item.indicator, item.state])).toEqual([
      [1, 'biaya', 'dropped'],
      [1, 'kanal-pengaduan', 'open'],
      [2, 'moto', 'open'],
    ]);
    await setAnswer(id, 1, 'biaya', '0');
    await correct('Bukti ternyata milik unit lain');
    expect((await items(id))[0]).toMatchObject({ indicator: 'biaya', state: 'open', score: '0.00', state_note: null });
    expect((await resultOf(t.db, id, 1))[0]?.score).not.toBe((await resultOf(t.db, id, 3))[0]?.score);
  });

  it('asks a correction for its reason, and publishes nothing without a score', async () => {
    const round = await makeRound(t, { agencies: { '51.05': ['51.05.dinkes'] }, answer: () => null });
    const id = round.assessments[0]?.id ?? '';
    const publish = (reason: string | null) =>
      inTransaction(t.tools, (tx) =>
        publishResult(t.tools, tx, { assessmentId: id, by: t.tools.random.id(), reason, decree: null }),
      );
    await expect(publish(null)).rejects.toThrow('no score');
    await expect(publish('sebab')).rejects.toThrow('a first publication has none');
  });
});

describe('scoring a whole round', () => {
  it('gives each agency what it gets alone, tells its progress, and leaves later results alone', async () => {
    const round = await makeRound(t, {
      agencies: { ...KLUNGKUNG, '51.03': ['51.03.dinkes'], '51.71': ['51.71.dinkes'] },
      answer: ({ indicator, agency }) => (agency === '51.03' ? worse(indicator) : bestAnswer(indicator)),
    });
    const told: number[] = [];
    expect(await scoreRound(t.tools, round.roundId, ({ done }) => told.push(done))).toEqual({ done: 3, total: 3 });
    expect(told).toEqual([3]);
    for (const { id } of round.assessments) {
      const whole = await resultOf(t.db, id, 0);
      await inTransaction(t.tools, (tx) => computeResults(t.tools, tx, id));
      expect(await resultOf(t.db, id, 0)).toEqual(whole);
    }
    const { id = '' } = round.assessments[0] ?? {};
    await setAnswer(id, 1, 'biaya', '0');
    t.setNow('2026-03-17T11:00:00+08:00');
    await inTransaction(t.tools, (tx) => computeResults(t.tools, tx, id));
    const later = await resultOf(t.db, id, 0);
    await setAnswer(id, 1, 'biaya', '3');
    t.setNow('2026-03-17T10:30:00+08:00');
    await scoreRound(t.tools, round.roundId);
    expect(await resultOf(t.db, id, 0)).toEqual(later);
  });
});

async function onlyTally(roundId: string) {
  for await (const tallied of talliesOfRound(t.db, roundId)) return tallied;
  return undefined;
}

/** A poor answer that is not the worst of all. */
function worse(indicator: Parameters<typeof bestAnswer>[0]): string {
  const { answer } = indicator;
  if (answer.kind === 'number') return '50';
  if (answer.kind === 'share') return '40';
  if (answer.kind === 'yes-no') return answer.good === 'yes' ? 'no' : 'yes';
  return answer.kind === 'scale' && answer.good === 'low' ? '3' : '1';
}
