import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { columnOfHeading } from '../src/agreements/rules/tables/columns.ts';
import { id as lines } from '../src/agreements/web/lines/words.id.ts';
import { wordsIn } from '../src/agreements/web/register/words.ts';
import { id as words } from '../src/agreements/web/tables/words.id.ts';
import { barriers } from './examine.ts';
import { press } from './filing.ts';
import { officer, product, seen, withBrowser } from './people.ts';

withBrowser({ examined: true });

const YEAR = new Date().getFullYear();
const HEALTH = 'Dinas Kesehatan Kabupaten Klungkung';

type Cell = string | number | Date | null;
type Rows = Record<string, Cell>[];

test('a work plan is filled in offline, comes back, is mended, and meets what somebody else has changed meanwhile', {
  timeout: 240_000,
}, async () => {
  // The head of the office begins a plan and takes it along as a workbook.
  const head = await officer('kepala@ombudsman-bali');
  const plan = await newPlan(head, `Rencana kerja Klungkung (cerita ${Date.now().toString(36)})`);
  await head.goto(`${plan}/lines/tables`);
  const empty = await downloaded(head, words.downloadXlsx);
  expect(await listed(empty)).toContain(HEALTH);

  // On the way two lines are written, one of them with a target that is no number.
  await bring(
    head,
    await filledIn(empty, (rows) => {
      rows.push(aLine('Melengkapi standar pelayanan puskesmas', { 'Target s.d. triwulan IV': 12, Satuan: 'puskesmas' }));
      rows.push(aLine('Pelatihan petugas pengaduan', { 'Target s.d. triwulan IV': 'dua belas', Bentuk: 'Pelatihan' }));
    }),
  );
  expect(await seen(head)).toContain(words.rowTitle(2, null, 'Melengkapi standar pelayanan puskesmas'));
  expect(await barriers(head)).toEqual([]);
  expect(await seen(head)).toMatch(/Target s.d. triwulan IV \(di berkas: dua belas\): Isi dengan angka/);
  await press(head, words.acceptAll(1));
  expect(await seen(head)).toContain(words.accepted(words.counted(0, 1, 0)).slice(0, 20));

  // What is wrong is handed out marked, mended, and brought again; then the plan is whole.
  const marked = await downloaded(head, words.marked);
  await head.goto(`${plan}/lines/tables`);
  await bring(
    head,
    await filledIn(marked, (rows) => {
      expect(rows).toHaveLength(1);
      Object.assign(rows[0] as object, { 'Target s.d. triwulan IV': 12 });
    }),
  );
  await press(head, words.acceptAll(1));
  expect(new URL(head.url()).pathname).toMatch(/\/lines$/);
  const shown = await seen(head);
  for (const activity of ['Melengkapi standar pelayanan puskesmas', 'Pelatihan petugas pengaduan'])
    expect(shown).toContain(activity);

  // Unchanged, it changes nothing.
  await head.goto(`${plan}/lines/tables`);
  const whole = await downloaded(head, words.downloadXlsx);
  await bring(head, whole);
  expect(await seen(head)).toContain(words.nothing);
  await press(head, words.discard);

  // While it is filled in again, a colleague changes the same cell on the page of the line, and another cell.
  const later = await filledIn(whole, (rows) => {
    for (const row of rows) Object.assign(row, { 'Target s.d. triwulan IV': 20 });
  });
  const colleague = await officer('pencegahan@ombudsman-bali');
  await colleague.goto(`${plan}/lines/1/edit`);
  await colleague.getByLabel(lines.form.quarter(4), { exact: true }).fill('16');
  await colleague.getByRole('textbox', { name: new RegExp(`^${lines.form.place}`) }).fill('Semarapura');
  await press(colleague, lines.form.save);

  // On a phone without scripts both values stand there; the one that is chosen is kept, and nothing of the colleague's is lost.
  const phone = await officer('kepala@ombudsman-bali', { screen: 'phone', javaScript: false });
  await phone.goto(`${plan}/lines/tables`);
  await bring(phone, later);
  const both = await seen(phone);
  expect(both).toContain(words.conflict('Target s.d. triwulan IV'));
  expect(both).toContain(words.conflictHint('12'));
  await phone.getByLabel(words.takeNow('16'), { exact: true }).check();
  await press(phone, words.acceptChosen);
  expect(new URL(phone.url()).pathname).toMatch(/\/lines$/);
  await phone.goto(`${plan}/lines/1`);
  const first = await seen(phone);
  expect(first).toContain('16');
  expect(first).toContain('Semarapura');
  await phone.goto(`${plan}/lines/2`);
  expect(await seen(phone)).toContain('20');
});

/** @returns the address of the new plan */
async function newPlan(page: Page, title: string): Promise<string> {
  await page.goto(`${product.address}/desk/agreements/new?kind=rencana-kerja`);
  const { facts } = wordsIn('id');
  await page.locator('input[name=kind][value=rencana-kerja]').check();
  await page.getByLabel(facts.title).fill(title);
  await page.getByLabel('Pencegahan maladministrasi', { exact: true }).check();
  await page.locator('summary', { hasText: facts.elsewhere }).click();
  await page.getByLabel(facts.search).fill('Pemerintah Kabupaten Klungkung');
  await press(page, facts.find);
  await page.getByLabel('Pemerintah Kabupaten Klungkung', { exact: true }).check();
  await press(page, facts.addFound);
  const year = page.getByLabel(facts.yearFrom, { exact: true });
  if (await year.isVisible()) await year.fill(String(YEAR));
  await press(page, facts.create);
  return page.url();
}

const aLine = (activity: string, more: Record<string, Cell>): Record<string, Cell> => ({
  ...{ Tahun: YEAR, 'Ruang lingkup': 'Pencegahan maladministrasi', Kegiatan: activity, 'Penanggung jawab': HEALTH },
  ...{ Mulai: new Date(Date.UTC(YEAR, 1, 2)), Tenggat: new Date(Date.UTC(YEAR, 11, 15)), ...more },
});

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  const pieces: Buffer[] = [];
  for await (const piece of await file.createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function bring(page: Page, content: Buffer): Promise<void> {
  await page
    .getByLabel(words.uploadFile)
    .setInputFiles({ name: 'rencana.xlsx', mimeType: 'application/octet-stream', buffer: content });
  await press(page, words.uploadButton);
  expect(await seen(page)).toContain(words.differences);
}

/** Everything on the sheet of lists. */
async function listed(content: Buffer): Promise<string> {
  const { sheets } = await readXlsx(content);
  return JSON.stringify(sheets.at(-1)?.rows);
}

/** As a spreadsheet program would: the rows read, some changed or added, the workbook saved without anything of ours but the cells. */
async function filledIn(content: Buffer, change: (rows: Rows) => void): Promise<Buffer> {
  const { sheets } = await readXlsx(content);
  // Below the lines stand empty rows for new ones.
  const [heads = [], ...cells] = (sheets[0]?.rows ?? []).filter((row) => row.some((cell) => cell !== null));
  const titles = heads.map(String);
  expect(titles.every((title) => columnOfHeading(title) !== undefined)).toBe(true);
  const rows: Rows = cells.map((row) => Object.fromEntries(titles.map((title, index) => [title, (row[index] ?? null) as Cell])));
  change(rows);
  const written = rows.map((row) => titles.map((title) => row[title] ?? null));
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Lembar1', rows: [titles, ...written] }] }));
}
