import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePost } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { has, judge } from '../../../platform/documents/testing/outside-tools.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, type Cast, castOf } from '../../cast.test-support.ts';
import { AGREEMENT_EVENTS } from '../../rules/event-labels.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { fileById } from '../../store/files.ts';
import { linesOf } from '../../store/lines.ts';
import { pointsOf, reviewByOrdinal } from '../../store/reviews/reviews.ts';
import type { ReviewTarget } from './change-review.ts';
import { decisionToLine, takeDecisionStep } from './decisions.ts';
import {
  addPoint,
  callReview,
  cancelReview,
  holdReview,
  moveMeeting,
  noteDecision,
  takePointBack,
  writeAttendance,
  writeDiscussion,
} from './hold-review.ts';
import { planReview, readHour, setRhythm } from './plan-review.ts';
import { remindOfReviews } from './remind.ts';
import { day, type SignedPlan, signedPlan } from './reviews.test-support.ts';
import { askCorrection, confirmMinutes, correctMinutes, makeMinutesFile, sealMinutes } from './seal-minutes.ts';

let t: TestDatabase;
let who: Cast;
let plan: SignedPlan;
let review: Review;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-04-02T09:00:00+08:00');
  who = await castOf(t);
  plan = await signedPlan(t, who);
}, 240_000);
afterAll(() => t.close());

const must = <T>(done: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const target = (version: number | null = null): ReviewTarget => ({
  agreementId: plan.agreement.id,
  reviewId: review.id,
  version,
});
const now = async () => (await reviewByOrdinal(t.db, plan.agreement.id, review.ordinal)) as Review;
const told = async (purpose: string): Promise<{ stage: string }[]> =>
  (await t.pool.query('SELECT stage FROM messages.ledger WHERE purpose = $1', [purpose])).rows;

describe('a joint review', () => {
  test('is planned for a period of the term, once', async () => {
    const order = {
      ...{ agreementId: plan.agreement.id, rhythm: 'quarter', periodUntil: '2026-03-31', meetsOn: day('2026-04-10') },
      ...{ meetsAt: readHour('9:30 WITA'), place: 'Ruang rapat Sekda' },
    };
    expect(await planReview(t.tools, await who('liaison'), order)).toEqual({
      ok: false,
      refusal: [{ code: 'agreement.not-yours', field: 'period' }],
    });
    expect(await planReview(t.tools, await who('outsider'), order)).toMatchObject({ refusal: [{ code: 'agreement.absent' }] });
    const wrong = await planReview(t.tools, await who('preventer'), {
      ...{ ...order, periodUntil: '2025-12-31', meetsOn: day('2026-04-01'), meetsAt: 'pagi' },
    });
    expect(wrong.ok ? [] : wrong.refusal.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'meetsOn agreement.meets-in-past',
      'meetsAt agreement.meets-at-wrong',
      'period agreement.period-wrong',
    ]);
    review = must(await planReview(t.tools, await who('preventer'), order));
    expect(review).toMatchObject({ ordinal: 1, state: 'planned', meetsAt: '09.30' });
    // The quarter after this one: nothing of it has happened yet.
    const early = { ...order, periodUntil: '2026-09-30' };
    expect(await planReview(t.tools, await who('preventer'), early)).toEqual({
      ok: false,
      refusal: [{ field: 'meetsOn', code: 'agreement.meets-before-period' }],
    });
    const later = must(await planReview(t.tools, await who('preventer'), { ...early, meetsOn: day('2026-07-01') }));
    const before = { meetsOn: day('2026-06-30'), meetsAt: '', place: '', reason: '' };
    const laterTarget = { agreementId: plan.agreement.id, reviewId: later.id, version: null };
    expect(await moveMeeting(t.tools, await who('preventer'), laterTarget, before)).toMatchObject({
      refusal: 'agreement.meets-before-period',
    });
    must(await cancelReview(t.tools, await who('preventer'), laterTarget, 'keliru'));
    const [one, two] = await Promise.all([1, 2].map(async () => planReview(t.tools, await who('coordinator'), order)));
    for (const again of [one, two])
      expect(again).toMatchObject({ refusal: [{ field: 'period', code: 'agreement.review-exists' }] });
    must(await setRhythm(t.tools, await who('coordinator'), { agreementId: plan.agreement.id, rhythm: 'half' }));
    expect(
      await setRhythm(t.tools, await who('coordinator'), { agreementId: plan.agreement.id, rhythm: 'weekly' }),
    ).toMatchObject({
      refusal: 'agreement.rhythm-unknown',
    });
  });

  test('that nobody has called yet is brought to the mind of the side that planned it, once, and of no other', async () => {
    const recipients = async () =>
      (await t.pool.query(`SELECT recipient_id FROM messages.ledger WHERE purpose = 'agreement.review-uncalled'`)).rows.map(
        (row) => row.recipient_id,
      );
    t.setNow('2026-03-30T06:00:00+08:00');
    await remindOfReviews(t.tools);
    expect(await recipients()).toEqual([]);
    t.setNow('2026-04-02T09:00:00+08:00');
    await remindOfReviews(t.tools);
    const first = await recipients();
    expect(first).toContain((await who('preventer')).personId);
    expect(first).not.toContain((await who('coordinator')).personId);
    await remindOfReviews(t.tools);
    expect(await recipients()).toEqual(first);
  });

  test('takes points of every side until its agenda is frozen, and each side takes back its own', async () => {
    must(await addPoint(t.tools, await who('coordinator'), target(), 'Jadwal pelatihan bersama'));
    must(await addPoint(t.tools, await who('head'), target(), 'Pertukaran data pengaduan'));
    expect(await addPoint(t.tools, await who('head'), target(), '  ')).toMatchObject({ refusal: 'agreement.text-missing' });
    const [theirs] = await pointsOf(t.db, review);
    expect(await takePointBack(t.tools, await who('head'), target(), theirs?.id as string)).toMatchObject({
      refusal: 'agreement.not-yours',
    });
    expect(await callReview(t.tools, await who('coordinator'), target())).toMatchObject({ refusal: 'agreement.not-yours' });
    const called = must(await callReview(t.tools, await who('preventer'), target(review.version + 2)));
    expect(called.agenda?.topics.filter(({ kind }) => kind === 'point').map(({ text }) => text)).toEqual([
      'Jadwal pelatihan bersama',
      'Pertukaran data pengaduan',
    ]);
    expect(called.agenda?.topics.filter(({ kind }) => kind === 'red').map(({ text }) => text)).toEqual([
      'Survei kepuasan (contoh)',
    ]);
    expect(called.agenda?.all).toMatchObject({ lines: 3, red: 1, 'past-due': 1 });
    expect(await addPoint(t.tools, await who('coordinator'), target(), 'Terlambat')).toMatchObject({
      refusal: 'agreement.not-now',
    });
    expect((await told('agreement.review-called')).length).toBeGreaterThan(1);
  });

  test('keeps the agenda as it was frozen, whatever becomes of the lines', async () => {
    const frozen = (await now()).agenda;
    t.setNow('2026-04-07T09:00:00+08:00');
    await moveMeeting(t.tools, await who('preventer'), target(), {
      ...{ meetsOn: day('2026-04-09'), meetsAt: '10.00', place: 'Ruang rapat Sekda', reason: 'Bupati berhalangan' },
    });
    expect((await now()).agenda).toEqual(frozen);
    expect((await now()).meetsOn.toString()).toBe('2026-04-09');
    expect((await told('agreement.review-moved')).length).toBeGreaterThan(1);
    await remindOfReviews(t.tools);
    await remindOfReviews(t.tools);
    const reminded = await told('agreement.review-reminder');
    expect(new Set(reminded.map(({ stage }) => stage))).toEqual(new Set(['near:2026-04-09']));
    expect(reminded.length).toBe((await told('agreement.review-called')).length + 1);
  });

  test('is held on its day, never before', async () => {
    expect(await holdReview(t.tools, await who('preventer'), target())).toMatchObject({ refusal: 'agreement.not-met-yet' });
    t.setNow('2026-04-09T14:00:00+08:00');
    const held = must(await holdReview(t.tools, await who('preventer'), target()));
    expect(held.state).toBe('held');
    expect((await now()).attendance.map(({ institution, presence }) => [institution, presence])).toEqual([
      [expect.stringContaining('Ombudsman'), 'absent'],
      [expect.stringContaining('Klungkung'), 'absent'],
    ]);
  });

  test('has minutes only when both sides came', async () => {
    must(
      await writeDiscussion(t.tools, await who('preventer'), target(), {
        discussion: 'Survei tertunda.\n\nDijadwalkan ulang.',
        minutesPublic: true,
      }),
    );
    expect(await sealMinutes(t.tools, await who('preventer'), target())).toMatchObject({ refusal: 'agreement.review-one-sided' });
    const rows = (await now()).attendance.map(({ root, institution }) => ({
      ...{ root: root ?? '', institution, position: 'Kepala', people: '2', presence: 'present' },
    }));
    const guest = { root: '', institution: 'Universitas (contoh)', position: 'Pengamat', people: 'dua', presence: 'present' };
    expect(await writeAttendance(t.tools, await who('preventer'), target(), [...rows, guest])).toMatchObject({
      refusal: { code: 'agreement.people-wrong', row: 2, field: 'people' },
    });
    expect((await now()).attendance.every(({ presence }) => presence === 'absent')).toBe(true);
    const blank = { ...guest, institution: ' ' };
    must(await writeAttendance(t.tools, await who('preventer'), target(), [...rows, { ...guest, people: '1' }, blank]));
    expect((await now()).attendance.map(({ institution }) => institution)).toEqual([
      expect.stringContaining('Ombudsman'),
      expect.stringContaining('Klungkung'),
      'Universitas (contoh)',
    ]);
    expect(
      await writeDiscussion(t.tools, await who('coordinator'), target(), { discussion: 'x', minutesPublic: true }),
    ).toMatchObject({
      refusal: 'agreement.not-yours',
    });
  });

  test('decides: with an owner and a day, or as a new line in one step', async () => {
    const health = await agencyIdOf(t, '51.05.dinkes');
    const decide = async (text: string, agencyId: string, due: string) =>
      noteDecision(t.tools, await who('preventer'), target(), { text, agencyId, position: 'Kepala Dinas', dueOn: day(due) });
    expect(await decide('Tunjuk petugas', await agencyIdOf(t, '21'), '2026-05-01')).toMatchObject({
      refusal: 'agreement.owner-wrong',
    });
    expect(await decide('Tunjuk petugas', health, '2026-04-01')).toMatchObject({ refusal: 'agreement.decision-day' });
    must(await decide('Tunjuk petugas pengaduan (contoh)', health, '2026-05-01'));
    must(await decide('Adakan survei ulang (contoh)', health, '2026-08-31'));
    const [first, second] = (await now()).decisions;
    const order = { programme: 'prevention', indicator: 'survei', unit: 'kali', target: '1', evidenceAsked: 'Laporan' };
    expect(
      await decisionToLine(
        t.tools,
        await who('preventer'),
        { ...target(), decisionId: second?.id as string },
        { ...order, planId: health },
      ),
    ).toMatchObject({ refusal: [{ code: 'agreement.plan-wrong' }] });
    const line = must(
      await decisionToLine(
        t.tools,
        await who('preventer'),
        { ...target(), decisionId: second?.id as string },
        { ...order, planId: plan.agreement.id },
      ),
    );
    expect(line).toMatchObject({
      ordinal: 4,
      decisionId: second?.id,
      activity: 'Adakan survei ulang (contoh)',
      targets: [null, null, '1', null],
    });
    const again = await decisionToLine(
      t.tools,
      await who('preventer'),
      { ...target(), decisionId: second?.id as string },
      { ...order, planId: plan.agreement.id },
    );
    expect(again).toMatchObject({ refusal: [{ code: 'agreement.decision-made' }] });
    expect(await linesOf(t.db, plan.agreement.id)).toHaveLength(4);
    // Nothing is carried out before the minutes say it.
    const step = await takeDecisionStep(
      t.tools,
      await who('liaison'),
      { ...target(), decisionId: first?.id as string },
      'report',
      'SK terbit',
    );
    expect(step).toMatchObject({ refusal: 'agreement.not-yours' });
  });

  test('is minuted as a sealed PDF with a number, which the other side confirms', async () => {
    const sealed = must(await sealMinutes(t.tools, await who('preventer'), target()));
    expect(sealed).toMatchObject({ state: 'minuted', minutes: [{ edition: 1, number: `01/NTB/${plan.agreement.code}/2026` }] });
    const file = await fileById(t.db, plan.agreement.id, sealed.minutes[0]?.fileId as string);
    expect(file).toMatchObject({ kind: 'minutes', isPublic: false });
    const pdf = await readSealed(t.tools, file?.fileKey as string);
    expect(await verifySeal(pdf, await knownCertificates(t.tools))).toMatchObject({ state: 'intact' });
    if (has('pdftotext')) {
      const text = judge('pdftotext', pdf, '-layout', '$', '-');
      expect(text).toContain('NOTULEN TINJAUAN BERSAMA');
      expect(text).toContain('Tunjuk petugas pengaduan (contoh)');
      expect(text).toContain(`${plan.agreement.code} baris 4`);
      for (const page of text.split('\f').filter((each) => each.trim() !== '')) expect(page).toContain('Segel percobaan');
      expect(text.match(/trial seal/g)).toHaveLength(1);
    }
    expect(await confirmMinutes(t.tools, await who('head'), target())).toMatchObject({ refusal: 'agreement.not-yours' });
  });

  test('is corrected in a new edition that names what it replaces; the old one stays', async () => {
    expect(await askCorrection(t.tools, await who('coordinator'), target(), ' ')).toMatchObject({
      refusal: 'agreement.reason-missing',
    });
    must(await askCorrection(t.tools, await who('coordinator'), target(), 'Jumlah peserta keliru'));
    expect((await now()).state).toBe('held');
    must(
      await writeDiscussion(t.tools, await who('preventer'), target(), {
        discussion: 'Survei tertunda karena anggaran.',
        minutesPublic: true,
      }),
    );
    const second = must(await sealMinutes(t.tools, await who('head'), target()));
    expect(second.minutes.map(({ number }) => number)).toEqual([
      `01/NTB/${plan.agreement.code}/2026`,
      `01-P1/NTB/${plan.agreement.code}/2026`,
    ]);
    expect(second.minutes[1]?.content.replaces).toEqual({ number: second.minutes[0]?.number, reason: 'Jumlah peserta keliru' });
    expect(second.minutes[0]?.content.discussion).toBe('Survei tertunda.\n\nDijadwalkan ulang.');
    const [old, fresh] = await Promise.all(
      second.minutes.map(({ fileId }) => fileById(t.db, plan.agreement.id, fileId as string)),
    );
    expect(old?.replacedBy).toBe(fresh?.id);
    t.setNow('2026-04-18T09:00:00+08:00');
    await remindOfReviews(t.tools);
    expect((await told('agreement.minutes-reminder')).length).toBeGreaterThan(0);
    const confirmed = must(await confirmMinutes(t.tools, await who('secretary'), target()));
    expect(confirmed.state).toBe('confirmed');
    expect(await fileById(t.db, plan.agreement.id, fresh?.id as string)).toMatchObject({ isPublic: true });
    expect(await confirmMinutes(t.tools, await who('coordinator'), target())).toMatchObject({ refusal: 'agreement.not-now' });
  });

  test('a decision that nobody reported is reminded of once before and once after its day', async () => {
    const stages = async () => (await told('agreement.decision-due')).map(({ stage }) => stage).toSorted();
    for (const on of ['2026-04-27', '2026-04-28', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-09']) {
      t.setNow(`${on}T06:00:00+08:00`);
      await remindOfReviews(t.tools);
      const near = (await stages()).filter((stage) => stage.startsWith('near')).length;
      expect(near > 0, on).toBe(on >= '2026-04-28');
      expect((await stages()).filter((stage) => stage.startsWith('past')).length, on).toBe(on > '2026-05-01' ? near : 0);
    }
  });

  test('a decision of an office where nobody reports is brought to the next office above that has somebody', async () => {
    const { rows } = await t.pool.query(`SELECT a.id, a.path FROM directory.agencies a
      WHERE a.code LIKE '51.05.%' AND NOT EXISTS (SELECT FROM directory.positions p WHERE p.agency_id = a.id) ORDER BY a.code LIMIT 1`);
    const [first] = (await now()).decisions;
    await t.pool.query(
      'UPDATE agreements.review_decisions SET owner_agency_id = $2, owner_path = $3, due_on = $4 WHERE id = $1',
      [first?.id, rows[0].id, rows[0].path, '2026-05-20'],
    );
    t.setNow('2026-05-18T06:00:00+08:00');
    await remindOfReviews(t.tools);
    const told = (
      await t.pool.query(
        `SELECT recipient_id FROM messages.ledger WHERE purpose = 'agreement.decision-due' AND stage = 'near:2026-05-20'`,
      )
    ).rows.map((row) => row.recipient_id);
    expect(told).toContain((await who('coordinator')).personId);
    const health = await agencyIdOf(t, '51.05.dinkes');
    await t.pool.query(
      'UPDATE agreements.review_decisions SET owner_agency_id = $2, owner_path[2] = $2, due_on = $3 WHERE id = $1',
      [first?.id, health, '2026-05-01'],
    );
  });

  test('a decision is not reminded of for ever, nor once the agreement has ended', async () => {
    const [first] = (await now()).decisions;
    const { id } = plan.agreement;
    const reminded = async (due: string) => {
      await t.pool.query('UPDATE agreements.review_decisions SET due_on = $2 WHERE id = $1', [first?.id, due]);
      t.setNow('2026-05-18T06:00:00+08:00');
      await remindOfReviews(t.tools);
      return (await told('agreement.decision-due')).some(({ stage }) => stage.endsWith(due));
    };
    expect(await reminded('2026-03-02')).toBe(false);
    await t.pool.query(
      `UPDATE agreements.agreements SET state = 'ended', ended_on = '2026-05-10', end_reason = 'contoh' WHERE id = $1`,
      [id],
    );
    expect(await reminded('2026-05-19')).toBe(false);
    await t.pool.query(`UPDATE agreements.agreements SET state = 'signed', ended_on = NULL, end_reason = NULL WHERE id = $1`, [
      id,
    ]);
    expect(await reminded('2026-05-19')).toBe(true);
    await t.pool.query('UPDATE agreements.review_decisions SET due_on = $2 WHERE id = $1', [first?.id, '2026-05-01']);
  });

  test('a decision is reported by its owner and agreed by the other side, nobody both', async () => {
    const [first] = (await now()).decisions;
    const step = async (name: Parameters<Cast>[0], action: 'report' | 'agree' | 'return', text = '') =>
      takeDecisionStep(t.tools, await who(name), { ...target(), decisionId: first?.id as string }, action, text);
    expect(await step('liaison', 'report')).toMatchObject({ refusal: 'agreement.text-missing' });
    must(await step('liaison', 'report', 'SK terbit'));
    expect(await step('coordinator', 'agree')).toMatchObject({ refusal: 'agreement.not-yours' });
    must(await step('preventer', 'return', 'Lampirkan SK'));
    must(await step('officeHead', 'report', 'SK dilampirkan'));
    must(await step('head', 'agree'));
    expect((await now()).decisions[0]).toMatchObject({ state: 'done' });
  });

  test('a process that died after the number leaves a file to be made, once', async () => {
    must(await correctMinutes(t.tools, await who('preventer'), target(), 'Salah ketik'));
    const broken = { ...t.tools, files: { ...t.tools.files, put: () => Promise.reject(new Error('disk full')) } };
    await expect(sealMinutes(broken as never, await who('preventer'), target())).rejects.toThrow('disk full');
    expect((await now()).minutes.at(-1)).toMatchObject({ edition: 3, fileId: null });
    await Promise.all([
      makeMinutesFile(t.tools, plan.agreement.id, review.id),
      makeMinutesFile(t.tools, plan.agreement.id, review.id),
    ]);
    const made = (await now()).minutes.at(-1)?.fileId;
    expect(made).not.toBeNull();
    const events = (await readEvents(t.db, plan.agreement.id)).filter(({ type }) => type === 'review-minutes-made');
    expect(events).toHaveLength(3);
  });

  test('leaves a file of events that all have words, without a text anybody wrote', async () => {
    const events = await readEvents(t.db, plan.agreement.id);
    const own = events.filter(({ type }) => type.startsWith('review-'));
    expect(own.length).toBeGreaterThan(15);
    for (const { type } of own) expect(AGREEMENT_EVENTS, type).toHaveProperty(type);
    const text = JSON.stringify(own.map(({ content }) => content));
    for (const typed of ['Survei', 'Tunjuk', 'Jadwal', 'anggaran', 'berhalangan', 'keliru']) expect(text).not.toContain(typed);
  });
});
