import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { makePost, messagesFor } from '../../messages/index.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { decide } from '../actions/decide.ts';
import { pauseCaseClock, resumeCaseClock } from '../actions/pause.ts';
import { type CastName, castOf, openedCase } from '../cast.test-support.ts';
import type { CaseAction, Need } from '../rules/case.transitions.ts';
import { runningClock } from '../rules/case.ts';
import { decision } from '../rules/decision.ts';
import { take } from '../rules/take.ts';
import { loadCase } from '../store/cases.ts';
import { caseDeadlinesErrand } from './deadlines.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  officer = await castOf(t);
});
afterAll(() => t.close());

async function step(id: string, who: CastName, action: CaseAction, met: Need[] = []) {
  const done = await decide(t.tools, await officer(who), { caseId: id, version: null }, (file, circumstances) => {
    const taken = take(file, action, circumstances, { reason: 'karena perlu (contoh)', met });
    return taken.ok ? decision(taken.value.file, { events: [taken.value.event] }) : taken;
  });
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
}

/** One tick at noon of each day. */
async function pass(...days: string[]) {
  for (const day of days) {
    t.setNow(`${day}T12:00:00+08:00`);
    await caseDeadlinesErrand(t.tools);
  }
}

const told = async (id: string) => (await messagesFor(t.db, { kind: 'case', id })).map((each) => each.stage.split(':')[0]);

describe('the deadline of a stage', () => {
  test('is reminded, then told to the office, the head and the head office, each once, and said in the record', async () => {
    t.setNow('2026-04-06T09:00:00+08:00');
    const { id } = await openedCase(t);
    const due = runningClock((await loadCase(t.db, id)) ?? (await openedCase(t)), 'stage')?.dueAt.toString();
    expect(due).toBe('2026-04-09T15:59:59Z');
    await pass('2026-04-06', '2026-04-07');
    expect(await told(id)).toEqual(['reminder', 'reminder']);
    await pass('2026-04-09', '2026-04-10', '2026-04-10', '2026-04-13', '2026-04-14', '2026-04-16', '2026-04-17', '2026-04-20');
    const stages = await told(id);
    expect([...new Set(stages)].sort()).toEqual(['centre', 'head', 'overdue', 'reminder']);
    expect(new Set(stages.map((stage, index) => `${stage}${index}`)).size).toBe(stages.length);
    const escalated = (await readEvents(t.db, id)).filter((event) => event.type === 'deadline-escalated');
    expect(escalated.map((event) => event.content.state === 'kept' && (event.content.payload as { to: string }).to)).toEqual([
      'head',
      'centre',
    ]);
  });

  test('stands still while it is paused with a reason, and goes on from there', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const file = await openedCase(t);
    const before = runningClock(file, 'stage')?.dueAt;
    expect(await pauseCaseClock(t.tools, await officer('verifier'), { caseId: file.id, version: 1 }, ' ')).toEqual({
      ok: false,
      refusal: 'case.reason-missing',
    });
    const paused = await pauseCaseClock(
      t.tools,
      await officer('verifier'),
      { caseId: file.id, version: 1 },
      'menunggu ahli (contoh)',
    );
    expect(paused.ok).toBe(true);
    await pass('2026-05-07', '2026-05-08', '2026-05-11', '2026-05-12');
    expect(await told(file.id)).toEqual([]);
    const resumed = await resumeCaseClock(t.tools, await officer('verifier'), { caseId: file.id, version: null });
    if (!resumed.ok) throw new Error(resumed.refusal);
    const after = runningClock(resumed.value, 'stage')?.dueAt;
    expect(before && after && Temporal.Instant.compare(after, before)).toBe(1);
  });

  test('to complete a report: nothing is deleted, it counts as withdrawn, and can be taken up again', async () => {
    t.setNow('2026-06-01T09:00:00+08:00');
    const { id } = await openedCase(t);
    await step(id, 'verifier', 'ask-completion');
    await pass('2026-06-30', '2026-07-01');
    expect((await loadCase(t.db, id))?.stage).toBe('completing');
    await pass('2026-07-02');
    const lapsed = await loadCase(t.db, id);
    expect([lapsed?.stage, lapsed?.outcome]).toEqual(['closed', 'deemed-withdrawn']);
    const revived = await step(id, 'verifier', 'revive');
    expect([revived.stage, revived.outcome]).toEqual(['formal', null]);
    expect(runningClock(revived, 'stage')).toBeDefined();
  });

  test('of the comment: silence closes as the LHP concluded', async () => {
    for (const [issue, outcome] of [
      ['issue-not-found', 'no-maladministration'],
      ['issue-ended', 'examination-ended'],
    ] as const) {
      t.setNow('2026-08-03T09:00:00+08:00');
      const { id } = await openedCase(t);
      await step(id, 'verifier', 'pass-formal', ['formal-met']);
      await step(id, 'verifier', 'submit-to-plenary', ['checks-answered']);
      await step(id, 'head', 'decide-examine', ['plenary-decided']);
      const person = await officer('examiner');
      await decide(t.tools, await officer('head'), { caseId: id, version: null }, (file, circumstances) => {
        const taken = take(file, 'assign', circumstances);
        if (!taken.ok) return taken;
        const team = [{ personId: person.personId, role: 'lead', since: circumstances.at, until: null } as const];
        return decision({ ...taken.value.file, team }, { events: [taken.value.event] });
      });
      await step(id, 'examiner', 'finish-examination');
      await step(id, 'head', issue, ['lhp-sealed']);
      await pass('2026-08-17', '2026-08-18');
      expect([(await loadCase(t.db, id))?.stage, (await loadCase(t.db, id))?.outcome]).toEqual(['closed', outcome]);
    }
  });
});
