import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listen, type RunningServer } from '../../../platform/http/server.ts';
import { launchBrowser, openPage } from '../../../platform/testing/browser.ts';
import { sheetOfKind } from '../../actions/field.test-support.ts';
import { fillSheet } from '../../actions/fill-sheet.ts';
import { answersOf } from '../../store/answers.ts';
import { id as words } from './app/words.id.ts';
import { type FieldWebTest, fieldWebTest } from './field.test-support.ts';

const PIN = 'loket tiga 804';
const OFFICE = /Dinas Kesehatan/;

let house: FieldWebTest;
let server: RunningServer;
let browser: Browser;
let base: string;
let page: Page;
let context: BrowserContext;
beforeAll(async () => {
  [house, browser] = await Promise.all([fieldWebTest({ rateLimitFactor: 1000 }), launchBrowser()]);
  server = await listen(house.app, { host: '127.0.0.1', port: 0 });
  base = `http://localhost:${server.port}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await house?.close();
});
beforeEach(async () => {
  house.signsIn = house.assessor.personId;
  await setStage('draft');
  page = await openPage(browser, { screen: 'phone', language: 'id' });
  context = page.context();
  page.setDefaultTimeout(15_000);
});
afterEach(() => page.close());

async function setStage(stage: string): Promise<void> {
  await house.t.ownerDb
    .withTables<{ 'assessments.assessments': { id: string; stage: string } }>()
    .updateTable('assessments.assessments')
    .set({ stage })
    .where('id', '=', house.assessmentId)
    .execute();
}

async function prepare(): Promise<void> {
  await page.goto(`${base}/sign-in?return=/field/app`);
  await page.getByLabel(words.start.pin).fill(PIN);
  await page.getByLabel(words.start.again).fill(PIN);
  await page.getByRole('button', { name: words.start.go }).click();
  await page.getByRole('button', { name: words.home.prepare }).click();
  await page.getByRole('link', { name: OFFICE }).waitFor();
}

async function unlock(pin = PIN): Promise<void> {
  await page.getByLabel(words.locked.pin, { exact: true }).fill(pin);
  await page.getByRole('button', { name: words.locked.go, exact: true }).click();
}

async function openSheet(name: RegExp): Promise<void> {
  await page.goto(`${base}/field/app#/`);
  await page.getByRole('link', { name: OFFICE }).click();
  await page.getByRole('link', { name }).first().click();
  await page.locator('.tuntas-question').first().waitFor();
}

const question = (name: string) =>
  page.locator('.tuntas-question').filter({ has: page.getByRole('group', { name, exact: true }) });

async function answer(name: string, choice: string): Promise<void> {
  await question(name).getByLabel(choice, { exact: true }).check();
  await page.getByText(words.sheet.kept).waitFor();
}

test('what the server refuses stays on the device with the reason, can be saved as a file, and goes when it may', async () => {
  await prepare();
  await context.setOffline(true);
  await openSheet(/^Produk 1/);
  await answer('Persyaratan pelayanan', '2 · Sebagian besar');
  await question('Persyaratan pelayanan').getByText(words.sheet.more(true, true)).click();
  await question('Persyaratan pelayanan').getByLabel(words.sheet.note).fill('Papan di loket tiga');
  await setStage('submitted');
  await context.setOffline(false);
  await page.goto(`${base}/field/app#/`);
  await page.getByRole('heading', { name: words.home.refusedTitle }).waitFor();
  const main = page.locator('main');
  expect(await main.textContent()).toContain('Penilaian ini sudah diajukan');
  expect(await main.textContent()).toContain(words.state.waiting(1, 0));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: words.home.export }).click();
  const copy = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(copy.answers).toMatchObject([{ indicator: 'persyaratan', value: '2', note: 'Papan di loket tiga' }]);

  await setStage('draft');
  await page.getByRole('button', { name: words.home.tryAgain }).click();
  await page.getByText(words.state.nothing).waitFor();
  const sheet = await sheetOfKind(house, 'product');
  expect(await answersOf(house.t.db, sheet)).toMatchObject([
    { indicator: 'persyaratan', value: '2', note: 'Papan di loket tiga' },
  ]);
});

test('an answer changed on the server is shown before anybody can answer on top of it', async () => {
  await prepare();
  const sheet = await sheetOfKind(house, 'unit');
  await openSheet(new RegExp(words.unit.names.unit));
  const changes = [{ indicator: 'penyuluhan', value: '3', note: null, baseRevision: 0 }];
  await fillSheet(house.t.tools, house.assessor, { ...sheet, changes });
  await answer('Dasar hukum standar pelayanan', '1 · Sebagian kecil');
  await page.getByRole('button', { name: words.home.send }).click();
  await expect
    .poll(() => question('Penyuluhan kepada masyarakat').getByLabel('3 · Lengkap', { exact: true }).isChecked())
    .toBe(true);
  expect(await question('Dasar hukum standar pelayanan').getByLabel('1 · Sebagian kecil', { exact: true }).isChecked()).toBe(
    true,
  );
});

test('nothing on the device can be read without the PIN: no answer, no note, no name, no photograph', async () => {
  await prepare();
  await context.setOffline(true);
  await openSheet(/^Produk 2/);
  await answer('Persyaratan pelayanan', '1 · Sebagian kecil');
  await question('Persyaratan pelayanan').getByText(words.sheet.more(true, true)).click();
  await question('Persyaratan pelayanan').getByLabel(words.sheet.note).fill('RAHASIA lemari besi');
  const file = { name: 'RAHASIA.txt', mimeType: 'text/plain', buffer: Buffer.from('RAHASIA isi surat') };
  await question('Persyaratan pelayanan').locator('input[type=file]').nth(1).setInputFiles(file);
  await page.getByText('RAHASIA.txt').first().waitFor();
  const kept = await page.evaluate(async () => {
    const opening = indexedDB.open('tuntas-field');
    const db = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)));
    const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (typeof value === 'object' && value !== null) return Object.values(value).map(asText).join(' ');
      return String(value);
    };
    for (const store of db.objectStoreNames) {
      const of = db.transaction(store).objectStore(store);
      for (const asking of [of.getAll(), of.getAllKeys()]) {
        await new Promise((resolve) => asking.addEventListener('success', resolve));
        parts.push(...(asking.result as unknown[]).map(asText));
      }
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push(request.url, await ((await cache.match(request)) as Response).text());
    }
    return parts;
  });
  expect(kept.length).toBeGreaterThan(80);
  const all = kept.join('\n');
  for (const secret of ['RAHASIA', 'lemari', 'Dinas Kesehatan', 'persyaratan', house.assessmentId, house.assessor.name, PIN]) {
    expect(all.includes(secret), secret).toBe(false);
  }
});

test('a wrong PIN costs a growing wait and nothing else; a forgotten one says first what it costs', {
  timeout: 60_000,
}, async () => {
  await prepare();
  await context.setOffline(true);
  await openSheet(/^Petugas 1/);
  await page.getByRole('radio').first().check();
  await page.getByText(words.sheet.kept).waitFor();
  await page.goto(`${base}/field/app`);
  for (const wrong of ['salah satu', 'salah dua', 'salah tiga']) {
    await unlock(wrong);
    await page.getByText(words.locked.wrong).waitFor();
  }
  await unlock('salah empat');
  await page.getByText(/Coba lagi dalam \d+ detik/).waitFor();
  expect(await page.getByRole('button', { name: words.locked.go, exact: true }).isDisabled()).toBe(true);
  await page.reload();
  await page.getByText(/Coba lagi dalam \d+ detik/).waitFor();

  await page.getByRole('button', { name: words.locked.forgot }).click();
  await page.getByText(words.locked.forgotText(1, 0)).waitFor();
  const empty = page.getByRole('button', { name: words.locked.forgotGo });
  expect(await empty.isDisabled()).toBe(true);
  await page.getByRole('button', { name: words.back }).click();
  await expect
    .poll(() => page.getByRole('button', { name: words.locked.go, exact: true }).isEnabled(), { timeout: 20_000 })
    .toBe(true);
  await unlock();
  await page.getByText(words.state.waiting(1, 0)).waitFor();

  await page.getByRole('button', { name: words.home.lock }).click();
  await page.getByRole('button', { name: words.locked.forgot }).click();
  await page.getByLabel(words.locked.forgotSure).check();
  await empty.click();
  await page.getByRole('heading', { name: words.start.title }).waitFor();
});

test('two tabs do not write over each other: the second waits until the first is closed', async () => {
  await prepare();
  const second = await context.newPage();
  await second.goto(`${base}/field/app`);
  await second.getByRole('heading', { name: words.otherTab }).waitFor();
  await page.goto('about:blank');
  await second.getByRole('heading', { name: words.locked.title }).waitFor();
});

test('somebody else who is signed in sends nothing from this device', async () => {
  await prepare();
  await context.setOffline(true);
  await openSheet(/^Petugas 2/);
  await page.getByRole('radio').first().check();
  await page.getByText(words.sheet.kept).waitFor();
  await context.setOffline(false);
  house.signsIn = house.second.personId;
  await page.goto(`${base}/sign-in?return=/field/app`);
  await unlock();
  await page.getByText(words.state.otherPerson).waitFor();
  await page.getByText(words.state.waiting(1, 0)).waitFor();
});

test('a browser that cannot keep things safely says so and leads to the ordinary form', async () => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.goto(`${base}/field/app`);
  await page.getByRole('heading', { name: words.unsupported }).waitFor();
  expect(await page.getByRole('link', { name: words.ordinary }).getAttribute('href')).toBe('/field');
});
