import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../../../directory/index.ts';
import { listAccesses } from '../../../../identity/index.ts';
import type { FormFields } from '../../../../platform/testing/visitor.ts';
import { Visitor } from '../../../../platform/testing/visitor.ts';
import { CAST } from '../../../cast.test-support.ts';
import type { Case } from '../../../rules/case.ts';
import { loadCase, loadCaseByNumber } from '../../../store/cases.ts';
import { ANSWERS, answerAll, deskBrowser, errorsIn, type IntakeTest, intakeTest, textOf, WHO } from '../testing.ts';

const BASE = '/desk/cases/new';
let test: IntakeTest;
let office: string;
beforeAll(async () => {
  test = await intakeTest();
  office = (await agencyByCode(test.t.db, 'ori.bali'))?.id ?? '';
}, 300_000);
afterAll(() => test.t.close());

const page = async (visitor: Visitor, path: string) => textOf(await (await visitor.get(path)).text());
const arrival = (): FormFields => ({
  office,
  channel: 'counter',
  'received-day': '1',
  'received-month': '3',
  'received-year': '2026',
});

async function registered(visitor: Visitor, answers: Readonly<Record<string, FormFields>> = {}): Promise<Case> {
  const begun = await visitor.submit(BASE, {});
  const all = { ...ANSWERS, arrival: arrival(), you: { ...WHO, secret: 'yes' }, ...answers };
  const at = await answerAll(visitor, BASE, begun.headers.get('location') ?? '', all);
  const sent = await visitor.submit(at, {});
  if (sent.status !== 303) throw new Error(`${sent.status} ${errorsIn(await sent.text())}`);
  const slip = await page(visitor, `${BASE}/receipt`);
  const number = /Nomor registrasi (\S+)/.exec(slip)?.[1] ?? '';
  await visitor.submit(`${BASE}/receipt`, {});
  const file = await loadCaseByNumber(test.t.db, number);
  if (!file) throw new Error(`no case ${number}`);
  return file;
}

describe('at the desk of an office of the Ombudsman', () => {
  it('a report is recorded for somebody, with the day it was received and the officer who did', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const file = await registered(counter);
    expect(file).toMatchObject({ access: 'LM', channel: 'counter', officeId: office, secret: true });
    expect(file.receivedOn.toString()).toBe('2026-03-01');
    expect(file.registeredByPersonId).not.toBeNull();
  });

  it('whoever wrote a report down follows it, and is offered no part that is not for them', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const { id } = await registered(counter);
    const html = await (await counter.get(`/desk/cases/${id}`)).text();
    const parts = [...html.matchAll(new RegExp(`href="(/desk/cases/${id}/[^"]*)"`, 'g'))].map((match) => match[1] ?? '');
    expect(parts).toContain(`/desk/cases/${id}/timeline`);
    expect(parts).not.toContain(`/desk/cases/${id}/notes`);
    for (const part of parts) expect([part, (await counter.get(part)).status]).toEqual([part, 200]);
  });

  it('a letter may lack what the reporter did not write; only what is written is kept', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const empty = Object.fromEntries(Object.keys(WHO).map((field) => [field, '']));
    const file = await registered(counter, {
      arrival: { ...arrival(), channel: 'letter' },
      you: { ...empty, secret: 'no', name: 'Ketut Contoh' },
    });
    expect(file.channel).toBe('letter');
    const verifier = await deskBrowser(test, CAST.verifier);
    const html = await page(verifier, `/desk/cases/${file.id}/reporter`);
    expect(html).toContain('Nama lengkap');
    expect(html).not.toContain('Ketut Contoh');
    expect(html).not.toContain('Alamat lengkap');
  });

  it('rapid response needs a criterion and a reason', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    await counter.submit(BASE, {});
    await counter.submit(`${BASE}/arrival`, arrival());
    const refused = await counter.submit(`${BASE}/kind`, { kind: 'report', rapid: 'yes' });
    expect(refused.status).toBe(422);
    expect(errorsIn(await refused.text())).toEqual([
      'Centang paling sedikit satu kriteria respons cepat.',
      'Tulis mengapa laporan ini memenuhi kriteria respons cepat.',
    ]);
    const kind = { kind: 'report', rapid: 'yes', 'threat-to-life': 'yes', rapidReason: 'Pasien gawat ditolak.' };
    const file = await registered(counter, { kind });
    expect(file).toMatchObject({ access: 'RCO', stage: 'rapid', rapidCriteria: ['threat-to-life'] });
  });

  it('a day that has not come, or an office that is not the officer’s, is refused', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    await counter.submit(BASE, {});
    const ahead = await counter.submit(`${BASE}/arrival`, { ...arrival(), 'received-year': '2099' });
    expect(errorsIn(await ahead.text())).toEqual(['Tanggal itu belum terjadi. Periksa lagi.']);
    const elsewhere = await agencyByCode(test.t.db, '51.05.dinkes');
    const foreign = await counter.submit(`${BASE}/arrival`, { ...arrival(), office: elsewhere?.id ?? '' });
    expect(errorsIn(await foreign.text())).toEqual(['Pilih kantor tempat laporan ini diterima.']);
  });

  it('a consultation is recorded with its advice, and one that is a report goes on under a new number', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const asked = {
      kind: { kind: 'consultation' },
      story: { title: 'Tanya syarat rujukan', account: 'Apakah rujukan boleh ditolak tanpa alasan?' },
      you: { name: '', email: 'ketut@contoh.example', phone: '' },
    };
    const story = { ...asked.story, done: 'yes', advice: 'Adukan dahulu kepada kepala dinas.' };
    expect(await registered(counter, { ...asked, story })).toMatchObject({ access: 'KNL', outcome: 'consulted' });
    const open = await registered(counter, { ...asked, story: { ...asked.story, done: 'no' } });
    expect(open).toMatchObject({ access: 'KNL', stage: 'consultation' });
    const begun = await counter.submit(`/desk/cases/${open.id}/convert`, {});
    const at = await answerAll(counter, BASE, begun.headers.get('location') ?? '', {
      ...ANSWERS,
      arrival: arrival(),
      story: { ...asked.story, 'occurred-day': '', 'occurred-month': '', 'occurred-year': '' },
      you: WHO,
    });
    expect((await counter.submit(at, {})).status).toBe(303);
    const slip = await page(counter, `${BASE}/receipt`);
    const report = await loadCaseByNumber(test.t.db, /Nomor registrasi (\S+)/.exec(slip)?.[1] ?? '');
    expect(report).toMatchObject({ access: 'LM', continuesId: open.id });
    expect(await loadCase(test.t.db, open.id)).toMatchObject({ outcome: 'converted' });
  });

  it('is for nobody else', async () => {
    for (const name of ['coordinator', 'liaison', 'leader'] as const) {
      expect([name, (await (await deskBrowser(test, CAST[name])).get(BASE)).status]).toEqual([name, 404]);
    }
    expect((await new Visitor(test.app).get(BASE)).status).toBe(303);
  });
});

describe('who reported', () => {
  it('is opened for a stated purpose, which is recorded with the name, and shows in the list of looks', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const file = await registered(counter);
    const verifier = await deskBrowser(test, CAST.verifier);
    const path = `/desk/cases/${file.id}/reporter`;
    expect(await page(verifier, path)).not.toContain('Made Contoh');
    const silent = await verifier.submit(path, { part: 'particulars', purpose: ' ' });
    expect(silent.status).toBe(422);
    expect(await listAccesses(test.t.db, { complaintId: file.id, limit: 5 })).toEqual([]);
    const shown = await verifier.submit(path, { part: 'particulars', purpose: 'Memeriksa syarat formil' });
    const html = textOf(await shown.text());
    expect(html).toContain('I Made Contoh');
    expect(html).toContain('Memeriksa syarat formil');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await listAccesses(test.t.db, { complaintId: file.id, limit: 5 })).toHaveLength(1);
  });

  it('gives the copy of the identity card only after a purpose was stated, and to nobody of the respondent', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    await counter.submit(BASE, {});
    const form = new FormData();
    const fields = { ...(await counter.hiddenFields(`${BASE}/arrival`)), ...WHO, secret: 'yes', email: '', phone: '' };
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    form.append(
      'idCard',
      new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'], 'ktp-made.pdf', { type: 'application/pdf' }),
    );
    await counter.submit(`${BASE}/arrival`, arrival());
    await counter.submit(`${BASE}/kind`, { kind: 'report' });
    const kept = await counter.fetch(`${BASE}/you`, {
      method: 'POST',
      body: form,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(kept.status).toBe(303);
    const at = await answerAll(counter, BASE, `${BASE}/story`, { ...ANSWERS, you: { ...WHO, secret: 'yes' } });
    expect(await page(counter, at)).toContain('Dilampirkan');
    await counter.submit(at, {});
    const slip = await page(counter, `${BASE}/receipt`);
    const file = await loadCaseByNumber(test.t.db, /Nomor registrasi (\S+)/.exec(slip)?.[1] ?? '');
    const path = `/desk/cases/${file?.id}/reporter`;
    const verifier = await deskBrowser(test, CAST.verifier);
    const silent = await verifier.submit(`${path}/id-card`, { purpose: ' ' }, path);
    expect(silent.status).toBe(422);
    const card = await verifier.submit(`${path}/id-card`, { purpose: 'Mencocokkan identitas' }, path);
    expect([card.status, card.headers.get('content-type'), card.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect((await card.text()).startsWith('%PDF')).toBe(true);
    expect(await listAccesses(test.t.db, { complaintId: file?.id ?? '', limit: 5 })).toMatchObject([
      { part: 'particulars', purpose: 'Mencocokkan identitas' },
    ]);
    const coordinator = await deskBrowser(test, CAST.coordinator);
    expect((await coordinator.submit(`${path}/id-card`, { purpose: 'ingin tahu' }, '/ombudsman')).status).toBe(404);
  });

  it('is not for the counter that recorded it, and the case is not there for the respondent', async () => {
    const counter = await deskBrowser(test, CAST.counter);
    const file = await registered(counter);
    const path = `/desk/cases/${file.id}/reporter`;
    const refused = await counter.submit(path, { part: 'particulars', purpose: 'ingin tahu' }, `/desk/cases/${file.id}`);
    expect(textOf(await refused.text())).not.toContain('Made Contoh');
    for (const name of ['coordinator', 'liaison', 'leader'] as const) {
      const officer = await deskBrowser(test, CAST[name]);
      for (const below of ['', '/reporter', '/complaint', '/convert', '/complaint/files/x']) {
        expect([name, below, (await officer.get(`/desk/cases/${file.id}${below}`)).status]).toEqual([name, below, 404]);
      }
    }
    expect(await listAccesses(test.t.db, { complaintId: file.id, limit: 5 })).toEqual([]);
  });
});
