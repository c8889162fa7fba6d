/** How someone files, question by question, by the labels they read. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CLASS_LABELS } from '../src/complaints/rules/labels.ts';
import { id as receiptWords } from '../src/complaints/web/filing/receipt/words.id.ts';
import { id as words } from '../src/complaints/web/filing/words.id.ts';
import { id as followWords } from '../src/complaints/web/follow/words.id.ts';
import { product, seen } from './people.ts';

export interface Story {
  readonly title: string;
  readonly description: string;
  /** As the lists have it, from the province down. Default: Klungkung in Bali. */
  readonly regions?: readonly string[];
  readonly place?: string;
  /** The label among the choices; default: "I don't know". */
  readonly agency?: string;
  readonly anonymous?: boolean;
  readonly confidential?: boolean;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

/** What a complainant holds in hand afterwards. */
export interface Receipt {
  /** 123-456-7890 */
  readonly number: string;
  readonly code: string;
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const onwards = (page: Page) => press(page, words.continue);

/** From the home page to "check your answers", with every question answered and nothing sent. */
export async function answerAll(page: Page, story: Story): Promise<void> {
  await page.goto(`${product.address}/complaints/new`);
  await press(page, words.start.begin);
  await answerQuestions(page, story);
}

export async function answerQuestions(page: Page, story: Story): Promise<void> {
  await page.getByRole('radio', { name: CLASS_LABELS.complaint.id, exact: true }).check();
  await onwards(page);
  await page.getByLabel(words.story.heading).fill(story.title);
  await page.getByLabel(words.story.text.complaint).fill(story.description);
  await onwards(page);
  for (const region of story.regions ?? ['Bali', 'Kabupaten Klungkung']) {
    await page.locator('main select').selectOption({ label: region });
    await onwards(page);
  }
  // The lists go on below the regency; whoever does not know goes on.
  while (/\/where/.test(page.url())) await onwards(page);
  await page.getByLabel(words.place.text).fill(story.place ?? '');
  await onwards(page);
  await onwards(page); // when: not known
  await onwards(page); // category: not known
  await page.getByRole('radio', { name: story.agency ?? words.agency.unknown, exact: true }).check();
  await onwards(page);
  await onwards(page); // files: none
  const { privacy } = words;
  const choose = (question: string, answer: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  await choose(privacy.anonymous, story.anonymous ? privacy.anonymousYes : privacy.anonymousNo);
  await choose(privacy.confidential, story.confidential ? privacy.confidentialYes : privacy.confidentialNo);
  await onwards(page);
  await page
    .getByLabel(words.contact.name, { exact: false })
    .first()
    .fill(story.contact?.name ?? '');
  await page.getByLabel(words.contact.email).fill(story.contact?.email ?? '');
  await page.getByLabel(words.contact.phone).fill(story.contact?.phone ?? '');
  await onwards(page);
}

/** Files and notes number and code. */
export async function fileAsCitizen(page: Page, story: Story): Promise<Receipt> {
  await answerAll(page, story);
  await press(page, words.check.send.complaint);
  const receipt = await readReceipt(page);
  await press(page, receiptWords.noted);
  return receipt;
}

export async function readReceipt(page: Page): Promise<Receipt> {
  const said = await seen(page);
  const number = /\b\d{3}-\d{3}-\d{4}\b/.exec(said)?.[0] ?? '';
  const code = (/\b\d{4}(\s+\d{4}){3}\b/.exec(said)?.[0] ?? '').replace(/\s+/g, ' ');
  expect({ number, code }).toEqual({ number: expect.stringMatching(/./), code: expect.stringMatching(/./) });
  return { number, code };
}

/** Comes back with number and code, as someone who has closed everything. */
export async function comeBack(page: Page, receipt: Receipt): Promise<void> {
  await page.goto(`${product.address}/follow`);
  await page.getByLabel(followWords.number, { exact: true }).fill(receipt.number);
  await page.getByLabel(followWords.code, { exact: true }).fill(receipt.code);
  await press(page, followWords.open);
}
