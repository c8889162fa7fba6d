import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { casesOfComplaint, loadCase } from '../../store/cases.ts';
import { receiptOf } from '../../store/intake/receipts.ts';
import { ANSWERS, answerAll, errorsIn, type IntakeTest, intakeTest, textOf, WHO } from './testing.ts';

let test: IntakeTest;
beforeAll(async () => {
  test = await intakeTest();
}, 300_000);
afterAll(() => test.t.close());

const page = async (visitor: Visitor, path: string) => textOf(await (await visitor.get(path)).text());

describe('from a complaint', () => {
  it('says from which day on while the agency has time, and opens when a deadline has passed', async () => {
    const filed = await test.file();
    const visitor = await test.follow(filed);
    const path = `/follow/${filed.trackingNumber}`;
    expect(await page(visitor, path)).toContain('Bila belum ada penyelesaian, Anda dapat membawanya ke Ombudsman mulai');
    expect((await visitor.get(`${path}/ombudsman`)).status).toBe(409);
    test.wait(14);
    const late = await test.follow(filed);
    const html = await page(late, path);
    expect(html).toContain('sudah lewat sejak');
    expect(html).toContain('Bawa ke Ombudsman');
    // One way, not two: nobody is sent to another site for what can be done here.
    expect(html).not.toContain('ombudsman.go.id');
  });

  it('goes in three pages to a case whose stage stands on the same page', async () => {
    const filed = await test.file();
    test.wait(14);
    const visitor = await test.follow(filed);
    const path = `/follow/${filed.trackingNumber}`;
    const base = `${path}/ombudsman`;
    const start = await page(visitor, base);
    expect(start).toContain('Yang akan diketahui Ombudsman');
    expect(start).toContain('Riwayat pengaduan: 1 langkah');
    const begun = await visitor.submit(base, { kind: 'report' });
    expect(begun.headers.get('location')).toBe(`${base}/wish`);
    const wish = { ...ANSWERS.wish, court: 'no', reported: 'no' };
    const check = await answerAll(visitor, base, `${base}/wish`, { wish, you: WHO });
    expect(check).toBe(`${base}/check`);
    const refused = await visitor.submit(check, {});
    expect(refused.status).toBe(422);
    expect(errorsIn(await refused.text())).toEqual(['Centang persetujuan. Tanpa itu tidak ada yang dikirim ke Ombudsman.']);
    const sent = await visitor.submit(check, { consent: 'yes' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    const [file] = await casesOfComplaint(test.t.db, filed.complaintId);
    expect(file).toMatchObject({ access: 'LM', stage: 'formal', wish: 'Surat rujukan diberikan.' });
    const html = await page(visitor, path);
    expect(html).toContain(file?.number);
    expect(html).toContain('Laporan diperiksa kelengkapannya.');
    expect(html).toContain('Data yang belum ada: salinan KTP');
    expect(html).not.toContain('I Made Contoh');
    // The second submit finds neither draft nor anything to send.
    const again = await visitor.submit(base, { kind: 'report' }, path);
    expect(again.status).toBe(303);
    expect(await casesOfComplaint(test.t.db, filed.complaintId)).toHaveLength(1);
  });

  it('asks how to reach whoever left nothing with the complaint, and nobody else', async () => {
    for (const [contact, asked] of [
      [undefined, true],
      [{ email: 'made@contoh.example' }, false],
    ] as const) {
      const filed = await test.file({ contact });
      test.wait(14);
      const visitor = await test.follow(filed);
      const base = `/follow/${filed.trackingNumber}/ombudsman`;
      await visitor.submit(base, { kind: 'report' });
      await visitor.submit(`${base}/wish`, { ...ANSWERS.wish, court: 'no', reported: 'no' });
      const you = await (await visitor.get(`${base}/you`)).text();
      expect(you.includes('name="email"')).toBe(asked);
      expect(textOf(you).includes('Kontak yang Anda tinggalkan pada pengaduan ikut dibawa')).toBe(!asked);
      if (!asked) continue;
      const wrong = await visitor.submit(`${base}/you`, { ...WHO, email: 'bukan surel' });
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toContain('bukan surel');
      await visitor.submit(`${base}/you`, { ...WHO, email: 'siti@contoh.example' });
      expect(await page(visitor, `${base}/check`)).toContain('siti@contoh.example');
    }
  });

  it('of an anonymous complainant can be a tip, for which nobody is asked', async () => {
    const filed = await test.file({ anonymous: true, contact: undefined });
    test.wait(14);
    const visitor = await test.follow(filed);
    const base = `/follow/${filed.trackingNumber}/ombudsman`;
    expect(await page(visitor, base)).toContain('Pengaduan Anda anonim dan tetap begitu.');
    const begun = await visitor.submit(base, { kind: 'tip' });
    expect(begun.headers.get('location')).toBe(`${base}/check`);
    const sent = await visitor.submit(`${base}/check`, { consent: 'yes' });
    expect(sent.status).toBe(303);
    const [file] = await casesOfComplaint(test.t.db, filed.complaintId);
    expect(file).toMatchObject({ access: 'KNL', tip: true, secret: true });
    expect(await page(visitor, `/follow/${filed.trackingNumber}`)).toContain('kami tidak tahu siapa Anda');
  });

  it('is for nobody who has not shown the code', async () => {
    const filed = await test.file();
    test.wait(14);
    const stranger = new Visitor(test.app);
    for (const below of ['', '/check', '/you', '/withdraw', '/particulars', '/contact', '/answer', '/proof.json']) {
      const answer = await stranger.get(`/follow/${filed.trackingNumber}/ombudsman${below}`);
      expect([below, answer.status, answer.headers.get('location')]).toEqual([
        below,
        303,
        `/follow?number=${filed.trackingNumber}`,
      ]);
    }
  });
});

describe('directly', () => {
  const base = '/ombudsman/new';
  const reported = async (answers = ANSWERS) => {
    const visitor = new Visitor(test.app);
    const begun = await visitor.submit(base, {});
    const at = await answerAll(visitor, base, begun.headers.get('location') ?? '', answers);
    const sent = await visitor.submit(at, { consent: 'yes' });
    return { visitor, sent };
  };
  const receiptIn = (html: string) => ({
    number: /\b(\d{3}-\d{3}-\d{4})\b/.exec(html)?.[1] ?? '',
    code: /\b(\d{4} \d{4} \d{4} \d{4})\b/.exec(html)?.[1] ?? '',
  });

  it('ends with number and code, which open the report from either entry, and are shown until they are noted', async () => {
    const { visitor, sent } = await reported();
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${base}/receipt`]);
    const html = await page(visitor, `${base}/receipt`);
    const { number, code } = receiptIn(html);
    expect(html).toContain('Laporan Anda sudah kami terima');
    for (const entry of ['/ombudsman/follow', '/follow']) {
      const later = new Visitor(test.app);
      const opened = await later.submit(entry, { number, code });
      expect([entry, opened.status, opened.headers.get('location')]).toEqual([
        entry,
        303,
        `/ombudsman/follow/${number.replaceAll('-', '')}`,
      ]);
      const own = await page(later, opened.headers.get('location') ?? '');
      expect(own).toContain('Surat rujukan tidak diberikan');
      expect(own).not.toContain('Made Contoh');
    }
    const noted = await visitor.submit(`${base}/receipt`, {});
    expect(noted.headers.get('location')).toBe('/ombudsman/follow');
    expect(await page(visitor, `${base}/receipt`)).toContain('Tidak ada tanda terima');
  });

  it('sent twice is one report with one number', async () => {
    const { visitor, sent } = await reported();
    expect(sent.status).toBe(303);
    const first = receiptIn(await page(visitor, `${base}/receipt`));
    const again = await visitor.submit(`${base}/check`, { consent: 'yes' }, '/ombudsman/follow');
    expect(again.status).toBe(303);
    expect(receiptIn(await page(visitor, `${base}/receipt`))).toEqual(first);
  });

  it('keeps everything typed when something is missing, and says what', async () => {
    const visitor = new Visitor(test.app);
    await visitor.submit(base, {});
    await visitor.submit(`${base}/kind`, { kind: 'report' });
    const answer = await visitor.submit(`${base}/story`, {
      title: 'Abc',
      account: 'Cerita saya yang belum selesai',
      'occurred-year': '3000',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(errorsIn(html)).toEqual([
      'Tulis judul singkat, 5 sampai 150 karakter.',
      'Periksa tanggal: tulis hari, bulan, dan tahun dengan angka.',
    ]);
    expect(html).toContain('Cerita saya yang belum selesai');
    // Also after the browser was closed.
    expect(await (await visitor.get(`${base}/story`)).text()).toContain('Cerita saya yang belum selesai');
  });

  it('names the age of the event as the law has it, on the first page and where the day is asked', async () => {
    const visitor = new Visitor(test.app);
    expect(await page(visitor, '/ombudsman')).toContain('belum lebih dari 2 tahun');
    await visitor.submit('/ombudsman/new', {});
    await visitor.submit('/ombudsman/new/kind', { kind: 'report' });
    expect(await page(visitor, '/ombudsman/new/story')).toContain('kejadian sampai 2 tahun lalu');
  });

  it('asks no identity of who wants advice', async () => {
    const { visitor, sent } = await reported({
      ...ANSWERS,
      kind: { kind: 'consultation' },
      you: { name: '', email: '', phone: '' },
    });
    expect(sent.status).toBe(303);
    expect(await page(visitor, `${base}/receipt`)).toContain('Pertanyaan Anda sudah kami terima');
  });

  it('bears hostile input without a fault and without showing it as markup', async () => {
    const hostile = '<script>alert(1)</script>\u202E\u0000 "\'; DROP TABLE casework.cases; --';
    const visitor = new Visitor(test.app);
    await visitor.submit(base, {});
    for (const [step, fields] of Object.entries(ANSWERS)) {
      const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, hostile]));
      const answer = await visitor.submit(`${base}/${step}`, typed, `${base}/kind`);
      expect([step, answer.status < 500]).toEqual([step, true]);
      expect(await answer.text()).not.toContain('<script>alert');
    }
    for (const path of [
      '/ombudsman/follow/1234567890',
      `${base}/where?in=../..`,
      `${base}/agency?q=${encodeURIComponent(hostile)}`,
    ]) {
      expect((await visitor.get(path)).status).toBeLessThan(500);
    }
    const long = await visitor.submit(`${base}/story`, { title: 'Judul contoh', account: 'a'.repeat(60_000) }, `${base}/kind`);
    expect([413, 422]).toContain(long.status);
  });

  it('a number that is not this browser’s says nothing about whether it exists', async () => {
    const { visitor } = await reported();
    const { number } = receiptIn(await page(visitor, `${base}/receipt`));
    const stranger = new Visitor(test.app);
    const digits = number.replaceAll('-', '');
    for (const below of ['', '/withdraw', '/files/x', '/letters/x', '/proof.json', '/particulars']) {
      const answers = await Promise.all([digits, '1000000008'].map((each) => stranger.get(`/ombudsman/follow/${each}${below}`)));
      expect(answers.map((each) => each.status)).toEqual([303, 303]);
    }
  });
});

describe('on one’s own page', () => {
  const opened = async () => {
    const visitor = new Visitor(test.app);
    const begun = await visitor.submit('/ombudsman/new', {});
    const at = await answerAll(visitor, '/ombudsman/new', begun.headers.get('location') ?? '');
    await visitor.submit(at, { consent: 'yes' });
    const html = await page(visitor, '/ombudsman/new/receipt');
    const number = /\b(\d{3}-\d{3}-\d{4})\b/.exec(html)?.[1]?.replaceAll('-', '') ?? '';
    const code = /\b(\d{4} \d{4} \d{4} \d{4})\b/.exec(html)?.[1] ?? '';
    await visitor.submit('/ombudsman/follow', { number, code });
    const receipt = await receiptOf(test.t.db, { trackingNumber: number });
    return { visitor, path: `/ombudsman/follow/${number}`, caseId: receipt?.caseId ?? '' };
  };

  it('the report can be withdrawn, not silently', async () => {
    const { visitor, path, caseId } = await opened();
    const silent = await visitor.submit(`${path}/withdraw`, { text: ' ' });
    expect(silent.status).toBe(422);
    expect((await loadCase(test.t.db, caseId))?.stage).toBe('formal');
    const done = await visitor.submit(`${path}/withdraw`, { text: 'Sudah diselesaikan puskesmas.' });
    expect(done.status).toBe(303);
    expect(await loadCase(test.t.db, caseId)).toMatchObject({ stage: 'closed', outcome: 'withdrawn' });
    expect(await page(visitor, path)).toContain('Sudah diselesaikan puskesmas.');
    expect((await visitor.get(`${path}/withdraw`)).status).toBe(409);
  });

  it('particulars and contact are added and never shown', async () => {
    const { visitor, path } = await opened();
    const nothing = await visitor.submit(`${path}/particulars`, {});
    expect(nothing.status).toBe(422);
    const added = await visitor.submit(`${path}/particulars`, { occupation: 'Petani Contoh' });
    expect(added.status).toBe(303);
    const wrong = await visitor.submit(`${path}/contact`, { email: 'bukan surel', phone: '' });
    expect(wrong.status).toBe(422);
    const changed = await visitor.submit(`${path}/contact`, { email: 'baru@contoh.example', phone: '' });
    expect(changed.status).toBe(303);
    const html = await page(visitor, path);
    expect(html).not.toContain('Petani Contoh');
    expect(html).not.toContain('baru@contoh.example');
  });

  it('closes in this browser', async () => {
    const { visitor, path } = await opened();
    await visitor.submit(`${path}/leave`, {}, path);
    expect((await visitor.get(path)).status).toBe(303);
  });
});
