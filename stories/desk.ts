/** What officers do at their desk, by the links and buttons they see there. */
import type { Page } from 'playwright-core';
import type { StepName } from '../src/complaints/web/desk/words.id.ts';
import { id as words } from '../src/complaints/web/desk/words.id.ts';
import { press } from './filing.ts';
import { product } from './people.ts';

/** Finds the complaint on the desk by its number and opens it. */
export async function openFromDesk(page: Page, number: string): Promise<void> {
  await page.goto(`${product.address}/desk?q=${number}`);
  // A line of work leads to the office's own part on the page.
  await page
    .locator(`main a[href^="/desk/complaints/${number.replaceAll('-', '')}"]`)
    .first()
    .click();
}

/** Opens a step of the complaint that is open. */
export async function step(page: Page, name: StepName | 'release' | 'identity'): Promise<void> {
  await page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${words.links[name].text}`) })
    .first()
    .click();
}

const send = (page: Page, name: StepName) => press(page, words.steps[name].button);

export async function askBack(page: Page, question: string): Promise<void> {
  await step(page, 'ask-back');
  await page.getByLabel(words.questionLabel).fill(question);
  await page.getByLabel(words.pauseReason).fill('Tanpa keterangan ini unitnya tidak dapat ditentukan.');
  await send(page, 'ask-back');
}

/** An office as an officer finds it: what to type, and what to choose among the answers. */
export interface Office {
  readonly search: string;
  readonly name: string;
}

export const PUPR: Office = {
  search: 'PUPR Klungkung',
  name: 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman Kabupaten Klungkung',
};
export const DISHUB: Office = { search: 'Dishub Klungkung', name: 'Dinas Perhubungan Kabupaten Klungkung' };
export const DISDIK: Office = {
  search: 'Disdik Klungkung',
  name: 'Dinas Pendidikan, Kepemudaan dan Olahraga Kabupaten Klungkung',
};

/** Forwards, passes on or redirects to an office. */
export async function handTo(page: Page, name: 'forward' | 'pass-on' | 'redirect', office: Office): Promise<void> {
  await step(page, name);
  await page.getByLabel(words.officeSearch).fill(office.search);
  await press(page, words.officeFind);
  await page.getByLabel(office.name, { exact: true }).check();
  await send(page, name);
}

export async function giveBack(page: Page, reason: string): Promise<void> {
  await step(page, 'return');
  await page.getByLabel(words.reasonLabel).fill(reason);
  await send(page, 'return');
}

/** Writes something for the complainant and everyone, reads it once more, sends it. */
export async function writePublicly(page: Page, name: 'follow-up' | 'reply' | 'propose', text: string): Promise<void> {
  await step(page, name);
  await page.getByLabel(words.publicTexts[name].label).fill(text);
  await press(page, words.lookOver);
  await send(page, name);
}
