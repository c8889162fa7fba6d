import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, can } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { accountStates } from '../../platform/sign-in/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { OutgoingMessage } from '../../platform/tools.ts';
import { appointPosition } from '../actions/appoint-position.ts';
import { endPosition } from '../actions/end-position.ts';
import { invitePerson } from '../actions/invite-person.ts';
import { directoryErrands } from '../errands/errands.ts';
import { examplePersonId, loadExamplePeople } from '../examples/load-example-people.ts';
import { EXAMPLE_PEOPLE } from '../examples/people.ts';
import { type PositionKind, positionKind } from '../rules/positions.ts';
import { agencyByCode } from './agencies.ts';
import { changesOf } from './changes.ts';
import { actorFor, coordinatorOf, holdersOf } from './holders.ts';
import { insertPerson } from './people.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-03-17');
const DECREE = { number: 'SK 12/2026', on: day('2026-01-05') };

let t: TestDatabase;
const posted: OutgoingMessage[] = [];
const handed: { fromPositionId: string; toPositionId: string | null }[] = [];
const slots = {
  async handOver(_tx: unknown, order: { fromPositionId: string; toPositionId: string | null }) {
    handed.push(order);
    return { moved: 3 };
  },
};

beforeAll(async () => {
  t = await testDatabase({
    post: async (_tx, message) => {
      posted.push(message);
    },
  });
  await loadExamplePeople(t.tools);
});
afterAll(() => t.close());
beforeEach(() => {
  posted.length = 0;
  handed.length = 0;
});

async function actor(email: string): Promise<Actor> {
  return (await actorFor(t.db, examplePersonId(email), TODAY)) ?? { kind: 'visitor' };
}

const admin = () => actor('admin@tuntas.example');
const klungkung = () => actor('koordinator@klungkung.example');

async function idOf(code: string): Promise<string> {
  const agency = await agencyByCode(t.db, code);
  if (agency === undefined) throw new Error(code);
  return agency.id;
}

let count = 0;
async function invite(by: Actor, kind: PositionKind, code: string, startsOn = TODAY) {
  const email = `orang-${++count}@uji.example`;
  return invitePerson(t.tools, by, {
    name: 'Orang Uji (contoh)',
    email,
    phone: null,
    kind,
    agencyId: await idOf(code),
    decree: DECREE,
    startsOn,
  });
}

async function invited(by: Actor, kind: PositionKind, code: string, startsOn = TODAY) {
  const result = await invite(by, kind, code, startsOn);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe('actorFor', () => {
  test('a person acts through the positions in force that day, from the first day to the day before the last', async () => {
    const { personId, positionId } = await invited(await klungkung(), 'liaison-officer', '51.05.dinkes', day('2026-04-01'));
    await endPosition(t.tools, slots, await klungkung(), {
      positionId,
      endsOn: day('2026-07-01'),
      reason: 'Mutasi',
      successorId: null,
    });
    const acts = async (text: string) => (await actorFor(t.db, personId, day(text)))?.positions.length ?? 'nobody';
    expect([await acts('2026-03-31'), await acts('2026-04-01'), await acts('2026-06-30'), await acts('2026-07-01')]).toEqual([
      'nobody',
      1,
      1,
      'nobody',
    ]);
  });

  test('a position carries its place in the tree: government, path, region', async () => {
    const officer = await actorFor(t.db, examplePersonId('dinkes@klungkung.example'), TODAY);
    const government = await idOf('51.05');
    expect(officer?.positions).toMatchObject([
      {
        kind: 'liaison-officer',
        governmentId: government,
        agencyPath: [government, await idOf('51.05.dinkes')],
        regionCode: '51.05',
        capabilities: [...positionKind('liaison-officer').capabilities],
      },
    ]);
  });

  test('nobody acts for an unknown id or one that is no id', async () => {
    expect(await actorFor(t.db, t.tools.random.id(), TODAY)).toBeUndefined();
    expect(await actorFor(t.db, "x'; DROP TABLE directory.people", TODAY)).toBeUndefined();
  });

  test('every example person acts, and the administrator can touch neither complaints nor identities', async () => {
    for (const { email } of EXAMPLE_PEOPLE) expect((await actor(email)).kind, email).toBe('officer');
    const keys = (await admin()) as Extract<Actor, { kind: 'officer' }>;
    expect(keys.positions.flatMap((held) => held.capabilities).filter((one) => /^(complaint|identity)\./.test(one))).toEqual([]);
    expect(can(keys, 'system.manage')).toBe(true);
  });

  test('loading the example people again changes nothing', async () => {
    const before = await t.db
      .withTables<{ 'directory.positions': { id: string } }>()
      .selectFrom('directory.positions')
      .select('id')
      .execute();
    await loadExamplePeople(t.tools);
    const after = await t.db
      .withTables<{ 'directory.positions': { id: string } }>()
      .selectFrom('directory.positions')
      .select('id')
      .execute();
    expect(after.length).toBe(before.length);
  });
});

describe('who is told', () => {
  test('holders of a capability are those in force at exactly that agency', async () => {
    const office = await idOf('51.05.pupr');
    expect(await holdersOf(t.db, office, 'complaint.follow-up', TODAY)).toEqual([examplePersonId('pupr@klungkung.example')]);
    expect(await holdersOf(t.db, office, 'complaint.follow-up', day('2024-12-31'))).toEqual([]);
    expect(await holdersOf(t.db, await idOf('51.05'), 'complaint.follow-up', TODAY)).toEqual([]);
  });

  test('an office, a puskesmas and the government itself have one coordinator, whose desk is Kominfo', async () => {
    for (const code of ['51.05', '51.05.dinkes', '51.05.dinkes.puskesmas-dawan-1']) {
      const agency = await agencyByCode(t.db, code);
      const { government, desk, holders } = await coordinatorOf(t.db, { governmentId: agency?.governmentId ?? '' }, TODAY);
      expect([government.code, desk?.code, holders.map((holder) => holder.personId)]).toEqual([
        '51.05',
        '51.05.kominfo',
        [examplePersonId('koordinator@klungkung.example')],
      ]);
    }
  });
});

describe('inviting', () => {
  test('a coordinator invites a liaison officer of their own tree: an invitation goes out, and history says by which decree', async () => {
    const { personId, invitationId } = await invited(await klungkung(), 'liaison-officer', '51.05.dlh');
    expect(posted).toMatchObject([{ purpose: 'sign-in.invitation', recipient: { kind: 'invitee', id: invitationId } }]);
    const history = await changesOf(t.db, personId);
    expect(history).toMatchObject([
      { what: 'invited', why: 'SK 12/2026', actor: `person:${examplePersonId('koordinator@klungkung.example')}` },
    ]);
    expect(JSON.stringify(history)).not.toMatch(/uji\.example|Orang Uji/);
  });

  test.each<[string, PositionKind, string]>([
    ['koordinator@klungkung.example', 'liaison-officer', '51.71.dinkes'],
    ['koordinator@klungkung.example', 'liaison-officer', '51.dinkes'],
    ['koordinator@klungkung.example', 'system-admin', 'kemenpanrb'],
    ['koordinator@bali.example', 'liaison-officer', '51.05.dinkes'],
    ['dinkes@klungkung.example', 'liaison-officer', '51.05.dinkes'],
    ['verifikator@nasional.example', 'national-verifier', 'kemenpanrb'],
    ['kepala@ombudsman-bali.example', 'ombudsman-head', 'ori.bali'],
    ['kepala@ombudsman-bali.example', 'ombudsman-assistant', 'ori.kepulauan-riau'],
  ])('%s may not give %s at %s', async (email, kind, code) => {
    expect(await invite(await actor(email), kind, code)).toEqual({ ok: false, refusal: 'not-yours-to-manage' });
    expect(posted).toEqual([]);
  });

  test('a position is refused where it cannot be held', async () => {
    for (const [kind, code] of [
      ['national-verifier', '51.05'],
      ['agency-coordinator', '51.05.kominfo'],
      ['ombudsman-assistant', '51.05'],
      ['system-admin', '51.05'],
    ] as const) {
      expect(await invite(await admin(), kind, code), `${kind} at ${code}`).toEqual({ ok: false, refusal: 'position-not-here' });
    }
  });

  test('nobody is invited twice, whatever the capitals, not even at the same moment', async () => {
    const order = {
      name: 'Orang Uji (contoh)',
      phone: null,
      kind: 'liaison-officer',
      agencyId: await idOf('51.05.dlh'),
      decree: DECREE,
      startsOn: TODAY,
    } as const;
    const by = await klungkung();
    const results = await Promise.all(
      ['dua@uji.example', 'Dua@Uji.example', 'DUA@uji.example'].map((email) => invitePerson(t.tools, by, { ...order, email })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal)).toEqual([
      'person-known',
      'person-known',
    ]);
  });

  test('the installation itself invites the first administrator', async () => {
    expect((await invite({ kind: 'system', errand: 'admin create' }, 'system-admin', 'kemenpanrb')).ok).toBe(true);
  });
});

describe('appointing', () => {
  test('nobody appoints themselves', async () => {
    const order = {
      personId: examplePersonId('koordinator@klungkung.example'),
      kind: 'liaison-officer',
      decree: DECREE,
      startsOn: TODAY,
    } as const;
    const result = await appointPosition(t.tools, await klungkung(), { ...order, agencyId: await idOf('51.05.dinkes') });
    expect(result).toEqual({ ok: false, refusal: 'own-position' });
  });

  test('one person never keeps the system and reads complaints on the same day, but may one after the other', async () => {
    const { personId, positionId } = await invited(await admin(), 'national-verifier', 'kemenpanrb');
    const order = { personId, kind: 'system-admin', agencyId: await idOf('kemenpanrb'), decree: DECREE } as const;
    expect(await appointPosition(t.tools, await admin(), { ...order, startsOn: day('2026-05-01') })).toEqual({
      ok: false,
      refusal: 'both-sides',
    });
    const ending = { positionId, endsOn: day('2026-05-01'), reason: 'Pindah tugas', successorId: null };
    expect((await endPosition(t.tools, slots, await admin(), ending)).ok).toBe(true);
    expect((await appointPosition(t.tools, await admin(), { ...order, startsOn: day('2026-05-01') })).ok).toBe(true);
  });

  test('two appointments at once cannot slip both sides past each other', async () => {
    const personId = t.tools.random.id();
    const person = { id: personId, name: 'Orang Uji (contoh)', email: 'dua-sisi@uji.example', phone: null, isExample: true };
    await inTransaction(t.tools, (tx) => insertPerson(tx, person, t.tools.clock.now().toString()));
    const by = await admin();
    const agencyId = await idOf('kemenpanrb');
    const results = await Promise.all(
      (['system-admin', 'national-verifier'] as const).map((kind) =>
        appointPosition(t.tools, by, { personId, kind, agencyId, decree: DECREE, startsOn: TODAY }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('leaving', () => {
  test('the open work moves to the successor, who is told; the account is closed when nothing is left', async () => {
    const by = await klungkung();
    const leaving = await invited(by, 'liaison-officer', '51.05.dlh');
    const coming = await invited(by, 'liaison-officer', '51.05.dlh');
    const state = async (id: string) => (await accountStates(t.tools, [id])).get(id);
    expect(await state(leaving.personId)).toBe('invited');
    posted.length = 0;
    const order = { positionId: leaving.positionId, endsOn: TODAY, reason: 'Pensiun', successorId: coming.positionId };
    expect(await endPosition(t.tools, slots, by, order)).toEqual({ ok: true, value: { moved: 3 } });
    expect(handed).toEqual([{ fromPositionId: leaving.positionId, toPositionId: coming.positionId }]);
    expect(posted).toMatchObject([
      { purpose: 'directory.work-received', recipient: { kind: 'person', id: coming.personId }, details: { moved: 3 } },
    ]);
    expect(await actorFor(t.db, leaving.personId, TODAY)).toBeUndefined();
    expect([await state(leaving.personId), await state(coming.personId)]).toEqual(['none', 'invited']);
    expect((await changesOf(t.db, leaving.positionId)).map((change) => change.what)).toEqual([
      'handed-over',
      'ended',
      'appointed',
    ]);
  });

  test('without a successor the coordinator is told', async () => {
    const { positionId } = await invited(await klungkung(), 'liaison-officer', '51.05.dinkes');
    posted.length = 0;
    await endPosition(t.tools, slots, await klungkung(), { positionId, endsOn: TODAY, reason: 'Mutasi', successorId: null });
    expect(handed).toEqual([{ fromPositionId: positionId, toPositionId: null }]);
    expect(posted.map((message) => message.recipient.id)).toEqual([examplePersonId('koordinator@klungkung.example')]);
  });

  test('work moves on the day, not before, and once: the errand may come early or twice', async () => {
    const { positionId } = await invited(await klungkung(), 'liaison-officer', '51.05.dinkes');
    const order = { positionId, endsOn: day('2026-03-20'), reason: 'Mutasi', successorId: null };
    expect(await endPosition(t.tools, slots, await klungkung(), order)).toEqual({ ok: true, value: { moved: null } });
    const errand = directoryErrands(() => slots)['directory.complete-ending'];
    await errand?.(t.tools, { positionId });
    expect(handed).toEqual([]);
    t.setNow('2026-03-20T00:00:01+08:00');
    await errand?.(t.tools, { positionId });
    await errand?.(t.tools, { positionId });
    t.setNow('2026-03-17T10:00:00+08:00');
    expect(handed).toEqual([{ fromPositionId: positionId, toPositionId: null }]);
  });

  test('a successor is another person with the same position at the same agency, in office on that day', async () => {
    const by = await klungkung();
    const leaving = await invited(by, 'liaison-officer', '51.05.dinkes');
    const elsewhere = await invited(by, 'liaison-officer', '51.05.dlh');
    const later = await invited(by, 'liaison-officer', '51.05.dinkes', day('2026-09-01'));
    for (const successorId of [leaving.positionId, elsewhere.positionId, later.positionId, t.tools.random.id()]) {
      const order = { positionId: leaving.positionId, endsOn: TODAY, reason: 'Mutasi', successorId };
      expect(await endPosition(t.tools, slots, by, order)).toEqual({ ok: false, refusal: 'successor-unfit' });
    }
  });

  test('a position is ended once, not in the past, with a reason, by whoever may', async () => {
    const by = await klungkung();
    const { positionId } = await invited(by, 'liaison-officer', '51.05.dinkes');
    const end = (who: Actor, changes: object) =>
      endPosition(t.tools, slots, who, { positionId, endsOn: TODAY, reason: 'Mutasi', successorId: null, ...changes });
    expect(await end(by, { endsOn: day('2026-03-16') })).toEqual({ ok: false, refusal: 'end-in-the-past' });
    expect(await end(by, { reason: ' ' })).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(await end(await actor('koordinator@denpasar.example'), {})).toEqual({ ok: false, refusal: 'not-yours-to-manage' });
    expect((await end(by, {})).ok).toBe(true);
    expect(await end(by, {})).toEqual({ ok: false, refusal: 'position-ended' });
  });

  test('of the last two administrators who leave at once one stays', async () => {
    const other = await testDatabase();
    try {
      const installation: Actor = { kind: 'system', errand: 'admin create' };
      const agency = await agencyByCode(other.db, 'kemenpanrb');
      const made = await Promise.all(
        ['satu@uji.example', 'dua@uji.example'].map((email) =>
          invitePerson(other.tools, installation, {
            name: 'Orang Uji (contoh)',
            email,
            phone: null,
            kind: 'system-admin',
            agencyId: agency?.id ?? '',
            decree: DECREE,
            startsOn: TODAY,
          }),
        ),
      );
      const results = await Promise.all(
        made.map((one) =>
          endPosition(other.tools, slots, installation, {
            positionId: one.ok ? one.value.positionId : '',
            endsOn: TODAY,
            reason: 'Mutasi',
            successorId: null,
          }),
        ),
      );
      expect(results.map((result) => (result.ok ? 'left' : result.refusal)).sort()).toEqual(['last-administrator', 'left']);
    } finally {
      await other.close();
    }
  });
});
