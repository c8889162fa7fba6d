import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type RunningServer } from '../../../platform/http/server.ts';
import { launchBrowser, openPage, takeScreenshot, type ViewOptions } from '../../../platform/testing/browser.ts';
import { sheetOfKind } from '../../actions/field.test-support.ts';
import { fillSheet } from '../../actions/fill-sheet.ts';
import { en as enApp } from './app/words.en.ts';
import { id as idApp } from './app/words.id.ts';
import { type FieldWebTest, fieldWebTest } from './field.test-support.ts';

let house: FieldWebTest;
let server: RunningServer;
let browser: Browser;
let base: string;
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

const KEEP = process.env.TUNTAS_SCREENSHOTS !== undefined;

async function judge(page: Page, name: string, hasScripts = true): Promise<void> {
  if (KEEP) await takeScreenshot(page, `field/${name}`);
  const { tooWide, small } = await page.evaluate(() => {
    const small = [...document.querySelectorAll('main button, main a.govuk-button, main label.govuk-button')]
      .filter((each) => each.checkVisibility() && !each.matches('.govuk-visually-hidden'))
      .filter((each) => each.getBoundingClientRect().height < 39)
      .map((each) => each.outerHTML.slice(0, 100));
    return { tooWide: document.documentElement.scrollWidth - innerWidth, small };
  });
  expect(tooWide, `${name} sticks out`).toBeLessThanOrEqual(0);
  expect(small, `${name}: too small to press`).toEqual([]);
  expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
  // An axe run needs scripts; what it would find does not depend on them.
  if (!hasScripts) return;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules(['region']).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

const VIEWS: readonly (ViewOptions & { name: string })[] = [
  { name: 'phone-id', screen: 'phone', language: 'id', javaScript: false },
  { name: 'desktop-en', screen: 'desktop', language: 'en', javaScript: true },
  { name: 'phone-en-dark', screen: 'phone', language: 'en', javaScript: true, colorScheme: 'dark' },
];

test('makes the field as it is on a day of work', async () => {
  const { tools } = house.t;
  const product = await sheetOfKind(house, 'product');
  const change = (indicator: string, value: string, note: string | null = null, baseRevision = 0) => ({
    indicator,
    value,
    note,
    baseRevision,
  });
  const changes = [change('persyaratan', '2', 'Papan di loket 3'), change('biaya', '3')];
  expect(await fillSheet(tools, house.assessor, { ...product, changes })).toMatchObject({ ok: true });
  const late = [change('persyaratan', '1', 'Brosur saja')];
  expect(await fillSheet(tools, house.assessor, { ...product, changes: late })).toMatchObject({
    value: { conflicts: [{ indicator: 'persyaratan' }] },
  });
});

describe.each(VIEWS)('the ordinary form on $name', ({ name, ...view }) => {
  test('is in order on every page', { timeout: 120_000 }, async () => {
    const page = await openPage(browser, view);
    await page.goto(`${base}/sign-in?return=/language?to=${view.language}%26return=/field`);
    const unit = `/field/${house.assessmentId}/1`;
    const pages = {
      mine: '/field',
      unit,
      product: `${unit}/1/1`,
      user: `${unit}/1/10`,
      conflicts: `/field/${house.assessmentId}/conflicts`,
    };
    for (const [what, path] of Object.entries(pages)) {
      expect((await page.goto(`${base}${path}`))?.status(), path).toBe(200);
      await judge(page, `${name}-${what}`, view.javaScript);
    }
    await page.goto(`${base}${unit}/1/2`);
    await page.locator('button[value=done].govuk-button').click();
    await page.locator('.govuk-error-summary').waitFor();
    await judge(page, `${name}-missing`, view.javaScript);
    await page.close();
  });
});

const APP_VIEWS: typeof VIEWS = [
  { name: 'phone-id', screen: 'phone', language: 'id', javaScript: true },
  ...VIEWS.filter((view) => view.javaScript),
];

describe.each(APP_VIEWS)('the app on $name', ({ name, ...view }) => {
  test('is in order on every screen', { timeout: 180_000 }, async () => {
    const words = view.language === 'en' ? enApp : idApp;
    const page = await openPage(browser, view);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${base}/field/app`);
    await page.getByRole('heading', { name: words.start.title }).waitFor();
    await judge(page, `${name}-app-start`);
    await page.getByLabel(words.start.pin).fill('123456');
    await page.getByRole('button', { name: words.start.go }).click();
    await page.getByText(words.start.faults['too-easy']).waitFor();
    await page.getByLabel(words.start.pin).fill('804215');
    await page.getByLabel(words.start.again).fill('804215');
    await page.getByRole('button', { name: words.start.go }).click();
    await page.getByRole('heading', { name: words.home.title }).waitFor({ timeout: 20_000 });
    await judge(page, `${name}-app-empty`);
    // Not signed in: it leads there and back, and asks for the PIN again.
    await page.getByRole('button', { name: words.home.prepare }).click();
    await page.getByLabel(words.locked.pin, { exact: true }).waitFor();
    await page.getByLabel(words.locked.pin, { exact: true }).fill('999999');
    await page.getByRole('button', { name: words.locked.go, exact: true }).click();
    await page.getByText(words.locked.wrong).waitFor();
    await judge(page, `${name}-app-locked`);
    await page.getByLabel(words.locked.pin, { exact: true }).fill('804215');
    await page.getByRole('button', { name: words.locked.go, exact: true }).click();
    await page.getByRole('button', { name: words.home.prepare }).click();
    await page
      .getByRole('link', { name: /Dinas Kesehatan/ })
      .first()
      .waitFor();
    await judge(page, `${name}-app-home`);
    await page.getByRole('link', { name: words.conflict.open }).click();
    await page.getByRole('heading', { name: words.conflict.title }).waitFor();
    await judge(page, `${name}-app-conflicts`);
    await page.getByRole('link', { name: words.back }).click();
    await page
      .getByRole('link', { name: /Dinas Kesehatan/ })
      .first()
      .click();
    await page.getByRole('heading', { name: words.unit.kinds.product }).waitFor();
    await judge(page, `${name}-app-unit`);
    await page
      .getByRole('link', { name: /Layanan 2/ })
      .first()
      .click();
    await page.getByText(words.sheet.photo).first().waitFor();
    await page.getByRole('radio').first().check();
    await page.getByText(words.sheet.kept).waitFor();
    await judge(page, `${name}-app-sheet`);
    expect(faults.filter((fault) => !/401/.test(fault))).toEqual([]);
    await page.close();
  });
});
