import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import { trackingNumber } from '../../rules/tracking-number.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import {
  ASPIRATION,
  answerAll,
  COMPLAINT,
  errorsOn,
  type FilingTest,
  fileIt,
  filingTest,
  QUESTION,
  receiptOn,
  Walker,
} from './testing.ts';

let house: FilingTest;
beforeAll(async () => {
  house = await filingTest();
});
afterAll(() => house.t.close());

const walker = () => new Walker(house.app);
const filed = (number: string) => loadByTrackingNumber(house.t.db, number);

describe('without JavaScript', () => {
  test('a complaint is filed with everything that was answered', async () => {
    const ani = walker();
    await answerAll(ani, COMPLAINT, { contact: { name: 'Ani Rekaan', email: 'ani@rekaan.example', phone: '081234567890' } });
    const summary = (await ani.get('/complaints/new/check')).text;
    for (const text of ['Jalan berlubang di depan pasar', 'Kabupaten Klungkung', 'Depan Pasar Galiran', 'ani@rekaan.example']) {
      expect(summary).toContain(text);
    }
    const { number, code } = await fileIt(ani);
    expect(code).toMatch(/^\d{16}$/);
    const klungkung = await agencyByCode(house.t.db, '51.05');
    expect(await filed(number)).toMatchObject({
      class: 'complaint',
      channel: 'web',
      title: 'Jalan berlubang di depan pasar',
      regionCode: '51.05',
      place: 'Depan Pasar Galiran',
      categoryCode: 'public-works.potholes',
      addressedAgencyId: klungkung?.id,
      anonymous: false,
      confidential: false,
      filedByPersonId: null,
    });
    expect((await filed(number))?.occurredOn?.toString()).toBe('2026-03-14');
  });

  test.each([
    ['aspiration', ASPIRATION, ['place', 'when', 'category']],
    ['information-request', QUESTION, ['place', 'when', 'category', 'files']],
  ] as const)('a form for %s is shorter: its other questions are not asked', async (kind, pages, unasked) => {
    const visitor = walker();
    await answerAll(visitor, pages);
    for (const step of unasked) {
      expect((await visitor.get(`/complaints/new/${step}`)).location).toBe('/complaints/new/check');
    }
    const { number } = await fileIt(visitor);
    expect(await filed(number)).toMatchObject({ class: kind, occurredOn: null, place: null, categoryCode: null });
  });

  test('each question leads to the next, and the summary back to the first that is open', async () => {
    const visitor = walker();
    expect((await visitor.answer('/complaints/new', {})).location).toBe('/complaints/new/class');
    expect((await visitor.get('/complaints/new/check')).location).toBe('/complaints/new/class');
    expect((await visitor.get('/complaints/new/story')).location).toBe('/complaints/new/class');
    for (const [step, fields] of COMPLAINT.slice(0, -1)) await visitor.answer(`/complaints/new/${step}`, fields);
    expect((await visitor.get('/complaints/new/check')).location).toBe('/complaints/new/contact');
  });

  test('a place is narrowed down from list to list, and wider lists chosen again keep it', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 2));
    const choose = (region: string, within = '') =>
      visitor.answer('/complaints/new/where', { region }, `/complaints/new/where${within && `?in=${within}`}`);
    expect((await choose('51')).location).toBe('/complaints/new/where?in=51');
    expect((await choose('51.05', '51')).location).toBe('/complaints/new/where?in=51.05');
    expect((await choose('51.05.01', '51.05')).location).toBe('/complaints/new/where?in=51.05.01');
    const villages = (await visitor.get('/complaints/new/where?in=51.05.01')).text;
    expect(villages).toContain('Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali');
    const village = /<option value="(51\.05\.01\.\d{4})"/.exec(villages)?.[1] ?? '';
    expect((await choose(village, '51.05.01')).location).toBe('/complaints/new/place');
    await choose('51');
    expect((await visitor.get('/complaints/new/where?in=51.05.01')).text).toMatch(
      new RegExp(`<option value="${village.replaceAll('.', '\\.')}" selected`),
    );
    // Left open, the wider region counts.
    await choose('', '51.05');
    expect((await visitor.get('/complaints/new/where?in=51')).text).toMatch(/<option value="51\.05" selected/);
  });

  test('a place is found by its name', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 2));
    const found = (await visitor.get('/complaints/new/where?q=nusa+penida')).text;
    expect(found).toContain('Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali');
    const chosen = await visitor.answer(
      '/complaints/new/where',
      { region: '51.05.01', found: 'yes' },
      '/complaints/new/where?q=nusa+penida',
    );
    expect(chosen.location).toBe('/complaints/new/place');
    expect((await visitor.get('/complaints/new/where?q=tidak-ada-tempat-ini')).text).toContain('Tidak ada tempat dengan nama');
  });

  test('a matter of the whole country needs no place', async () => {
    const visitor = walker();
    await answerAll(visitor, QUESTION, { where: { nowhere: 'yes', region: '' } });
    expect(await filed((await fileIt(visitor)).number)).toMatchObject({ regionCode: null });
  });

  test('offices are suggested by what it is about and where, others are found by name', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 6));
    const suggested = (await visitor.get('/complaints/new/agency')).text;
    expect(suggested).toContain('value="51.05.pupr"');
    expect(suggested).toContain('value="51.05"');
    expect(suggested).toContain('Saya tidak tahu');
    const found = (await visitor.get('/complaints/new/agency?q=dinas+kesehatan')).text;
    expect(found).toContain('value="51.05.dinkes"');
    expect(found).toContain('Saya tidak tahu');
    const none = (await visitor.get('/complaints/new/agency?q=zzzz')).text;
    expect(none).toContain('Tidak ada instansi dengan nama');
    expect(none).toContain('value="51.05.pupr"');
  });

  test('“I don’t know” is an answer: the national desk looks for the agency', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT, { agency: { agency: '-' } });
    const national = await agencyByCode(house.t.db, 'kemenpanrb');
    expect(await filed((await fileIt(visitor)).number)).toMatchObject({ addressedAgencyId: null, deskAgencyId: national?.id });
  });

  test('an address may bring agency and region along', async () => {
    const visitor = walker();
    expect((await visitor.get('/complaints/new?agency=51.05.dinkes&region=51.05')).text).toContain('Dinas Kesehatan');
    await visitor.answer('/complaints/new', {}, '/complaints/new?agency=51.05.dinkes&region=51.05');
    for (const [step, fields] of COMPLAINT.slice(0, 2)) await visitor.answer(`/complaints/new/${step}`, fields);
    expect((await visitor.get('/complaints/new/where')).text).toMatch(/<option value="51" selected/);
    expect((await visitor.get('/complaints/new/agency')).text).toMatch(/value="51\.05\.dinkes" checked/);
  });
});

describe('what was typed', () => {
  test('is all there again beside what is wrong with it', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 1));
    const wrong = await visitor.answer('/complaints/new/story', { title: 'Asin', description: 'Terlalu <pendek>' });
    expect(wrong.status).toBe(422);
    expect(errorsOn(wrong.text)).toHaveLength(2);
    expect(wrong.text).toContain('value="Asin"');
    expect(wrong.text).toContain('Terlalu &lt;pendek&gt;');
    // A reload and a browser that was closed in between find it as well.
    const again = new Walker(house.app);
    again.browser.cookies.set('draft', visitor.browser.cookies.get('draft') ?? '');
    const reopened = await again.get('/complaints/new/story');
    expect(reopened.status).toBe(200);
    expect(reopened.text).toContain('value="Asin"');
    expect(reopened.text).toContain('Terlalu &lt;pendek&gt;');
  });

  test('is kept although it is far too long', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 1));
    const long = `awal ${'panjang sekali '.repeat(1000)}akhir`;
    const wrong = await visitor.answer('/complaints/new/story', { title: 'Judul', description: long });
    expect(errorsOn(wrong.text)[0]).toContain('10.000');
    expect(wrong.text).toContain(long);
    expect((await visitor.get('/complaints/new/story')).text).toContain(long);
  });

  test('on another page stays when this page is wrong', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    expect((await visitor.answer('/complaints/new/contact', { email: 'ani@' })).status).toBe(422);
    expect((await visitor.get('/complaints/new/check')).location).toBe('/complaints/new/contact');
    await visitor.answer('/complaints/new/contact', { email: 'ani@rekaan.example' });
    expect((await visitor.get('/complaints/new/check')).text).toContain('Depan Pasar Galiran');
  });

  test('stays with the back button: an earlier page sent again changes that page alone', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    await visitor.answer('/complaints/new/story', { title: 'Judul yang lain', description: 'Uraian yang lain, cukup panjang.' });
    const summary = (await visitor.get('/complaints/new/check')).text;
    expect(summary).toContain('Judul yang lain');
    expect(summary).toContain('Depan Pasar Galiran');
  });

  test('of two tabs comes together', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 3));
    const left = await visitor.hidden('/complaints/new/place', '/complaints/new/place');
    const right = await visitor.hidden('/complaints/new/when', '/complaints/new/when');
    const answers = await Promise.all([
      visitor.browser.send('/complaints/new/place', { ...left, place: 'Tab kiri' }),
      visitor.browser.send('/complaints/new/when', { ...right, 'date-day': '1', 'date-month': '2', 'date-year': '2026' }),
    ]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    expect((await visitor.get('/complaints/new/place')).text).toContain('value="Tab kiri"');
    expect((await visitor.get('/complaints/new/when')).text).toContain('value="2026"');
  });

  test('begun nowhere is kept all the same', async () => {
    const visitor = walker();
    const sent = await visitor.send('/complaints/new/story', {
      title: 'Judul panjang',
      description: 'Uraian yang cukup panjang.',
    });
    expect(sent.status).toBe(303);
    expect((await visitor.open(sent.location ?? '')).text).toContain('Apa yang ingin Anda sampaikan?');
    await visitor.answer('/complaints/new/class', { class: 'complaint' });
    expect((await visitor.get('/complaints/new/story')).text).toContain('value="Judul panjang"');
  });

  test('for another class asks for more where that class needs more', async () => {
    const visitor = walker();
    await answerAll(visitor, QUESTION);
    await visitor.answer('/complaints/new/class', { class: 'complaint', from: 'check' }, '/complaints/new/class?from=check');
    for (const step of ['place', 'when', 'category', 'files']) await visitor.answer(`/complaints/new/${step}`, { from: 'check' });
    const check = await visitor.get('/complaints/new/check');
    expect(check.location).toBe('/complaints/new/story?from=check');
    expect(errorsOn((await visitor.get(check.location ?? '')).text)[0]).toContain('terlalu pendek');
  });

  test('changed from the summary leads back to it', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    expect((await visitor.get('/complaints/new/check')).text).toContain('href="/complaints/new/when?from=check"');
    const changed = await visitor.answer(
      '/complaints/new/when',
      { 'date-day': '1', 'date-month': '2', 'date-year': '2026' },
      '/complaints/new/when?from=check',
    );
    expect(changed.location).toBe('/complaints/new/check');
  });

  test('is gone when asked to, and not before', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, 2));
    expect((await visitor.get('/complaints/new')).text).toContain('belum terkirim');
    expect((await visitor.get('/complaints/new/start-over')).text).toContain('tidak dapat dikembalikan');
    expect((await visitor.answer('/complaints/new/start-over', {})).location).toBe('/complaints/new');
    expect((await visitor.get('/complaints/new')).text).not.toContain('belum terkirim');
    expect((await visitor.get('/complaints/new/story')).location).toBe('/complaints/new');
  });

  test('too long ago is said to have expired', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    house.t.setNow('2026-03-25T10:00:00+08:00');
    const answer = await visitor.get('/complaints/new/check');
    expect(answer.location).toBe('/complaints/new?expired=yes');
    expect((await visitor.get(answer.location ?? '')).text).toContain('dihapus setelah 7 hari');
    house.t.setNow('2026-03-17T10:00:00+08:00');
  });
});

describe('a governmental address', () => {
  test('is warned of once, and taken when it is wanted all the same', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT.slice(0, -1));
    const warned = await visitor.answer('/complaints/new/contact', { email: 'ani@klungkungkab.go.id' });
    expect(warned.location).toBe('/complaints/new/contact');
    expect((await visitor.get('/complaints/new/contact')).text).toContain('tampaknya milik instansi pemerintah');
    expect((await visitor.get('/complaints/new/check')).location).toBe('/complaints/new/contact');
    const kept = await visitor.answer('/complaints/new/contact', { email: 'ani@klungkungkab.go.id', keep: 'yes' });
    expect(kept.location).toBe('/complaints/new/check');
    await fileIt(visitor);
  });
});

describe('the receipt', () => {
  test('shows number, code and what is promised until it is noted, and never again', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    const first = await fileIt(visitor);
    const page = await visitor.get('/complaints/new/receipt');
    expect(receiptOn(page.text)).toEqual(first);
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(page.text).toContain('14 hari kerja, atau 60 hari kerja');
    expect(page.text).toContain('Jumat, 27 Maret 2026');
    expect(page.text).toContain('belum dipastikan');
    expect(page.text).toContain('satu-satunya jalan kembali');
    const noted = await visitor.answer('/complaints/new/receipt', {});
    expect(noted.location).toBe('/follow');
    const after = (await visitor.get('/complaints/new/receipt')).text;
    expect(after).not.toContain(first.code.slice(0, 4));
    expect(after).toContain('Tidak ada tanda terima');
  });

  test('of one who still holds the cookie after it was noted is not shown', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    await fileIt(visitor);
    const cookie = visitor.browser.cookies.get('receipt') ?? '';
    await visitor.answer('/complaints/new/receipt', {});
    const other = walker();
    other.browser.cookies.set('receipt', cookie);
    expect(receiptOn((await other.get('/complaints/new/receipt')).text).code).toBe('');
  });

  test('of a second complaint does not hide the first one’s', async () => {
    const visitor = walker();
    await answerAll(visitor, QUESTION);
    const first = await fileIt(visitor);
    expect((await visitor.get('/complaints/new')).text).toContain('Tampilkan tanda terima');
    await answerAll(visitor, ASPIRATION);
    const second = await fileIt(visitor);
    expect(second.number).not.toBe(first.number);
    expect((await visitor.answer('/complaints/new/receipt', {})).location).toBe('/complaints/new/receipt');
    expect(receiptOn((await visitor.get('/complaints/new/receipt')).text)).toEqual(first);
  });

  test('speaks of provisional dates where a year is not decreed', async () => {
    house.t.setNow('2026-12-21T10:00:00+08:00');
    // From elsewhere: what this address has used up in December would count against March.
    const visitor = new Walker(house.app, { 'X-Forwarded-For': '192.0.2.99' });
    await answerAll(visitor, COMPLAINT);
    await fileIt(visitor);
    expect((await visitor.get('/complaints/new/receipt')).text).toContain('Tanggal sementara');
    house.t.setNow('2026-03-17T10:00:00+08:00');
  });
});

describe('a linked complaint', () => {
  test('carries on an earlier one, and tells nobody whether that exists', async () => {
    const before = walker();
    await answerAll(before, QUESTION);
    const { number } = await fileIt(before);
    const unknown = trackingNumber(house.t.tools.random.bytes(8));
    const pages: string[] = [];
    for (const continued of [number, unknown]) {
      const visitor = walker();
      const start = await visitor.get(`/complaints/new?continues=${continued}`);
      expect(start.text).toContain('akan dihubungkan dengan nomor');
      await visitor.answer('/complaints/new', {}, `/complaints/new?continues=${continued}`);
      for (const [step, fields] of QUESTION) await visitor.answer(`/complaints/new/${step}`, fields);
      const check = (await visitor.get('/complaints/new/check')).text;
      pages.push(check.replaceAll(/name="(_csrf|_once|seen)" value="[^"]*"/g, '').replaceAll(/\d{3}-\d{3}-\d{4}/g, 'NUMBER'));
      const linked = await filed((await fileIt(visitor)).number);
      expect(linked?.continuesId).toBe(continued === number ? (await filed(number))?.id : null);
    }
    expect(pages[0]).toBe(pages[1]);
  });

  test('with a mistyped number says so', async () => {
    expect((await walker().get('/complaints/new?continues=123')).text).toContain('salah ketik');
  });
});
