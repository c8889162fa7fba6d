/** How somebody brings a matter to the Ombudsman: from the page of a complaint, directly, or at the desk. By the labels they read. */
import type { Page } from 'playwright-core';
import { id as words } from '../src/casework/web/intake/words.id.ts';
import { press, type Receipt, readReceipt } from './filing.ts';
import { product, seen } from './people.ts';

/** An invented reporter, with all that the law asks of one. */
export interface Reporter {
  readonly name: string;
  readonly secret?: boolean;
  readonly email?: string;
}

export const SITI: Reporter = { name: 'Ni Ketut Siti (contoh)' };

export interface Report {
  readonly title: string;
  readonly account: string;
  readonly wish: string;
  readonly loss?: string;
  /** As the lists have it; default: Klungkung in Bali. */
  readonly province?: string;
  readonly regency?: string;
  /** What is searched for, and the label chosen from what was found; default: the health office of Klungkung. */
  readonly agency?: { readonly search: string; readonly label: string };
  readonly reporter?: Reporter;
}

const onwards = (page: Page) => press(page, words.continue);
const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();

/** The page of particulars, filled in and sent. */
async function sayWho(page: Page, { name, secret, email }: Reporter, canReach: boolean): Promise<void> {
  const { you } = words;
  const asksSecret = (await page.getByRole('group', { name: you.secret }).count()) > 0;
  if (asksSecret) await answer(page, you.secret, secret ? you.secretYes : you.secretNo);
  await page.getByLabel(you.name, { exact: true }).fill(name);
  await page.getByLabel(you.birthPlace).fill('Semarapura');
  const born = page.getByRole('group', { name: you.born });
  for (const [index, part] of ['17', '8', '1985'].entries()) await born.getByRole('textbox').nth(index).fill(part);
  await page.getByLabel(you.maritalStatus).selectOption({ label: you.marital.married ?? '' });
  await page.getByLabel(you.occupation).fill('Pedagang');
  await page.getByLabel(you.address).fill('Jalan Contoh 1, Semarapura, Klungkung');
  if (canReach && email) await page.getByLabel(you.email).fill(email);
  await onwards(page);
}

/** From one's own complaint, open in this browser, to the case; afterwards its page shows the Ombudsman's part. */
export async function bringToOmbudsman(page: Page, wish: string, reporter: Reporter = SITI): Promise<void> {
  await page
    .getByRole('button', { name: words.card.button })
    .or(page.getByRole('link', { name: words.card.button }))
    .first()
    .click();
  await onwards(page);
  await page.getByLabel(words.wish.wish).fill(wish);
  await answer(page, words.before.court, words.no);
  await answer(page, words.before.reported, words.no);
  await onwards(page);
  await sayWho(page, reporter, false);
  await page.getByRole('checkbox', { name: words.check.consent }).check();
  await press(page, words.check.send);
}

/** Without identity: only advice, or only a tip. */
export async function bringWithoutIdentity(page: Page, kind: 'consultation' | 'tip', question = ''): Promise<void> {
  await page
    .getByRole('button', { name: words.card.button })
    .or(page.getByRole('link', { name: words.card.button }))
    .first()
    .click();
  await page.getByRole('radio', { name: words.appeal.way[kind] }).check();
  await onwards(page);
  if (kind === 'consultation') {
    await page.getByLabel(words.wish.question).fill(question);
    await onwards(page);
  }
  await page.getByRole('checkbox', { name: words.check.consent }).check();
  await press(page, words.check.send);
}

/** The questions from the kind on, in the order of the pages. */
async function tell(page: Page, report: Report, kind = words.kind.report): Promise<void> {
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await onwards(page);
  await page.getByLabel(words.story.titleLabel).fill(report.title);
  await page.getByLabel(words.story.account, { exact: true }).fill(report.account);
  await onwards(page);
  await page.getByLabel(words.where.province, { exact: true }).selectOption({ label: report.province ?? 'Bali' });
  await onwards(page);
  await page.getByLabel(words.where.regency, { exact: true }).selectOption({ label: report.regency ?? 'Kabupaten Klungkung' });
  await onwards(page);
  const agency = report.agency ?? { search: 'Dinas Kesehatan', label: 'Dinas Kesehatan Kabupaten Klungkung' };
  await page.getByLabel(words.agency.search).fill(agency.search);
  await page.getByLabel(words.agency.search).press('Enter');
  await page.getByRole('radio', { name: agency.label, exact: true }).check();
  await onwards(page);
  await answer(page, words.before.complained, words.yes);
  await page.getByLabel(words.before.complainedHow).fill('Menyurati kepala dinas bulan lalu; tidak dijawab.');
  await answer(page, words.before.court, words.no);
  await answer(page, words.before.reported, words.no);
  await onwards(page);
  await page.getByLabel(words.wish.loss).fill(report.loss ?? '');
  await page.getByLabel(words.wish.wish).fill(report.wish);
  await onwards(page);
  await sayWho(page, report.reporter ?? SITI, true);
  await onwards(page); // files: none
}

export interface CaseReceipt extends Receipt {
  /** 0001/LM/III/2026/DPS */
  readonly registration: string;
}

export async function readCaseReceipt(page: Page): Promise<CaseReceipt> {
  const registration = /\b\d{4,}\/[A-Z]+\/[IVX]+\/\d{4}\/\S+/.exec(await seen(page))?.[0] ?? '';
  return { ...(await readReceipt(page)), registration };
}

/** Reports directly and notes number and code. */
export async function reportToOmbudsman(page: Page, report: Report): Promise<CaseReceipt> {
  await page.goto(`${product.address}/ombudsman/new`);
  await press(page, words.start.begin);
  await tell(page, report);
  await page.getByRole('checkbox', { name: words.check.consent }).check();
  await press(page, words.check.send);
  const receipt = await readCaseReceipt(page);
  await press(page, words.receipt.noted);
  return receipt;
}

/** An officer of the Ombudsman writes down what somebody brought to the counter today. */
export async function recordAtDesk(page: Page, report: Report): Promise<CaseReceipt> {
  await page.goto(`${product.address}/desk/cases/new`);
  await press(page, words.start.begin);
  await page.getByRole('radio', { name: words.arrival.channels.counter ?? '' }).check();
  await onwards(page);
  await tell(page, report, words.kind.desk.report);
  await press(page, words.check.register);
  const receipt = await readCaseReceipt(page);
  await press(page, words.receipt.handedOver);
  return receipt;
}

/** Comes back with number and code, in any browser. */
export async function followCase(page: Page, { number, code }: Receipt): Promise<void> {
  await page.goto(`${product.address}/ombudsman/follow`);
  await page.getByLabel(words.entry.number).fill(number);
  await page.getByLabel(words.entry.code).fill(code);
  await press(page, words.entry.open);
}
