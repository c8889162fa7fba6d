import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, castOf, draftedAgreement } from '../../cast.test-support.ts';
import { aLine, newId } from '../../rules/agreement.test-support.ts';
import { type Light, type LightRule, lightOf, litDay, shareOf } from '../../rules/light.ts';
import { LINE_STATES } from '../../rules/line.transitions.ts';
import type { Achieved, Line } from '../../rules/line.ts';
import { insertLines } from './insert-lines.ts';
import { lightSql, litDaySql, wayOf } from './light-sql.ts';
import { programmeProgress } from './progress.ts';

/** The light is one rule, once in TypeScript and once in SQL. */

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const RULE: LightRule = { green: 90, yellow: 60, staleDays: 90 };
const NEW_YEAR = Temporal.PlainDate.from('2026-01-01');
const days = fc.integer({ min: 0, max: 420 }).map((count) => NEW_YEAR.add({ days: count }));
const amounts = fc.oneof(
  fc.integer({ min: -2, max: 12 }).map(String),
  fc.integer({ min: 0, max: 99 }).map((tenths) => String(tenths / 10)),
);
const maybe = fc.option(amounts, { nil: null });
const achieved = fc.option(fc.record({ amount: amounts, on: days }), { nil: null, freq: 2 });

const promised = fc.record({
  baseline: fc.option(amounts, { nil: null }),
  targets: fc.tuple(maybe, maybe, maybe, maybe),
  direction: fc.constantFrom('up' as const, 'down' as const),
  starts: fc.integer({ min: 0, max: 200 }),
  lasts: fc.integer({ min: 0, max: 200 }),
  state: fc.constantFrom(...LINE_STATES, 'running' as const, 'running' as const, 'planned' as const),
  confirmed: achieved,
  reported: achieved,
  evidenceAsked: fc.constantFrom('', 'SK'),
  evidenceCount: fc.constantFrom(0, 0, 2),
});

test('lists see the light that a page shows', { timeout: 120_000 }, async () => {
  const who = await castOf(t);
  const agreement = await draftedAgreement(t, await who('preventer'), { kind: 'rencana-kerja', yearFrom: 2026 });
  const health = await agencyIdOf(t, '51.05.dinkes');
  const klungkung = await agencyIdOf(t, '51.05');
  const owner = {
    partyId: agreement.parties[1]?.id as string,
    agencyId: health,
    agencyPath: [klungkung, health],
    position: '',
    personId: null,
  };
  const lines = fc.sample(promised, 600).map(({ starts, lasts, ...given }, index): Line => {
    const startsOn = NEW_YEAR.add({ days: starts });
    const dueOn = startsOn.add({ days: lasts });
    return aLine(agreement, {
      ...given,
      ...{ id: newId(), ordinal: index + 1, startsOn, dueOn, firstDueOn: dueOn, year: 2026, owner },
      reported: given.reported as Achieved | null,
    });
  });
  await t.db
    .transaction()
    .execute((tx) =>
      insertLines(t.tools, tx as never, lines, { at: t.tools.clock.now(), actor: { kind: 'system', errand: 'test' } }),
    );
  const seen = new Set<Light>();
  for (const text of ['2026-01-05', '2026-03-31', '2026-04-01', '2026-07-02', '2026-10-15', '2027-02-01']) {
    const day = Temporal.PlainDate.from(text);
    const { rows } = await sql<{ id: string; light: Light }>`
      SELECT l.id, ${lightSql(day, RULE)} AS light FROM agreements.lines l ${wayOf(day)}`.execute(t.db);
    const found = new Map(rows.map(({ id, light }) => [id, light]));
    for (const line of lines) {
      const { light } = lightOf(line, day, RULE);
      seen.add(light);
      if (found.get(line.id) !== light)
        expect({ day: text, line, light: found.get(line.id) }).toEqual({ day: text, line, light });
    }
    const [progress] = await programmeProgress(t.db, [agreement.id], day, RULE);
    const kept = lines.filter(({ state }) => state !== 'dropped');
    expect(progress?.lines).toBe(kept.length);
    const shares = kept.map((line) => Math.min(1, Math.max(0, shareOf(line, line.confirmed?.amount ?? null).valueOf())));
    expect(progress?.share).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / kept.length, 9);
    expect(progress?.byLight.red).toBe(kept.filter((line) => lightOf(line, day, RULE).light === 'red').length);
  }
  expect(seen.size).toBe(4);

  const [ended, later] = [Temporal.PlainDate.from('2026-07-03'), Temporal.PlainDate.from('2027-02-01')];
  await sql`UPDATE agreements.agreements SET state = 'ended', ended_on = ${ended.toString()}, end_reason = 'Contoh.', evidence = 'record',
      signed_on = '2026-01-01', in_force_from = '2026-01-01'
    WHERE id = ${agreement.id}`.execute(t.db);
  const { rows } = await sql<{ id: string; light: Light }>`SELECT l.id, ${lightSql(litDaySql(later), RULE)} AS light
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id ${wayOf(litDaySql(later))}`.execute(t.db);
  const found = new Map(rows.map(({ id, light }) => [id, light]));
  const last = litDay({ endedOn: ended }, later);
  expect(last.toString(), 'the last day that bound').toBe('2026-07-02');
  expect(lines.filter((line) => found.get(line.id) !== lightOf(line, last, RULE).light)).toEqual([]);
  const lit = lines.filter(({ state }) => state !== 'dropped').map((line) => lightOf(line, last, RULE).light);
  const [progress] = await programmeProgress(t.db, [agreement.id], later, RULE);
  expect(progress?.byLight.red, 'what fell due after the end is not late').toBe(lit.filter((light) => light === 'red').length);
  expect(progress?.nextDueOn, 'nothing is due any more').toBeNull();
});
