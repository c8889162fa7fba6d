import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost } from '../../../messages/index.ts';
import { knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { has, judge } from '../../../platform/documents/testing/outside-tools.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, castOf } from '../../cast.test-support.ts';
import type { Evaluation, SideWords } from '../../rules/reviews/evaluation.ts';
import { linesBehind } from '../../rules/reviews/figures.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import { fileById } from '../../store/files.ts';
import { evaluationsOf, loadEvaluation } from '../../store/reviews/evaluations.ts';
import { openInBrief, publishedInBrief } from '../../store/reviews/in-brief.ts';
import { dropOpened, openEvaluation, speak } from './evaluate.ts';
import { makeEvaluationFile } from './evaluation-file.ts';
import { closeSilentEvaluations, remindOfReviews } from './remind.ts';
import { type SignedPlan, signedPlan } from './reviews.test-support.ts';

let t: TestDatabase;
let who: Cast;
let plan: SignedPlan;
let opened: Evaluation;
let ours: string;
let theirs: string;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-12-01T09:00:00+08:00');
  who = await castOf(t);
  plan = await signedPlan(t, who);
  [ours, theirs] = voicesOf(plan.agreement).map(({ root }) => root) as [string, string];
}, 240_000);
afterAll(() => t.close());

const WORDS: SideWords = {
  overall: 'Kerja sama berjalan baik.\n\nPelatihan perlu dijadwalkan lebih awal.',
  recommendation: 'renew',
  programmes: {
    prevention: { text: 'Standar pelayanan membaik.', recommendation: 'continue' },
    competence: { text: '', recommendation: 'change' },
  },
};
const order = (year = 2026, reason = '') => ({ agreementId: plan.agreement.id, year, reason });
const target = () => ({ agreementId: plan.agreement.id, evaluationId: opened.id });
const now = async () => (await loadEvaluation(t.db, plan.agreement.id, opened.id)) as Evaluation;
const codes = (done: { ok: boolean; refusal?: unknown }) =>
  done.ok ? [] : (done.refusal as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`);
const ledger = async (purpose: string): Promise<number> =>
  (await t.pool.query('SELECT 1 FROM messages.ledger WHERE purpose = $1', [purpose])).rows.length;

describe('a yearly evaluation', () => {
  test('is opened by a side, for a year of the term, one at a time', async () => {
    expect(codes(await openEvaluation(t.tools, await who('liaison'), order()))).toEqual(['year agreement.not-yours']);
    expect(codes(await openEvaluation(t.tools, await who('preventer'), order(2025)))).toEqual(['year agreement.evaluation-year']);
    const done = await openEvaluation(t.tools, await who('preventer'), order());
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    // Opened by mistake and dropped: what follows is the first still, needs no reason and is no correction of anything.
    const mistaken = { agreementId: plan.agreement.id, evaluationId: done.value.id };
    expect((await dropOpened(t.tools, await who('preventer'), mistaken, 'keliru')).ok).toBe(true);
    const again = await openEvaluation(t.tools, await who('preventer'), order());
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    opened = again.value;
    expect(opened).toMatchObject({ edition: 1, reason: null });
    expect(opened.wordsDueOn.toString()).toBe('2026-12-31');
    expect(codes(await openEvaluation(t.tools, await who('coordinator'), order()))).toEqual(['year agreement.evaluation-open']);
    expect(await ledger('agreement.evaluation-opened')).toBeGreaterThan(1);
  });

  test('freezes its figures with every line behind them', async () => {
    const { figures } = await now();
    expect(figures.all).toMatchObject({ lines: 3, red: 2, 'past-due': 2, 'no-evidence': 3, silent: 3 });
    expect(linesBehind(figures.lines, 'past-due', figures.asOf).map(({ activity }) => activity)).toEqual([
      'Survei kepuasan (contoh)',
      'Pelatihan petugas (contoh)',
    ]);
    expect(figures.programmes.map(({ code, counts }) => [code, counts.lines])).toEqual([
      ['prevention', 2],
      ['competence', 1],
    ]);
    await t.ownerDb
      .withTables<{ 'agreements.lines': { id: string; state: string; confirmed: string; confirmed_on: string } }>()
      .updateTable('agreements.lines')
      .set({ state: 'done', confirmed: '1', confirmed_on: '2026-12-20' })
      .where('id', '=', plan.lines[1] as string)
      .execute();
    expect((await now()).figures).toEqual(figures);
  });

  test('keeps the words of a side to itself until they are handed in, whole', async () => {
    const kept = await speak(t.tools, await who('preventer'), target(), {
      root: ours,
      version: 0,
      words: { ...WORDS, recommendation: null },
      handIn: false,
    });
    expect(kept.ok).toBe(true);
    const early = await speak(t.tools, await who('head'), target(), {
      root: ours,
      version: 1,
      words: { ...WORDS, recommendation: null },
      handIn: true,
    });
    expect(codes(early)).toEqual(['recommendation agreement.recommendation-missing']);
    const stale = await speak(t.tools, await who('head'), target(), { root: ours, version: 0, words: WORDS, handIn: true });
    expect(codes(stale)).toEqual(['overall agreement.review-moved-on']);
    const wrong = await speak(t.tools, await who('head'), target(), { root: theirs, version: 0, words: WORDS, handIn: true });
    expect(codes(wrong)).toEqual(['overall agreement.not-yours']);
    const odd = {
      ...WORDS,
      recommendation: 'perhaps' as never,
      programmes: { nothing: { text: '', recommendation: 'continue' as const } },
    };
    expect(
      codes(await speak(t.tools, await who('head'), target(), { root: ours, version: 1, words: odd, handIn: false })),
    ).toEqual(['recommendation-nothing agreement.recommendation-unknown', 'recommendation agreement.recommendation-unknown']);
    const done = await speak(t.tools, await who('head'), target(), { root: ours, version: 1, words: WORDS, handIn: true });
    expect(done.ok && done.value.state).toBe('open');
    const twice = await speak(t.tools, await who('head'), target(), { root: ours, version: 2, words: WORDS, handIn: true });
    expect(codes(twice)).toEqual(['overall agreement.words-handed-in']);
    expect(await dropOpened(t.tools, await who('preventer'), target(), 'keliru')).toMatchObject({ refusal: 'agreement.not-now' });
  });

  test('reminds the silent side before its days are over, and is published without it after them, saying so', async () => {
    t.setNow('2026-12-26T09:00:00+08:00');
    await remindOfReviews(t.tools);
    await remindOfReviews(t.tools);
    const reminded = await ledger('agreement.evaluation-reminder');
    expect(reminded).toBeGreaterThan(0);
    t.setNow('2026-12-31T23:00:00+08:00');
    await closeSilentEvaluations(t.tools);
    expect((await now()).state).toBe('open');
    t.setNow('2027-01-01T01:00:00+08:00');
    await closeSilentEvaluations(t.tools);
    await closeSilentEvaluations(t.tools);
    const published = await now();
    expect(published).toMatchObject({ state: 'published', number: `EV-2026/${plan.agreement.code}`, publishedBy: null });
    expect(published.content?.sides.map(({ words }) => words?.recommendation ?? null)).toEqual(['renew', null]);
    const file = await fileById(t.db, plan.agreement.id, published.fileId as string);
    expect(file).toMatchObject({ kind: 'evaluation', isPublic: true });
    const pdf = await readSealed(t.tools, file?.fileKey as string);
    expect(await verifySeal(pdf, await knownCertificates(t.tools))).toMatchObject({ state: 'intact' });
    if (has('pdftotext')) {
      const text = judge('pdftotext', pdf, '-layout', '$', '-');
      expect(text).toContain('tidak menyampaikan tanggapan sampai 31 Desember 2026');
      expect(text).toContain('Standar pelayanan membaik.');
    }
    const late = await speak(t.tools, await who('coordinator'), target(), {
      root: theirs,
      version: 0,
      words: WORDS,
      handIn: true,
    });
    expect(codes(late)).toEqual(['overall agreement.not-now']);
  });

  test('is corrected by a next edition with its reason, published the moment both sides have spoken', async () => {
    expect(codes(await openEvaluation(t.tools, await who('coordinator'), order()))).toEqual(['reason agreement.reason-missing']);
    const again = await openEvaluation(t.tools, await who('coordinator'), order(2026, 'Pihak kedua belum sempat menanggapi'));
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    const first = opened;
    opened = again.value;
    expect(opened).toMatchObject({ edition: 2, figures: { all: { done: 1 } } });
    await speak(t.tools, await who('coordinator'), target(), { root: theirs, version: 0, words: WORDS, handIn: true });
    const last = await speak(t.tools, await who('preventer'), target(), { root: ours, version: 0, words: WORDS, handIn: true });
    expect(last.ok && last.value).toMatchObject({ state: 'published', number: `EV-2026-P1/${plan.agreement.code}` });
    await Promise.all([makeEvaluationFile(t.tools, target()), makeEvaluationFile(t.tools, target())]);
    const all = (await evaluationsOf(t.db, plan.agreement.id)).filter(({ state }) => state !== 'dropped');
    expect(all.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
    const old = await fileById(t.db, plan.agreement.id, all[1]?.fileId as string);
    expect(old?.replacedBy).toBe(all[0]?.fileId);
    expect(all[0]?.content?.replaces).toEqual({
      number: `EV-2026/${plan.agreement.code}`,
      reason: 'Pihak kedua belum sempat menanggapi',
    });
    expect(first.edition).toBe(1);
    // What lists and public pages read without the figures is the newest edition, with the sides in their order.
    const [brief, ...more] = await publishedInBrief(t.db, [plan.agreement.id]);
    expect(more).toEqual([]);
    expect(brief).toMatchObject({ year: 2026, number: all[0]?.number, fileId: all[0]?.fileId });
    expect(brief?.sides).toEqual(
      all[0]?.content?.sides.map(({ name, words }) => ({ name, recommendation: words?.recommendation ?? null })),
    );
    expect(await openInBrief(t.db, plan.agreement.id)).toBeUndefined();
  });
});
