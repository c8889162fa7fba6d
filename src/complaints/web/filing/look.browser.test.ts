import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type RunningServer } from '../../../platform/http/server.ts';
import { launchBrowser, openPage, takeScreenshot, type ViewOptions } from '../../../platform/testing/browser.ts';
import { COMPLAINT, type FilingTest, filingTest } from './testing.ts';

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

/** With scripts off axe cannot run in the page; its pages are judged in the other views. */
async function judgeAnyway(page: Page, name: string): Promise<void> {
  if (name.startsWith('phone-id')) {
    if (KEEP) await takeScreenshot(page, `filing/${name}`);
    expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
    return;
  }
  await judge(page, name);
}
