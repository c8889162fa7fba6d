import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import {
  answerAll,
  COMPLAINT,
  errorsOn,
  type FilingTest,
  fileIt,
  filingTest,
  officerApp,
  officerAt,
  QUESTION,
  receiptOn,
  Walker,
} from './testing.ts';

let house: FilingTest;
let ayu: Officer;
beforeAll(async () => {
  house = await filingTest();
  ayu = await officerAt(house.t, 'ori.bali', 'counter-officer');
});
afterAll(() => house.t.close());

const at = (officer: Officer) => new Walker(officerApp(house.t, officer));
const NEW = '/desk/new';
const VISITS = '/desk/visits';
const pages = (channel: string) => [['channel', { channel }], ...COMPLAINT] as typeof COMPLAINT;

describe('an officer at the counter', () => {
  test.each(['pojok', 'telephone', 'letter'])('files for a citizen who came by %s, and is recorded', async (channel) => {
    const counter = at(ayu);
    expect((await counter.get(NEW)).text).toContain('Anda mengisi untuk pelapor');
    await answerAll(counter, pages(channel), {}, NEW);
    expect((await counter.get(`${NEW}/check`)).text).toContain('Cara menyampaikan');
    const { number, code } = await fileIt(counter, NEW);
    expect(await loadByTrackingNumber(house.t.db, number)).toMatchObject({ channel, filedByPersonId: ayu.personId });
    const slip = await counter.get(`${NEW}/receipt`);
    expect(receiptOn(slip.text)).toEqual({ number, code });
    expect(slip.text).toContain('Serahkan slip ini kepada pelapor');
    expect(slip.text).toContain(ayu.name);
    expect((await counter.answer(`${NEW}/receipt`, {})).location).toBe(NEW);
    expect(receiptOn((await counter.get(`${NEW}/receipt`)).text).code).toBe('');
  });

  test('must say how the complainant came', async () => {
    const counter = at(ayu);
    expect((await counter.answer(NEW, {})).location).toBe(`${NEW}/channel`);
    const wrong = await counter.answer(`${NEW}/channel`, { channel: 'web' });
    expect(wrong.status).toBe(422);
    expect(errorsOn(wrong.text)).toEqual(['Pilih bagaimana pelapor menghubungi Anda.']);
  });

  test('leaves neither draft nor slip to a colleague on the same machine', async () => {
    const counter = at(ayu);
    await answerAll(counter, pages('pojok').slice(0, 3), {}, NEW);
    const colleague = at(await officerAt(house.t, 'ori.bali', 'counter-officer'));
    const shareCookies = () => {
      for (const [name, value] of counter.browser.cookies) colleague.browser.cookies.set(name, value);
    };
    shareCookies();
    expect((await colleague.get(`${NEW}/story`)).text).not.toContain('Jalan berlubang');
    for (const [step, fields] of COMPLAINT.slice(2)) await counter.answer(`${NEW}/${step}`, fields);
    const { code } = await fileIt(counter, NEW);
    shareCookies();
    expect((await colleague.get(`${NEW}/receipt`)).text).not.toContain(code.slice(0, 4));
  });

  test('who complains as a citizen is not recorded', async () => {
    const counter = at(ayu);
    await answerAll(counter, QUESTION);
    expect(await loadByTrackingNumber(house.t.db, (await fileIt(counter)).number)).toMatchObject({
      channel: 'web',
      filedByPersonId: null,
    });
  });

  test.each([
    ['a visitor is asked to sign in', undefined, 303],
    ['an officer of another task finds no such page', 'system-admin', 404],
  ] as const)('%s', async (_, kind, status) => {
    const walker = kind ? at(await officerAt(house.t, 'kemenpanrb', kind)) : new Walker(house.app);
    for (const path of [NEW, `${NEW}/class`, `${NEW}/check`, `${NEW}/receipt`, VISITS]) {
      expect((await walker.get(path)).status, path).toBe(status);
    }
  });
});

describe('visits for information only', () => {
  test('are counted by day and way, taken back when wrong, and listed for the office', async () => {
    const counter = at(await officerAt(house.t, 'ori.bali', 'counter-officer'));
    const add = (channel: string) => counter.answer(VISITS, { channel });
    for (const channel of ['pojok', 'pojok', 'telephone', 'letter']) expect((await add(channel)).status).toBe(303);
    house.t.setNow('2026-03-18T08:00:00+08:00');
    await add('pojok');
    await add('pojok');
    expect((await counter.answer(VISITS, { 'take-back': 'yes' })).status).toBe(303);
    const rows = [...(await counter.get(VISITS)).text.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      (row ?? '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    expect(rows.slice(1)).toEqual(['Rabu, 18 Maret 2026 1 0 0 1', 'Selasa, 17 Maret 2026 2 1 1 4']);
    // Another office sees nothing of it.
    const elsewhere = at(await officerAt(house.t, 'ori.kepulauan-riau', 'counter-officer'));
    expect((await elsewhere.get(VISITS)).text).toContain('Belum ada kunjungan');
    house.t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('of others’ offices cannot be counted, nor those of others taken back', async () => {
    const counter = at(ayu);
    const other = await officerAt(house.t, 'ori.kepulauan-riau', 'counter-officer');
    const forged = await counter.answer(VISITS, { channel: 'pojok', office: other.positions[0]?.agencyId ?? '' });
    expect(forged.status).toBe(422);
    expect((await at(other).answer(VISITS, { 'take-back': 'yes' })).status).toBe(303);
    expect((await at(other).get(VISITS)).text).toContain('Belum ada kunjungan');
  });
});
