import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ASKED_STATE_LABELS } from '../src/agreements/rules/rad/collection.ts';
import { RAD_ACTION_LABELS, RAD_STATE_LABELS } from '../src/agreements/rules/rad/rad.transitions.ts';
import { id as words } from '../src/agreements/web/rad/words.id.ts';
import { composePdf } from '../src/platform/documents/index.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser({ examined: true });

const DESK = `${product.address}/desk/agreements/rad`;
const TITLE = 'RAD SP4N-LAPOR! 2030 (cerita)';

async function scan(): Promise<Buffer> {
  const pdf = await composePdf({
    ...{ title: 'SK RAD (cerita)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-01T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Keputusan kepala daerah (cerita)' }],
  });
  return Buffer.from(pdf);
}

async function fillDay(page: Page, label: string, text: string): Promise<void> {
  const group = page.getByRole('group', { name: label });
  const [year = '', month = '', day = ''] = text.split('-');
  for (const [index, part] of [day, month, year].entries())
    await group
      .getByRole('textbox')
      .nth(index)
      .fill(String(Number(part)));
}

const today = (page: Page) => page.evaluate(() => new Date().toISOString().slice(0, 10));

test('a province collects the action plans of its regencies: one is reviewed, improved and adopted, the other is missing by name', async () => {
  const province = await officer('koordinator@bali');
  await province.goto(DESK);
  await province.getByRole('link', { name: words.desk.newCollection }).click();
  await province.getByLabel(words.collection.title, { exact: true }).fill(TITLE);
  await province.getByLabel(words.begin.yearFrom).fill('2030');
  await province.getByLabel(words.begin.yearUntil).fill('2030');
  for (const box of await province.getByRole('checkbox').all()) await box.uncheck();
  for (const name of ['Pemerintah Kabupaten Klungkung', 'Pemerintah Kabupaten Badung'])
    await province.getByRole('checkbox', { name }).check();
  await press(province, words.collection.submit);
  const board = province.url();
  expect(await seen(province)).toContain(
    words.collection.missing(['Pemerintah Kabupaten Badung', 'Pemerintah Kabupaten Klungkung']),
  );

  // The regency finds it on its desk, begins from the template and hands in.
  const regency = await officer('koordinator@klungkung');
  await regency.goto(DESK);
  const card = regency.locator('main .tuntas-card, main section').filter({ hasText: TITLE }).last();
  await card.getByRole('link', { name: words.desk.begin }).click();
  await press(regency, words.begin.submit);
  const plan = regency.url();
  expect(await seen(regency)).toContain(words.plan.summary(9, 0));
  await press(regency, RAD_ACTION_LABELS['hand-in'].id);
  expect(await seen(regency)).toContain(RAD_STATE_LABELS['with-province'].id);

  // The province sends it back with a note on one line; the regency answers it and hands in again.
  await province.goto(DESK);
  await province
    .locator(`main a[href="${new URL(plan).pathname}"]`)
    .first()
    .click();
  const note = 'Sebutkan nomor SK yang diganti (cerita).';
  await province.getByLabel(words.plan.noteOn(1)).fill(note);
  await press(province, RAD_ACTION_LABELS.return.id);
  await regency.goto(plan);
  expect(await seen(regency)).toContain(note);
  await regency.getByLabel(words.plan.answerTo(note)).fill('Sudah disebut di baris 1 (cerita).');
  await press(regency, words.plan.handInAgain);
  await province.goto(plan);
  expect(await seen(province)).toContain('Sudah disebut di baris 1 (cerita).');
  await press(province, words.plan.accept.province);

  const ministry = await officer('verifikator@nasional');
  await ministry.goto(DESK);
  await ministry
    .locator(`main a[href="${new URL(plan).pathname}"]`)
    .first()
    .click();
  await press(ministry, words.plan.accept.ministry);

  // Adopted by decree: public from then on, with the decree, without what reviewers said.
  await regency.goto(plan);
  await regency.getByLabel(words.plan.decreeNumber).fill('100/HK/2030 (cerita)');
  await fillDay(regency, words.plan.decidedOn, await today(regency));
  await regency
    .locator('input[type="file"][name="decree"]')
    .setInputFiles({ name: 'sk.pdf', mimeType: 'application/pdf', buffer: await scan() });
  await press(regency, words.plan.adoptSubmit);
  expect(await seen(regency)).toContain(RAD_STATE_LABELS.adopted.id);
  const code = /RAD-\d{4}-\d{4,}/.exec(plan)?.[0] ?? '';

  // The board names the one that is missing, and reminds it alone.
  await province.goto(board);
  const told = await seen(province);
  expect(told).toContain(words.collection.missing(['Pemerintah Kabupaten Badung']));
  expect(told).toContain(ASKED_STATE_LABELS.adopted.id);
  await press(province, words.collection.remind(1));
  expect(await seen(province)).toContain('1 pemerintah daerah diingatkan');

  const phone = await citizen();
  await phone.goto(`${product.address}/agreements/rad/51?year=2030`);
  const open = await seen(phone);
  expect(open).toContain(words.collection.handedInOf(1, 9));
  expect(open).toContain('Pemerintah Kabupaten Badung');
  await phone.getByRole('link', { name: code }).click();
  const page = await seen(phone);
  expect(page).toContain('100/HK/2030 (cerita)');
  expect(page).not.toContain(note);
});

test('a government sees how its complaints are managed, puts the decree of its team on file and answers before anything is public', async () => {
  const regency = await officer('koordinator@klungkung');
  await regency.goto(`${DESK}/governments/51.05`);
  const before = await seen(regency);
  expect(before).toContain('Pengelolaan pengaduan Pemerintah Kabupaten Klungkung');
  expect(before).toContain(words.result.defaults);
  await regency.getByText(words.decree.add).click();
  const form = regency.locator('form[action$="/decrees"]');
  await form.getByLabel(words.decree.number).fill('7/HK/2026 (cerita)');
  await fillDay(regency, words.decree.decidedOn, await today(regency));
  await form.locator('input[type="file"]').setInputFiles({ name: 'sk.pdf', mimeType: 'application/pdf', buffer: await scan() });
  await press(regency, words.decree.submit);
  expect(await seen(regency)).toContain('7/HK/2026 (cerita)');

  // The year that is over: this one is still being lived.
  const year = new Date().getUTCFullYear() - 1;
  const address = `${DESK}/governments/51.05/${year}`;
  const province = await officer('koordinator@bali');
  await province.goto(address);
  await press(province, words.government.take(year));
  await regency.goto(address);
  await regency.getByLabel(words.government.yourAnswer).fill('Kami menambah petugas di tiga kecamatan (cerita).');
  await press(regency, words.government.sendAnswer);
  const phone = await citizen();
  const open = `${product.address}/agreements/rad/51.05/${year}`;
  expect((await phone.request.get(open)).status()).toBe(404);
  await province.goto(address);
  await press(province, words.government.publish);
  await phone.goto(open);
  const told = await seen(phone);
  expect(told).toContain('Kami menambah petugas di tiga kecamatan (cerita).');
  expect(told).toContain(words.caution);
  await expect
    .poll(
      async () => {
        await phone.reload();
        return phone.getByRole('link', { name: words.public.pdf }).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  const pdf = await phone.request.get(`${open}.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
