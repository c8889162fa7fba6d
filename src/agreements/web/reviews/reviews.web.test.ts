import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedPlan, signedPlan } from '../../actions/reviews/reviews.test-support.ts';
import { agencyIdOf } from '../../cast.test-support.ts';
import { linesOf } from '../../store/lines.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';
import { agreementsAtVerify } from '../signing/verify-page.tsx';

let desk: RegisterTest;
let plan: SignedPlan;
let path: string;

beforeAll(async () => {
  desk = await registerTest();
  desk.t.setNow('2026-04-02T09:00:00+08:00');
  plan = await signedPlan(desk.t, desk.who);
  path = `/desk/agreements/${plan.agreement.code}`;
}, 240_000);
afterAll(() => desk.t.close());

describe('the pages of a joint review', () => {
  test('propose the quarter that is over, and plan it with what was typed kept when it is wrong', async () => {
    const clerk = desk.at('preventer');
    const list = await clerk.get(`${path}/reviews`);
    expect(list.text).toContain('Rencanakan tinjauan Triwulan I 2026');
    expect((await clerk.get('/desk/agreements/reviews')).text).toContain('Triwulan I 2026 berakhir');
    const form = `${path}/reviews/new?rhythm=quarter&until=2026-03-31`;
    const wrong = await clerk.send(form, `${path}/reviews/new`, {
      ...{ 'meetsOn-day': '31', 'meetsOn-month': '2', 'meetsOn-year': '2026', meetsAt: 'pagi-pagi', place: 'Aula (contoh)' },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Tanggal tidak dikenali');
    for (const kept of ['pagi-pagi', 'Aula (contoh)', 'value="31"']) expect(wrong.html).toContain(kept);
    const done = await clerk.sendFrom(wrong.html, `${path}/reviews/new`, {
      ...{ 'meetsOn-day': '9', 'meetsOn-month': '4', 'meetsOn-year': '2026', meetsAt: '9:30' },
    });
    expect(done.location).toBe(`${path}/reviews/1`);
    expect((await clerk.get(`${path}/reviews/1`)).text).toContain('09.30 WITA');
    expect((await clerk.get('/desk/agreements/reviews')).text).not.toContain('Triwulan I 2026 berakhir');
  });

  test('are not there for outsiders, and offer the other side no step of the writer', async () => {
    expect((await desk.at('outsider').get(`${path}/reviews/1`)).status).toBe(404);
    expect((await desk.at('preventer').get(`${path}/reviews/9`)).status).toBe(404);
    expect((await desk.at('nobody').get(`${path}/reviews/1`)).location).toContain('/sign-in');
    const theirs = await desk.at('coordinator').get(`${path}/reviews/1`);
    expect(theirs.text).toContain('Usulkan pokok bahasan');
    expect(theirs.html).not.toContain(`action="${path}/reviews/1/call"`);
    const point = await desk
      .at('coordinator')
      .send(`${path}/reviews/1`, `${path}/reviews/1/points`, { point: 'Jadwal survei (contoh)' });
    expect(point.status).toBe(303);
  });

  test('lead from the invitation to confirmed minutes, with a decision that becomes a line', async () => {
    const clerk = desk.at('preventer');
    const one = `${path}/reviews/1`;
    expect((await clerk.send(one, `${one}/call`, {})).status).toBe(303);
    const called = await clerk.get(one);
    expect(called.text).toContain('Dibekukan menurut data per 2 Apr 2026');
    expect(called.text).toContain('Jadwal survei (contoh)');
    expect(called.text).toContain('Notulen dapat disusun mulai hari pertemuan');
    desk.t.setNow('2026-04-09T15:00:00+08:00');
    expect((await clerk.send(one, `${one}/hold`, {})).status).toBe(303);
    const sheet = await clerk.get(`${one}/attendance`);
    const wrong = await clerk.sendFrom(sheet.html, `${one}/attendance`, {
      'people-0': 'banyak',
      'presence-0': 'present',
      'position-0': 'Asisten',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="banyak"');
    const kept = await clerk.sendFrom(wrong.html, `${one}/attendance`, {
      'people-0': '2',
      'presence-1': 'represented',
      'people-1': '3',
    });
    expect(kept.status).toBe(303);
    await clerk.send(one, `${one}/discussion`, { discussion: 'Survei dijadwalkan ulang <b>segera</b>.', minutesPublic: 'yes' });
    expect((await clerk.get(one)).html).toContain('&lt;b&gt;segera&lt;/b&gt;');
    const health = await agencyIdOf(desk.t, '51.05.dinkes');
    const decided = await clerk.send(`${one}/decisions/new`, `${one}/decisions/new`, {
      ...{ text: 'Adakan survei ulang (contoh)', agencyId: health, position: 'Kepala Dinas' },
      ...{ 'dueOn-day': '31', 'dueOn-month': '8', 'dueOn-year': '2026' },
    });
    expect(decided.location).toBe(`${one}#decisions`);
    const noNumber = await clerk.send(`${one}/decisions/1/line`, `${one}/decisions/1/line`, { target: 'dua' });
    expect(noNumber.text).toContain('Isi dengan angka');
    const line = await clerk.sendFrom(noNumber.html, `${one}/decisions/1/line`, { target: '2', unit: 'kali' });
    expect(line.location).toBe(`${one}#decisions`);
    expect((await linesOf(desk.t.db, plan.agreement.id)).at(-1)).toMatchObject({ ordinal: 4, targets: [null, null, '2', null] });
    expect((await clerk.get(one)).html).toContain(`${path}/lines/4`);
    const sealed = await clerk.send(one, `${one}/seal`, {});
    expect(sealed.location).toBe(`${one}#minutes`);
    const minuted = await desk.at('secretary').get(one);
    const pdf = /href="([^"]*\/files\/[^"]+)"/.exec(minuted.html)?.[1] as string;
    const file = await desk.at('secretary').raw(pdf);
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    // Whoever holds the file is told of it; a number that was guessed tells nothing before they are confirmed.
    const unconfirmed = `/agreements/verify?number=${encodeURIComponent(`01/NTB/${plan.agreement.code}/2026`)}`;
    expect((await desk.at('nobody').get(unconfirmed)).text).toContain('Tidak ada notulen atau evaluasi bernomor');
    const held = new File([Buffer.from(await file.arrayBuffer())], 'notulen.pdf', { type: 'application/pdf' });
    const told = await desk.at('nobody').send('/agreements/verify', '/agreements/verify', {}, { file: held });
    expect(told.text).toContain('Belum dikonfirmasi semua pihak');
    expect((await desk.at('coordinator').get('/desk/agreements/reviews?view=meetings')).text).toContain(
      'menunggu konfirmasi pihak Anda',
    );
    expect((await desk.at('secretary').send(one, `${one}/confirm`, {})).status).toBe(303);
    const open = await desk.at('nobody').get(`/agreements/${plan.agreement.code}`);
    expect(open.text).toContain(`Notulen 01/NTB/${plan.agreement.code}/2026`);
    const publicPdf = /href="(\/agreements\/[^"]*\/files\/[^"]+)"/.exec(open.html)?.[1] as string;
    expect((await desk.at('nobody').raw(publicPdf)).status).toBe(200);
  });

  test('lead from the number printed on the minutes to what they are, also from the page of certificates', async () => {
    const visitor = desk.at('nobody');
    const number = `01/NTB/${plan.agreement.code}/2026`;
    const known = await visitor.get(`/agreements/verify?number=${encodeURIComponent(number.toLowerCase())}`);
    for (const said of ['Ada dokumen bernomor ini.', 'Dokumen ini yang terbaru.', number, 'Baca berkas asli (PDF)'])
      expect(known.text).toContain(said);
    expect(agreementsAtVerify.addressOf(number)).toBe(`/agreements/verify?number=${encodeURIComponent(number)}`);
    expect(agreementsAtVerify.addressOf('SPP-2024-0042')).toBeUndefined();
    const none = await visitor.get(`/agreements/verify?number=09/NTB/${plan.agreement.code}/2026`);
    expect(none.text).toContain('Tidak ada notulen atau evaluasi bernomor');
    const wrong = await visitor.get('/agreements/verify?number=abc');
    expect([wrong.status, wrong.text.includes('berbentuk 02/NTB/')]).toEqual([422, true]);
    const pdf = /href="(\/agreements\/[^"]*\/files\/[^"]+)"/.exec(known.html)?.[1] as string;
    const bytes = Buffer.from(await (await visitor.raw(pdf)).arrayBuffer());
    const file = new File([bytes], 'notulen.pdf', { type: 'application/pdf' });
    const told = await visitor.send('/agreements/verify', '/agreements/verify', {}, { file });
    expect(told.text).toContain('Berkas ini tercatat dan tidak berubah.');
  });

  test('send a form made from an older state back with what was typed', async () => {
    const clerk = desk.at('preventer');
    const one = `${path}/reviews/1`;
    await clerk.send(`${one}/correct`, `${one}/correct`, { reason: 'Salah ketik' });
    const number = encodeURIComponent(`01/NTB/${plan.agreement.code}/2026`);
    expect((await desk.at('nobody').get(`/agreements/verify?number=${number}`)).text).toContain('sedang dikoreksi');
    const old = await clerk.get(one);
    await clerk.send(one, `${one}/discussion`, { discussion: 'Versi pertama', minutesPublic: 'yes' });
    const late = await clerk.sendFrom(old.html, `${one}/discussion`, { discussion: 'Versi kedua', minutesPublic: 'yes' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('sudah diubah orang lain');
    expect(late.html).toContain('Versi kedua');
  });
});

describe('the pages of an evaluation', () => {
  test('freeze, take the words of both sides and publish, with the rows behind every number', async () => {
    desk.t.setNow('2026-12-28T09:00:00+08:00');
    const [ours, theirs] = [desk.at('head'), desk.at('coordinator')];
    const opened = await ours.send(`${path}/evaluation`, `${path}/evaluation/open`, { year: '2026' });
    expect(opened.location).toBe(`${path}/evaluation/2026`);
    const page = await ours.get(`${path}/evaluation/2026`);
    expect(page.text).toContain('Belum disampaikan');
    const rows = await ours.get(`${path}/evaluation/2026/rows?figure=past-due&programme=prevention`);
    expect(rows.text).toContain('Survei kepuasan (contoh)');
    expect(rows.text).not.toContain('Pelatihan petugas (contoh)');
    expect((await ours.get(`${path}/evaluation/2026/rows?figure=everything`)).status).toBe(404);
    expect((await ours.get(`${path}/evaluation/2026/words/2`)).status).toBe(404);
    const words = `${path}/evaluation/2026/words/1`;
    const early = await ours.send(words, words, { overall: 'Berjalan baik (contoh)', step: 'hand-in' });
    expect(early.status).toBe(422);
    expect(early.html).toContain('Berjalan baik (contoh)');
    const whole = {
      ...{ overall: 'Berjalan baik (contoh)', recommendation: 'renew', 'recommendation-prevention': 'continue' },
      ...{ 'recommendation-competence': 'change', 'text-competence': 'Lebih awal (contoh)' },
    };
    const kept = await ours.sendFrom(early.html, words, { ...whole, step: 'keep' });
    expect(kept.status).toBe(303);
    expect((await theirs.get(`${path}/evaluation/2026`)).text).not.toContain('Berjalan baik (contoh)');
    expect((await ours.send(words, words, { ...whole, step: 'hand-in' })).location).toBe(`${path}/evaluation/2026`);
    expect((await theirs.get(`${path}/evaluation/2026`)).text).toContain('Berjalan baik (contoh)');
    expect((await desk.at('nobody').get(`/agreements/${plan.agreement.code}/evaluations/2026`)).status).toBe(404);
    const other = `${path}/evaluation/2026/words/2`;
    await theirs.send(other, other, { ...whole, overall: 'Setuju (contoh)', recommendation: 'change', step: 'hand-in' });
    const open = await desk.at('nobody', 'en').get(`/agreements/${plan.agreement.code}/evaluations/2026`);
    expect(open.status).toBe(200);
    expect(open.text).toContain('Setuju (contoh)');
    expect(open.text).toContain('Renew');
    // Marked as an example; what is nought everywhere is one sentence, not a row of noughts.
    expect(open.text).toContain('Example');
    expect(open.text).toContain('There are none of these: ');
    expect(open.html).not.toMatch(/<th[^>]*>Dropped/);
    const verify = /href="(\/agreements\/verify\?number=[^"]+)"/.exec(open.html)?.[1] as string;
    expect((await desk.at('nobody').get(verify)).text).toContain(`EV-2026/${plan.agreement.code}`);
    const behind = await desk
      .at('nobody')
      .get(`/agreements/${plan.agreement.code}/evaluations/2026/rows?figure=lines&programme=competence`);
    expect(behind.text).toContain('Pelatihan petugas (contoh)');
    expect((await desk.at('nobody').get(`/agreements/${plan.agreement.code}/lines/3`)).status).toBe(200);
    expect(behind.html).toContain(`href="/agreements/${plan.agreement.code}/lines/3"`);
    expect((await desk.at('nobody').get(`/agreements/${plan.agreement.code}/evaluations/2026x`)).status).toBe(404);
    expect((await desk.at('nobody').get(`/agreements/${plan.agreement.code}`)).text).toContain('Baca evaluasi 2026');
  });
});

describe('the page of a renewal', () => {
  test('shows what was recommended, wants uncovered days seen and said, and makes the draft', async () => {
    const clerk = desk.at('preventer');
    const due = await clerk.get('/desk/agreements/reviews?view=renew');
    expect(due.text).toContain('Rekomendasi evaluasi:');
    const page = await clerk.get(`${path}/renew`);
    expect(page.text).toContain('Diperpanjang');
    expect(page.text).toContain('1. Melengkapi standar pelayanan (contoh)');
    const day5 = { 'inForceFrom-day': '6', 'inForceFrom-month': '1', 'inForceFrom-year': '2027' };
    const gap = await clerk.sendFrom(page.html, `${path}/renew`, { ...day5, title: 'Rencana kerja 2027 (contoh)' });
    expect(gap.status).toBe(422);
    expect(gap.text).toContain(
      'Bila dokumen berikutnya ditandatangani tepat waktu, 5 hari tanpa dokumen yang berlaku: 1 Jan 2027 sampai 5 Jan 2027.',
    );
    expect(gap.html).toContain('Rencana kerja 2027 (contoh)');
    const done = await clerk.sendFrom(gap.html, `${path}/renew`, { gapSeen: 'yes', gapNote: 'Menunggu pelantikan (contoh)' });
    expect(done.status).toBe(303);
    const draft = done.location as string;
    expect((await clerk.get(draft)).text).toContain(
      'dan dokumen ini: bila dokumen berikutnya ditandatangani tepat waktu, 5 hari tanpa dokumen yang berlaku',
    );
    expect((await clerk.get(path)).text).toContain('Menunggu pelantikan (contoh)');
    expect((await clerk.get(`${draft}/lines/1`)).text).toContain(`Diteruskan dari ${plan.agreement.code}, baris 1`);
    expect((await clerk.get(`${path}/lines/1`)).text).toContain('Diteruskan ke');
    // A draft is no matter of the public, and neither is what was noted about it.
    const open = await desk.at('nobody').get(`/agreements/${plan.agreement.code}`);
    expect(open.text).not.toContain('Menunggu pelantikan');
    expect((await clerk.get(`${path}/renew`)).text).toContain('sudah mempunyai penerus');
    expect((await desk.at('coordinator').get(`${path}/renew`)).html).not.toContain(`action="${path}/renew"`);
  });
});
