import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePost } from '../../messages/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { agencyIdOf, type Cast, castOf, draftedAgreement } from '../cast.test-support.ts';
import { loadAgreement } from '../store/agreements.ts';
import { saveAgreement } from '../store/save.ts';
import { type AgreementOrder, createAgreement } from './create-agreement.ts';

let t: TestDatabase;
let who: Cast;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-03-16T09:00:00+08:00');
  who = await castOf(t);
}, 240_000);
afterAll(() => t.close());

const order = async (
  keeper: string,
  parties: readonly string[],
  more: Partial<AgreementOrder> = {},
): Promise<AgreementOrder> => ({
  ...{ kind: 'nota-kesepakatan', title: 'Sinergi (contoh)', programmes: ['prevention'], keeperId: await agencyIdOf(t, keeper) },
  parties: await Promise.all(parties.map(async (code) => ({ agencyId: await agencyIdOf(t, code), name: '', ownNumber: '' }))),
  ...more,
});

test('nobody enters what others have signed; an office of the Ombudsman and a party do', async () => {
  const strange = await createAgreement(t.tools, await who('coordinator'), await order('51.05', ['ori.bali', '51.03']));
  expect(strange).toMatchObject({ ok: false, refusal: [{ code: 'agreement.keeper-no-party', field: 'keeperId' }] });
  expect((await createAgreement(t.tools, await who('coordinator'), await order('51.05', ['ori.bali', '51.05']))).ok).toBe(true);
  // A commitment of its offices is kept by the government.
  const heads = await order('51.05', ['51.05.dinkes', '51.05.pupr'], { kind: 'komitmen', yearFrom: 2026 });
  expect((await createAgreement(t.tools, await who('coordinator'), heads)).ok).toBe(true);
  expect((await createAgreement(t.tools, await who('preventer'), await order('ori.bali', ['51.03', '51.71']))).ok).toBe(true);
});

test('nothing follows an agreement of strangers', async () => {
  const first = await draftedAgreement(t, await who('preventer'));
  const stranger = await order('ori.bali', ['ori.bali', '51.03'], { predecessorId: first.id });
  expect(await createAgreement(t.tools, await who('preventer'), stranger)).toMatchObject({
    refusal: [{ code: 'agreement.predecessor-wrong' }],
  });
  const next = await order('ori.bali', ['ori.bali', '51.05'], { predecessorId: first.id });
  expect((await createAgreement(t.tools, await who('preventer'), next)).ok).toBe(true);
});

test('two parties change places', async () => {
  const by = await who('preventer');
  const agreement = await draftedAgreement(t, by);
  const [one, two] = agreement.parties;
  if (!one || !two) throw new Error('two parties');
  const parties = [
    { ...two, ordinal: 1 },
    { ...one, ordinal: 2 },
  ];
  await inTransaction(t.tools, (tx) =>
    saveAgreement(t.tools, tx, agreement, { ...agreement, parties }, [], { at: t.tools.clock.now(), actor: by }),
  );
  expect((await loadAgreement(t.db, agreement.id))?.parties.map(({ id }) => id)).toEqual([two.id, one.id]);
});
