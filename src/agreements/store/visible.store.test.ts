import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import type { Actor, Capability } from '../../kernel/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { anAgreement, held, newId, party, START } from '../rules/agreement.test-support.ts';
import { AGREEMENT_STATES } from '../rules/agreement.transitions.ts';
import type { Agreement } from '../rules/agreement.ts';
import { isInside, maySee, READING } from '../rules/visibility.ts';
import { loadAgreement } from './agreements.ts';
import { insertAgreement } from './save.ts';
import { insideAgreements, visibleAgreements } from './visible.ts';

/** What a page may show and what a list finds must be one rule: rules/visibility.ts, once in TypeScript, once in SQL. */

let t: TestDatabase;
let paths: Record<'root' | 'bali' | 'kepri' | 'province' | 'klungkung' | 'health' | 'badung' | 'desk', string[]>;

beforeAll(async () => {
  t = await testDatabase();
  const path = async (code: string) => (await agencyByCode(t.db, code))?.path as string[];
  paths = {
    root: await path('ori'),
    bali: await path('ori.bali'),
    kepri: await path('ori.kepulauan-riau'),
    province: await path('51'),
    klungkung: await path('51.05'),
    health: await path('51.05.dinkes'),
    badung: await path('51.03'),
    desk: await path('kemenpanrb'),
  };
});
afterAll(() => t.close());

type Place = keyof typeof paths;
const OFFICES: readonly Place[] = ['root', 'bali', 'kepri'];
const GOVERNMENTS: readonly Place[] = ['province', 'klungkung', 'health', 'badung'];
const PLACES: readonly Place[] = [...OFFICES, ...GOVERNMENTS, 'desk'];

const generated = fc.record({
  kind: fc.constantFrom('nota-kesepakatan' as const, 'pks' as const, 'rad' as const),
  state: fc.constantFrom(...AGREEMENT_STATES),
  office: fc.option(fc.constantFrom(...OFFICES), { nil: null }),
  keeper: fc.constantFrom(...PLACES),
  governments: fc.uniqueArray(fc.constantFrom(...GOVERNMENTS), { maxLength: 2 }),
});
type Given = typeof generated extends fc.Arbitrary<infer T> ? T : never;

function toAgreement(given: Given, index: number): Agreement {
  const isOver = given.state === 'ended';
  return anAgreement({
    ...{ id: newId(), code: `T-2026-${index}`, kind: given.kind, state: given.state },
    ...{ officeId: given.office && (paths[given.office].at(-1) as string), officePath: given.office ? paths[given.office] : [] },
    ...{ keeperId: paths[given.keeper].at(-1) as string, keeperPath: paths[given.keeper] },
    ...(isOver ? { endedOn: START.toZonedDateTimeISO('Asia/Makassar').toPlainDate(), endReason: 'contoh' } : {}),
    parties: given.governments.map((place, order) => party({ side: 'government', agencyPath: paths[place] }, order + 1)),
  });
}

const CAPABILITIES: readonly Capability[] = [...READING, 'case.answer', 'complaint.read'];
const actors = fc.oneof(
  fc.constant({ kind: 'visitor' } as Actor),
  fc
    .array(
      fc.record({
        place: fc.constantFrom(...PLACES),
        capabilities: fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { maxLength: 3 }),
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((positions) => ({ positions })),
);

test('lists find what pages show', { timeout: 120_000 }, async () => {
  const all = fc.sample(generated, 120).map(toAgreement);
  await t.ownerDb.transaction().execute(async (tx) => {
    for (const each of all)
      await insertAgreement(t.tools, tx, each, [], { at: START, actor: { kind: 'system', errand: 'test' } });
  });
  for (const one of all.slice(0, 10)) expect((await loadAgreement(t.db, one.id))?.parties).toEqual(one.parties);
  for (const given of fc.sample(actors, 60)) {
    const actor: Actor =
      'kind' in given
        ? given
        : {
            kind: 'officer',
            personId: newId(),
            name: 'Contoh',
            positions: given.positions.map(({ place, capabilities }) => held(paths[place], capabilities)),
          };
    const find = async (reach: ReturnType<typeof visibleAgreements>) => {
      const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreements.agreements a WHERE ${reach}`.execute(t.db);
      return new Set(rows.map(({ id }) => id));
    };
    expect(await find(visibleAgreements(actor))).toEqual(new Set(all.filter((one) => maySee(actor, one)).map(({ id }) => id)));
    expect(await find(insideAgreements(actor))).toEqual(new Set(all.filter((one) => isInside(actor, one)).map(({ id }) => id)));
  }
});
