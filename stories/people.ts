/** Who takes part in a story: people with a browser of their own. Nobody else talks to the product. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { EXAMPLE_PASSWORD } from '../src/directory/examples/people.ts';
import { en } from '../src/directory/web/sign-in/words.en.ts';
import { id } from '../src/directory/web/sign-in/words.id.ts';
import { launchBrowser, openPage, takeScreenshot, type ViewOptions } from '../src/platform/testing/browser.ts';
import { Album } from './examine.ts';
import { type Watch, watch } from './watch.ts';

export const product = inject('product');

let browser: Browser | undefined;
let album: Album | undefined;
const open: { readonly page: Page; readonly watched: Watch }[] = [];

/**
 * Every file of stories calls it once, at its top. After each story nothing may have gone wrong unseen in anyone's browser; of a story
 * that failed, `.tmp/screenshots/failed-N.png` shows where each stood.
 * @param examined whether the pages that were met are shown to a phone once more afterwards, and examined
 */
export function withBrowser({ examined = false } = {}): void {
  beforeAll(async () => {
    browser = await launchBrowser();
    album = examined ? new Album() : undefined;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      for (const [index, { page }] of open.entries()) await takeScreenshot(page, `failed-${index + 1}`).catch(() => {});
    }
    const faults = open.flatMap(({ watched }) => watched.faults());
    for (const { page } of open.splice(0)) await page.close();
    expect(faults, 'what browsers complained of').toEqual([]);
    if (!(album && browser)) return;
    const page = await openPage(browser);
    expect(await album.examine(page, product.address), 'what somebody cannot read, reach or operate').toEqual([]);
    await page.close();
  });
  afterAll(() => browser?.close());
}

/** Somebody on the street with a phone (or another screen), whom nobody knows. */
export async function visitor(options: ViewOptions = {}): Promise<Page> {
  if (!browser) throw new Error('call withBrowser() at the top of the file');
  const page = await openPage(browser, options);
  page.setDefaultTimeout(20_000);
  album?.follow(page);
  open.push({ page, watched: watch(page, product.address) });
  return page;
}

/** A citizen with a phone whose browser runs no scripts: the least that everything must work on. */
export function citizen(): Promise<Page> {
  return visitor({ screen: 'phone', javaScript: false });
}

/**
 * An officer at a desk, signed in with an example account. The first time by the sign-in pages, password and one-time code; then with the
 * session of that time, as a browser would that was left open.
 */
export async function officer(account: string, options: ViewOptions = {}): Promise<Page> {
  const page = await visitor({ screen: 'desktop', ...options });
  const kept = join(product.dataFolder, 'stories', `${account}.json`);
  const cookies = await readFile(kept, 'utf8').catch(() => undefined);
  if (cookies) await page.context().addCookies(JSON.parse(cookies));
  else {
    await enter(page, `${account}.example`, options.language === 'en' ? en : id);
    await mkdir(join(kept, '..'), { recursive: true });
    await writeFile(kept, JSON.stringify(await page.context().cookies()));
  }
  await page.goto(`${product.address}/desk`);
  return page;
}

/** What someone reads on the page (or a part of it): as it is laid out, without what is hidden. */
export function seen(page: Page, where = 'main'): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not read
  return page.locator(where).first().innerText();
}

/** Address and password, then the code which the page of an example installation shows. */
export async function enter(page: Page, email: string, signIn: typeof id, at = '/sign-in'): Promise<void> {
  await page.goto(`${product.address}${at}`);
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(EXAMPLE_PASSWORD);
  await page.getByRole('button', { name: signIn.next }).click();
  const code = /\b\d{6}\b/.exec(await seen(page, 'main .govuk-inset-text'))?.[0];
  expect(code, 'the code of an example account').toBeDefined();
  await page.getByLabel(signIn.codeTitle).fill(code ?? '');
  await page.getByRole('button', { name: signIn.codeButton }).click();
  await expect.poll(() => new URL(page.url()).pathname).not.toMatch(/^\/sign-in/);
}
