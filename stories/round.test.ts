import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { KEPATUHAN_2021 } from '../src/assessments/data/kepatuhan.ts';
import { EXAMPLE_PICTURE } from '../src/assessments/examples/example-picture.ts';
import { questionsOn } from '../src/assessments/rules/walk.ts';
import { id as certificates } from '../src/assessments/web/certificates/words.id.ts';
import { INPUTS } from '../src/assessments/web/field/typed-sheet.ts';
import { id as field } from '../src/assessments/web/field/words.id.ts';
import { id as words } from '../src/assessments/web/rounds/words.id.ts';
import { id as verify } from '../src/assessments/web/verify/words.id.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser();

const QUESTIONS = questionsOn(KEPATUHAN_2021, 'product').map(({ indicator }) => indicator);
/** Not found in the field; the agency will say that one of them was there all along. */
const ABSENT = ['visi-misi', 'atribut', 'sistem-informasi'];
const DISPUTED = 'atribut';
const DISPUTED_NAME = QUESTIONS.find((one) => one.code === DISPUTED)?.name.id ?? '';
const PHOTO = { name: 'papan.png', mimeType: 'image/png', buffer: Buffer.from(EXAMPLE_PICTURE) };

test('a round goes from the plan to a certificate by three hands and more, and a reply changes its score', {
  timeout: 300_000,
}, async () => {
  const code = `cerita-${Date.now().toString(36)}`;
  const title = `Penilaian Denpasar ${code} (cerita)`;
  const round = `${product.address}/desk/assessments/rounds/${code}`;

  // The manager plans: one city, one unit of it, nobody rated twice.
  const manager = await officer('koordinator-penilaian@ombudsman');
  await manager.goto(`${product.address}/desk/assessments/rounds/new`);
  await manager.getByLabel(words.plan.title).fill(title);
  await manager.getByLabel(words.plan.code).fill(code);
  await manager.getByLabel(words.plan.year, { exact: true }).fill('2021');
  await fillDay(manager, words.plan.startsOn, '1', '1', '2026');
  await fillDay(manager, words.plan.endsOn, '31', '12', '2035');
  await manager.getByLabel(words.plan.instrument).selectOption('kepatuhan-2021/1');
  await manager.getByLabel(words.plan.percent).fill('0');
  await press(manager, words.save);
  expect(await seen(manager)).toContain(title);
  await manager.goto(`${round}/agencies?q=Pemerintah+Kota+Denpasar`);
  const boxes = manager.locator('input[name=agency]');
  for (const box of await boxes.all()) await box.setChecked((await labelOf(box)) === 'Pemerintah Kota Denpasar');
  await press(manager, words.agencies.add);
  await manager.getByRole('link', { name: 'Pemerintah Kota Denpasar' }).first().click();
  for (let units = await unitsShown(manager); units > 1; units = await unitsShown(manager)) {
    const last = manager.locator('.tuntas-units > li').last();
    await last.getByText(words.unitsPage.remove).click();
    await last.getByLabel(words.reason).fill('Cerita ini hanya menilai satu unit');
    await last.getByRole('button', { name: words.unitsPage.removeButton }).click();
    await expect.poll(() => unitsShown(manager)).toBe(units - 1);
  }
  await manager.goto(round);
  await press(manager, words.roundPage.steps.draw);
  await manager.goto(`${round}/team`);
  await manager.getByLabel(words.team.all).selectOption({ label: 'Tirta Penilai (contoh)' });
  await press(manager, words.team.save);
  await manager.goto(round);
  await press(manager, words.roundPage.steps.open);
  expect(await seen(manager)).toContain(words.roundPage.opened);

  // The assessor, on a telephone without scripts, fills both products in and submits.
  const assessor = await officer('penilai@ombudsman-bali', { screen: 'phone', javaScript: false });
  const assessment = await idOfAssessment(assessor, title);
  const desk = `${product.address}/desk/assessments/${assessment}`;
  for (const sheet of [1, 2]) await fillSheet(assessor, `${product.address}/field/${assessment}/1/1/${sheet}`);
  await step(assessor, desk, 'submit');
  await assessor.goto(`${desk}/step/check`);
  expect(await seen(assessor), 'who made it does not check it').toContain('tidak ditemukan');

  // Somebody else checks; the manager moderates and notifies.
  const checker = await officer('pemeriksa@ombudsman-bali');
  await step(checker, desk, 'check');
  await step(manager, desk, 'moderate');
  await step(manager, desk, 'notify');

  // The agency reads its result before anyone else, and replies with a photograph.
  const agency = await officer('koordinator@denpasar', { screen: 'phone' });
  await agency.goto(`${desk}/reply`);
  expect(await seen(agency)).toContain(words.replyPage.provisional);
  await agency.goto(`${desk}/reply/1/${DISPUTED}`);
  await agency.getByLabel(words.replyForm.text).fill('Kartu nama petugas sudah dipakai pada hari penilaian (contoh).');
  await agency.locator('input[type=file]').setInputFiles(PHOTO);
  await press(agency, words.replyForm.button);
  expect(await seen(agency)).toContain(words.replies.states.open);

  // The decision takes the reply, and the score rises by what the answers say.
  await manager.goto(`${desk}/replies`);
  await manager.getByRole('link', { name: DISPUTED_NAME }).click();
  await manager.getByLabel(words.replies.states.accepted, { exact: true }).check();
  for (const answer of await manager.locator('input[type=radio][value=yes]').all()) await answer.check();
  await manager.getByLabel(words.decide.reasons).fill('Foto agensi bertanggal hari penilaian (contoh).');
  await press(manager, words.decide.button);
  expect(await seen(manager, 'body')).toContain(words.decide.done);
  await manager.getByRole('link', { name: DISPUTED_NAME }).click();
  const decided = await seen(manager);
  const [, before = '', after = ''] = /sebelum keputusan ([\d,]+), sesudahnya ([\d,]+)/.exec(decided) ?? [];
  expect([before, after]).toEqual(scores());

  // Nothing more to say: final, published by the head, and certified.
  await agency.goto(`${desk}/reply`);
  await agency.getByText(words.replyPage.waive, { exact: true }).click();
  await press(agency, words.replyPage.waiveButton);
  await step(manager, desk, 'finalise');
  const head = await officer('ketua@ombudsman');
  await step(head, desk, 'publish');
  await head.goto(`${round}/certificates`);
  await head.getByRole('button', { name: /^Terbitkan \d+ sertifikat$/ }).click();
  await expect
    .poll(async () => (await head.goto(`${round}/certificates`)) && seen(head), { timeout: 60_000, interval: 1000 })
    .toContain(certificates.nothingToIssue);
  const number = /S[A-Z]+-2021-\d+/.exec(await seen(head))?.[0] ?? '';

  // Everyone reads the same: the result, and that there is such a certificate.
  const phone = await citizen();
  await phone.goto(`${product.address}/assessments/${code}/51.71`);
  expect(await seen(phone)).toContain(after);
  await phone.goto(`${product.address}/verify/${number}`);
  expect(await seen(phone)).toContain(verify.numberValid);
  expect(await seen(phone)).toContain('Kota Denpasar');
});

/** Ten pieces of evidence go in one sending, so the sheet is sent twice: what is there first, then what is not. */
async function fillSheet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const name = page.getByLabel(field.sheet.nameProduct);
  if (await name.isVisible()) await name.fill('Layanan contoh');
  for (const { code } of QUESTIONS.filter((one) => !ABSENT.includes(one.code))) {
    await page.locator(`input[type=radio][name="${INPUTS.answer(code)}"][value=yes]`).check();
    await open(page, code);
    await page.locator(`input[type=file][name="${INPUTS.files(code)}"]`).setInputFiles(PHOTO);
  }
  await page.getByRole('button', { name: field.sheet.save, exact: true }).click();
  expect(await seen(page)).toContain(field.sheet.saved);
  await page.goto(address);
  for (const code of ABSENT) {
    await page.locator(`input[type=radio][name="${INPUTS.answer(code)}"][value=no]`).check();
    await open(page, code);
    await page.locator(`textarea[name="${INPUTS.note(code)}"]`).fill('Dicari di loket dan di situs, tidak ada (contoh).');
  }
  await page.getByRole('button', { name: field.sheet.done, exact: true }).click();
  expect(await seen(page)).toContain(field.sheet.savedDone);
}

/** Unfolds note and evidence of a question: a visitor without scripts can do that too. */
async function open(page: Page, code: string): Promise<void> {
  const fold = page.locator('details', { has: page.locator(`textarea[name="${INPUTS.note(code)}"]`) });
  if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null) await fold.locator('summary').click();
}

async function step(page: Page, desk: string, action: Exclude<keyof typeof words.steps, 'returnHint'>): Promise<void> {
  await page.goto(`${desk}/step/${action}`);
  await press(page, words.steps[action].button);
  expect(await seen(page, 'body')).toContain(words.steps[action].done);
}

async function idOfAssessment(assessor: Page, title: string): Promise<string> {
  await assessor.goto(`${product.address}/field`);
  const section = await assessor.locator('main').innerHTML();
  const from = section.indexOf(title);
  return /\/field\/([0-9a-f-]{36})\//.exec(section.slice(from))?.[1] ?? '';
}

async function fillDay(page: Page, label: string, day: string, month: string, year: string): Promise<void> {
  const group = page.getByRole('group', { name: label });
  const inputs = await group.locator('input').all();
  for (const [place, value] of [day, month, year].entries()) await inputs[place]?.fill(value);
}

const unitsShown = (page: Page) => page.locator('.tuntas-units > li').count();

async function labelOf(box: ReturnType<Page['locator']>): Promise<string> {
  return (await box.locator('xpath=..').locator('label').textContent())?.trim() ?? '';
}

/** By hand from the instrument: four variables of a quarter each; `visi-misi` is one of two, the other two are two of four. */
function scores(): readonly [string, string] {
  const quarter = (there: number, of: number) => (25 * there) / of;
  const before = quarter(5, 5) + quarter(1, 2) + quarter(2, 2) + quarter(2, 4);
  const after = quarter(5, 5) + quarter(1, 2) + quarter(2, 2) + quarter(3, 4);
  return [before.toFixed(2).replace('.', ','), after.toFixed(2).replace('.', ',')];
}
