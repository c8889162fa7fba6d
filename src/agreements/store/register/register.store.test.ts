import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { anAgreement, held, newId, officerWith, party, START } from '../../rules/agreement.test-support.ts';
import { AGREEMENT_STATES } from '../../rules/agreement.transitions.ts';
import { type Agreement, contactsOn, withoutFocalPoint } from '../../rules/agreement.ts';
import { bindsOn, STANDINGS, standingOn } from '../../rules/in-force.ts';
import { summaryOf } from '../../web/public/api/parts.ts';
import { insertAgreement } from '../save.ts';
import { waitingCounts, waitsAs } from './desk.ts';
import { departedAmong, departedPoints } from './focal-points.ts';
import { agreementList } from './lists.ts';
import { standsAs, unwatched } from './standing.ts';

let t: TestDatabase;
let bali: string[];
let klungkung: string[];
let head: Officer;
/** Of the office in Bali and of Klungkung: who stays, and who leaves on the 18th, which it already is east of Jakarta. */
let people: readonly Readonly<Record<'stays' | 'leaves', string>>[];
const NOW = Temporal.Instant.from('2026-03-17T16:30:00Z');
const WARN = { long: 180, yearly: 90 };

beforeAll(async () => {
  t = await testDatabase();
  bali = (await agencyByCode(t.db, 'ori.bali'))?.path as string[];
  klungkung = (await agencyByCode(t.db, '51.05'))?.path as string[];
  people = await Promise.all(
    [bali, klungkung].map(async (path) => ({ stays: await holder(path, null), leaves: await holder(path, '2026-03-18') })),
  );
  head = officerWith(held(bali, ['agreement.prepare', 'agreement.confirm', 'agreement.read']));
});
afterAll(() => t.close());

/** Somebody who holds an office until a day. */
async function holder(path: readonly string[], endsOn: string | null): Promise<string> {
  const id = t.tools.random.id();
  await sql`INSERT INTO directory.people (id, name, email, is_example, created_at) VALUES (${id}::uuid, 'Pejabat (contoh)', ${`${id}@contoh.example`}, true, now())`.execute(
    t.ownerDb,
  );
  await sql`INSERT INTO directory.positions (id, person_id, kind, agency_id, decree_number, decree_on, starts_on, ends_on, end_reason, created_at)
    VALUES (${t.tools.random.id()}::uuid, ${id}::uuid, 'liaison-officer', ${path.at(-1)}::uuid, 'SK 1 (contoh)', '2026-01-01', '2026-01-01', ${endsOn}::date,
      ${endsOn === null ? null : 'contoh'}, now())`.execute(t.ownerDb);
  return id;
}

const generated = fc.record({
  // What is about a year is warned of later than what is about several.
  kind: fc.constantFrom('nota-kesepakatan' as const, 'rencana-kerja' as const, 'pks' as const, 'komitmen' as const),
  state: fc.oneof(fc.constant('signed' as const), fc.constantFrom(...AGREEMENT_STATES)),
  // The zone matters: the moment is the 17th in Jakarta and the 18th in Bali.
  zone: fc.constantFrom('Asia/Jakarta' as const, 'Asia/Makassar' as const, 'Asia/Jayapura' as const),
  from: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -400, max: 0 })),
  length: fc.option(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 100, max: 600 })), { nil: null }),
  ended: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 300 })),
  points: fc.array(
    fc.record({
      of: fc.constantFrom(0, 1),
      officeMail: fc.constantFrom('', 'kantor@contoh.example'),
      person: fc.constantFrom(null, 'stays' as const, 'leaves' as const),
      since: fc.integer({ min: -30, max: 2 }),
      length: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    }),
    { maxLength: 3 },
  ),
});
type Given = typeof generated extends fc.Arbitrary<infer T> ? T : never;

const DAY = Temporal.PlainDate.from('2026-03-17');

function toAgreement(given: Given, index: number): Agreement {
  const inForceFrom = DAY.add({ days: given.from });
  const parties = [party({ side: 'ombudsman', agencyPath: bali }, 1), party({ side: 'government', agencyPath: klungkung }, 2)];
  return anAgreement({
    ...{ id: newId(), code: `T-2026-${index}`, kind: given.kind, state: given.state, zone: given.zone, parties },
    ...{ officeId: bali.at(-1) as string, officePath: bali, keeperId: bali.at(-1) as string, keeperPath: bali },
    ...{
      signedOn: inForceFrom,
      inForceFrom,
      inForceUntil: given.length === null ? null : inForceFrom.add({ days: given.length }),
    },
    ...(given.state === 'ended' ? { endedOn: DAY.add({ days: given.ended }), endReason: 'contoh' } : {}),
    focalPoints: given.points.map(({ of, officeMail, person, since, length }) => ({
      ...{
        id: newId(),
        partyId: parties[of]?.id as string,
        agencyId: null,
        position: 'Asisten (contoh)',
        personId: person === null ? null : (people[of]?.[person] ?? null),
        officeMail,
      },
      ...{ since: DAY.add({ days: since }), until: length === null ? null : DAY.add({ days: since + length }) },
    })),
  });
}

describe('over generated agreements', () => {
  let all: readonly Agreement[];
  beforeAll(async () => {
    all = fc.sample(generated, 250).map(toAgreement);
    await t.ownerDb.transaction().execute(async (tx) => {
      for (const each of all)
        await insertAgreement(t.tools, tx, each, [], { at: START, actor: { kind: 'system', errand: 'test' } });
    });
  });
  const idsWhere = async (condition: ReturnType<typeof unwatched>) => {
    const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreements.agreements a WHERE ${condition}`.execute(t.db);
    return new Set(rows.map(({ id }) => id));
  };
  const dayIn = (agreement: Agreement) => dayOf(NOW, agreement.zone);
  /** Said without the database: whoever leaves on the 18th has left where it is the 18th. */
  const departed = (agreement: Agreement) => {
    const left = dayIn(agreement).toString() === '2026-03-18' ? people.map(({ leaves }) => leaves) : [];
    return new Set(agreement.focalPoints.flatMap(({ id, personId }) => (personId && left.includes(personId) ? [id] : [])));
  };
  const lackingOf = (agreement: Agreement) => withoutFocalPoint(agreement, dayIn(agreement), departed(agreement));

  test('how an agreement stands is the same in the database and in the rule, on the day it is there', async () => {
    for (const standing of STANDINGS) {
      const expected = all.filter((each) => standingOn(each, dayIn(each), WARN) === standing).map(({ id }) => id);
      expect(await idsWhere(standsAs(standing, NOW, WARN)), standing).toEqual(new Set(expected));
      expect(expected.length, `${standing} was seen`).toBeGreaterThan(0);
    }
  });

  test('none in force without a focal point goes unseen: each is on the desk, in the list, and its line names who cannot be asked', async () => {
    const lacking = all.filter((each) => bindsOn(each, dayIn(each)) && lackingOf(each).length > 0);
    expect(lacking.length).toBeGreaterThan(20);
    expect(lacking.length).toBeLessThan(all.length - 20);
    expect(await idsWhere(unwatched(NOW))).toEqual(new Set(lacking.map(({ id }) => id)));
    const asked = { now: NOW, warnDays: WARN };
    expect((await waitingCounts(t.db, head, asked)).unwatched).toBe(lacking.length);
    const page = { limit: 1000 };
    const onDesk = await agreementList(t.db, head, {}, asked, page, [waitsAs('unwatched', head, asked)]);
    const inList = await agreementList(t.db, head, { unwatched: true }, asked, page);
    expect(new Set(onDesk.lines.map(({ id }) => id))).toEqual(new Set(lacking.map(({ id }) => id)));
    expect(inList.lines).toEqual(onDesk.lines);
    for (const line of (await agreementList(t.db, head, {}, asked, page)).lines) {
      const agreement = all.find(({ id }) => id === line.id) as Agreement;
      const names = bindsOn(agreement, dayIn(agreement)) ? lackingOf(agreement).map(({ name }) => name) : [];
      expect(line.unwatched, agreement.code).toEqual(names);
    }
  });

  test('who has left is the same for one agreement and for all of them, and what the public reads agrees with the list', async () => {
    const ids = all.map(({ id }) => id);
    const among = await departedAmong(t.db, ids, NOW);
    expect(among).toEqual(new Set(all.flatMap((each) => [...departed(each)])));
    expect(among.size).toBeGreaterThan(20);
    for (const each of all.slice(0, 40)) expect(await departedPoints(t.db, each.id, dayIn(each))).toEqual(departed(each));
    const lines = (await agreementList(t.db, head, {}, { now: NOW, warnDays: WARN }, { limit: 1000 })).lines;
    for (const each of all) {
      expect(summaryOf(each, NOW, among).unwatched, each.code).toEqual(lines.find(({ id }) => id === each.id)?.unwatched);
      // Nobody is sent to an office a person has left: only its address is still told.
      for (const { id } of each.parties)
        for (const point of contactsOn(each, id, dayIn(each), among))
          expect(among.has(point.id) ? [point.position, point.officeMail] : [], each.code).toEqual(
            among.has(point.id) ? ['', 'kantor@contoh.example'] : [],
          );
    }
  });

  test('pages of the list hold each agreement once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await agreementList(t.db, head, {}, { now: NOW, warnDays: WARN }, { after, limit: 40 });
      seen.push(...page.lines.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(all.length);
    expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
  });
});
