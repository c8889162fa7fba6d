import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type ViewOptions } from '../platform/testing/browser.ts';
import { EXAMPLE_GROUPS } from './examples/index.ts';
import { type ServedGallery, serveGallery } from './testing/serve.ts';

let gallery: ServedGallery;
let browser: Browser;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const VIEWS: readonly ViewOptions[] = [
  { screen: 'phone', colorScheme: 'light', language: 'id' },
  { screen: 'desktop', colorScheme: 'dark', language: 'en' },
];

describe.each(VIEWS)('on a $screen, $colorScheme, in $language', (view) => {
  it.each(EXAMPLE_GROUPS.map((group, index) => ({ title: group.title, path: `/design/${index + 1}` })))(
    'axe finds nothing in: $title',
    async ({ path }) => {
      const page = await openPage(browser, view);
      await page.goto(`${gallery.url}${path}`);
      // Examples show several first headings and landmarks on one page, as no real page does.
      const { violations } = await new AxeBuilder({ page })
        .disableRules(['page-has-heading-one', 'landmark-unique', 'heading-order'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
      await page.close();
    },
  );
});

it.each(EXAMPLE_GROUPS.map((_, index) => `/design/${index + 1}`))('nothing sticks out sideways at 360 px: %s', async (path) => {
  const page = await openPage(browser, { screen: 'phone' });
  await page.goto(`${gallery.url}${path}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.close();
});

it('what one can press is at least 44 px high on a phone', async () => {
  const page = await openPage(browser, { screen: 'phone' });
  await page.goto(`${gallery.url}/design/2`);
  const small = await page
    .locator('button:visible, .govuk-input:visible, select:visible, .tuntas-nav__link, .tuntas-header__tool')
    .evaluateAll((elements) =>
      elements.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.outerHTML),
    );
  expect(small).toEqual([]);
  await page.close();
});

describe('without JavaScript', () => {
  it('a conditional question appears with its choice and goes with it', async () => {
    const page = await openPage(browser, { javaScript: false });
    await page.goto(`${gallery.url}/design/2`);
    const question = page.getByLabel('Instansi mana?');
    expect(await question.isVisible()).toBe(true);
    await page.getByLabel('Saya tidak tahu', { exact: true }).check();
    expect(await question.isVisible()).toBe(false);
    await page.close();
  });

  it('files can be chosen, sent and removed by plain buttons', async () => {
    const page = await openPage(browser, { javaScript: false });
    await page.goto(`${gallery.url}/design/2`);
    expect(await page.getByRole('button', { name: 'Unggah berkas yang dipilih' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Hapus loket-tutup.jpg' }).getAttribute('value')).toBe('1');
    await page.close();
  });
});
