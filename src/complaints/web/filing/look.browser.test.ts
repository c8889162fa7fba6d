import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import { listen, type RunningServer } from '../../../platform/http/server.ts';
import { launchBrowser, openPage, takeScreenshot, type ViewOptions } from '../../../platform/testing/browser.ts';
import { COMPLAINT, type FilingTest, filingTest, officerApp, officerAt, QUESTION } from './testing.ts';

let house: FilingTest;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([filingTest({ trustedProxies: 0 }), launchBrowser()]);
  server = await listen(house.app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await house?.t.close();
});

const KEEP = process.env.TUNTAS_SCREENSHOTS !== undefined;

async function judge(page: Page, name: string): Promise<void> {
  if (KEEP) await takeScreenshot(page, `filing/${name}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} sticks out`).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
  expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
  // A link back stands above the main part, outside of every landmark, as at GOV.UK.
  const { violations } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

async function fill(page: Page, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const input = page.locator(`main form[method=post] [name="${name}"]`).first();
    const kind = await input.evaluate((element) => (element as HTMLInputElement).type);
    if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind.startsWith('select')) await input.selectOption(`${value}`);
    else await input.fill(`${value}`);
  }
}

const go = (page: Page) =>
  page.locator('main form[method=post] button.govuk-button:not(.govuk-button--secondary)').last().click();

const VIEWS: readonly (ViewOptions & { name: string })[] = [
  { name: 'phone-id', screen: 'phone', language: 'id', javaScript: false },
  { name: 'desktop-en', screen: 'desktop', language: 'en', javaScript: true },
  { name: 'phone-en-dark', screen: 'phone', language: 'en', javaScript: true, colorScheme: 'dark' },
];

describe.each(VIEWS)('on $name', ({ name, ...view }) => {
  test('every page from the first to the receipt is in order', async () => {
    const page = await openPage(browser, view);
    const base = `http://127.0.0.1:${server.port}`;
    await page.goto(`${base}/complaints/new`);
    // An @axe run needs scripts, which the page itself does not.
    await judgeAnyway(page, `${name}-00-start`);
    await page.locator('main form[method=post] button').first().click();
    for (const [index, [step, fields]] of COMPLAINT.entries()) {
      const label = `${name}-${String(index + 1).padStart(2, '0')}-${step}`;
      await judgeAnyway(page, label);
      if (step === 'story') {
        await go(page);
        await judgeAnyway(page, `${label}-error`);
      }
      if (step === 'where') {
        await page.locator('[name=region]').selectOption('51');
        await go(page);
        await judgeAnyway(page, `${label}-regency`);
        await page.locator('[name=region]').selectOption('51.05');
        await go(page);
        await page.locator('[name=region]').selectOption('51.05.01');
        await go(page);
        await judgeAnyway(page, `${label}-village`);
        await go(page);
        continue;
      }
      if (step === 'agency') {
        await page.locator('[name=q]').fill('puskesmas');
        await page.locator('.tuntas-search__button').click();
        await judgeAnyway(page, `${label}-search`);
        await page.locator(`[value="-"]`).check();
        await go(page);
        continue;
      }
      await fill(page, fields);
      if (step === 'contact') {
        await page.locator('[name=email]').fill('ani@klungkungkab.go.id');
        await go(page);
        await judgeAnyway(page, `${label}-warning`);
        await page.locator('[name=keep]').check();
      }
      await go(page);
    }
    await judgeAnyway(page, `${name}-20-check`);
    await page.locator('form[action="/complaints/new/check"] button').click();
    await page.waitForURL('**/receipt');
    await judgeAnyway(page, `${name}-21-receipt`);
    await page.locator('form[action="/complaints/new/receipt"] button').click();
    await page.goto(`${base}/complaints/new/receipt`);
    await judgeAnyway(page, `${name}-22-nothing`);
    await page.close();
  }, 240_000);
});

describe('with scripts', () => {
  const STORY = { title: 'Jalan berlubang di depan pasar', description: 'Sudah tiga minggu jalan di depan pasar berlubang.' };

  async function begin(): Promise<Page> {
    const page = await openPage(browser, { screen: 'phone', language: 'id' });
    await page.goto(`http://127.0.0.1:${server.port}/complaints/new`);
    await page.locator('main form[method=post] button').first().click();
    await page.locator('[value=complaint]').check();
    await go(page);
    return page;
  }

  test('the back button and a reload show what was typed', async () => {
    const page = await begin();
    await fill(page, STORY);
    await go(page);
    await page.waitForURL('**/where');
    await page.goBack();
    expect(await page.locator('[name=title]').inputValue()).toBe(STORY.title);
    await page.reload();
    expect(await page.locator('[name=description]').inputValue()).toBe(STORY.description);
    await page.close();
  }, 60_000);

  test('files go up one by one, stay without the form being sent, and are removed again', async () => {
    const page = await begin();
    await page.goto(`http://127.0.0.1:${server.port}/complaints/new/files`);
    const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`isi ${name}`) });
    const script = { name: 'halaman.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script></script>') };
    await page.locator('input[type=file]').setInputFiles([text('satu.txt'), script, text('dua.txt')]);
    await page.locator('.tuntas-uploads__name--failed').waitFor();
    await expect.poll(() => page.locator('button[name=remove]').count(), { timeout: 15_000 }).toBe(2);
    await judge(page, 'script-files');
    await page.reload();
    expect(await page.locator('button[name=remove]').count()).toBe(2);
    await page.locator('button[name=remove]').first().click();
    await expect.poll(() => page.locator('button[name=remove]').count(), { timeout: 15_000 }).toBe(1);
    await page.close();
  }, 60_000);

  test('the device tells the point when it is asked to', async () => {
    const page = await begin();
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: -8.5353, longitude: 115.404 });
    await page.goto(`http://127.0.0.1:${server.port}/complaints/new/place`);
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Pakai lokasi saya sekarang' }).click();
    await expect.poll(() => page.locator('[name=point-lat]').inputValue(), { timeout: 15_000 }).toBe('-8.53530');
    await judge(page, 'script-place');
    await page.locator('[name=point-lat]').fill('52.5');
    await go(page);
    await page.locator('.govuk-error-summary').waitFor();
    expect(
      await page
        .locator('details')
        .first()
        .evaluate((element) => (element as HTMLDetailsElement).open),
    ).toBe(true);
    await judge(page, 'script-place-error');
    await page.close();
  }, 60_000);
});

describe('at the counter', () => {
  test('the officer’s pages are in order, and paper shows the slip', async () => {
    const officer = await officerAt(house.t, 'ori.bali', 'counter-officer');
    const counter = await listen(officerApp(house.t, officer, await loadAssets(ASSETS_FOLDER)), { host: '127.0.0.1', port: 0 });
    const page = await openPage(browser, { screen: 'desktop', language: 'id' });
    const base = `http://127.0.0.1:${counter.port}`;
    await page.goto(`${base}/desk/new`);
    await judge(page, 'counter-00-start');
    await page.locator('main form[method=post] button').first().click();
    await judge(page, 'counter-01-channel');
    for (const [step, fields] of [['channel', { channel: 'pojok' }], ...QUESTION] as typeof QUESTION) {
      await fill(page, step === 'where' ? { region: '51' } : fields);
      await go(page);
      // The regency is left open.
      if (step === 'where') await go(page);
    }
    await judge(page, 'counter-02-check');
    await go(page);
    await page.waitForURL('**/receipt');
    await judge(page, 'counter-03-slip');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tuntas-slip__code').isVisible()).toBe(true);
    expect(await page.locator('.tuntas-header').isVisible()).toBe(false);
    if (KEEP) await takeScreenshot(page, 'filing/counter-04-paper');
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${base}/desk/visits`);
    for (const _ of [1, 2]) await page.locator('form[action="/desk/visits"] button').first().click();
    await judge(page, 'counter-05-visits');
    await page.setViewportSize({ width: 360, height: 740 });
    await judge(page, 'counter-06-visits-phone');
    await page.close();
    await counter.close();
  }, 120_000);
});

/** With scripts off axe cannot run in the page; its pages are judged in the other views. */
async function judgeAnyway(page: Page, name: string): Promise<void> {
  if (name.startsWith('phone-id')) {
    if (KEEP) await takeScreenshot(page, `filing/${name}`);
    expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
    return;
  }
  await judge(page, name);
}
