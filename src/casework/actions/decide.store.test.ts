import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Officer } from '../../kernel/actor.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { type CastName, castOf, openedCase } from '../cast.test-support.ts';
import type { CaseAction, Need } from '../rules/case.transitions.ts';
import { runningClock } from '../rules/case.ts';
import { decision } from '../rules/decision.ts';
import { take } from '../rules/take.ts';
import { loadCase } from '../store/cases.ts';
import { decide } from './decide.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-03-16T09:00:00+08:00');
  officer = await castOf(t);
});
beforeEach(() => t.setNow('2026-03-16T09:00:00+08:00'));
afterAll(() => t.close());

async function step(id: string, who: CastName, action: CaseAction, met: Need[] = [], version: number | null = null) {
  return decide(t.tools, await officer(who), { caseId: id, version }, (file, circumstances) => {
    const taken = take(file, action, circumstances, { reason: 'karena perlu (contoh)', met });
    return taken.ok ? decision(taken.value.file, { events: [taken.value.event] }) : taken;
  });
}

describe('a case that is opened', () => {
  test('has a number of its office, its first stage, a running clock and a record, and comes back as it was saved', async () => {
    const file = await openedCase(t);
    expect(file.number).toMatch(/^\d{4}\/LM\/III\/2026\/[A-Z]+$/);
    expect(file.ruleSet).toBe('PO 58/2023');
    expect(await loadCase(t.db, file.id)).toEqual(file);
    const clock = runningClock(file, 'stage');
    expect(clock?.limit).toEqual({ rule: 'case.formal', value: 3, unit: 'hk' });
    // Nyepi, Idulfitri and their joint leave take 18 to 24 March 2026: the days that count are 17, 25 and 26.
    expect(clock?.dueAt.toString()).toBe('2026-03-26T15:59:59Z');
    const events = await readEvents(t.db, file.id);
    expect(events.map((event) => event.type)).toEqual(['registered']);
  });

  test('goes on by the table, and each step is saved with its event', async () => {
    const { id } = await openedCase(t);
    expect(await step(id, 'verifier', 'pass-formal')).toEqual({ ok: false, refusal: 'case.formal-not-met' });
    const done = await step(id, 'verifier', 'pass-formal', ['formal-met']);
    expect(done.ok && done.value.stage).toBe('material');
    const saved = await loadCase(t.db, id);
    expect(saved).toEqual(done.ok && done.value);
    expect(saved?.version).toBe(2);
    expect((await readEvents(t.db, id)).map((event) => event.type)).toEqual(['registered', 'pass-formal']);
  });

  test('is not there for officers of the respondent, whatever their position; an examiner may not verify', async () => {
    const { id } = await openedCase(t);
    for (const who of ['coordinator', 'liaison', 'leader'] as const) {
      expect(await step(id, who, 'pass-formal', ['formal-met'])).toEqual({ ok: false, refusal: 'case.absent' });
    }
    expect(await step(id, 'examiner', 'pass-formal', ['formal-met'])).toEqual({ ok: false, refusal: 'case.not-yours' });
  });

  test('two forms made from the same version: the second is told that the case has moved on', async () => {
    const { id } = await openedCase(t);
    expect((await step(id, 'verifier', 'pass-formal', ['formal-met'], 1)).ok).toBe(true);
    expect(await step(id, 'verifier', 'submit-to-plenary', ['checks-answered'], 1)).toEqual({
      ok: false,
      refusal: 'case.moved-on',
    });
  });

  test('a procedure that came into force later leaves an older case alone', async () => {
    t.setNow('2023-05-02T09:00:00+08:00');
    const file = await openedCase(t);
    expect(file.ruleSet).toBe('PO 26/2017');
    t.setNow('2026-03-16T09:00:00+08:00');
    const done = await step(file.id, 'verifier', 'pass-formal', ['formal-met']);
    expect(done.ok && done.value.ruleSet).toBe('PO 26/2017');
  });
});
