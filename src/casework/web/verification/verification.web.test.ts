import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk, PNG } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Post } from '../../../platform/tools.ts';
import { current } from '../../actions/verification/verification.test-support.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { requirementsFor } from '../../rules/verification/requirements.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import { plenariesOfCase } from '../../store/verification/plenary-items.ts';
import { transfersOf } from '../../store/verification/transfers.ts';
import { mountCasework } from '../routes.ts';

let t: TestDatabase;
let app: WebRoutes;
let who: Awaited<ReturnType<typeof castOf>>;

beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({
    post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve(),
    settings: { rateLimitFactor: 1000 },
  });
  given.post = makePost(t.tools);
  t.setNow('2026-03-16T09:00:00+08:00');
  who = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountCasework,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
});
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') => new AtDesk({ t, app }, (await who(name)).personId, language);
const day = (name: string, text: string) => {
  const [year = '', month = '', of = ''] = text.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

describe('verification, page by page', () => {
  let path = '';
  let id = '';

  test('the requirements show citations and what was computed, in both languages; nobody else finds them', async () => {
    ({ id } = await openedCase(t, { occurredOn: Temporal.PlainDate.from('2024-02-29'), loss: 'Ongkos (contoh)' }));
    path = `/desk/cases/${id}`;
    const page = await (await at('verifier')).get(`${path}/checks`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('UU 37/2008 Pasal 24 ayat (1)');
    expect(page.html).toContain('dapat dilaporkan sampai Sabtu, 28 Februari 2026');
    expect(page.html).toContain('Belum ada: alamat lengkap.');
    expect(page.html.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/event-age|not-met|case\./);
    const english = await (await at('verifier', 'en')).get(`${path}/checks`);
    expect(english.html).toMatch(/it could be reported until \w+,? 28 February 2026/);
    for (const name of ['coordinator', 'liaison', 'leader'] as const) {
      expect((await (await at(name)).get(`${path}/checks`)).status, name).toBe(404);
    }
    // Recorded at the counter: how it goes on may be seen there, what is thought of it may not.
    const own = await openedCase(t, { registeredByPersonId: (await who('counter')).personId });
    expect((await (await at('counter')).get(`/desk/cases/${own.id}`)).status).toBe(200);
    for (const part of ['checks', 'plenary', 'team', 'transfer', 'conflict']) {
      expect((await (await at('counter')).get(`/desk/cases/${own.id}/${part}`)).status, part).toBe(404);
    }
    const read = await (await at('examiner')).get(`${path}/checks`);
    expect(read.html).toContain('Syarat dijawab oleh verifikator kantor ini.');
    expect(read.html).not.toContain(`action="${path}/checks"`);
  });

  test('an overruling without a reason is refused with everything typed kept; with one it is saved', async () => {
    const verifier = await at('verifier');
    const codes = requirementsFor(await current(t, id))
      .filter((each) => each.group === 'formal')
      .map((each) => each.code);
    const fields = { requirement: codes, ...Object.fromEntries(codes.map((code) => [`seen-${code}`, ''])) };
    const wrong = await verifier.submit(`${path}/checks`, {
      ...fields,
      'answer-address': 'met',
      'answer-account': 'met',
      'note-account': 'Jelas sekali (contoh)',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Jawaban ini berbeda dari hasil hitungan. Tuliskan alasannya.');
    expect(wrong.html).toContain('value="Jelas sekali (contoh)"');
    const met = Object.fromEntries(
      codes.flatMap((code) => [
        [`answer-${code}`, 'met'],
        [`note-${code}`, 'Dilihat di loket (contoh)'],
      ]),
    );
    expect(
      (await verifier.submit(`${path}/checks`, { ...fields, ...met, 'answer-id-copy': 'not-met', 'note-id-copy': '' })).status,
    ).toBe(303);
    const shown = await verifier.get(`${path}/checks`);
    expect(shown.html).toContain('berbeda dari hitungan, dengan alasan');
    expect(shown.html).toContain('Syarat formil dapat dinyatakan terpenuhi setelah');
  });

  test('what is missing is asked back with the explained date, and answered on paper with a file', async () => {
    const verifier = await at('verifier');
    const ask = await verifier.get(`${path}/checks/ask`);
    expect(ask.html).toContain('15 April 2026');
    expect(ask.html).toContain('UU 37/2008 Pasal 25');
    const empty = await verifier.submit(`${path}/checks/ask`, { requirements: ['id-copy'], text: '' });
    expect([empty.status, empty.html.includes('Isi tulisannya dulu.')]).toEqual([422, true]);
    expect(
      (await verifier.submit(`${path}/checks/ask`, { requirements: ['id-copy'], text: 'Mohon kirim fotokopi KTP (contoh).' }))
        .status,
    ).toBe(303);
    expect((await verifier.get(`${path}/checks/ask`)).location).toBe(`${path}/checks`);
    expect((await verifier.get(`${path}/checks`)).html).toContain('Menunggu jawaban');
    const without = await verifier.submit(`${path}/checks/answer`, { text: 'Fotokopi dibawa (contoh)', reason: '' });
    expect([without.status, without.html.includes('Fotokopi dibawa (contoh)')]).toEqual([422, true]);
    const file = new File([PNG], 'ktp.png', { type: 'image/png' });
    const answered = await verifier.submitFiles(
      `${path}/checks/answer`,
      { text: 'Fotokopi dibawa (contoh)', reason: 'Datang ke kantor (contoh)' },
      [file],
    );
    expect(answered.status).toBe(303);
    expect((await current(t, id)).stage).toBe('formal');
  });

  test('passed, submitted with a proposal, and waiting for the plenary', async () => {
    const verifier = await at('verifier');
    const answer = async () => {
      const codes = requirementsFor(await current(t, id)).map((each) => each.code);
      const html = (await verifier.get(`${path}/checks`)).html;
      const seen = (code: string) => new RegExp(`name="seen-${code}" value="([^"]*)"`).exec(html)?.[1] ?? '';
      const fields = Object.fromEntries(
        codes.flatMap((code) => [
          [`answer-${code}`, 'met'],
          [`note-${code}`, 'Diperiksa (contoh)'],
          [`seen-${code}`, seen(code)],
        ]),
      );
      return verifier.submit(`${path}/checks`, { requirement: codes, ...fields });
    };
    expect((await answer()).status).toBe(303);
    expect((await verifier.submit(`${path}/checks/pass`, {}, `${path}/checks`)).status).toBe(303);
    expect((await current(t, id)).stage).toBe('material');
    const missing = await verifier.submit(`${path}/checks/submit`, { reasons: 'Dugaan penundaan (contoh)' });
    expect([missing.status, missing.html.includes('Dugaan penundaan (contoh)')]).toEqual([422, true]);
    const done = await verifier.submit(`${path}/checks/submit`, { proposal: 'examine', reasons: 'Dugaan penundaan (contoh)' });
    expect([done.status, done.location]).toEqual([303, `${path}/plenary`]);
    expect((await (await at('examiner')).get(`${path}/plenary`)).html).toContain('Dugaan penundaan (contoh)');
  });

  test('the plenary is planned, opened, counted, and decides once; a second tab is told and keeps its words', async () => {
    const head = await at('head');
    const wrong = await head.submit('/desk/plenaries/new', {
      ...day('heldOn', '2026-03-01'),
      heldAt: '9.30',
      place: 'Ruang A (contoh)',
    });
    expect([wrong.status, wrong.html.includes('value="Ruang A (contoh)"')]).toEqual([422, true]);
    const planned = await head.submit('/desk/plenaries/new', {
      ...day('heldOn', '2026-03-16'),
      heldAt: '9.30',
      place: 'Ruang A (contoh)',
    });
    const meeting = planned.location ?? '';
    expect(meeting).toMatch(/^\/desk\/plenaries\/[0-9a-f-]{36}$/);
    expect((await (await at('coordinator')).get(meeting)).status).toBe(404);
    expect((await head.get('/desk/plenaries')).html).toContain(meeting);
    expect((await head.submit(`${meeting}/agenda`, { case: id }, meeting)).status).toBe(303);
    expect((await head.submit(`${meeting}/open`, {}, meeting)).status).toBe(303);
    const item = `${meeting}/items/${id}`;
    const early = await head.submit(item, { decision: 'examine', discussion: 'Singkat (contoh)', reasons: '', decide: 'yes' });
    expect([early.status, early.html.includes('Catat kehadiran setiap anggota')]).toEqual([422, true]);
    const present = (await membersOf(t.db, meeting.split('/').at(-1) ?? '')).map((each) => each.personId);
    expect((await head.submit(`${meeting}/attendance`, { present }, meeting)).status).toBe(303);
    const member = await at('examiner');
    const seen = await member.get(item);
    expect(seen.html).toContain('Kuorum tercapai');
    expect(seen.html).toContain('Putusan dicatat oleh pimpinan rapat.');
    expect((await member.submit(item, { keep: 'yes', discussion: 'Catatan anggota (contoh)' })).status).toBe(303);
    const second = await at('chair');
    const kept = (await second.get(item)).html;
    expect(kept).toContain('Catatan anggota (contoh)');
    expect(
      (await head.submit(item, { decision: 'examine', discussion: 'Disepakati (contoh)', reasons: '', decide: 'yes' })).status,
    ).toBe(303);
    const form = {
      decision: 'refuse',
      discussion: 'Tulisan tab kedua (contoh)',
      reasons: 'Alasan tab kedua (contoh)',
      decide: 'yes',
    };
    // The second tab still shows the form of before the decision.
    const late = await second.submitFiles(item, form, [], { html: kept });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Perkara ini sudah diputus dalam rapat ini.');
    expect(late.html).toContain('Tulisan tab kedua (contoh)');
    expect(late.html).toContain('Alasan tab kedua (contoh)');
    expect((await plenariesOfCase(t.db, id))[0]).toMatchObject({ decision: 'examine', discussion: 'Disepakati (contoh)' });
    expect((await head.submit(`${meeting}/close`, {}, meeting)).status).toBe(303);
    const minutes = await head.get(meeting);
    expect(minutes.html).toContain('Buka berita acara');
    expect(minutes.html).toContain('Rapat diakhiri setelah berita acaranya disegel.');
  });

  test('the head assigns with loads in sight; the declared conflict hides the case from its owner', async () => {
    const head = await at('head');
    const [examiner, second] = [await who('examiner'), await who('secondExaminer')];
    const page = await head.get(`${path}/team`);
    expect(page.html).toMatch(/perkara berjalan\)/);
    const none = await head.submit(`${path}/team`, { lead: '', examiner: [], task: '' });
    expect(none.status).toBe(422);
    const chosen = {
      lead: examiner.personId,
      examiner: [second.personId],
      task: 'Periksa (contoh)',
      ...day('from', '2026-03-16'),
      ...day('until', '2026-02-31'),
    };
    const wrong = await head.submit(`${path}/team`, chosen);
    expect([wrong.status, wrong.html.includes('Periksa (contoh)')]).toEqual([422, true]);
    expect((await head.submit(`${path}/team`, { ...chosen, ...day('until', '2026-04-30') })).status).toBe(303);
    expect((await current(t, id)).stage).toBe('examination');
    const own = await at('secondExaminer');
    const declared = await own.submit(`${path}/conflict`, { ownReason: 'Ipar pejabatnya (contoh)' });
    expect([declared.status, declared.location]).toEqual([303, '/desk/cases']);
    expect((await own.get(path)).status).toBe(404);
    expect((await own.get(`${path}/conflict`)).status).toBe(404);
    const barred = await head.get(`${path}/team`);
    expect(barred.html).toContain('tercatat mempunyai benturan kepentingan');
    const [meeting] = await plenariesOfCase(t.db, id);
    const hidden = await own.get(`/desk/plenaries/${meeting?.plenaryId}`);
    expect(hidden.html).toContain('Perkara lain, Anda tidak ikut membahasnya');
    expect(hidden.html).not.toContain((await current(t, id)).number);
    expect((await own.get(`/desk/plenaries/${meeting?.plenaryId}/items/${id}`)).status).toBe(404);
  });

  test('a transfer is proposed after coordination, and answered by the other office', async () => {
    const head = await at('head');
    const root = (await current(t, id)).officePath[0] ?? '';
    const typed = {
      office: root,
      reason: 'Instansi pusat (contoh)',
      agreement: 'Ditangani pusat (contoh)',
      ...day('agreedOn', '2026-03-13'),
    };
    const wrong = await head.submit(`${path}/transfer`, { ...typed, agreedWith: '' });
    expect([wrong.status, wrong.html.includes('Ditangani pusat (contoh)')]).toEqual([422, true]);
    expect(wrong.html).toContain('PO 58/2023 Pasal 17');
    expect((await head.submit(`${path}/transfer`, { ...typed, agreedWith: 'Kepala Keasistenan (contoh)' })).status).toBe(303);
    const [transfer] = await transfersOf(t.db, id);
    const chair = await at('chair', 'en');
    expect((await chair.get('/desk/transfers')).html).toContain(`/desk/transfers/${transfer?.id}`);
    const asked = `/desk/transfers/${transfer?.id}`;
    expect((await (await at('verifier')).get(asked)).status).toBe(404);
    expect((await chair.submit(asked, { reason: '' })).html).toContain('Choose the answer.');
    const declined = await chair.submit(asked, { answer: 'decline', reason: 'Not our field (contoh)' });
    expect([declined.status, declined.location]).toEqual([303, '/desk/transfers']);
    expect((await head.get(`${path}/transfer`)).html).toContain('Not our field (contoh)');
  });
});
