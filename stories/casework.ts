/** What officers of the Ombudsman do with a case, by the labels and buttons they see: verification, plenary, team, examination. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { id as verification } from '../src/casework/web/verification/words.id.ts';
import { press } from './filing.ts';
import { product, seen } from './people.ts';

/** Finds a case by its number among all one may see. @returns its address */
export async function findCase(page: Page, registration: string): Promise<string> {
  await page.goto(`${product.address}/desk/cases/all?q=${encodeURIComponent(registration)}`);
  const link = page.locator('.tuntas-lines__item', { hasText: registration }).getByRole('link').first();
  await link.click();
  expect(await seen(page)).toContain(registration);
  return page.url();
}

/** Every requirement that is open or not met is found met, with a note, a group at a time. */
async function answerAll(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/checks`);
  const groups = await page.locator('form:has(button[name=save])').count();
  for (let index = 0; index < groups; index += 1) {
    await page.goto(`${address}/checks`);
    const form = page.locator('form:has(button[name=save])').nth(index);
    const names = await form.evaluate((one) => {
      const radios = [...one.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const answerOf = (name: string) => radios.find((each) => each.name === name && each.checked)?.value ?? 'open';
      return [...new Set(radios.map((each) => each.name))].filter((name) => ['open', 'not-met'].includes(answerOf(name)));
    });
    for (const name of names) {
      const radio = form.locator(`input[name="${name}"][value=met]`);
      // Some answers are folded away until somebody wants to change them.
      await radio.evaluate((one) => one.closest('details')?.setAttribute('open', ''));
      await radio.check();
      await form.locator(`[name="${name.replace('answer-', 'note-')}"]`).fill('Diperiksa dari berkas.');
    }
    if (names.length > 0) {
      await form.locator('button[name=save]').click();
      await page.waitForLoadState();
    }
  }
}

/** As verifier: formal, material, then to the plenary with a proposal. */
export async function verifyCase(
  page: Page,
  address: string,
  proposal: 'examine' | 'refuse' | 'close',
  reasons: string,
): Promise<void> {
  const { checks, submit } = verification;
  await answerAll(page, address);
  await page.goto(`${address}/checks`);
  await press(page, checks.pass);
  await answerAll(page, address);
  await page.goto(`${address}/checks`);
  await page
    .getByRole('link', { name: checks.toSubmit })
    .or(page.getByRole('button', { name: checks.toSubmit }))
    .first()
    .click();
  await page.getByRole('radio', { name: submit.proposals[proposal], exact: true }).check();
  await page.getByLabel(submit.reasons).fill(reasons);
  await press(page, submit.button);
  expect(await seen(page)).toContain(submit.done);
}

/** As head: a meeting today with everybody there, one case on its agenda, one decision. @returns the meeting's address */
export async function decideInPlenary(
  page: Page,
  registration: string,
  decision: 'examine' | 'refuse' | 'close' | 'recommend',
  reasons = '',
): Promise<string> {
  const { plenaries, plenary, item } = verification;
  await page.goto(`${product.address}/desk/plenaries`);
  await page
    .getByRole('link', { name: plenaries.plan })
    .or(page.getByRole('button', { name: plenaries.plan }))
    .first()
    .click();
  // The office's own day, which is not always that of the machine.
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date()).split('-');
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`input[name=heldOn-${part}]`).fill(value ?? '');
  await page.locator('input[name=heldAt]').fill('09.30');
  await page.getByLabel(plenaries.place).fill('Ruang rapat (contoh)');
  await press(page, plenaries.save);
  const meeting = page.url();
  const line = page.locator('form', {
    has: page.getByRole('button', { name: `${plenary.add}: ${plenary.aboutItem(registration)}` }),
  });
  if ((await line.count()) > 0) await line.getByRole('button').first().click();
  else
    await page
      .getByRole('button', { name: new RegExp(registration.replaceAll('/', '\\/')) })
      .first()
      .click();
  await page.goto(meeting);
  await press(page, plenary.open);
  for (const box of await page.locator('input[name=present]').all()) await box.check();
  await press(page, plenary.saveAttendance);
  await page
    .locator('tr,li,div', { hasText: registration })
    .getByRole('link', { name: new RegExp(plenary.discuss) })
    .first()
    .click();
  await page.getByLabel(item.discussion).fill('Dibahas bersama; anggota sepakat.');
  await page.locator(`input[name=decision][value=${decision}]`).check();
  if (reasons) await page.getByLabel(item.reasons).fill(reasons);
  const seenObligations = page.locator('input[name=obligations]');
  if ((await seenObligations.count()) > 0) await seenObligations.check();
  await press(page, item.decide);
  expect(await seen(page)).toContain(item.decided);
  return meeting;
}

/** As head: who leads, who helps, who resolves. */
export async function assignTeam(
  page: Page,
  address: string,
  people: { readonly lead: string; readonly examiner?: string; readonly resolver?: string },
): Promise<void> {
  await page.goto(`${address}/team`);
  const choose = async (name: string, person: string) => {
    const select = page.locator(`select[name=${name}]`);
    const value = await select.locator('option', { hasText: person }).first().getAttribute('value');
    await select.selectOption(value ?? '');
  };
  await choose('lead', people.lead);
  if (people.resolver) await choose('resolver', people.resolver);
  if (people.examiner)
    await page.getByRole('checkbox', { name: new RegExp(people.examiner.replaceAll(/[()]/g, '\\$&')) }).check();
  await page.locator('main form button').last().click();
  await page.waitForLoadState();
  expect(await seen(page)).toContain(people.lead);
}

/** What is typed into a form: texts, choices, `true` for a box, a day in three parts. */
export type Filling = Readonly<Record<string, string | true | readonly [day: string, month: string, year: string]>>;

/** Fills the form that leads to a step and presses its button. Inputs are found by name, on pages with several forms also with the step behind it. */
export async function takeStep(page: Page, url: string, step: string, fields: Filling = {}): Promise<void> {
  await page.goto(url);
  const form = page.locator(`form[action$="/${step}"]`).first();
  // Forms that are folded away are opened, as a click on their summary would.
  await form.evaluate((one) => one.closest('details')?.setAttribute('open', ''));
  for (const [name, value] of Object.entries(fields)) await fill(form, name, step.replaceAll('/', '-'), value);
  await form.getByRole('button').last().click();
  await page.waitForLoadState();
  expect(await page.locator('.govuk-error-summary').count(), `${step}: ${await seen(page)}`).toBe(0);
}

async function fill(form: Locator, name: string, step: string, value: Filling[string]): Promise<void> {
  if (Array.isArray(value)) {
    for (const [index, part] of ['day', 'month', 'year'].entries()) {
      await form.locator(`[name="${name}-${part}"], [name="${name}-${step}-${part}"]`).fill(value[index] ?? '');
    }
    return;
  }
  const input = form.locator(`[name="${name}"], [name="${name}-${step}"]`);
  const type = await input.first().evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName.toLowerCase()));
  if (value === true) await input.first().check();
  else if (type === 'radio' || type === 'checkbox') await input.and(form.locator(`[value="${value as string}"]`)).check();
  else if (type === 'select') await input.first().selectOption(value as string);
  else await input.first().fill(value as string);
}

/** Today, as the office has it. */
export function today(): readonly [string, string, string] {
  const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' })
    .format(new Date())
    .split('-');
  return [day, month, year];
}

/** As lead examiner: one piece of evidence, one allegation that it shows, found; the examination ends. */
export async function examineCase(page: Page, address: string, form: string, about: string): Promise<void> {
  const evidence = {
    kind: 'document',
    nature: 'formal',
    description: 'Buku tamu puskesmas',
    source: 'Puskesmas',
    how: 'Diserahkan saat kunjungan',
  };
  await takeStep(page, `${address}/evidence/new`, 'new', evidence);
  await takeStep(page, `${address}/allegations/new`, 'new', { form, description: about });
  const item = await page
    .locator('a[href*="/allegations/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const own = page.url().match(/\/allegations\/[0-9a-f-]{36}/)
    ? page.url()
    : new URL(item.find((href) => /[0-9a-f-]{36}$/.test(href.split('/allegations/')[1] ?? '')) ?? '', address).href;
  await page.goto(`${own}/evidence`);
  const choice = await page.locator('select[name=evidence] option').last().getAttribute('value');
  await takeStep(page, `${own}/evidence`, 'evidence', { evidence: choice ?? '', stance: 'for' });
  await takeStep(page, `${own}/finding`, 'finding', { finding: 'found', reason: 'Bukti menunjukkan layanan tidak diberikan.' });
  await takeStep(page, `${address}/examination`, 'finish');
}

/** As lead examiner, with the head for the case review: the LHP with one corrective action, handed in. */
export async function writeLhp(page: Page, head: Page, address: string, action: string): Promise<void> {
  const own = `${address}/findings`;
  await takeStep(page, own, 'begin');
  for (const section of ['account', 'explanation', 'evidence', 'findings', 'opinion']) {
    await takeStep(page, `${own}/text/${section}`, section, { text: `Isi bagian ini ditulis tim pemeriksa: ${section}.` });
  }
  await takeStep(page, own, 'conclude', { conclusion: 'found' });
  await page.goto(own);
  const respondent = await page
    .locator('form[action$="/add-action"] [name^="to-"]')
    .last()
    .evaluate((one) =>
      one instanceof HTMLSelectElement ? (one.options[one.options.length - 1]?.value ?? '') : (one as HTMLInputElement).value,
    );
  await takeStep(page, own, 'add-action', { to: respondent, text: action, evidence: 'Salinan surat dan foto papan alur' });
  await head.goto(own);
  const member = await head.locator('form[action$="/discuss"] [name^="who-"]').first().getAttribute('value');
  await takeStep(head, own, 'discuss', { on: today(), who: member ?? '', said: 'Rancangan dibahas dan disetujui.' });
  await takeStep(page, own, 'hand-in');
}

/** As head: every document that is sealed goes out through the system where it can. */
export async function sendDocuments(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/documents`);
  const links = await page
    .locator('main a[href*="/documents/"]')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))]);
  for (const link of links) {
    await page.goto(link);
    if ((await page.locator('form[action$="/send"]').count()) > 0) await takeStep(page, link, 'send');
  }
}
