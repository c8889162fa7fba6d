import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, castOf, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { standingOn } from '../../rules/in-force.ts';
import type { RenewalOrder } from '../../rules/reviews/renewal.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { carriedFrom, carriedOf, gapNoteOf } from '../../store/reviews/renewals.ts';
import { changeAgreement } from '../change.ts';
import { recordSigned } from '../record-signed.ts';
import { gapsInWords, neighboursOf } from './gaps.ts';
import { endReplaced, renewAgreement } from './renew.ts';
import { day, type SignedPlan, signedPlan } from './reviews.test-support.ts';

let t: TestDatabase;
let who: Cast;
let plan: SignedPlan;
let renewed: Agreement;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-11-02T09:00:00+08:00');
  who = await castOf(t);
  plan = await signedPlan(t, who);
}, 240_000);
afterAll(() => t.close());

const order = (given: Partial<RenewalOrder> = {}): RenewalOrder => ({
  ...{ title: 'Rencana kerja 2027 (contoh)', inForceFrom: day('2027-01-11'), inForceUntil: day('2027-12-31') },
  ...{ partyIds: plan.agreement.parties.map(({ id }) => id), programmes: plan.agreement.programmes },
  ...{ lineIds: [plan.lines[0] as string, plan.lines[2] as string], linesDueOn: day('2027-09-30') },
  ...{ gapNote: 'Menunggu anggaran perubahan', gapSeen: true },
  ...given,
});
const target = () => ({ agreementId: plan.agreement.id, version: null });
const codes = (done: { ok: boolean; refusal?: unknown }) =>
  done.ok ? [] : (done.refusal as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`);
const NEVER = { long: 0, yearly: 0 };
const today = () => dayOf(t.tools.clock.now(), 'Asia/Makassar');
const old = async () => (await loadAgreement(t.db, plan.agreement.id)) as Agreement;

describe('a renewal', () => {
  test('names the days that nothing covers, and is not begun before somebody has said why', async () => {
    const preventer = await who('preventer');
    expect(codes(await renewAgreement(t.tools, preventer, target(), order({ gapSeen: false, gapNote: '' })))).toEqual([
      'gapSeen agreement.gap-unseen',
      'gapNote agreement.gap-unsaid',
    ]);
    expect(codes(await renewAgreement(t.tools, await who('liaison'), target(), order()))).toEqual(['title agreement.not-yours']);
    expect(codes(await renewAgreement(t.tools, preventer, target(), order({ linesDueOn: day('2028-03-01') })))).toContain(
      'linesDueOn agreement.outside-term',
    );
    expect(codes(await renewAgreement(t.tools, preventer, target(), order({ lineIds: [renewalOfNobody] })))).toEqual([
      'lines agreement.line-absent',
    ]);
    // Nothing of what was refused is left.
    expect((await neighboursOf(t.db, await old(), today())).length).toBe(0);
  });

  test('is linked to what it follows, with parties, programmes, focal points and the lines that were chosen', async () => {
    const changed = await changeAgreement(t.tools, await who('preventer'), target(), (agreement, { newId }) => ({
      ok: true,
      value: {
        next: {
          ...agreement,
          focalPoints: [
            {
              ...{ id: newId(), partyId: agreement.parties[1]?.id as string, agencyId: null, position: 'Kabag Organisasi' },
              ...{ personId: null, officeMail: 'organisasi@contoh.example', since: day('2026-02-01'), until: null },
            },
          ],
        },
        events: [],
      },
    }));
    expect(changed.ok).toBe(true);
    const done = await renewAgreement(t.tools, await who('preventer'), target(), order());
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    renewed = (await loadAgreement(t.db, done.value.id)) as Agreement;
    expect(renewed).toMatchObject({
      ...{ kind: 'rencana-kerja', state: 'draft', predecessorId: plan.agreement.id, programmes: ['prevention', 'competence'] },
      ...{ yearFrom: 2027, yearUntil: 2027, focalPoints: [{ position: 'Kabag Organisasi', partyId: done.value.parties[1]?.id }] },
    });
    expect(renewed.parties.map(({ agencyId }) => agencyId)).toEqual(plan.agreement.parties.map(({ agencyId }) => agencyId));
    const lines = await linesOf(t.db, renewed.id);
    expect(lines.map(({ activity, dueOn }) => `${activity} ${dueOn}`)).toEqual([
      'Melengkapi standar pelayanan (contoh) 2027-09-30',
      'Pelatihan petugas (contoh) 2027-09-30',
    ]);
    expect(await gapNoteOf(t.db, renewed.id)).toBe('Menunggu anggaran perubahan');
    expect([...(await carriedFrom(t.db, plan.agreement.id)).values()]).toEqual([
      { code: renewed.code, ordinal: 1 },
      { code: renewed.code, ordinal: 2 },
    ]);
    expect(await carriedOf(t.db, lines[0]?.id as string)).toMatchObject([
      { direction: 'from', code: plan.agreement.code, ordinal: 1 },
    ]);
    // The old lines are still there, open.
    expect((await linesOf(t.db, plan.agreement.id)).map(({ state }) => state)).toEqual(['planned', 'planned', 'planned']);
  });

  test('comes once', async () => {
    const again = await renewAgreement(t.tools, await who('head'), target(), order());
    expect(codes(again)).toEqual(['title agreement.renewed-already']);
  });

  test('says the uncovered days on both documents, foreseen while it is a draft, and as they are once it is signed', async () => {
    const words = async (agreement: Agreement) => (await gapsInWords(t.db, agreement, today())).map(({ id }) => id);
    const foreseen =
      'Bila dokumen berikutnya ditandatangani tepat waktu, 10 hari tanpa dokumen yang berlaku: 1 Januari 2027 sampai 10 Januari 2027.';
    expect((await neighboursOf(t.db, await old(), today())).map(({ gap }) => gap?.days)).toEqual([10]);
    expect(await words(renewed)).toEqual([foreseen]);
    t.setNow('2027-01-20T09:00:00+08:00');
    expect((await neighboursOf(t.db, await old(), today()))[0]?.gap).toMatchObject({ to: null, days: 20 });
    const signed = await recordSigned(
      t.tools,
      await who('preventer'),
      { agreementId: renewed.id, version: null },
      {
        ...{ signedOn: day('2027-01-11'), inForceFrom: day('2027-01-11'), inForceUntil: day('2027-12-31') },
        ...{ place: 'Semarapura', source: 'Arsip contoh', hasScan: false },
      },
    );
    if (!signed.ok) throw new Error(JSON.stringify(signed.refusal));
    renewed = signed.value;
    const said = 'Ada 10 hari tanpa dokumen yang berlaku: 1 Januari 2027 sampai 10 Januari 2027.';
    expect(await words(renewed)).toEqual([said]);
    expect(await words(await old())).toEqual([said]);
  });

  test('that begins before the old one ends lets the old one be ended on that day', async () => {
    const next = await renewAgreement(
      t.tools,
      await who('preventer'),
      { agreementId: renewed.id, version: null },
      {
        ...order({ title: 'Rencana kerja 2028 (contoh)', lineIds: [], linesDueOn: null, gapNote: '', gapSeen: false }),
        ...{ partyIds: renewed.parties.map(({ id }) => id), inForceFrom: day('2027-12-01'), inForceUntil: day('2028-12-31') },
      },
    );
    if (!next.ok) throw new Error(JSON.stringify(next.refusal));
    const ending = { agreementId: renewed.id, version: null };
    expect(await endReplaced(t.tools, await who('preventer'), ending)).toMatchObject({ refusal: 'agreement.not-overlapping' });
    t.setNow('2027-12-05T09:00:00+08:00');
    const signed = await recordSigned(
      t.tools,
      await who('preventer'),
      { agreementId: next.value.id, version: null },
      {
        ...{ signedOn: day('2027-11-20'), inForceFrom: day('2027-12-01'), inForceUntil: day('2028-12-31') },
        ...{ place: 'Semarapura', source: 'Arsip contoh', hasScan: false },
      },
    );
    expect(signed.ok).toBe(true);
    const [around] = (await neighboursOf(t.db, renewed, today())).filter(({ side }) => side === 'after');
    expect(around).toMatchObject({ gap: null, overlap: { days: 31 } });
    const ended = await endReplaced(t.tools, await who('preventer'), ending);
    if (!ended.ok) throw new Error(ended.refusal);
    expect(standingOn(ended.value, day('2027-11-30'), NEVER)).toBe('in-force');
    expect(standingOn(ended.value, day('2027-12-01'), NEVER)).toBe('ended');
  });
});

test('a memorandum that another one of the same government follows unlinked leaves only the days between uncovered', async () => {
  const preventer = await who('preventer');
  const signed = async (from: string, until: string) => {
    const draft = await draftedAgreement(t, preventer, { title: `Sinergi ${from} (contoh)` });
    const done = await recordSigned(
      t.tools,
      preventer,
      { agreementId: draft.id, version: null },
      {
        ...{ signedOn: day(from), inForceFrom: day(from), inForceUntil: day(until) },
        ...{ place: 'Semarapura', source: 'Arsip contoh', hasScan: false },
      },
    );
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  const first = await signed('2018-03-01', '2023-02-28');
  const gap = async (on: string) =>
    (await neighboursOf(t.db, first, day(on))).map(
      (one) => `${one.side} ${one.other?.code ?? '-'} ${one.gap?.to ?? 'runs'} ${one.gap?.days}`,
    );
  expect(await gap('2023-03-10')).toEqual(['after - runs 10']);
  const second = await signed('2023-03-21', '2028-03-20');
  expect(await gap('2023-06-01')).toEqual([`after ${second.code} 2023-03-20 20`]);
  // One that ran beside it all the time leaves nothing to name, and is no renewal of it.
  await signed('2019-01-01', '2030-12-31');
  expect(await gap('2023-06-01')).toEqual([]);
  expect(await neighboursOf(t.db, second, day('2029-01-01'))).toEqual([]);
});

const renewalOfNobody = '01890000-0000-7000-8000-000000000000';
