import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { makePost } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Post } from '../../../platform/tools.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { issuedOnCase, issuedOnReview } from '../../obligations.test-support.ts';
import { runningClock } from '../../rules/case.ts';
import { loadCase } from '../../store/cases.ts';
import { clocksOfObligation, filesOfObligation, obligationById, stepsOf } from '../../store/obligations/obligations.ts';
import { moveObligation, takeSideStepOn, withdrawObligation } from './move.ts';

let t: TestDatabase;
let cast: (name: CastName) => Promise<Officer>;
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  cast = await castOf(t);
});
afterAll(() => t.close());

const LOOKED = { lookedAt: 'Salinan surat (contoh)' };

describe('the life of an obligation of a case', () => {
  test('received, reported with evidence, judged by somebody of the Ombudsman; its clocks follow', async () => {
    const [head, liaison, resolver] = [await cast('head'), await cast('liaison'), await cast('resolver')];
    const file = await openedCase(t);
    const issued = await issuedOnCase(t, head, file.id);
    t.tools.setNow('2026-03-31T09:00:00+08:00');
    const target = { obligationId: issued.id, version: null };
    const received = await moveObligation(t.tools, liaison, { ...target, action: 'receive' });
    if (!received.ok) throw new Error(received.refusal.code);
    // Received two weeks later, so due later too.
    expect(received.value.dueAt.epochMilliseconds).toBeGreaterThan(issued.dueAt.epochMilliseconds);
    const silent = await moveObligation(t.tools, liaison, { ...target, action: 'report', text: ' ' });
    expect(silent).toMatchObject({ ok: false, refusal: { code: 'case.text-missing' } });
    t.tools.setNow('2026-04-01T09:00:00+08:00');
    const reported = await moveObligation(t.tools, liaison, {
      ...{ ...target, version: received.value.version, action: 'report', text: 'Sudah diterbitkan (contoh).', files: [PDF] },
    });
    if (!reported.ok) throw new Error(reported.refusal.code);
    const [kept] = await filesOfObligation(t.db, issued.id);
    expect(kept).toMatchObject({ media_type: 'application/pdf' });
    const whole = await loadCase(t.db, file.id);
    expect(whole && runningClock(whole, 'obligation', issued.id)?.limit.rule).toBe('case.verdict');
    // The agency does not judge itself, and an older form is told that things moved.
    expect(await moveObligation(t.tools, liaison, { ...target, action: 'carried-out', text: 'x', ...LOOKED })).toMatchObject({
      refusal: { code: 'case.obligation-not-now' },
    });
    expect(
      await moveObligation(t.tools, resolver, {
        ...target,
        version: received.value.version,
        action: 'carried-out',
        text: 'x',
        ...LOOKED,
      }),
    ).toMatchObject({ refusal: { code: 'case.obligation-moved-on' } });
    expect(await moveObligation(t.tools, resolver, { ...target, action: 'carried-out', text: 'Sesuai.' })).toMatchObject({
      refusal: { code: 'case.looked-at-missing' },
    });
    const judged = await moveObligation(t.tools, resolver, { ...target, action: 'carried-out', text: 'Sesuai.', ...LOOKED });
    expect(judged).toMatchObject({ ok: true, value: { state: 'carried-out' } });
    expect((await clocksOfObligation(t.db, issued)).every((clock) => clock.stoppedAt !== null)).toBe(true);
    expect((await stepsOf(t.db, issued.id)).map(({ kind }) => kind)).toEqual(['issue', 'receive', 'report', 'carried-out']);
    const types = (await readEvents(t.db, file.id)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['obligation-issue', 'obligation-receive', 'obligation-report', 'obligation-carried-out']),
    );
  });

  test('more time is asked, refused, asked again and granted: the due day moves by the decision alone', async () => {
    const [head, liaison, resolver] = [await cast('head'), await cast('liaison'), await cast('resolver')];
    const issued = await issuedOnCase(t, head, (await openedCase(t)).id);
    const target = { obligationId: issued.id, version: null };
    const ask = { ...target, kind: 'ask-time', text: 'Anggaran belum cair (contoh).', days: 10 } as const;
    expect(await takeSideStepOn(t.tools, liaison, { ...ask, days: 400 })).toMatchObject({ refusal: 'case.days-wrong' });
    const asked = await takeSideStepOn(t.tools, liaison, ask);
    expect(asked).toMatchObject({ ok: true, value: { asksTime: true } });
    expect(asked.ok && asked.value.dueAt.equals(issued.dueAt)).toBe(true);
    expect(await takeSideStepOn(t.tools, liaison, { ...target, kind: 'grant-time', text: 'x', days: 5 })).toMatchObject({
      ok: false,
    });
    expect(
      await takeSideStepOn(t.tools, resolver, { ...target, kind: 'refuse-time', text: 'Belum ada bukti (contoh).' }),
    ).toMatchObject({ ok: true, value: { asksTime: false } });
    await takeSideStepOn(t.tools, liaison, ask);
    const granted = await takeSideStepOn(t.tools, resolver, {
      ...target,
      kind: 'grant-time',
      text: 'Ada bukti (contoh).',
      days: 5,
    });
    expect(granted.ok && granted.value.dueAt.epochMilliseconds > issued.dueAt.epochMilliseconds).toBe(true);
    const whole = await loadCase(t.db, issued.caseId ?? '');
    const clock = whole && runningClock(whole, 'obligation', issued.id);
    expect(clock?.limit).toEqual({ rule: 'case.more-time', value: 5, unit: 'hk' });
  });

  test('a coordinator gives it to an office of the own government, to no other; the office then answers', async () => {
    const [head, coordinator, liaison] = [await cast('head'), await cast('coordinator'), await cast('liaison')];
    const issued = await issuedOnCase(t, head, (await openedCase(t)).id, { agency: '51.05' });
    const target = { obligationId: issued.id, version: null };
    const note = { ...target, kind: 'progress', text: 'Rapat diadakan (contoh).' } as const;
    expect(await takeSideStepOn(t.tools, liaison, note)).toMatchObject({ refusal: 'case.obligation-absent' });
    const { agencyByCode } = await import('../../../directory/index.ts');
    const [own, other] = [await agencyByCode(t.db, '51.05.dinkes'), await agencyByCode(t.db, '51.71')];
    const give = (officeId = '') => takeSideStepOn(t.tools, coordinator, { ...target, kind: 'delegate', text: '', officeId });
    expect(await give(other?.id)).toMatchObject({ refusal: 'case.office-not-below' });
    expect(await give(own?.id)).toMatchObject({ ok: true });
    expect(await takeSideStepOn(t.tools, liaison, note)).toMatchObject({ ok: true });
    expect(await obligationById(t.db, issued.id)).toMatchObject({ agencyId: issued.agencyId, handlerAgencyId: own?.id });
  });

  test('the head withdraws with a reason; a resolver does not', async () => {
    const [head, resolver] = [await cast('head'), await cast('resolver')];
    const issued = await issuedOnCase(t, head, (await openedCase(t)).id);
    const target = { obligationId: issued.id, version: null };
    expect(await withdrawObligation(t.tools, resolver, { ...target, text: 'x' })).toMatchObject({ ok: false });
    expect(await withdrawObligation(t.tools, head, { ...target, text: '' })).toMatchObject({
      refusal: { code: 'case.reason-missing' },
    });
    expect(await withdrawObligation(t.tools, head, { ...target, text: 'Putusan pengadilan (contoh).' })).toMatchObject({
      value: { state: 'withdrawn' },
    });
  });
});

describe('the life of an obligation of a review', () => {
  test('goes the same way, in a file of its own, and a report the Ombudsman recorded is judged by somebody else', async () => {
    const [preventer, head] = [await cast('preventer'), await cast('head')];
    const issued = await issuedOnReview(t, preventer);
    const target = { obligationId: issued.id, version: null };
    const recorded = await moveObligation(t.tools, preventer, { ...target, action: 'report', text: 'Surat tanggal 5 (contoh).' });
    expect(recorded).toMatchObject({ ok: true, value: { state: 'reported' } });
    const verdict = { ...target, action: 'carried-out', text: 'SOP ada (contoh).', ...LOOKED } as const;
    expect(await moveObligation(t.tools, preventer, verdict)).toMatchObject({ refusal: { code: 'case.same-person' } });
    expect(await moveObligation(t.tools, head, verdict)).toMatchObject({ ok: true, value: { state: 'carried-out' } });
    expect((await readEvents(t.db, issued.id)).map(({ type }) => type)).toEqual([
      'obligation-issue',
      'obligation-report',
      'obligation-carried-out',
    ]);
    const clocks = await clocksOfObligation(t.db, issued);
    expect(clocks.map(({ limit }) => limit.rule).sort()).toEqual(['case.suggestion', 'case.verdict']);
    expect(clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  });
});
