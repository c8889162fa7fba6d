import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { id as words } from '../src/complaints/web/desk/words.id.ts';
import { handTo, openFromDesk, PUPR, step, writePublicly } from './desk.ts';
import { comeBack, fileAsCitizen, press } from './filing.ts';
import { citizen, officer, product, seen, visitor, withBrowser } from './people.ts';

withBrowser();

/** Random, so that finding one anywhere can only mean that it came from there. */
const name = `Ni Wayan ${word()} ${word()}`;
const email = `${word().toLowerCase()}@warga.example`;
const phoneNumber = `0812${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
const SECRETS = [name, ...name.split(' ').slice(2), email, phoneNumber, phoneNumber.slice(1)];

function word(): string {
  return `Q${Math.random().toString(36).slice(2, 9)}`;
}

test('the respondent never learns who complains anonymously; the public reads what the verifier released and no more', async () => {
  const phone = await citizen();
  const receipt = await fileAsCitizen(phone, {
    title: 'Diminta uang supaya cepat',
    description: `Petugas meminta uang tanpa kuitansi. Saya ${name}, hubungi ${phoneNumber} atau ${email}.`,
    agency: 'Pemerintah Kabupaten Klungkung',
    anonymous: true,
    contact: { name, email, phone: phoneNumber },
  });
  const path = `/desk/complaints/${receipt.number.replaceAll('-', '')}`;

  const coordinator = await officer('koordinator@klungkung');
  await openFromDesk(coordinator, receipt.number);
  await handTo(coordinator, 'forward', PUPR);
  const works = await officer('pupr@klungkung');
  await openFromDesk(works, receipt.number);
  await writePublicly(works, 'follow-up', 'Kami memeriksa loket tersebut hari ini.');

  // Everyone in the respondent's government, on every page of theirs that has to do with it.
  const others = ['pengawas@klungkung', 'pimpinan@klungkung'];
  for (const page of [coordinator, works, ...(await Promise.all(others.map((one) => officer(one))))]) {
    const pages = await pagesAbout(page, path, receipt.number);
    expect(pages.size, 'pages about the complaint').toBeGreaterThan(2);
    for (const [address, html] of pages) expect(secretsIn(html), address).toEqual([]);
    expect((await page.request.get(`${product.address}${path}/identity`)).status()).toBe(404);
  }

  // Outside of it, with a reason that is written down, somebody may know.
  const national = await officer('verifikator@nasional');
  await national.goto(`${product.address}${path}`);
  await step(national, 'identity');
  await national.getByRole('radio', { name: words.lookParts.contact.label }).check();
  await national.getByLabel(words.lookPurpose).fill('menanyakan apakah pelapor bersedia menjadi saksi');
  await press(national, words.lookNow);
  expect(await seen(national)).toContain(name);

  // The verifier releases a text of its own.
  const stranger = await visitor();
  const publicPath = `${product.address}/complaints/${receipt.number}`;
  expect((await stranger.goto(publicPath))?.status()).toBe(404);
  await national.goto(`${product.address}${path}`);
  await step(national, 'release');
  expect(secretsIn(await national.content())).toEqual([]);
  await national.getByLabel(words.publicTitle).fill('Dugaan pungutan di loket');
  await national.getByLabel(words.publicDescription).fill('Warga melaporkan dugaan pungutan tanpa kuitansi di sebuah loket.');
  await press(national, words.releaseNow);

  expect((await stranger.goto(publicPath))?.status()).toBe(200);
  expect(await seen(stranger)).toContain('Warga melaporkan dugaan pungutan tanpa kuitansi di sebuah loket.');
  expect(await seen(stranger)).toContain('Kami memeriksa loket tersebut hari ini.');
  expect(await stranger.content()).not.toContain('Petugas meminta uang');
  const found = await stranger.request.get(`${product.address}/complaints?q=pungutan+kuitansi`);
  expect(await found.text()).toContain('Dugaan pungutan di loket');
  for (const address of ['/complaints', '/complaints.atom', '/api/v1/complaints', `/api/v1/complaints/${receipt.number}`]) {
    const text = await (await stranger.request.get(`${product.address}${address}`)).text();
    expect(text, address).toContain('Dugaan pungutan di loket');
    expect([...secretsIn(text), ...(text.includes('Petugas meminta uang') ? ['own words'] : [])], address).toEqual([]);
  }

  // The complainant's page is the complainant's alone, and even there nobody who reads along learns a name.
  await comeBack(phone, receipt);
  expect(secretsIn(await phone.content())).toEqual([]);
  expect(secretsIn(await readFile(product.logFile, 'utf8')), 'the log').toEqual([]);
});

function secretsIn(text: string): string[] {
  return SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
}

/** The source of every page about the complaint that the officer's links lead to, and of the lists it stands in. */
async function pagesAbout(page: Page, path: string, number: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/desk', `/desk?q=${number}`, '/desk/complaints', `/desk/complaints?q=${number}`, path];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (pages.has(next)) continue;
    const answer = await page.request.get(`${product.address}${next}`);
    const text = await answer.text();
    pages.set(next, text);
    for (const [, href = ''] of text.matchAll(/href="([^"#]*)/g)) if (href.startsWith(path)) waiting.push(href);
  }
  return pages;
}
