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
import { FATES, fateOf, goesOn } from '../../rules/public/fate.ts';
import { loadAgreement } from '../agreements.ts';
import { insertLines } from '../lines/insert-lines.ts';
import { insertCarried } from '../reviews/renewals.ts';
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

test('what goes on in the edition that took the place of its plan is counted there alone', { timeout: 120_000 }, async () => {
  const who = await castOf(t);
  const [plan, edition] = [await signedPlan(t, who), await signedPlan(t, who)];
  const partyId = plan.parties.find(({ side }) => side === 'government')?.id as string;
  const nextParty = edition.parties.find(({ side }) => side === 'government')?.id as string;
  const [klungkung, health] = [await agencyIdOf(t, '51.05'), await agencyIdOf(t, '51.05.dinkes')];
  const owner = { agencyId: health, agencyPath: [klungkung, health], position: '', personId: null };
  const withdrawn = ({ state, isWithdrawn }: Pick<Line, 'state' | 'isWithdrawn'>) => isWithdrawn && state === 'dropped';
  const pairs = fc.sample(fc.record({ old: promised, next: fc.option(promised) }), 120).map(({ old, next }, index) => {
    const made = (given: typeof old, of: typeof plan, party: string): Line =>
      aLine(of, {
        ...given,
        ...{
          id: newId(),
          ordinal: index + 1,
          startsOn: NEW_YEAR,
          owner: { ...owner, partyId: party },
          isWithdrawn: withdrawn(given),
        },
      });
    return { old: made(old, plan, partyId), next: next && made(next, edition, nextParty) };
  });
  const both = pairs.flatMap(({ old, next }) => (next ? [{ old, next }] : []));
  await t.db.transaction().execute(async (tx) => {
    const saving = { at: t.tools.clock.now(), actor: { kind: 'system', errand: 'test' } } as const;
    await insertLines(
      t.tools,
      tx as never,
      pairs.map(({ old }) => old),
      saving,
    );
    await insertLines(
      t.tools,
      tx as never,
      both.map(({ next }) => next),
      saving,
    );
    await insertCarried(
      tx as never,
      both.map(({ old, next }) => ({
        ...{ agreementId: edition.id, lineId: next.id, fromAgreementId: plan.id, fromLineId: old.id },
      })),
    );
  });
  const today = Temporal.PlainDate.from('2026-08-08');
  const seen = new Set<boolean>();
  for (const ended of [false, true])
    for (const isAdopted of [false, true])
      for (const follows of [false, true]) {
        await sql`UPDATE agreements.agreements SET state = ${ended ? 'ended' : 'signed'}, ended_on = ${ended ? '2026-05-05' : null}::date WHERE id = ${plan.id}`.execute(
          t.ownerDb,
        );
        await sql`UPDATE agreements.agreements SET is_adopted = ${isAdopted}, predecessor_id = ${follows ? plan.id : null}::uuid WHERE id = ${edition.id}`.execute(
          t.ownerDb,
        );
        const [before, after] = [await loadAgreement(t.db, plan.id), await loadAgreement(t.db, edition.id)];
        if (!before || !after) throw new Error('a plan is gone');
        const expected = pairs
          .filter(({ old, next }) => {
            const on = goesOn(old, before, next ? [{ agreement: after, line: next }] : []);
            seen.add(on);
            return !on && fateOf(old, before, today) !== null;
          })
          .map(({ old }) => old.id);
        const scope = { agreementIds: [plan.id] };
        const found = await promiseLines(t.db, scope, { today, rule: RULE }, { limit: 1000 });
        expect(found.lines.map(({ line }) => line.id).sort()).toEqual(expected.sort());
        expect((await promisesOf(t.db, scope, today)).total).toBe(expected.length);
      }
  expect(seen).toEqual(new Set([true, false]));
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
