import { describe, expect, test } from 'vitest';
import { STAGE_TRANSITIONS, type StageAction } from './assessment.transitions.ts';
import type { Assessment } from './assessment.ts';
import { assessment, at, NOW, sheet, taken } from './cast.test-support.ts';
import { afterStep } from './stage-change.ts';
import { type GuardFacts, makersOf, objectionsTo } from './stage-guards.ts';

const LATER = at('2026-04-17T10:00:00+08:00');
const facts = (more: Partial<GuardFacts> = {}): GuardFacts => ({
  round: { state: 'open' },
  personId: 'seseorang',
  makers: new Set(['penilai', 'penilai2']),
  missing: [],
  dependence: undefined,
  openReplies: 0,
  reason: 'alasan',
  now: NOW,
  ...more,
});

describe('what a step needs', () => {
  test('from a stage where the table has no such step, nothing helps', () => {
    for (const action of ['check', 'publish', 'notify', 'correct'] as const)
      expect(objectionsTo(assessment('draft'), action, facts())).toEqual(['assessment.not-now']);
  });

  test('everything that speaks against it is told at once', () => {
    const missing = [{ lack: 'not-done', unitNo: 1, rating: 1, sheetNo: 1, indicator: null } as const];
    const against = objectionsTo(
      assessment('submitted'),
      'check',
      facts({ missing, personId: 'penilai', dependence: 'declared' }),
    );
    expect(against).toEqual(['assessment.tied', 'assessment.incomplete', 'assessment.maker']);
  });

  test('a maker, whoever submitted, checked or moderated does not watch over themselves', () => {
    const final = assessment('final', {
      submitted: taken('penilai'),
      checked: taken('pemeriksa'),
      moderated: taken('moderator'),
      finalised: taken('moderator2'),
    });
    for (const personId of ['penilai', 'penilai2'])
      expect(objectionsTo(final, 'publish', facts({ personId }))).toEqual(['assessment.maker']);
    for (const personId of ['pemeriksa', 'moderator', 'moderator2'])
      expect(objectionsTo(final, 'publish', facts({ personId }))).toEqual(['assessment.same-person']);
    expect(objectionsTo(final, 'publish', facts({ personId: 'kepala' }))).toEqual([]);
    const checked = assessment('checked', { submitted: taken('penilai'), checked: taken('pemeriksa') });
    expect(objectionsTo(checked, 'moderate', facts({ personId: 'pemeriksa' }))).toEqual(['assessment.same-person']);
  });

  test('returning and correcting need a reason', () => {
    expect(objectionsTo(assessment('submitted'), 'return', facts({ reason: '  ' }))).toEqual(['assessment.reason-missing']);
    expect(objectionsTo(assessment('published'), 'correct', facts({ reason: '' }))).toEqual(['assessment.reason-missing']);
  });

  test('a reply is in time up to the due moment itself', () => {
    const notified = assessment('notified', { replyDueAt: at('2026-03-24T23:59:59+08:00') });
    expect(objectionsTo(notified, 'reply', facts({ now: at('2026-03-24T23:59:59+08:00') }))).toEqual([]);
    expect(objectionsTo(notified, 'reply', facts({ now: at('2026-03-25T00:00:00+08:00') }))).toEqual([
      'assessment.reply-time-over',
    ]);
  });

  test('a result is final when replies are decided and their time is over or waived', () => {
    const notified = assessment('notified', { replyDueAt: at('2026-03-24T23:59:59+08:00') });
    expect(objectionsTo(notified, 'finalise', facts())).toEqual(['assessment.reply-time-runs']);
    expect(objectionsTo(notified, 'finalise', facts({ openReplies: 1, now: LATER }))).toEqual(['assessment.replies-open']);
    expect(objectionsTo(notified, 'finalise', facts({ now: LATER }))).toEqual([]);
    expect(objectionsTo({ ...notified, repliesWaived: taken('koordinator') }, 'finalise', facts())).toEqual([]);
  });

  test('the assessed side is not asked whether it is independent of itself', () => {
    const notified = assessment('notified', { replyDueAt: LATER });
    expect(objectionsTo(notified, 'reply', facts({ dependence: 'holds-office' }))).toEqual([]);
  });

  test('nothing is submitted in a round that is not open', () => {
    expect(objectionsTo(assessment('draft'), 'submit', facts({ round: { state: 'ended' } }))).toEqual([
      'assessment.round-not-open',
    ]);
  });
});

describe('makers', () => {
  test('are those assigned, who submitted and who wrote, of both ratings but not of the self-assessment', () => {
    const sheets = [
      sheet(1, 1, 'product', { filledBy: 'pengganti' }),
      sheet(1, 1, 'product', { rating: 0, filledBy: 'dinkes' }),
      sheet(1, 1, 'product', { rating: 2, filledBy: 'penilai2' }),
    ];
    expect([...makersOf(assessment('draft'), sheets, 'check')].sort()).toEqual(['pengganti', 'penilai', 'penilai2']);
  });

  test('who decided a reply may not publish it; who corrected once may correct again', () => {
    const sheets = [sheet(1, 1, 'product', { filledBy: 'pemutus', filledAt: LATER })];
    const submitted = assessment('final', { submitted: taken('penilai') });
    expect(makersOf(submitted, sheets, 'publish').has('pemutus')).toBe(true);
    expect(makersOf(submitted, sheets, 'correct').has('pemutus')).toBe(false);
  });
});

describe('after a step', () => {
  test('the stage is that of the table, for every step it has', () => {
    for (const line of STAGE_TRANSITIONS) {
      const next = afterStep(assessment(line.from), { action: line.action, by: 'x', at: NOW });
      expect(next.stage).toBe(line.to);
    }
  });

  test('one that is returned has never been submitted', () => {
    const back = afterStep(assessment('checked', { submitted: taken('a'), checked: taken('b') }), {
      action: 'return',
      by: 'c',
      at: NOW,
    });
    expect([back.submitted, back.checked, back.moderated]).toEqual([null, null, null]);
  });

  test('a step is told by who took it, and when', () => {
    const names: Partial<Record<StageAction, keyof Assessment>> = {
      submit: 'submitted',
      check: 'checked',
      moderate: 'moderated',
    };
    for (const [action, name] of Object.entries(names) as [StageAction, 'submitted'][]) {
      const from = STAGE_TRANSITIONS.find((line) => line.action === action)?.from ?? 'draft';
      expect(afterStep(assessment(from), { action, by: 'x', at: NOW })[name]).toEqual(taken('x'));
    }
  });

  test('who replies after waiving has a reply after all', () => {
    const waived = assessment('notified', { repliesWaived: taken('koordinator'), replyDueAt: LATER });
    expect(afterStep(waived, { action: 'reply', by: 'koordinator', at: NOW }).repliesWaived).toBeNull();
  });
});
