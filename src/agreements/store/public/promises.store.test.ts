import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { signedPlan } from '../../actions/lines/plan.test-support.ts';
import { agencyIdOf, castOf } from '../../cast.test-support.ts';
import { aLine, newId } from '../../rules/agreement.test-support.ts';
import { LINE_STATES } from '../../rules/line.transitions.ts';
import type { Line } from '../../rules/line.ts';
import { FATES, fateOf } from '../../rules/public/fate.ts';
import { loadAgreement } from '../agreements.ts';
import { insertLines } from '../lines/insert-lines.ts';
import { promiseLines, promisesOf } from './promises.ts';

/** What became of a promise is one rule: rules/public/fate.ts, once in TypeScript, once in SQL. */

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const NEW_YEAR = Temporal.PlainDate.from('2026-01-01');
const RULE = { green: 90, yellow: 60, staleDays: 90 };
const days = fc.integer({ min: 0, max: 300 }).map((count) => NEW_YEAR.add({ days: count }));
const amounts = fc.integer({ min: -20, max: 200 }).map((tenths) => String(tenths / 10));
const maybe = fc.option(amounts, { nil: null });
const achieved = fc.option(fc.record({ amount: amounts, on: days }), { nil: null, freq: 3 });
const promised = fc.record({
  baseline: maybe,
  targets: fc.oneof(fc.tuple(maybe, maybe, maybe, maybe), fc.constant([null, null, null, null] as Line['targets'])),
  direction: fc.constantFrom('up' as const, 'down' as const),
  dueOn: days,
  firstDueOn: days,
  state: fc.constantFrom(...LINE_STATES, 'done' as const, 'done' as const, 'running' as const),
  isWithdrawn: fc.boolean(),
  confirmed: achieved,
  reported: achieved,
});

test('counts and lists know what became of a promise as the rule does, also once its agreement was ended', {
  timeout: 120_000,
}, async () => {
  const who = await castOf(t);
  const plan = await signedPlan(t, who);
  const [klungkung, health] = [await agencyIdOf(t, '51.05'), await agencyIdOf(t, '51.05.dinkes')];
  const partyId = plan.parties.find(({ side }) => side === 'government')?.id as string;
  const owner = { partyId, agencyId: health, agencyPath: [klungkung, health], position: '', personId: null };
  const lines = fc.sample(promised, 250).map(
    (given, index): Line =>
      aLine(plan, {
        ...given,
        ...{
          id: newId(),
          ordinal: index + 1,
          startsOn: NEW_YEAR,
          owner,
          isWithdrawn: given.isWithdrawn && given.state === 'dropped',
        },
      }),
  );
  await t.db
    .transaction()
    .execute((tx) =>
      insertLines(t.tools, tx as never, lines, { at: t.tools.clock.now(), actor: { kind: 'system', errand: 'test' } }),
    );
  const scope = { agreementIds: [plan.id] };
  const seen = new Set<string>();
  for (const ended of [null, '2026-05-05'])
    for (const text of ['2026-03-03', '2026-05-05', '2026-08-08', '2027-01-01']) {
      const today = Temporal.PlainDate.from(text);
      await sql`UPDATE agreements.agreements SET state = ${ended ? 'ended' : 'signed'}, ended_on = ${ended}::date WHERE id = ${plan.id}`.execute(
        t.ownerDb,
      );
      const agreement = (await loadAgreement(t.db, plan.id)) ?? plan;
      const fates = new Map(lines.map((line) => [line.id, fateOf(line, agreement, today)]));
      const { by, total } = await promisesOf(t.db, scope, today);
      const found = await promiseLines(t.db, scope, { today, rule: RULE }, { limit: 1000 });
      expect(found.lines).toHaveLength(total);
      for (const { line, fate } of found.lines) expect([line.id, fate]).toEqual([line.id, fates.get(line.id)]);
      for (const fate of FATES) {
        const expected = [...fates.values()].filter((one) => one === fate).length;
        expect([text, ended, fate, by[fate]]).toEqual([text, ended, fate, expected]);
        if (expected > 0) seen.add(fate);
      }
      expect(FATES.reduce((sum, fate) => sum + by[fate], 0)).toBe(total);
    }
  expect([...seen].sort()).toEqual([...FATES].sort());
});
