import { PDF } from '@libpdf/core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OUTCOME_LABELS, STAGE_LABELS } from '../src/casework/rules/case.transitions.ts';
import { assignTeam, decideInPlenary, examineCase, findCase, sendDocuments, takeStep, verifyCase, writeLhp } from './casework.ts';
import { comeBack, fileAsCitizen } from './filing.ts';
import { bringToOmbudsman } from './intake.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';
import { letRunOut } from './time.ts';

withBrowser();

const WHO = 'Ni Ketut Rahasia Cerita';
const ACTION = 'Terbitkan surat rujukan dan jelaskan alurnya kepada Pelapor.';

const addresses = (all: (Element | SVGElement)[]): string[] => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))];

/** The words of every sealed file that the page offers. */
async function filesOn(page: Page): Promise<string[]> {
  const files = await page.locator('main a[href$="/file"]').evaluateAll(addresses);
  return Promise.all(
    files.map(async (file) => {
      const answer = await page.request.get(file);
      expect(answer.status()).toBe(200);
      const pages = (await PDF.load(await answer.body())).extractText();
      return pages.map(({ text }) => text).join('\n');
    }),
  );
}

test('a complaint nobody answered goes to the Ombudsman, is found right, and what was asked for is done in time; who complained stays hidden', {
  timeout: 600_000,
}, async () => {
  const phone = await citizen();
  const complaint = await fileAsCitizen(phone, {
    title: 'Surat rujukan tidak diberikan (cerita)',
    description: 'Tiga kali datang ke puskesmas, surat rujukan tidak diberikan tanpa penjelasan.',
    agency: 'Pemerintah Kabupaten Klungkung',
  });
  // Nobody verifies it in time.
  await letRunOut(complaint.number, 'verify');
  await comeBack(phone, complaint);
  await bringToOmbudsman(phone, 'Surat rujukan diberikan.', { name: WHO, secret: true });
  const registration = /\b\d{4,}\/LM\/[IVX]+\/\d{4}\/[A-Z]+/.exec(await seen(phone))?.[0] ?? '';
  expect(registration).not.toBe('');

  const verifier = await officer('pvl@ombudsman-bali');
  const address = await findCase(verifier, registration);
  await verifyCase(verifier, address, 'examine', 'Tidak ditanggapi sampai batas waktu.');
  const head = await officer('kepala@ombudsman-bali');
  await decideInPlenary(head, registration, 'examine');
  await assignTeam(head, address, { lead: 'Intan Asisten', examiner: 'Yoga Asisten', resolver: 'Bayu Resolusi' });

  const examiner = await officer('asisten@ombudsman-bali');
  await examineCase(examiner, address, 'b', 'Surat rujukan tidak diberikan kepada yang berhak.');
  await writeLhp(examiner, head, address, ACTION);
  const second = await officer('asisten2@ombudsman-bali');
  await takeStep(second, `${address}/findings`, 'review');
  await takeStep(head, `${address}/findings`, 'seal');
  await takeStep(head, `${address}/findings`, 'issue');
  await head.goto(address);
  expect(await seen(head)).toContain(STAGE_LABELS.monitoring.id);
  await sendDocuments(head, address);

  // The agency finds the letter and what it owes; nowhere does it find who complained.
  const agency = await officer('koordinator@klungkung');
  await agency.goto(`${product.address}/desk/letters`);
  const read: string[] = [await seen(agency)];
  const letters = await agency.locator('main a[href*="/desk/letters/"]').evaluateAll(addresses);
  for (const letter of letters) {
    await agency.goto(letter);
    read.push(await seen(agency), ...(await filesOn(agency)));
  }
  await agency.goto(`${product.address}/desk/owed?kind=corrective-action`);
  read.push(await seen(agency));
  await agency.locator('main a', { hasText: 'Terbitkan surat rujukan' }).first().click();
  read.push(await seen(agency));
  expect(read.join('\n')).toContain('Terbitkan surat rujukan');
  // Nor does any paper of the case say it, for whomever it is meant.
  await head.goto(`${address}/documents`);
  const papers = await head.locator('main a[href*="/documents/"]').evaluateAll(addresses);
  const sealed: string[] = [];
  for (const paper of papers) {
    await head.goto(paper);
    read.push(await seen(head));
    sealed.push(...(await filesOn(head)));
  }
  expect(papers.length).toBeGreaterThanOrEqual(2);
  expect(sealed.join('\n')).toContain(registration);
  for (const text of [...read, ...sealed]) expect(text.replaceAll(/\s+/g, ' ')).not.toContain('Rahasia Cerita');
  const owed = agency.url();
  await takeStep(agency, owed, 'report', { text: 'Surat rujukan diterbitkan dan alurnya ditempel di loket.' });

  const resolver = await officer('resolusi@ombudsman-bali');
  await resolver.goto(`${address}/obligations`);
  await resolver.locator('main a[href*="/desk/obligations/"]').first().click();
  await takeStep(resolver, resolver.url(), 'carried-out', { text: 'Sesuai yang diminta.', lookedAt: 'Laporan instansi' });
  await takeStep(resolver, `${address}/close`, 'close', { reason: 'Tindakan korektif dilaksanakan tepat waktu.' });
  await resolver.goto(address);
  expect(await seen(resolver)).toContain(OUTCOME_LABELS.corrected.id);

  // The same page where the complainant began tells how it ended.
  await comeBack(phone, complaint);
  expect(await seen(phone)).toContain(OUTCOME_LABELS.corrected.id);
});
