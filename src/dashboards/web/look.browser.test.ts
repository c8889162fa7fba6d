import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExampleComplaints } from '../../complaints/index.ts';
import { type FollowTest, followTest } from '../../complaints/web/follow/testing.ts';
import { release, STAGES } from '../../life.test-support.ts';
import { listen, type RunningServer } from '../../platform/http/server.ts';
import { launchBrowser, openPage, takeScreenshot, type ViewOptions } from '../../platform/testing/browser.ts';

let house: FollowTest;
let server: RunningServer;
let browser: Browser;
const own: Record<string, { trackingNumber: string; receiptCode: string }> = {};
beforeAll(async () => {
  [house, browser] = await Promise.all([followTest({ trustedProxies: 0 }), launchBrowser()]);
  house.t.setNow('2026-04-20T09:00:00+08:00');
  await loadExampleComplaints(house.t.tools);
  house.t.setNow('2026-04-06T09:00:00+08:00');
  for (const stage of ['on-hold', 'forwarded', 'awaiting-complainant', 'confirmed', 'archived']) {
    const filed = await house.file({ contact: stage === 'forwarded' ? { email: 'warga@contoh.example' } : undefined });
    await STAGES[stage]?.(house.t, filed.complaintId, 'Antrean masih panjang.');
    if (stage !== 'on-hold') await release(house.t, filed.complaintId);
    own[stage] = filed;
  }
  house.t.setNow('2026-04-17T09:00:00+08:00');
  server = await listen(house.app, { host: '127.0.0.1', port: 0 });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await house?.t.close();
});

const KEEP = process.env.TUNTAS_SCREENSHOTS !== undefined;

async function judge(page: Page, name: string, javaScript: boolean): Promise<void> {
  if (KEEP) await takeScreenshot(page, `public/${name}`);
  expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
  expect(await page.title(), name).not.toBe('');
  const width = page.viewportSize()?.width ?? 0;
  const box = await page.locator('body').evaluate((body) => Math.max(body.scrollWidth, document.documentElement.scrollWidth));
  expect(box, `${name} sticks out`).toBeLessThanOrEqual(width);
  if (!javaScript) return;
  // A link back stands above the main part, outside of every landmark, as at GOV.UK.
  const { violations } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

const VIEWS: readonly (ViewOptions & { name: string })[] = [
  { name: 'phone-id', screen: 'phone', language: 'id', javaScript: false },
  { name: 'desktop-id', screen: 'desktop', language: 'id', javaScript: true },
  { name: 'phone-en', screen: 'phone', language: 'en', javaScript: true },
  { name: 'desktop-en-dark', screen: 'desktop', language: 'en', javaScript: true, colorScheme: 'dark' },
];

describe.each(VIEWS)('on $name', ({ name, ...view }) => {
  const javaScript = view.javaScript ?? true;
  const base = () => `http://127.0.0.1:${server.port}`;

  test('what everyone reads is in order', async () => {
    const page = await openPage(browser, view);
    const pages = {
      home: '/',
      list: '/complaints',
      filtered: '/complaints?q=jalan&region=51.05&status=closed&status=forwarded&late=yes',
      'list-none': '/complaints?q=gajah',
      'list-wrong': '/complaints?from-day=31&from-month=2&from-year=2026',
      complaint: `/complaints/${own.forwarded?.trackingNumber}`,
      'complaint-closed': `/complaints/${own.confirmed?.trackingNumber}`,
      absent: '/complaints/1234567894',
      agency: '/agencies/51.05',
      office: '/agencies/51.05.dinkes',
      privacy: '/privacy',
      'open-data': '/open-data',
      api: '/open-data/api',
      follow: '/follow',
      lost: '/follow/lost',
    };
    for (const [label, path] of Object.entries(pages)) {
      await page.goto(`${base()}${path}`);
      await judge(page, `${name}-${label}`, javaScript);
    }
    await page.close();
  }, 240_000);

  test('one’s own complaint is in order in every state', async () => {
    const page = await openPage(browser, view);
    await page.goto(`${base()}/follow`);
    await page.locator('main button.govuk-button').first().click();
    await judge(page, `${name}-follow-wrong`, javaScript);
    for (const [stage, { trackingNumber, receiptCode }] of Object.entries(own)) {
      await page.goto(`${base()}/follow`);
      await page.locator('[name=number]').fill(trackingNumber);
      await page.locator('[name=code]').fill(receiptCode);
      await page.locator('main button.govuk-button').first().click();
      expect(page.url()).toContain(trackingNumber);
      await judge(page, `${name}-own-${stage}`, javaScript);
    }
    const step = async (stage: string, path: string) => {
      await page.goto(`${base()}/follow/${own[stage]?.trackingNumber}/${path}`);
      await judge(page, `${name}-step-${path}`, javaScript);
      await page.locator('main form[method=post] button.govuk-button:not([name])').first().click();
      if (path !== 'confirm') await judge(page, `${name}-step-${path}-wrong`, javaScript);
    };
    await step('on-hold', 'facts');
    await step('awaiting-complainant', 'object');
    await step('confirmed', 'reopen');
    await step('archived', 'contest');
    await step('forwarded', 'contact');
    await page.close();
  }, 240_000);
});

test('the home page is light: at most 60 kB over the wire with all it needs', async () => {
  const page = await openPage(browser, { screen: 'phone' });
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes();
    bytes += sizes.responseBodySize + sizes.responseHeadersSize;
  });
  await page.goto(`http://127.0.0.1:${server.port}/`, { waitUntil: 'networkidle' });
  await page.close();
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});
