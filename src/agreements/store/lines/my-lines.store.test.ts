import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { addLines } from '../../actions/lines/add-line.ts';
import { nameOfficer } from '../../actions/lines/name-officers.ts';
import { anOrder, day, plannedLine, signedPlan } from '../../actions/lines/plan.test-support.ts';
import { reportProgress } from '../../actions/lines/report-progress.ts';
import { agencyIdOf, CAST, type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import { sidesOf } from '../../rules/permissions.ts';
import { linesOf } from '../lines.ts';
import { countMyLines, inView, LINE_VIEWS, myLines } from './my-lines.ts';

/** Who stands on which side of a line is one rule: rules/permissions.ts, once in TypeScript, once in SQL. */

let t: TestDatabase;
let who: Cast;
beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
});
afterAll(() => t.close());

const SIDES = { own: 'owner', confirm: 'other', kept: 'keeper' } as const;
const RULE = { green: 90, yellow: 60, staleDays: 90 };

test('lists hold the lines whose page gives the same side', async () => {
  const plan = await signedPlan(t, who);
  const [health, klungkung, bali] = [
    await agencyIdOf(t, '51.05.dinkes'),
    await agencyIdOf(t, '51.05'),
    await agencyIdOf(t, 'ori.bali'),
  ];
  const orders = await Promise.all([
    anOrder(t),
    anOrder(t, { other: { agencyId: bali } }),
    anOrder(t, { owner: { agencyId: klungkung } }),
    anOrder(t, { owner: { agencyId: bali } }),
    anOrder(t, { owner: { agencyId: bali }, other: { agencyId: health } }),
    anOrder(t, { owner: { agencyId: bali }, other: { agencyId: klungkung } }),
  ]);
  const added = await addLines(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, orders);
  expect(added.ok).toBe(true);
  const lines = await linesOf(t.db, plan.id);
  const seen = { own: 0, confirm: 0, kept: 0 };
  for (const name of Object.keys(CAST) as CastName[]) {
    const actor = await who(name);
    for (const view of LINE_VIEWS) {
      const { rows } = await sql<{
        id: string;
      }>`SELECT l.id FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
        WHERE ${inView(actor, view)} ORDER BY l.ordinal`.execute(t.db);
      const expected = lines.filter((line) => sidesOf(actor, plan, line).includes(SIDES[view]));
      expect(
        rows.map(({ id }) => id),
        `${name} ${view}`,
      ).toEqual(expected.map(({ id }) => id));
      seen[view] += rows.length;
    }
  }
  expect(Object.values(seen).every((count) => count > 0)).toBe(true);
});

test('pages follow each other by due day, and filters hold', async () => {
  const plan = await signedPlan(t, who);
  const orders = await Promise.all(
    Array.from({ length: 7 }, (_, index) =>
      anOrder(t, {
        activity: `Baris ${index}`,
        dueOn: day('2026-07-01').add({ days: (index * 3) % 7 }),
        isPriority: index % 2 === 0,
      }),
    ),
  );
  const added = await addLines(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, orders);
  expect(added.ok).toBe(true);
  const actor = await who('liaison');
  const found: string[] = [];
  const query = { today: day('2026-05-04'), rule: RULE, limit: 3 };
  const filter = { isOpen: true, priority: true, named: false };
  for (let after: string | undefined; ; ) {
    const page = await myLines(t.db, actor, 'own', filter, { ...query, after });
    found.push(...page.lines.map(({ dueOn }) => dueOn.toString()));
    if (page.next === null) break;
    after = page.next;
  }
  expect(found).toEqual([...found].sort());
  expect(found).toHaveLength(4);
  const none = await myLines(t.db, actor, 'own', { ...filter, light: 'green' }, { ...query, after: undefined });
  expect(none.lines).toEqual([]);
  const broken = await myLines(t.db, actor, 'own', filter, { ...query, after: 'bukan-kursor' });
  expect(broken.lines).toHaveLength(3);
  expect((await countMyLines(t.db, actor)).own).toBeGreaterThanOrEqual(7);
  expect(await countMyLines(t.db, { kind: 'visitor' })).toEqual({ own: 0, confirm: 0, kept: 0 });
});

test('a list is as long as its count says: what an ended agreement left open is nobody’s work; named and waiting lines are found', async () => {
  const [ending, plan] = [await signedPlan(t, who), await signedPlan(t, who)];
  const actor = await who('liaison');
  const given = { dueOn: day('2026-05-30'), evidenceAsked: '', targets: ['8'] };
  const open = await plannedLine(t, who, ending, given);
  const mine = await plannedLine(t, who, plan, given);
  const target = { lineId: mine.id, version: null };
  expect((await nameOfficer(t.tools, actor, target, 'owner', actor.personId)).ok).toBe(true);
  const report = { asOf: day('2026-05-04'), achieved: '2', text: 'Dua (contoh)', isLast: false, forPublic: false, evidence: [] };
  expect((await reportProgress(t.tools, actor, target, report)).ok).toBe(true);
  await sql`UPDATE agreements.agreements SET state = 'ended', ended_on = '2026-05-01' WHERE id = ${ending.id}::uuid`.execute(
    t.ownerDb,
  );
  const query = { today: day('2026-05-04'), rule: RULE, after: undefined, limit: 1000 };
  const filter = { isOpen: true, priority: false, named: false };
  const all = (await myLines(t.db, actor, 'own', filter, query)).lines;
  expect(all).toHaveLength((await countMyLines(t.db, actor)).own);
  expect(all.some(({ id }) => id === open.id)).toBe(false);
  const named = (await myLines(t.db, actor, 'own', { ...filter, named: true }, query)).lines;
  expect(named.map(({ id }) => id)).toEqual([mine.id]);
  expect(named[0]?.waitsSince?.toString()).toBe(t.tools.clock.now().toString());
  expect(all.filter(({ waitsSince }) => waitsSince !== null)).toHaveLength(1);
});
