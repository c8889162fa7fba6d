import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { id as desk } from '../src/assessments/web/certificates/words.id.ts';
import { id as words } from '../src/assessments/web/verify/words.id.ts';
import { has, render } from '../src/platform/documents/testing/outside-tools.ts';
import { readQr } from '../src/platform/documents/testing/read-qr.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser();

const ROUND = 'contoh-bali-2024';

test('a forged certificate is unmasked, a revoked and a replaced one too, by anyone with a phone', {
  timeout: 240_000,
}, async () => {
  // The head of the Ombudsman issues what is published, and waits for the errand.
  const head = await officer('ketua@ombudsman');
  const list = `${product.address}/desk/assessments/rounds/${ROUND}/certificates`;
  await head.goto(list);
  const issue = head.getByRole('button', { name: /^Terbitkan \d+ sertifikat$/ });
  if (await issue.isVisible()) await issue.click();
  await expect
    .poll(async () => (await head.goto(list)) && seen(head), { timeout: 120_000, interval: 1000 })
    .toContain(desk.nothingToIssue);

  // The QR code on the page is what is printed; the code in it opens the certificate.
  const klungkung = await certificateOf(head, 'Klungkung');
  const drawn = await head.getByRole('img', { name: desk.qr(klungkung.number) }).screenshot();
  const address = await readQr(drawn);
  expect(address).toContain(`/verify/${klungkung.number}?k=`);
  const printed = await head.request.get(`${klungkung.page}/certificate.pdf`);
  if (has('pdftoppm')) expect(await readQr(render(await printed.body(), 150), 1754)).toBe(address);

  // A citizen scans it.
  const phone = await citizen();
  await phone.goto(`${product.address}${new URL(address ?? '').pathname}${new URL(address ?? '').search}`);
  expect(await seen(phone)).toContain(words.verdicts.valid);
  expect(await seen(phone)).toContain('Kabupaten Klungkung');
  expect(await seen(phone)).toContain(words.limitsTitle);

  // The very file is genuine; with one byte changed it is not, and the true one is shown.
  const pdf = await download(phone, words.pdf(klungkung.number));
  expect(await verifyFile(phone, pdf)).toContain(words.verdicts.valid);
  const forged = Buffer.from(pdf);
  const middle = Math.floor(forged.length / 2);
  forged[middle] = (forged[middle] as number) ^ 1;
  const unmasked = await verifyFile(phone, forged);
  expect(unmasked).toContain(words.verdicts.altered);
  expect(unmasked).toContain('Kabupaten Klungkung');

  // A number nobody gave, and somebody else's code.
  expect(await verifyNumber(phone, 'SPP-2024-9876')).toContain(words.verdicts.unknown);
  await phone.goto(`${product.address}/verify/${klungkung.number}?k=${'A'.repeat(22)}`);
  expect(await seen(phone)).toContain(words.verdicts.unknown);

  // One is replaced, another revoked; both say why.
  await head.goto(klungkung.page);
  await head.locator('#replace-reason').fill('Nama instansi diperbaiki (contoh)');
  await press(head, desk.replace);
  const number = /SPP-\d{4}-\d{4,}/.exec(await seen(head, 'h1'))?.[0] ?? '';
  expect(number).not.toBe(klungkung.number);
  const replaced = await verifyFile(phone, pdf);
  expect(replaced).toContain(words.verdicts.replaced);
  expect(replaced).toContain(number);

  const badung = await certificateOf(head, 'Badung');
  await head.locator('#revoke-reason').fill('Terbit karena kekeliruan (contoh)');
  await press(head, desk.revoke);
  const revoked = await verifyNumber(phone, badung.number);
  expect(revoked).toContain(words.verdicts.revoked);
  expect(revoked).toContain('Terbit karena kekeliruan (contoh)');
});

/** Opens an agency's certificate from the list. */
async function certificateOf(head: Page, agency: string): Promise<{ readonly number: string; readonly page: string }> {
  await head.goto(`${product.address}/desk/assessments/rounds/${ROUND}/certificates`);
  await head
    .getByRole('row', { name: new RegExp(agency) })
    .getByRole('link')
    .click();
  const number = /SPP-\d{4}-\d{4,}/.exec(await seen(head, 'h1'))?.[0];
  if (number === undefined) throw new Error(`no certificate of ${agency}`);
  return { number, page: head.url() };
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFile(await file.path());
}

async function verifyFile(page: Page, content: Buffer): Promise<string> {
  await page.goto(`${product.address}/verify`);
  await page.getByLabel(words.file).setInputFiles({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer: content });
  await press(page, words.checkFile);
  return seen(page);
}

async function verifyNumber(page: Page, number: string): Promise<string> {
  await page.goto(`${product.address}/verify`);
  await page.getByLabel(words.number, { exact: true }).fill(number);
  await press(page, words.checkNumber);
  return seen(page);
}
