import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import type { Actor, Capability } from '../../kernel/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { aCase, held, newId, START, TIMES } from '../rules/case.test-support.ts';
import type { Case, Exclusion } from '../rules/case.ts';
import { CASE_VISIBILITY, seeingPositions } from '../rules/visibility.ts';
import { insertCase } from './save.ts';
import { visibleCases } from './visible.ts';

/** What a page may show and what a list finds must be one rule: rules/visibility.ts, once in TypeScript, once in SQL. */

let t: TestDatabase;
let paths: Record<'root' | 'bali' | 'kepri' | 'klungkung' | 'health' | 'works', string[]>;

beforeAll(async () => {
  t = await testDatabase();
  const path = async (code: string) => (await agencyByCode(t.db, code))?.path as string[];
  paths = {
    root: await path('ori'),
    bali: await path('ori.bali'),
    kepri: await path('ori.kepulauan-riau'),
    klungkung: await path('51.05'),
    health: await path('51.05.dinkes'),
    works: await path('51.05.pupr'),
  };
});
afterAll(() => t.close());

const PEOPLE = [newId(), newId(), newId()];
const CAPABILITIES: readonly Capability[] = [
  ...CASE_VISIBILITY.map((line) => line.capability),
  'case.answer',
  'case.owed-read',
  'identity.read',
  'complaint.oversee',
];

type Place = keyof typeof paths;
const exclusion = fc.record({
  kind: fc.constantFrom('person' as const, 'relation' as const, 'unit' as const),
  person: fc.constantFrom(...PEOPLE),
  unit: fc.constantFrom<Place>('works', 'kepri', 'bali'),
  lifted: fc.boolean(),
});

const generated = fc.record({
  office: fc.constantFrom<Place>('bali', 'kepri', 'root'),
  respondent: fc.option(fc.constantFrom<Place>('klungkung', 'health', 'works')),
  removed: fc.boolean(),
  registeredBy: fc.option(fc.constantFrom(...PEOPLE)),
  exclusions: fc.array(exclusion, { maxLength: 2 }),
});

type Given = typeof generated extends fc.Arbitrary<infer T> ? T : never;

function toCase(given: Given, index: number): Case {
  const officePath = paths[given.office];
  const base = aCase();
  return {
    ...base,
    number: `${String(index + 1).padStart(4, '0')}/LM/III/2026/TEST`,
    officeId: officePath.at(-1) as string,
    officePath,
    registeredByPersonId: given.registeredBy,
    respondents: given.respondent
      ? [
          {
            id: newId(),
            agencyId: paths[given.respondent].at(-1) as string,
            governmentId: paths[given.respondent][0] as string,
            agencyPath: paths[given.respondent],
            position: 'Kepala',
            superiorAgencyId: null,
            superiorPosition: '',
            addedAt: START,
            removedAt: given.removed ? START : null,
          },
        ]
      : [],
    exclusions: given.exclusions.map(
      (each): Exclusion => ({
        id: newId(),
        kind: each.kind,
        personId: each.kind === 'unit' ? null : each.person,
        agencyId: each.kind === 'unit' ? (paths[each.unit].at(-1) as string) : null,
        reason: 'hubungan keluarga (contoh)',
        declaredBy: 'person:x',
        at: START,
        liftedAt: each.lifted ? START : null,
      }),
    ),
  };
}

const chair = fc.record({
  place: fc.constantFrom<Place>('root', 'bali', 'kepri', 'klungkung', 'health', 'works'),
  capabilities: fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { minLength: 1, maxLength: 4 }),
});
const officer = fc.record({ personId: fc.constantFrom(...PEOPLE), chairs: fc.array(chair, { maxLength: 3 }) }).map(
  (given): Actor => ({
    kind: 'officer',
    personId: given.personId,
    name: 'Petugas (contoh)',
    positions: given.chairs.map((each) => held(paths[each.place], each.capabilities)),
  }),
);

test('a list finds for an officer exactly the cases that the rule shows', async () => {
  const kept = fc.sample(generated, { numRuns: 120, seed: 11 }).map(toCase);
  await t.db.transaction().execute(async (tx) => {
    for (const file of kept) {
      await insertCase(
        t.tools,
        tx,
        { file, events: [], entries: [], news: [] },
        { at: START, actor: { kind: 'visitor' }, times: TIMES },
      );
    }
  });
  let [seen, unseen] = [0, 0];
  await fc.assert(
    fc.asyncProperty(officer, async (actor) => {
      const expected = kept.filter((file) => seeingPositions(file, actor).length > 0).map((file) => file.id);
      seen += expected.length;
      unseen += kept.length - expected.length;
      const { rows } = await sql<{ id: string }>`select c.id from casework.cases c where ${visibleCases(actor)}`.execute(t.db);
      expect(rows.map((row) => row.id).sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen, unseen)).toBeGreaterThan(500);
});
