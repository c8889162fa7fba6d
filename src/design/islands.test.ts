import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptFiles } from '../platform/http/accept-files.ts';
import { problem } from '../platform/http/problem.ts';
import { launchBrowser, openPage } from '../platform/testing/browser.ts';
import { type ServedGallery, serveGallery } from './testing/serve.ts';

let gallery: ServedGallery;
let browser: Browser;
let page: Page;
let tries = 0;
/** What reached the server, in order. */
let arrived: string[] = [];

beforeAll(async () => {
  const serve = serveGallery((routes) => {
    routes.post('/design', acceptFiles, (c) => {
      arrived.push('form');
      return c.redirect('/design/2', 303);
    });
    routes.post('/design/files', acceptFiles, async (c) => {
      tries += 1;
      if (c.req.header('X-Test-Case') === 'slow') await new Promise((resolve) => setTimeout(resolve, 700));
      arrived.push('file');
      // A header of the test decides what happens to the file.
      const name = c.req.header('X-Test-Case');
      if (name === 'refused') return problem(c, { status: 422, title: 'Refused', detail: 'Berkas ini bukan gambar.' });
      if (name === 'flaky' && tries < 3) return problem(c, { status: 503, title: 'Busy' });
      return c.json({ id: `f${tries}`, name: 'tersimpan.jpg', about: 'foto JPEG, 1 kB' }, 201);
    });
  });
  [gallery, browser] = await Promise.all([serve, launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

beforeEach(async () => {
  tries = 0;
  arrived = [];
  page = await openPage(browser, { screen: 'desktop' });
});

afterEach(async () => {
  await page.close();
});

it('the character count follows what is typed, in code points', async () => {
  await page.goto(`${gallery.url}/design/2`);
  await page.getByLabel('Apa yang terjadi?').fill('abc🙂');
  expect(await page.locator('.tuntas-character-count').first().textContent()).toBe('Sisa 3.996 karakter');
});

it('a long list is narrowed by typing, accents and case aside, and comes back in its order', async () => {
  await page.goto(`${gallery.url}/design/2`);
  const select = page.locator('select[name="agency"]');
  const before = await select.locator('option').allTextContents();
  await page.locator('.tuntas-narrowing').pressSequentially('KESEhatan');
  expect(await select.locator('option').allTextContents()).toEqual(['Saya tidak tahu', 'Dinas Kesehatan']);
  await select.selectOption('51.05.dinkes');
  expect(await select.locator('option').allTextContents()).toEqual(before);
  expect(await select.inputValue()).toBe('51.05.dinkes');
});

it('the receipt code is copied without its gaps', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${gallery.url}/design/1`);
  await page.getByRole('button', { name: 'Salin kode' }).click();
  await page.getByText('Kode tersalin').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('4821093755621804');
});

it('the location is filled in on request', async () => {
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: -8.538123, longitude: 115.404612 });
  await page.goto(`${gallery.url}/design/2`);
  await page.getByRole('button', { name: 'Pakai lokasi saya sekarang' }).click();
  await page.getByText('Lokasi terisi').waitFor();
  expect(await page.getByLabel('Lintang').inputValue()).toBe('-8.53812');
  expect(await page.getByLabel('Bujur').inputValue()).toBe('115.40461');
});

it('a password can be shown, and is hidden again when it is sent', async () => {
  await page.goto(`${gallery.url}/design/2`);
  const input = page.getByLabel('Kata sandi');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  expect(await input.getAttribute('type')).toBe('text');
  await page.evaluate(() => document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault()));
  await page
    .locator('form', { has: input })
    .evaluate((form: HTMLFormElement) => form.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(await input.getAttribute('type')).toBe('password');
});

describe('files', () => {
  const choose = async (testCase: string) => {
    await page.setExtraHTTPHeaders({ 'X-Test-Case': testCase });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
  };

  beforeEach(async () => {
    await page.goto(`${gallery.url}/design/2`);
  });

  it('go up as soon as they are chosen and can be removed', async () => {
    await choose('good');
    const remove = page.getByRole('button', { name: 'Hapus tersimpan.jpg' });
    await remove.waitFor();
    expect(await remove.getAttribute('value')).toBe('f1');
    expect(await page.locator('input[type="file"]').inputValue()).toBe('');
  });

  it('a refused one says why, once, and leaves the others', async () => {
    await choose('refused');
    await page.locator('.tuntas-uploads__name--failed', { hasText: 'Berkas ini bukan gambar.' }).waitFor();
    expect(tries).toBe(1);
    expect(await page.getByRole('button', { name: 'Hapus loket-tutup.jpg' }).isVisible()).toBe(true);
  });

  it('a server in trouble is tried again by itself', async () => {
    await choose('flaky');
    await page.getByRole('button', { name: 'Hapus tersimpan.jpg' }).waitFor({ timeout: 15_000 });
    expect(tries).toBe(3);
  });

  it('the form waits for a file on its way', async () => {
    await choose('slow');
    await page.getByRole('button', { name: 'Hapus loket-tutup.jpg' }).click();
    await expect.poll(() => arrived, { timeout: 10_000 }).toEqual(['file', 'form']);
  });
});
