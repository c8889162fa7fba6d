import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { recordSigned } from '../../actions/record-signed.ts';
import { draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { type RegisterTest, registerTest } from './register.test-support.ts';

let r: RegisterTest;
beforeAll(async () => {
  r = await registerTest();
});
afterAll(() => r.t.close());

const day = (text: string) => Temporal.PlainDate.from(text);

async function inForce(title: string, on: string): Promise<Agreement> {
  const head = await r.who('head');
  const draft = await draftedAgreement(r.t, head, { title });
  const done = await recordSigned(
    r.t.tools,
    head,
    { agreementId: draft.id, version: null },
    {
      ...{
        signedOn: day(on),
        inForceFrom: day(on),
        inForceUntil: day('2030-12-31'),
        place: '',
        source: 'Arsip (contoh)',
        hasScan: false,
      },
    },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

describe('focal points', () => {
  test('an agreement in force without one is named on the desk, in the list and on its page until each side has named its own', async () => {
    const title = 'Tanpa siapa-siapa (contoh)';
    const { code, parties } = await inForce(title, '2025-02-03');
    const path = `/desk/agreements/${code}`;
    const seen = async () => {
      const pages = ['/desk/agreements?kind=unwatched', '/desk/agreements/all?unwatched=yes'].map((each) =>
        r.at('head').get(each),
      );
      const [desk, list] = await Promise.all(pages);
      const page = await r.at('coordinator').get(path);
      return { desk: desk?.text.includes(title), list: list?.text.includes(title), page: page.text };
    };
    const before = await seen();
    expect(before).toMatchObject({ desk: true, list: true });
    expect(before.page).toContain('berlaku tanpa narahubung untuk Ombudsman RI Perwakilan Bali, Pemerintah Kabupaten Klungkung');
    const focal = `${path}/focal-points`;
    const [ombudsman, klungkung] = parties;
    const order = { position: 'Kepala Bagian Organisasi (contoh)', officeMail: 'organisasi@klungkung.example' };
    // The other side's is not one's own to name; the keeper's officers may name any.
    const page = await r.at('coordinator').get(focal);
    expect(page.html).not.toContain(`value="${ombudsman?.id}"`);
    const foreign = await r.at('coordinator').send(focal, focal, { ...order, partyId: ombudsman?.id ?? '' });
    expect(foreign.status).toBe(403);
    expect((await r.at('coordinator').send(focal, focal, { ...order, partyId: klungkung?.id ?? '' })).status).toBe(303);
    const between = await seen();
    expect(between).toMatchObject({ desk: true, list: true });
    expect(between.page).toContain('berlaku tanpa narahubung untuk Ombudsman RI Perwakilan Bali.');
    // A name alone reaches nobody.
    const nameless = await r.at('head').send(focal, focal, { ...order, partyId: ombudsman?.id ?? '', officeMail: '' });
    expect(nameless.status).toBe(422);
    expect(nameless.text).toContain('Isi surel kantornya atau pilih orangnya');
    const { personId } = await r.who('preventer');
    const ours = { ...order, partyId: ombudsman?.id ?? '', officeMail: '', personId };
    expect((await r.at('head').send(focal, focal, ours)).status).toBe(303);
    const after = await seen();
    expect(after).toMatchObject({ desk: false, list: false });
    expect(after.page).not.toContain('berlaku tanpa narahubung');
    expect(after.page).toContain('organisasi@klungkung.example');
    // An office address is told of the end alone: it is said, and not of whoever has an account.
    expect(after.page.split('hanya diberi tahu bila dokumen segera berakhir').length).toBe(2);
    expect((await r.at('head').get(focal)).text.split('hanya surel kantor').length).toBe(2);
    const point = (await loadAgreementByCode(r.t.db, code))?.focalPoints.find(({ partyId }) => partyId === klungkung?.id);
    expect((await r.at('coordinator').send(focal, focal, { end: point?.id ?? '' })).status).toBe(303);
    expect(await seen()).toMatchObject({ desk: true, list: true });
    // Whoever was named and has left the office is nobody any more.
    expect((await r.at('coordinator').send(focal, focal, { ...order, partyId: klungkung?.id ?? '' })).status).toBe(303);
    expect(await seen()).toMatchObject({ desk: false, list: false });
    await sql`UPDATE directory.positions SET ends_on = '2026-01-31', end_reason = 'contoh' WHERE person_id = ${personId}`.execute(
      r.t.ownerDb,
    );
    const left = await seen();
    expect(left).toMatchObject({ desk: true, list: true });
    expect(left.page).toContain('berlaku tanpa narahubung untuk Ombudsman RI Perwakilan Bali.');
    expect((await r.at('head').get(focal)).text).toContain('orangnya sudah tidak menjabat');
    await sql`UPDATE directory.positions SET ends_on = NULL, end_reason = NULL WHERE person_id = ${personId}`.execute(
      r.t.ownerDb,
    );
  });

  test('a private thing that is no mail address, and a unit of somebody else, are refused with everything typed kept', async () => {
    const { code, parties } = await inForce('Salah ketik narahubung (contoh)', '2025-02-04');
    const focal = `/desk/agreements/${code}/focal-points`;
    const order = { partyId: parties[1]?.id ?? '', position: 'Kepala Bagian (contoh)' };
    const mail = await r.at('head').send(focal, focal, { ...order, officeMail: 'nomor telepon saja' });
    expect(mail.status).toBe(422);
    expect(mail.text).toContain('Alamat surel tidak dikenali');
    expect(mail.html).toContain('value="nomor telepon saja"');
    const unit = await r.at('head').send(focal, focal, { ...order, agencyId: parties[0]?.agencyId ?? '' });
    expect(unit.status).toBe(422);
    expect((await r.at('head').send(focal, focal, { ...order, position: ' ' })).text).toContain('Tuliskan jabatannya');
    expect((await loadAgreementByCode(r.t.db, code))?.focalPoints).toEqual([]);
  });
});

describe('signatories and witnesses', () => {
  test('begin with a row for each party, take a witness of no party, and keep who they are when changed', async () => {
    const { code } = await draftedAgreement(r.t, await r.who('head'), { title: 'Penanda tangan (contoh)' });
    const hands = `/desk/agreements/${code}/hands`;
    const saved = await r.at('head').send(hands, hands, {
      ...{ 'position-0': 'Kepala Perwakilan', 'name-0': 'Surya (contoh)', 'position-1': 'Sekretaris Daerah', 'ordinal-1': '2' },
      ...{ 'position-2': 'Bupati', 'party-2': '', 'capacity-2': 'witnesses', 'ordinal-2': '3' },
    });
    expect(saved.status, saved.text).toBe(303);
    const before = (await loadAgreementByCode(r.t.db, code))?.signatories ?? [];
    expect(before.map(({ position, capacity, ordinal }) => [position, capacity, ordinal])).toEqual([
      ['Kepala Perwakilan', 'signs', 1],
      ['Sekretaris Daerah', 'signs', 2],
      ['Bupati', 'witnesses', 3],
    ]);
    expect(before[2]?.partyId).toBeNull();
    expect(
      (await r.at('head').send(hands, hands, { 'position-1': 'Sekretaris Daerah Kabupaten', 'position-2': '' })).status,
    ).toBe(303);
    const after = (await loadAgreementByCode(r.t.db, code))?.signatories ?? [];
    expect(after.map(({ id }) => id)).toEqual(before.slice(0, 2).map(({ id }) => id));
    expect(after[1]?.position).toBe('Sekretaris Daerah Kabupaten');
  });

  test('whoever signs does so for a party, and in the application only with the power to', async () => {
    const { code } = await draftedAgreement(r.t, await r.who('head'), { title: 'Kuasa (contoh)' });
    const hands = `/desk/agreements/${code}/hands`;
    const base = { 'position-0': 'Kepala Perwakilan', 'position-1': 'Sekretaris Daerah' };
    const nobody = await r.at('head').send(hands, hands, { ...base, 'party-1': '' });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Pilih untuk pihak mana');
    expect(nobody.html).toContain('value="Sekretaris Daerah"');
    const { personId } = await r.who('liaison');
    const powerless = await r.at('head').send(hands, hands, { ...base, 'person-1': personId });
    expect(powerless.status).toBe(422);
    expect(powerless.text).toContain('tidak berwenang menandatangani');
    const secretary = (await r.who('secretary')).personId;
    expect((await r.at('head').send(hands, hands, { ...base, 'person-1': secretary })).status).toBe(303);
    expect((await r.at('coordinator').get(hands)).status).toBe(404);
  });
});
