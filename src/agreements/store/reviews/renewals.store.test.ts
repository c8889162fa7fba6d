import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { recordSigned } from '../../actions/record-signed.ts';
import { neighboursOf } from '../../actions/reviews/gaps.ts';
import { agencyIdOf, type Cast, type CastName, castOf, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { maySee } from '../../rules/visibility.ts';
import { agreementList } from '../register/lists.ts';
import { renewalsDue } from './desk.ts';
import { followersOf } from './renewals.ts';

let t: TestDatabase;
let who: Cast;
const day = (text: string) => Temporal.PlainDate.from(text);
const warnDays = { long: 180, yearly: 90 };
const TODAY = '2026-06-10';

beforeAll(async () => {
  t = await testDatabase();
  t.setNow(`${TODAY}T10:00:00+08:00`);
  who = await castOf(t);
}, 240_000);
afterAll(() => t.close());

async function drafted(predecessorId: string | null, ...codes: readonly string[]): Promise<Agreement> {
  const parties = await Promise.all(
    codes.map(async (code) => ({ agencyId: await agencyIdOf(t, code), name: '', ownNumber: '' })),
  );
  return draftedAgreement(t, await who('preventer'), { parties, predecessorId });
}

async function signed(draft: Agreement, from: string, until: string): Promise<Agreement> {
  const done = await recordSigned(
    t.tools,
    await who('preventer'),
    { agreementId: draft.id, version: null },
    {
      ...{ signedOn: day(from), inForceFrom: day(from), inForceUntil: day(until) },
      ...{ place: 'Semarapura', source: 'Arsip (contoh)', hasScan: false },
    },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

test('of several governments each is followed, or it is on the desk; a draft is named to those inside it alone', async () => {
  const before = await signed(await drafted(null, 'ori.bali', '51.05', '51.03'), '2021-06-01', '2026-05-31');
  const isDue = async () => {
    const asked = { actor: await who('preventer'), today: day(TODAY), after: undefined, limit: 100, warnDays };
    return (await renewalsDue(t.db, asked)).rows.some(({ id }) => id === before.id);
  };
  const first = await signed(await drafted(before.id, 'ori.bali', '51.05'), '2026-06-01', '2031-05-31');
  expect(await isDue()).toBe(true);
  const second = await drafted(before.id, 'ori.bali', '51.03');
  expect(await isDue()).toBe(true);

  const told = async (name: CastName) => {
    const actor = await who(name);
    const { lines } = await agreementList(t.db, actor, {}, { now: t.tools.clock.now(), warnDays }, { limit: 100 });
    const around = await neighboursOf(t.db, before, day(TODAY), (after) => maySee(actor, after));
    return {
      inList: lines.find(({ id }) => id === before.id)?.draftAfter?.code ?? null,
      onDesk: (await followersOf(t.db, actor, [before.id])).get(before.id)?.map(({ code }) => code),
      after: around.map(({ other }) => other?.code ?? null),
    };
  };
  const both = [first.code, second.code];
  expect(await told('preventer')).toEqual({ inList: second.code, onDesk: both, after: both });
  expect(await told('coordinator')).toEqual({ inList: null, onDesk: [first.code], after: [first.code, null] });

  await signed(second, '2026-06-02', '2031-05-31');
  expect(await isDue()).toBe(false);
});
