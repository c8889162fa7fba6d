import { accessSync, constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';

/** The screens the product is looked at: a small phone and an ordinary desk. */
export const SCREENS = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;

/**
 * Our own switches. The sandbox needs a user that is not root, or kernel rights that test machines seldom give; only pages of
 * ours are opened. The rest keeps the browser from talking to anyone but the server under test.
 */
const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A real browser: `TUNTAS_TEST_BROWSER`, else the machine's own Chromium, else the one out of node_modules. Close it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** A browser with a profile of its own in a folder: started again with the same one it finds what it had kept. Close it. */
export async function openProfile(folder: string, options: ViewOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await launchOptions()), ...contextOptions(options) });
}

async function launchOptions() {
  const own = [process.env.TUNTAS_TEST_BROWSER, ...INSTALLED].find(isExecutable);
  const { executablePath, env } = own ? { executablePath: own, env: {} } : await bundledBrowser();
  return { executablePath, args: SWITCHES, env: { ...stringsOf(process.env), ...env } };
}

function isExecutable(path: string | undefined): path is string {
  try {
    accessSync(path ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export interface ViewOptions {
  /** Default: phone. */
  readonly screen?: keyof typeof SCREENS;
  /** Default: on. */
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly language?: 'id' | 'en';
}

/** A fresh browsing session with its own cookies, as one person would have it. Closing the page ends the session. */
export async function openPage(browser: Browser, options: ViewOptions = {}): Promise<Page> {
  const context = await browser.newContext(contextOptions(options));
  const page = await context.newPage();
  // Closing a page in the middle of a navigation never ends in one case of eight (Chromium 153); closing its context always does.
  page.close = () => context.close();
  return page;
}

function contextOptions(options: ViewOptions): BrowserContextOptions {
  return {
    viewport: SCREENS[options.screen ?? 'phone'],
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.colorScheme ?? 'light',
    locale: options.language === 'en' ? 'en-GB' : 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
  };
}

/** Keeps a picture of the whole page under `.tmp/screenshots/<name>.png` and gives its path. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const folder = join(process.cwd(), '.tmp', 'screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
