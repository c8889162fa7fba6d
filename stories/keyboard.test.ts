import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { id as lineWords } from '../src/agreements/web/lines/words.id.ts';
import { wordsIn as agreementWords } from '../src/agreements/web/register/words.ts';
import { id as receiptWords } from '../src/complaints/web/filing/receipt/words.id.ts';
import { id as words } from '../src/complaints/web/filing/words.id.ts';
import { id as design } from '../src/design/words.id.ts';
import { readReceipt } from './filing.ts';
import { officer, product, seen, visitor, withBrowser } from './people.ts';

withBrowser();

/** More stops than that, and nobody would find it. */
const MOST_STOPS = 60;

test('somebody without a mouse files a complaint with Tab, Space, Enter and what they type', async () => {
  const page = await visitor({ screen: 'desktop' });
  await page.goto(product.address);
  await tabTo(page, design.skipToContent);
  await page.keyboard.press('Enter');
  await tabTo(page, design.fileComplaint);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/complaints/new');
  await goOn(page, words.start.begin, 'class');

  await tabTo(page, 'Pengaduan');
  await page.keyboard.press('Space');
  await goOn(page, words.continue, 'story');

  await tabTo(page, words.story.heading);
  await page.keyboard.type('Tangga puskesmas tanpa pegangan');
  // What is forgotten is said, and the way to it is one Enter.
  await goOn(page, words.continue, 'story');
  await tabTo(page, '', (at) => at.isInSummary);
  await page.keyboard.press('Enter');
  expect((await focus(page)).label).toContain(words.story.text.complaint);
  await page.keyboard.type('Tangga masuk puskesmas tidak punya pegangan, seorang ibu jatuh kemarin.');
  await goOn(page, words.continue, 'where');

  await tabTo(page, words.where.province, (at) => at.tag === 'SELECT');
  await page.keyboard.type('Bali');
  await goOn(page, words.continue, 'in=51');
  await tabTo(page, words.where.regency, (at) => at.tag === 'SELECT');
  await page.keyboard.type('Kabupaten Klu');
  await goOn(page, words.continue, 'in=51.05');
  await goOn(page, words.continue, 'place');
  await goOn(page, words.continue, 'when');
  await goOn(page, words.continue, 'category');
  await goOn(page, words.continue, 'agency');
  await tabTo(page, '', (at) => at.type === 'radio');
  await page.keyboard.press('Space');
  await goOn(page, words.continue, 'files');
  await goOn(page, words.continue, 'privacy');
  for (const answer of [words.privacy.anonymousYes, words.privacy.confidentialYes]) {
    await tabTo(page, answer);
    await page.keyboard.press('Space');
  }
  await goOn(page, words.continue, 'contact');
  await goOn(page, words.continue, 'check');
  expect(await seen(page)).toContain('Tangga masuk puskesmas tidak punya pegangan, seorang ibu jatuh kemarin.');
  await goOn(page, words.check.send.complaint, 'receipt');
  await readReceipt(page);
  await goOn(page, receiptWords.noted, 'follow');
});

test('the head of an office without a mouse reports how far a promise is', async () => {
  const page = await officer('kepala-dinkes@klungkung');
  await page.goto(`${product.address}/desk/agreements`);
  await goOn(page, agreementWords('id').desk.door.lines, '/desk/agreements/lines');
  await goOn(page, 'Mengadakan klinik standar pelayanan', '/lines/');
  // What is forgotten is said, as everywhere.
  await goOn(page, lineWords.report.send, '/report');
  await tabTo(page, '', (at) => at.isInSummary);
  await page.keyboard.press('Enter');
  expect((await focus(page)).label).toContain(lineWords.report.achieved);
  await page.keyboard.type('3');
  await tabTo(page, lineWords.report.text);
  await page.keyboard.type('Tiga puskesmas mengikuti klinik (cerita).');
  await goOn(page, lineWords.report.send, '/lines/');
  expect(await seen(page, 'body')).toContain(lineWords.report.sent);
  expect(await seen(page)).toContain('Tiga puskesmas mengikuti klinik (cerita).');
});

interface Focus {
  readonly tag: string;
  readonly type: string;
  readonly label: string;
  readonly isInSummary: boolean;
  /** The ring that says where one is. */
  readonly isMarked: boolean;
}

function focus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement>; type?: string };
    const label = at.labels?.length ? at.labels[0]?.textContent : (at.getAttribute('aria-label') ?? at.textContent);
    // Radios and check boxes show the ring on the box that is drawn for them, tiles around all of themselves.
    const drawn = at.type === 'radio' || at.type === 'checkbox' ? at.nextElementSibling : at;
    const look = () =>
      ['', '::before', '::after']
        .map((part) => getComputedStyle(drawn ?? at, part))
        .map(({ outline, boxShadow, backgroundColor }) => `${outline} ${boxShadow} ${backgroundColor}`)
        .join();
    const focused = look();
    at.blur();
    const plain = look();
    at.focus();
    return {
      tag: at.tagName,
      type: at.type ?? '',
      label: (label ?? '').trim(),
      isInSummary: at.closest('.govuk-error-summary') !== null,
      isMarked: focused !== plain,
    };
  });
}

/** Tabs on until what has that label is reached. Every stop on the way must be visible. */
async function tabTo(page: Page, label: string, fits: (at: Focus) => boolean = () => true): Promise<void> {
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at.tag === 'BODY') continue;
    expect(at.isMarked, `the focus is visible on ${at.tag} “${at.label}”`).toBe(true);
    if (at.label.startsWith(label) && fits(at)) return;
    stops.push(at.label);
  }
  throw new Error(`“${label}” was not reached from the keyboard on ${page.url()}; the stops were: ${stops.join(' | ')}`);
}

/** Presses a button and arrives at a page whose address says so. */
async function goOn(page: Page, button: string, expected: string): Promise<void> {
  await tabTo(page, button, (at) => at.tag === 'BUTTON' || at.tag === 'A');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(page.url()).toContain(expected);
}
