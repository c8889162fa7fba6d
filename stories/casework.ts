/** What officers of the Ombudsman do with a case, by the labels and buttons they see: verification, plenary, team, examination. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { id as examination } from '../src/casework/web/examination/words.id.ts';
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

export { examination };
