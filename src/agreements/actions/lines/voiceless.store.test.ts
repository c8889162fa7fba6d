import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, castOf } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { readinessOf } from '../signing/readiness.ts';
import { plannedLine, signedPlan } from './plan.test-support.ts';
import { voicelessOf } from './voiceless.ts';

let t: TestDatabase;
let who: Cast;
let plan: Agreement;
let line: Line;
const today = Temporal.PlainDate.from('2026-03-16');

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-03-16T10:00:00+08:00');
  who = await castOf(t);
  plan = await signedPlan(t, who);
  line = await plannedLine(t, who, plan);
}, 240_000);
afterAll(() => t.close());

const asked = (lines: readonly Parameters<typeof voicelessOf>[2][number][]) => voicelessOf(t.db, plan, lines, today);

test('names owners and confirmers for whom nobody in the application speaks, and says nothing of lines that are settled', async () => {
  expect(await asked([line])).toEqual({ owners: [], confirmers: [] });
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM directory.agencies g
    WHERE code LIKE '51.__' AND NOT EXISTS (SELECT FROM directory.positions p WHERE p.agency_id = g.id) ORDER BY code LIMIT 1`.execute(
    t.db,
  );
  const [body] = rows;
  if (!body) throw new Error('every government has officers');
  const office = { ...line.owner, agencyId: body.id, agencyPath: [body.id], personId: null };
  expect(await asked([{ ...line, owner: office }])).toEqual({ owners: [body.name], confirmers: [] });
  expect(await asked([{ ...line, other: office }])).toEqual({ owners: [], confirmers: [] });
  // Without an office of the Ombudsman that follows it, only the party that was named could confirm.
  const alone = (lines: Parameters<typeof asked>[0]) => voicelessOf(t.db, { ...plan, officePath: [] }, lines, today);
  expect(await alone([{ ...line, other: office }])).toEqual({ owners: [], confirmers: [body.name] });
  const parties = plan.parties.map((party) => (party.id === line.owner.partyId ? party : { ...party, agencyPath: [] }));
  const bare = { ...plan, officePath: [], parties };
  expect((await voicelessOf(t.db, bare, [line], today)).confirmers).toEqual(
    plan.parties.filter(({ id }) => id !== line.owner.partyId).map(({ name }) => name),
  );
  expect(await alone([{ ...line, owner: office, other: office, state: 'done' }])).toEqual({ owners: [], confirmers: [] });
});

test('is a point of the readiness list that blocks nothing', async () => {
  const point = async (agreement: Agreement) =>
    (await readinessOf(t.db, agreement, today)).find(({ code }) => code === 'speakers');
  expect(await point(plan)).toMatchObject({ isMet: true, isBlocking: false });
  const parties = plan.parties.map((party) => (party.id === line.owner.partyId ? party : { ...party, agencyPath: [] }));
  const open = await point({ ...plan, officePath: [], parties });
  expect(open).toMatchObject({ isMet: false, isBlocking: false });
  expect(open?.about).toHaveLength(1);
});
