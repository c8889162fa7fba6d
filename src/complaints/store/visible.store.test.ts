import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Capability, HeldPosition } from '../../kernel/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { filed, newId, OFFICES, START } from '../rules/cast.test-support.ts';
import type { Complaint, Part } from '../rules/complaint.ts';
import type { Office } from '../rules/forwarding.ts';
import { trackingNumber } from '../rules/tracking-number.ts';
import { seeingPositions, VISIBILITY, viewOf } from '../rules/visibility.ts';
import { partRow } from './rows.ts';
import { insertComplaint } from './save.ts';
import type { ComplaintTables } from './tables.ts';
import { visibleToOfficer, visibleToPublic } from './visible.ts';

/** What a page may show and what a list finds must be one rule: the table in rules/visibility.ts, once in TypeScript, once in SQL. */

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const office = fc.constantFrom(...OFFICES);
const PEOPLE = [newId(), newId(), newId()];
const CAPABILITIES: readonly Capability[] = [
  ...VISIBILITY.map((line) => line.capability),
  'complaint.forward',
  'identity.read',
  'law.manage',
];

const complaint = fc
  .record({
    desk: office,
    parts: fc.uniqueArray(fc.record({ office, state: fc.constantFrom('forwarded', 'in-progress', 'returned', 'excused') }), {
      maxLength: 3,
      selector: (each) => each.office.id,
    }),
    shielded: fc.option(office),
    ombudsman: fc.option(office),
    filedBy: fc.option(fc.constantFrom(...PEOPLE)),
    anonymous: fc.boolean(),
    confidential: fc.boolean(),
    released: fc.boolean(),
    number: fc.uint8Array({ minLength: 8, maxLength: 8 }),
  })
  .map((given): Complaint => {
    const parts = given.parts.map(
      ({ office: at, state }): Part => ({
        id: newId(),
        agencyId: at.id,
        governmentId: at.governmentId,
        agencyPath: at.path,
        state: state as Part['state'],
        receivedAt: START,
        hops: 1,
        returnToAgencyId: given.desk.id,
        binding: false,
        firstFollowUpAt: null,
        proposal: null,
      }),
    );
    return {
      ...filed({
        anonymous: given.anonymous,
        confidential: given.confidential,
        filedByPersonId: given.filedBy,
        trackingNumber: trackingNumber(given.number),
      }),
      deskAgencyId: given.desk.id,
      deskPath: given.desk.path,
      parts,
      stage: parts.length > 0 ? 'handling' : 'verification',
      shieldedGovernmentId: given.shielded?.governmentId ?? null,
      ombudsmanOfficeId: given.ombudsman?.id ?? null,
      publicText: given.released && !given.confidential ? { title: 'Judul', description: 'Isi', releasedAt: START } : null,
    };
  });

const position = fc.record({ office, capabilities: fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { maxLength: 3 }) }).map(
  (given: { office: Office; capabilities: Capability[] }): HeldPosition => ({
    positionId: newId(),
    kind: 'generated',
    agencyId: given.office.id,
    governmentId: given.office.governmentId,
    agencyPath: given.office.path,
    capabilities: given.capabilities,
    regionCode: null,
  }),
);

const officer = fc
  .record({ personId: fc.constantFrom(...PEOPLE), positions: fc.array(position, { maxLength: 3 }) })
  .map((given): Actor => ({ kind: 'officer', name: 'Petugas (contoh)', ...given }));

test('a list finds for an officer exactly what the rule shows, and for the public exactly what is released', async () => {
  const complaints = fc.sample(complaint, { numRuns: 120, seed: 7 });
  const times = { reminderFor: () => START, afterDue: () => START };
  const kept: Complaint[] = [];
  for (const each of complaints) {
    await t.db.transaction().execute(async (tx) => {
      const decision = { complaint: each, events: [], entries: [], hops: [], news: [] };
      const saving = { at: START, actor: { kind: 'visitor' }, times, receiptHash: new Uint8Array(32) } as const;
      await insertComplaint(t.tools, tx, decision, saving);
      const parts = each.parts.map((part) => partRow(each.id, part));
      if (parts.length > 0) await tx.withTables<ComplaintTables>().insertInto('complaints.parts').values(parts).execute();
    });
    kept.push(each);
  }

  const idsWhere = async (condition: ReturnType<typeof visibleToPublic>) => {
    const { rows } = await sql<{ id: string }>`select c.id from complaints.complaints c where ${condition}`.execute(t.db);
    return rows.map((row) => row.id).sort();
  };
  let seen = 0;
  let unseen = 0;
  await fc.assert(
    fc.asyncProperty(officer, async (actor) => {
      const expected = kept.filter((each) => seeingPositions(each, actor).length > 0).map((each) => each.id);
      seen += expected.length;
      unseen += kept.length - expected.length;
      expect(await idsWhere(visibleToOfficer(actor))).toEqual(expected.sort());
    }),
    { numRuns: 150 },
  );
  expect(Math.min(seen, unseen)).toBeGreaterThan(500);
  const released = kept.filter((each) => viewOf(each, { kind: 'visitor' }) === 'public').map((each) => each.id);
  expect(await idsWhere(visibleToPublic())).toEqual(released.sort());
});
