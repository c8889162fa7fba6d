import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_PICTURE } from '../src/assessments/examples/example-picture.ts';
import { id as app } from '../src/assessments/web/field/app/words.id.ts';
import { id as form } from '../src/assessments/web/field/words.id.ts';
import { id as signIn } from '../src/directory/web/sign-in/words.id.ts';
import { openProfile, takeScreenshot } from '../src/platform/testing/browser.ts';
import { press } from './filing.ts';
import { enter, product, seen, visitor, withBrowser } from './people.ts';
import { letSessionEnd } from './time.ts';
import { type Watch, watch } from './watch.ts';

withBrowser();

/** In the example round that is under way this office is one where nobody has answered anything yet. */
const ASSESSOR = 'penilai@ombudsman-bali';
const OFFICE = /Dinas Pendidikan/;
const PLANNING = 'Perencanaan pelayanan';
const FORUM = 'Pelibatan masyarakat (forum konsultasi publik)';
const NOTE = 'Rencana kerja 2026, lemari arsip';
const PIN = 'jalan pantai 804';
const A_DAY = 86_400_000;

let folder: string;
let phone: BrowserContext | undefined;
let watched: Watch[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuntas-telepon-'));
  watched = [];
});
afterEach(async ({ task }) => {
  const page = phone?.pages()[0];
  if (task.result?.state === 'fail' && page) await takeScreenshot(page, 'failed-telepon').catch(() => {});
  await phone?.close().catch(() => {});
  phone = undefined;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts the telephone's browser, on a given day of the telephone's own clock, with or without a signal. */
async function start(day: number, hasSignal: boolean): Promise<Page> {
  phone = await openProfile(folder, { screen: 'phone', language: 'id' });
  await phone.setOffline(!hasSignal);
  const page = phone.pages()[0] ?? (await phone.newPage());
  page.setDefaultTimeout(20_000);
  watched.push(watch(page, product.address));
  if (day > 0) await page.clock.install({ time: Date.now() + day * A_DAY });
  return page;
}

/** As when the battery dies: nothing is asked, nothing is tidied up. */
async function kill(page: Page): Promise<void> {
  const gone = new Promise((resolve) => phone?.once('close', resolve));
  const wire = await page.context().newCDPSession(page);
  await wire.send('Browser.crash').catch(() => {});
  await gone;
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel(app.locked.pin, { exact: true }).fill(PIN);
  await page.getByRole('button', { name: app.locked.go, exact: true }).click();
  await page.getByRole('heading', { name: app.home.title }).waitFor();
}

const state = (page: Page) => seen(page, '.tuntas-field-state');

const question = (page: Page, name: string) =>
  page.locator('.tuntas-question').filter({ has: page.getByRole('group', { name, exact: true }) });

/** Opens the unit from the first screen, and there the first link of that name. */
async function open(page: Page, link: string | RegExp): Promise<void> {
  await page.goto(`${product.address}/field/app#/`);
  await page.getByRole('link', { name: OFFICE }).first().click();
  await page.getByRole('link', { name: link }).first().click();
  await page.locator('.tuntas-question').first().waitFor();
}

/** Answers and waits until the app says that it is on the device. */
async function answer(page: Page, name: string, choice: string): Promise<void> {
  await question(page, name).getByLabel(choice, { exact: true }).check();
  await page.getByText(app.sheet.kept).waitFor();
}

let lastStep = 0;
/** A code opens once; whoever comes again within its half minute waits for the next. */
async function signInAgain(page: Page, at: string): Promise<void> {
  const step = () => Math.floor(Date.now() / 30_000);
  while (step() <= lastStep) await new Promise((resolve) => setTimeout(resolve, 500));
  await enter(page, `${ASSESSOR}.example`, signIn, at);
  lastStep = step();
}

test('an assessor works for three days without a signal, and nothing of it is lost', { timeout: 400_000 }, async () => {
  // At the office: signed in, a PIN, the assignments on the telephone.
  let page = await start(0, true);
  await signInAgain(page, '/sign-in?return=%2Ffield%2Fapp');
  await page.getByLabel(app.start.pin).fill(PIN);
  await page.getByLabel(app.start.again).fill(PIN);
  await press(page, app.start.go);
  await press(page, app.home.prepare);
  await page.getByText(/Tugas diambil/).waitFor();
  expect(await state(page)).toContain(app.state.nothing);
  await page.getByRole('link', { name: OFFICE }).first().waitFor();
  await phone?.close();

  // The first day: no signal. An answer, a note, a photograph; then the battery dies.
  page = await start(1, false);
  await page.goto(`${product.address}/field/app`);
  await unlock(page);
  await open(page, app.unit.names.unit);
  expect(await state(page)).toContain(app.state.is.offline);
  await answer(page, PLANNING, '3 · Lengkap');
  await question(page, PLANNING).getByText(app.sheet.more(true, true)).click();
  await question(page, PLANNING).getByLabel(app.sheet.note).fill(NOTE);
  await question(page, PLANNING)
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'lemari-arsip.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(EXAMPLE_PICTURE) });
  await question(page, PLANNING).getByText(app.sheet.waits).waitFor();
  expect(await state(page)).toContain(app.state.waiting(1, 1));
  await kill(page);

  // The second day: everything is there. An interview, and an answer that somebody gives at the office, too.
  page = await start(2, false);
  await page.goto(`${product.address}/field/app`);
  await unlock(page);
  expect(await state(page)).toContain(app.state.waiting(1, 1));
  await open(page, app.unit.names.unit);
  expect(await question(page, PLANNING).getByLabel('3 · Lengkap').isChecked()).toBe(true);
  expect(await question(page, PLANNING).getByLabel(app.sheet.note).inputValue()).toBe(NOTE);
  await answer(page, FORUM, '1 · Sebagian kecil');
  await open(page, /^Perempuan, 17–30 tahun/);
  const questions = page.locator('.tuntas-question');
  for (let place = 0; place < (await questions.count()); place += 1) {
    await questions.nth(place).getByRole('radio').first().check();
  }
  await press(page, app.sheet.done);
  await page.getByText(app.sheet.isDone).waitFor();
  const asked = await questions.count();
  const waiting = app.state.waiting(2 + asked + 1, 1);
  expect(await state(page)).toContain(waiting);
  await kill(page);

  // Meanwhile the session of the telephone has ended, and the same question is answered by the ordinary form.
  await letSessionEnd(`${ASSESSOR}.example`);
  const office = await atTheOffice();
  await openAtTheOffice(office);
  await office.getByRole('group', { name: FORUM, exact: true }).getByLabel('3 · Lengkap', { exact: true }).check();
  await press(office, form.sheet.save);
  await office.getByText(form.sheet.saved).first().waitFor();

  // The third day: a signal again. The queue waits for its owner to sign in.
  page = await start(3, true);
  await page.goto(`${product.address}/field/app`);
  await unlock(page);
  await page.getByText(app.state.signedOut).waitFor();
  expect(await state(page)).toContain(waiting);
  await page.getByRole('link', { name: app.home.signIn }).click();
  await signInAgain(page, new URL(page.url()).pathname + new URL(page.url()).search);
  await unlock(page);
  await page.getByText(app.state.is.conflict).first().waitFor();
  expect(await state(page)).toContain(app.state.nothing);

  // Both answers stand side by side, on the telephone and at the office; nothing was written over.
  await page.getByRole('link', { name: app.conflict.open }).click();
  const beside = await seen(page, '.tuntas-pair');
  for (const told of ['3 · Lengkap', '1 · Sebagian kecil', app.conflict.keepServer, app.conflict.keepDevice]) {
    expect(beside).toContain(told);
  }
  await openAtTheOffice(office);
  const onServer = office.getByRole('group', { name: FORUM, exact: true });
  expect(await onServer.getByLabel('3 · Lengkap', { exact: true }).isChecked()).toBe(true);
  expect(await office.getByRole('group', { name: PLANNING, exact: true }).getByLabel('3 · Lengkap').isChecked()).toBe(true);
  expect(await office.locator('textarea').first().inputValue()).toBe(NOTE);
  const picture = office.locator('main img[src^="/field/evidence/"]').first();
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await office.getByRole('link', { name: form.conflictsLink }).click();
  const pair = await seen(office, '.tuntas-pair');
  expect(pair).toContain('3 · Lengkap');
  expect(pair).toContain('1 · Sebagian kecil');

  // The assessor chooses on the telephone; the interview has arrived, too.
  await page.getByRole('button', { name: app.conflict.keepDevice }).click();
  await page.getByText(app.conflict.chosen).waitFor();
  await page.getByText(app.state.is.ready).waitFor({ timeout: 30_000 });
  await openAtTheOffice(office);
  expect(await onServer.getByLabel('1 · Sebagian kecil', { exact: true }).isChecked()).toBe(true);
  await office.goto(`${product.address}/field`);
  await office.getByRole('link', { name: OFFICE }).first().click();
  expect(await seen(office, '#quotas')).toMatch(/Perempuan, 17–30 tahun\s+1\/5/);

  expect(watched.flatMap((each) => each.faults()).filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
});

/** The same assessor at a desk, with the ordinary form. */
async function atTheOffice(): Promise<Page> {
  const page = await visitor({ screen: 'desktop', javaScript: false });
  await signInAgain(page, '/sign-in');
  return page;
}

async function openAtTheOffice(page: Page): Promise<void> {
  await page.goto(`${product.address}/field`);
  await page.getByRole('link', { name: OFFICE }).first().click();
  await page.getByRole('link', { name: form.unit.sheet.unit(1) }).click();
}
