/** What people do with agreements, by the labels and buttons they read. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { id as lineWords } from '../src/agreements/web/lines/words.id.ts';
import { wordsIn } from '../src/agreements/web/register/words.ts';
import { id as signing } from '../src/agreements/web/signing/words.id.ts';
import { type Day, dayOf, Temporal } from '../src/kernel/time.ts';
import { press } from './filing.ts';
import { product, seen } from './people.ts';

export const register = wordsIn('id');

/** Days of a story lie ahead of the day it is told on, so that it is told alike on every day. */
export const TODAY = dayOf(Temporal.Instant.fromEpochMilliseconds(Date.now()), 'Asia/Makassar');
export const NEXT_YEAR_END = TODAY.with({ month: 12, day: 31 }).add({ years: 1 });

export async function fillDay(page: Page, label: string, day: Day): Promise<void> {
  const inputs = await page.getByRole('group', { name: label }).locator('input').all();
  for (const [place, value] of [day.day, day.month, day.year].entries()) await inputs[place]?.fill(String(value));
}

export interface NewAgreement {
  readonly kind: string;
  readonly title: string;
  /** Names of parties to add, as the directory has them. */
  readonly parties: readonly string[];
  /** Those the form proposes are taken out first. */
  readonly onlyThese?: boolean;
  readonly programmes?: readonly string[];
  /** Words in the title of the memorandum it is made under. */
  readonly parent?: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly years?: readonly [number, number];
}

/** Fills the form in and saves the draft. @returns its address on the desk */
export async function newAgreement(page: Page, what: NewAgreement): Promise<string> {
  const { facts } = register;
  await page.goto(`${product.address}/desk/agreements/new?kind=${what.kind}`);
  await page.locator(`input[name=kind][value=${what.kind}]`).check();
  await page.getByLabel(facts.title).fill(what.title);
  const proposed = page.locator('button[name=remove]');
  for (let left = what.onlyThese ? await proposed.count() : 0; left > 0; left -= 1) {
    await proposed.first().click();
    await expect.poll(() => proposed.count()).toBe(left - 1);
  }
  for (const party of what.parties) {
    const elsewhere = page.locator('details', { hasText: facts.elsewhere });
    if ((await elsewhere.getAttribute('open')) === null) await elsewhere.locator('summary').click();
    await page.getByLabel(facts.search).fill(party);
    await press(page, facts.find);
    await page.getByLabel(party, { exact: true }).check();
    await press(page, facts.addFound);
  }
  for (const programme of what.programmes ?? []) await page.getByLabel(programme, { exact: true }).check();
  if (what.years) {
    await page.getByLabel(facts.yearFrom, { exact: true }).fill(String(what.years[0]));
    await page.locator('input[name=yearUntil]').fill(String(what.years[1]));
  }
  if (what.parent) {
    const option = page.locator('select[name=parentId] option', { hasText: what.parent }).first();
    await page.locator('select[name=parentId]').selectOption((await option.getAttribute('value')) ?? '');
  }
  if (what.from) await fillDay(page, facts.inForceFrom, what.from);
  if (what.until) await fillDay(page, facts.inForceUntil, what.until);
  await page.locator('input[name=place]').fill('Semarapura');
  await page.locator('textarea[name=basis]').fill('Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik');
  await page.locator('textarea[name=purpose]').fill('Pelayanan yang lebih baik (cerita).');
  await press(page, facts.create);
  expect(new URL(page.url()).pathname).toMatch(/^\/desk\/agreements\/[A-Z]+-\d{4}-\d+$/);
  return page.url();
}

export const codeOf = (address: string): string => /[A-Z]{2,4}-\d{4}-\d+/.exec(address)?.[0] ?? '';

export interface Hand {
  readonly position: string;
  /** Name of the party; left out = the row's own. */
  readonly party?: string;
  readonly isWitness?: boolean;
  readonly ordinal: number;
  /** Who signs in the application; left out = on paper. */
  readonly person?: string;
}

export async function nameHands(page: Page, agreement: string, hands: readonly Hand[]): Promise<void> {
  const w = register.hands;
  await page.goto(`${agreement}/hands`);
  const rows = page.locator('input[name^=position-]');
  for (let shown = await rows.count(); shown < hands.length; shown = await rows.count()) {
    await press(page, w.more);
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
  }
  for (const [index, hand] of hands.entries()) {
    await page.locator(`input[name=position-${index}]`).fill(hand.position);
    if (hand.party) await page.locator(`select[name=party-${index}]`).selectOption({ label: hand.party });
    await page.locator(`input[name=capacity-${index}][value=${hand.isWitness ? 'witnesses' : 'signs'}]`).check();
    await page.locator(`input[name=ordinal-${index}]`).fill(String(hand.ordinal));
    if (hand.person) await page.locator(`select[name=person-${index}]`).selectOption({ label: hand.person });
  }
  await press(page, w.save);
  expect(await seen(page, 'body')).toContain(w.saved);
}

/** Begins the text from its template. */
export async function beginText(page: Page, agreement: string): Promise<void> {
  await page.goto(`${agreement}/text`);
  await press(page, signing.text.begin);
  expect(await seen(page, 'body')).toContain(signing.text.begun);
}

export async function step(page: Page, agreement: string, name: 'circulate' | 'settle'): Promise<void> {
  await page.goto(`${agreement}/steps/${name}`);
  await page.locator('main form button[type=submit], main form button:not([type])').last().click();
  expect(await seen(page, 'body')).toContain(register.steps[name].done);
}

export async function openSigning(page: Page, agreement: string): Promise<void> {
  await page.goto(`${agreement}/signing`);
  await press(page, signing.signing.open);
  expect(await seen(page, 'body')).toContain(signing.signing.opened);
}

/** Reads, ticks, types the code that an example account is shown, signs. */
export async function sign(page: Page, agreement: string): Promise<void> {
  await page.goto(`${agreement}/signing`);
  await page.getByLabel(signing.signing.haveRead).check();
  const code = /\b\d{3} ?\d{3}\b/.exec(await seen(page, 'main .govuk-inset-text'))?.[0] ?? '';
  await page.getByLabel(signing.signing.code).fill(code);
  await press(page, signing.signing.sign);
  expect(await seen(page, 'body')).toContain(signing.signing.signed);
}

export interface NewLine {
  readonly programme: string;
  readonly activity: string;
  readonly owner: string;
  readonly target: string;
  readonly unit: string;
  readonly evidence?: string;
}

/** Adds a line by the form, from today to the end of next year. */
export async function addLine(page: Page, agreement: string, line: NewLine): Promise<void> {
  const { form } = lineWords;
  await page.goto(`${agreement}/lines/new`);
  await page.getByLabel(form.programme).selectOption({ label: line.programme });
  await page.locator('textarea[name=activity]').fill(line.activity);
  await page.locator('input[name=unit]').fill(line.unit);
  await page.locator('input[name=year]').fill(String(NEXT_YEAR_END.year));
  await page.getByLabel(form.quarter(4), { exact: true }).fill(line.target);
  await fillDay(page, form.startsOn, TODAY);
  await fillDay(page, form.dueOn, NEXT_YEAR_END);
  await page.getByLabel(form.owner, { exact: true }).selectOption({ label: line.owner });
  if (line.evidence) await page.locator('textarea[name=evidenceAsked]').fill(line.evidence);
  await press(page, form.save);
  expect(await seen(page, 'body')).toMatch(/Baris \d+ ditambahkan/);
}
