import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExamplePeople } from '../../directory/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { draftedAgreement } from '../cast.test-support.ts';
import { linesOf } from '../store/lines.ts';
import { playChanges } from './play-changes.ts';
import { planLines } from './play-lines.ts';
import { actor } from './stage.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-01-12T10:00:00+08:00');
  await loadExamplePeople(t.tools);
}, 300_000);
afterAll(() => t.close());

test('the example plan is lowered, ended short, grown and withdrawn after its signing, each in sight', {
  timeout: 120_000,
}, async () => {
  const clerk = await actor(t.tools, 'pencegahan@ombudsman-bali');
  const plan = await draftedAgreement(t, clerk, { kind: 'rencana-kerja', yearFrom: 2026, yearUntil: 2026 });
  await sql`UPDATE agreements.agreements SET in_force_from = '2026-01-20' WHERE id = ${plan.id}::uuid`.execute(t.ownerDb);
  await planLines(t.tools, plan.id);
  await sql`UPDATE agreements.agreements SET state = 'signed', signed_on = '2026-01-20', in_force_until = '2026-12-31', evidence = 'application'
    WHERE id = ${plan.id}::uuid`.execute(t.ownerDb);
  t.setNow('2026-10-12T10:00:00+08:00');
  await playChanges(t.tools, plan.id);
  expect((await linesOf(t.db, plan.id)).every(({ joinedAt, state }) => joinedAt === null && state === 'planned')).toBe(true);
  t.setNow('2026-10-17T10:00:00+08:00');
  await playChanges(t.tools, plan.id);
  const lines = await linesOf(t.db, plan.id);
  expect(lines.filter(({ isWithdrawn }) => isWithdrawn)).toMatchObject([{ state: 'dropped', ordinal: 11 }]);
  expect(lines.filter(({ state }) => state === 'done')).toMatchObject([
    { confirmed: { amount: '1' }, targets: [null, '1', null, '2'] },
  ]);
  expect(lines.filter(({ targets }) => targets.includes('45'))).toHaveLength(1);
});
