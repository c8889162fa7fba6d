import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { decide } from '../../actions/decide.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { issuedOnCase, issuedOnReview } from '../../obligations.test-support.ts';
import { decision } from '../../rules/decision.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { agencyPositions, mayListObligations, ombudsmanPositions } from '../../rules/obligations/permissions.ts';
import { loadCase } from '../cases.ts';
import { followedCounts, followedList, OWED_VIEWS, owedCounts, owedList } from './lists.ts';
import { saveObligation } from './obligations.ts';

let t: TestDatabase;
let cast: (name: CastName) => Promise<Officer>;
const all: Obligation[] = [];
const NAMES = [
  'verifier',
  'head',
  'examiner',
  'resolver',
  'preventer',
  'counter',
  'chair',
  'coordinator',
  'liaison',
  'leader',
] as const;

beforeAll(async () => {
  t = await testDatabase();
  cast = await castOf(t);
  const head = await cast('head');
  const resolver = await cast('resolver');
  const open = await openedCase(t);
  const shut = await openedCase(t);
  for (const agency of ['51.05', '51.05.dinkes', '51.05.pupr', '51.71']) {
    all.push(await issuedOnCase(t, head, open.id, { agency }), await issuedOnReview(t, await cast('preventer'), { agency }));
  }
  all.push(await issuedOnCase(t, head, shut.id));
  // A conflict of interest shuts the resolver out of one of the two cases.
  const declared = await decide(t.tools, head, { caseId: shut.id, version: null }, (file, { at, newId }) =>
    decision(
      {
        ...file,
        exclusions: [
          {
            ...{ id: newId(), kind: 'person', personId: resolver.personId, agencyId: null, reason: 'Kerabat (contoh)' },
            ...{ declaredBy: `person:${head.personId}`, at, liftedAt: null },
          },
        ],
      },
      { events: [] },
    ),
  );
  expect(declared.ok).toBe(true);
});
afterAll(() => t.close());

describe('lists of obligations', () => {
  test('show each officer of the Ombudsman exactly what the rule lets them see, and each agency its own', async () => {
    let [seen, hidden] = [0, 0];
    for (const name of NAMES) {
      const actor = await cast(name);
      const followed = new Set(
        (await followedList(t.db, actor, { view: 'open' }, t.tools.clock.now(), { limit: 100 })).lines.map(
          (each) => each.obligation.id,
        ),
      );
      const owed = new Set(
        (await owedList(t.db, actor, { view: 'open' }, t.tools.clock.now(), { limit: 100 })).lines.map(
          (each) => each.obligation.id,
        ),
      );
      for (const obligation of all) {
        const file = obligation.caseId ? ((await loadCase(t.db, obligation.caseId)) ?? null) : null;
        const follows = ombudsmanPositions(obligation, actor, file).length > 0;
        if (mayListObligations(actor)) expect(followed.has(obligation.id), `${name} follows`).toBe(follows);
        const owes = (['case.answer', 'case.owed-read'] as const).some(
          (each) => agencyPositions(obligation, actor, each).length > 0,
        );
        expect(owed.has(obligation.id), `${name} owes`).toBe(owes);
        if (follows || owes) seen += 1;
        else hidden += 1;
      }
      expect((await followedCounts(t.db, actor, t.tools.clock.now())).open).toBe(followed.size);
      expect((await owedCounts(t.db, actor, t.tools.clock.now())).open).toBe(owed.size);
    }
    expect(seen).toBeGreaterThan(20);
    expect(hidden).toBeGreaterThan(15);
  });

  test('every obligation is open or done, and pages follow each other by due day without losing one', async () => {
    const head = await cast('head');
    const now = t.tools.clock.now();
    await inTransaction(t.tools, async (tx) => {
      for (const [index, each] of all.entries())
        await saveObligation(tx, { ...each, dueAt: now.add({ hours: 24 * (index % 4) - 36 }) });
    });
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const { lines, next } = await followedList(t.db, head, { view: 'open' }, now, { after, limit: 2 });
      found.push(...lines.map((each) => each.obligation.id));
      if (next === null) break;
      after = next;
    }
    expect(new Set(found).size).toBe(all.length);
    expect(found.length).toBe(all.length);
    const counts = await followedCounts(t.db, head, now);
    expect(counts.late + counts.soon).toBe(counts.open);
    expect(Object.keys(counts).sort()).toEqual([...OWED_VIEWS].sort());
  });
});
