import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Post } from '../../../platform/tools.ts';
import { agencyIdOf, type Cast, castOf, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { isWhollyFollowed } from '../../rules/draft.ts';
import { aGrantOrder } from '../../rules/grants/grant.test-support.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { waitsAs } from '../../store/register/desk.ts';
import { officeMailOf } from '../../store/register/focal-points.ts';
import { agreementList } from '../../store/register/lists.ts';
import { successorOf, successorsOf } from '../../store/reviews/renewals.ts';
import type { AgreementOrder } from '../create-agreement.ts';
import { createAgreement } from '../create-agreement.ts';
import { draftGrant } from '../grants/write-grant.ts';
import { recordSigned } from '../record-signed.ts';
import { neighboursOf } from '../reviews/gaps.ts';
import { renewAgreement } from '../reviews/renew.ts';
import { changeFacts, type FactsOrder } from './change-facts.ts';
import { changeHands } from './change-hands.ts';
import { tryTable } from './import-table.ts';
import { nameFocalPoint } from './name-focal-point.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { takeStep } from './take-step.ts';

let t: TestDatabase;
let who: Cast;
const day = (text: string) => Temporal.PlainDate.from(text);
const as = ({ id }: Pick<Agreement, 'id'>) => ({ agreementId: id, version: null });

beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  who = await castOf(t);
}, 240_000);
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-03-17T10:00:00+08:00'));

async function recorded(on: string, until: string, order: Partial<AgreementOrder> = {}): Promise<Agreement> {
  const draft = await draftedAgreement(t, await who('preventer'), order);
  return signed(draft, on, until);
}

async function signed(draft: Agreement, on: string, until: string): Promise<Agreement> {
  const done = await recordSigned(t.tools, await who('preventer'), as(draft), {
    ...{ signedOn: day(on), inForceFrom: day(on), inForceUntil: day(until), place: 'Semarapura', source: 'Arsip (contoh)' },
    hasScan: false,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

const partyOrders = async (...codes: readonly string[]) =>
  Promise.all(codes.map(async (code) => ({ agencyId: await agencyIdOf(t, code), name: '', ownNumber: '' })));

test('an agreement ends on a day that has come, and everybody who signed, prepared or looks after it is told once', async () => {
  const agreement = await recorded('2025-02-03', '2030-02-02');
  const { personId } = await who('liaison');
  const point = { partyId: agreement.parties[1]?.id as string, agencyId: null, position: 'Narahubung (contoh)', personId };
  const named = await nameFocalPoint(t.tools, await who('coordinator'), as(agreement), { ...point, officeMail: '', since: null });
  expect(named.ok).toBe(true);
  const office = { ...point, personId: null, officeMail: 'organisasi@klungkung.example', since: null };
  expect((await nameFocalPoint(t.tools, await who('coordinator'), as(agreement), office)).ok).toBe(true);
  const { personId: left } = await who('secretary');
  const leaver = { ...point, personId: left, officeMail: '', since: null };
  expect((await nameFocalPoint(t.tools, await who('coordinator'), as(agreement), leaver)).ok).toBe(true);
  const leaves = (on: string | null, why: string | null) =>
    sql`UPDATE directory.positions SET ends_on = ${on}::date, end_reason = ${why} WHERE person_id = ${left}::uuid`.execute(
      t.ownerDb,
    );
  await leaves('2026-03-01', 'contoh');
  const end = async (on: string) =>
    takeStep(t.tools, await who('preventer'), as(agreement), 'end', { reason: 'Diganti (contoh)', endedOn: day(on) });
  expect(await end('2026-03-18')).toMatchObject({ ok: false, refusal: 'agreement.end-in-future' });
  // Everybody reads why it ended.
  const telling = await takeStep(t.tools, await who('preventer'), as(agreement), 'end', {
    ...{ reason: 'Hubungi 0812-3456-7890 (contoh)', endedOn: day('2026-03-17') },
  });
  expect(telling).toMatchObject({ ok: false, refusal: 'agreement.personal-data' });
  expect((await loadAgreement(t.db, agreement.id))?.state).toBe('signed');
  expect(await end('2026-03-17')).toMatchObject({ ok: true, value: { state: 'ended' } });
  const { rows } = await sql<{ recipient_id: string; recipient_kind: string }>`
    SELECT recipient_id, recipient_kind FROM messages.ledger WHERE purpose = 'agreement.ended' AND object_id = ${agreement.id}`.execute(
    t.db,
  );
  const told = new Set(rows.map(({ recipient_id }) => recipient_id));
  expect(told.size).toBe(rows.length);
  for (const name of ['head', 'coordinator', 'liaison'] as const) expect(told.has((await who(name)).personId), name).toBe(true);
  // A focal point without an account is told at the address of the office, as long as it is one.
  const points = (await loadAgreement(t.db, agreement.id))?.focalPoints ?? [];
  const [mailed] = points.filter(({ officeMail }) => officeMail !== '');
  expect(rows.filter(({ recipient_kind }) => recipient_kind === 'focal-point').map(({ recipient_id }) => recipient_id)).toEqual([
    mailed?.id,
  ]);
  expect(await officeMailOf(t.db, mailed?.id as string, t.tools.clock.now())).toBe('organisasi@klungkung.example');
  expect(
    await officeMailOf(t.db, points.find(({ officeMail }) => officeMail === '')?.id as string, t.tools.clock.now()),
  ).toBeNull();
  // Whoever has left looks after nothing there any more.
  expect(told.has(left)).toBe(false);
  await leaves(null, null);
  // Whoever ended it knows.
  expect(told.has((await who('preventer')).personId)).toBe(false);
});

const factsOf = (agreement: Agreement, given: Partial<FactsOrder>): FactsOrder => ({
  ...agreement,
  parties: agreement.parties.map(({ agencyId, name, ownNumber }) => ({ agencyId, name, ownNumber })),
  ...given,
});

test('who is added to a record, and whose day is set right, signed on the day of the paper', async () => {
  const agreement = await recorded('2025-03-03', '2030-03-02');
  const hand = { name: '', personId: null, id: null, capacity: 'signs' as const };
  const hands = await changeHands(t.tools, await who('preventer'), as(agreement), [
    { ...hand, party: 1, ordinal: 1, position: 'Kepala Perwakilan' },
    { ...hand, party: 2, ordinal: 2, position: 'Bupati' },
  ]);
  if (!hands.ok) throw new Error(hands.refusal);
  expect(hands.value.signatories.map(({ signedAt }) => signedAt?.toString())).toEqual(Array(2).fill('2025-03-03T15:59:59Z'));
  const facts = factsOf(hands.value, { signedOn: day('2025-03-01'), inForceFrom: day('2025-03-01') });
  const set = await changeFacts(t.tools, await who('preventer'), as(agreement), facts, 'Salah tulis (contoh)');
  if (!set.ok) throw new Error(JSON.stringify(set.refusal));
  expect(set.value.signatories[0]?.signedAt?.toString()).toBe('2025-03-01T15:59:59Z');
});

test('a party that a data-sharing grant names stays, and is told so', async () => {
  const draft = await draftedAgreement(t, await who('preventer'), { parties: await partyOrders('ori.bali', '51.05', '51.03') });
  const grant = await draftGrant(
    t.tools,
    await who('coordinator'),
    draft.id,
    aGrantOrder(draft, {
      recipients: [{ partyId: draft.parties[0]?.id as string, agencyId: draft.parties[0]?.agencyId as string }],
    }),
  );
  if (!grant.ok) throw new Error(JSON.stringify(grant.refusal));
  const without = async (...codes: readonly string[]) =>
    changeFacts(t.tools, await who('preventer'), as(draft), factsOf(draft, { parties: await partyOrders(...codes) }));
  expect(await without('ori.bali', '51.03')).toMatchObject({
    refusal: [{ code: 'agreement.party-has-grants', field: 'parties' }],
  });
  expect((await without('ori.bali', '51.05')).ok).toBe(true);
});

test('one memorandum follows another whatever it is called; a plan follows no memorandum', async () => {
  const before = await recorded('2021-05-03', '2026-05-02');
  const next = async (kind: AgreementOrder['kind']) =>
    createAgreement(t.tools, await who('preventer'), {
      ...{ kind, title: 'Penerus (contoh)', programmes: ['prevention'], keeperId: await agencyIdOf(t, 'ori.bali') },
      ...{ yearFrom: 2026, predecessorId: before.id, parties: await partyOrders('ori.bali', '51.05') },
    });
  expect(await next('rencana-kerja')).toMatchObject({ refusal: [{ code: 'agreement.predecessor-wrong' }] });
  expect((await next('nota-kesepahaman')).ok).toBe(true);
  // One is enough.
  expect(await next('nota-kesepakatan')).toMatchObject({ refusal: [{ code: 'agreement.predecessor-wrong' }] });
});

test('of a memorandum of several governments each goes on in one of its own, and in one only', async () => {
  const before = await recorded('2021-06-01', '2026-05-31', { parties: await partyOrders('ori.bali', '51.05', '51.03') });
  const [ours, klungkung, badung] = before.parties;
  const renewal = async (...parties: readonly (string | undefined)[]) =>
    renewAgreement(t.tools, await who('preventer'), as(before), {
      ...{ title: 'Perpanjangan (contoh)', inForceFrom: day('2026-06-01'), inForceUntil: day('2031-05-31') },
      ...{
        partyIds: parties.map(String),
        programmes: ['prevention'],
        lineIds: [],
        linesDueOn: null,
        gapNote: '',
        gapSeen: false,
      },
    });
  const first = await renewal(ours?.id, klungkung?.id);
  if (!first.ok) throw new Error(JSON.stringify(first.refusal));
  expect(await renewal(ours?.id, klungkung?.id, badung?.id)).toMatchObject({
    refusal: [{ code: 'agreement.predecessor-wrong' }],
  });
  expect(await successorOf(t.db, before)).toBeUndefined();
  // The days are told of each: of the one that goes on, and of the one that does not once they come.
  const told = async (on: string) =>
    (await neighboursOf(t.db, before, day(on))).map(({ other, gap }) => `${other?.code ?? 'nothing'} ${gap?.days ?? 0}`);
  expect(await told('2026-03-17')).toEqual([`${first.value.code} 0`]);
  await signed(first.value, '2026-03-02', '2031-05-31');
  expect(await told('2026-06-10')).toEqual([`${first.value.code} 0`, 'nothing 10']);
  const second = await renewal(ours?.id, badung?.id);
  if (!second.ok) throw new Error(JSON.stringify(second.refusal));
  expect(isWhollyFollowed(before, await successorsOf(t.db, before.id))).toBe(true);
  expect(await renewal(ours?.id, badung?.id)).toMatchObject({ refusal: [{ code: 'agreement.renewed-already' }] });
});

test('a draft that waits unsigned silences nothing: the desk names it until it is signed', async () => {
  const before = await recorded('2021-07-01', '2026-06-30', { title: 'Segera berakhir (contoh)' });
  const officer = await who('preventer');
  const asked = { now: t.tools.clock.now(), warnDays: { long: 180, yearly: 90 } };
  const onDesk = async () => {
    const { lines } = await agreementList(t.db, officer, {}, asked, { limit: 500 }, [waitsAs('lapsing', officer, asked)]);
    return lines.find(({ id }) => id === before.id);
  };
  expect(await onDesk()).toMatchObject({ isFollowed: false, draftAfter: null });
  const next = await draftedAgreement(t, officer, { predecessorId: before.id });
  expect(await onDesk()).toMatchObject({ isFollowed: false, draftAfter: { code: next.code, since: day('2026-03-17') } });
  await signed(next, '2026-03-16', '2031-06-30');
  expect(await onDesk()).toBeUndefined();
});

test('the dry run of a table tells two rows that would follow the same document for the same government', async () => {
  const before = await recorded('2021-08-02', '2025-08-01', { parties: await partyOrders('ori.bali', '51.05', '51.03') });
  const row = (parties: string, on: string) =>
    `Nota kesepakatan;Penerus;ori.bali|${parties};prevention;${on};${on};2030-09-14;Arsip (contoh);${before.code}`;
  const report = async (...rows: readonly string[]) => {
    const head = 'jenis;judul;kode_pihak;ruang_lingkup;tanggal_tanda_tangan;mulai_berlaku;berlaku_sampai;sumber;kode_pendahulu';
    const table = readTable(new TextEncoder().encode([head, ...rows].join('\n'))) as ReadTable;
    return tryTable(t.tools, await who('preventer'), table);
  };
  expect(await report(row('51.05', '2025-09-01'), row('51.03', '2025-09-02'))).toMatchObject({ created: 2, wrong: 0 });
  expect(await report(row('51.05', '2025-09-01'), row('51.05', '2025-09-02'))).toMatchObject({
    ...{ created: 1, wrong: 1 },
    wrongRows: [{ problems: [{ column: 'kode_pendahulu', code: 'agreement.predecessor-wrong' }] }],
  });
});
