import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { runningClock } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { countOpenObligations, loadCase } from '../../store/cases.ts';
import { clocksOfObligation, obligationById, obligationsOf } from '../../store/obligations/obligations.ts';
import { decide } from '../decide.ts';
import { issueObligation } from './issue.ts';

let t: TestDatabase;
let cast: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase();
  cast = await castOf(t);
});
afterAll(() => t.close());

describe('a product becomes an obligation', () => {
  test('of a case: its clock runs with the case, its numbers follow each other, nothing stays of a refused decision', async () => {
    const file = await openedCase(t);
    const head = await cast('head');
    const agency = await agencyByCode(t.db, '51.05.dinkes');
    const order = {
      agencyId: agency?.id ?? '',
      position: 'Kepala Dinas Kesehatan',
      evidenceAsked: 'Surat rujukan',
      documentId: null,
    };
    const issue = (text: string, refused: boolean) =>
      decide(t.tools, head, { caseId: file.id, version: null }, async (now, circumstances, tx) => {
        const subject = { kind: 'case', file: now } as const;
        const given = { ...order, subject, kind: 'corrective-action', text, isPublic: true } as const;
        const { file: next, event } = await issueObligation(t.tools, tx, circumstances, given);
        return refused ? { ok: false, refusal: 'case.not-now' } : decision(next, { events: [event] });
      });
    expect((await issue('Terbitkan surat rujukan (contoh).', false)).ok).toBe(true);
    expect((await issue('Tidak jadi (contoh).', true)).ok).toBe(false);
    expect((await issue('Umumkan syarat rujukan (contoh).', false)).ok).toBe(true);
    const kept = await obligationsOf(t.db, { caseId: file.id });
    expect(kept.map(({ ordinal, state, kind }) => [ordinal, state, kind])).toEqual([
      [1, 'issued', 'corrective-action'],
      [2, 'issued', 'corrective-action'],
    ]);
    const saved = await loadCase(t.db, file.id);
    for (const each of kept) {
      const clock = saved && runningClock(saved, 'obligation', each.id);
      expect(clock?.limit).toEqual({ rule: 'case.corrective', value: 30, unit: 'hk' });
      expect(clock?.dueAt.equals(each.dueAt)).toBe(true);
    }
    expect(await countOpenObligations(t.db, file.id)).toBe(2);
  });

  test('of a review: the clock is kept beside it and runs by the same law', async () => {
    const [office, agency, actor] = [
      await agencyByCode(t.db, 'ori.bali'),
      await agencyByCode(t.db, '51.05.dinkes'),
      await cast('preventer'),
    ];
    const review = t.tools.random.id();
    const done = await orRollBack(t.tools, async (tx) => ({
      ok: true as const,
      value: await issueObligation(
        t.tools,
        tx,
        { at: t.tools.clock.now(), actor },
        {
          subject: {
            ...{ kind: 'review', id: review, officeId: office?.id ?? '', officePath: office?.path ?? [] },
            ...{ zone: 'Asia/Makassar', regionCode: '51.05' },
          },
          ...{ kind: 'suggestion', agencyId: agency?.id ?? '', position: 'Kepala Dinas Kesehatan', isPublic: true },
          ...{ text: 'Susun SOP rujukan (contoh).', evidenceAsked: 'SOP', documentId: null },
        },
      ),
    }));
    if (!done.ok) throw new Error('not issued');
    const kept = await obligationById(t.db, done.value.obligation.id);
    expect(kept).toMatchObject({ reviewId: review, caseId: null, ordinal: 1, rule: 'case.suggestion' });
    const [clock, ...others] = await clocksOfObligation(t.db, { id: kept?.id ?? '', caseId: null });
    expect(others).toEqual([]);
    expect(clock?.dueAt.equals(kept?.dueAt as never)).toBe(true);
  });
});
