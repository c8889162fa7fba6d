/** The pictures of the README, of pages as they are. Small files: few colours are enough for letters on white. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { id as filing } from '../src/complaints/web/filing/words.id.ts';
import { projectFolder } from '../src/platform/project-folder.ts';
import { SCREENS } from '../src/platform/testing/browser.ts';
import { handTo, openFromDesk, PUPR, writePublicly } from './desk.ts';
import { answerAll, comeBack, fileAsCitizen, press } from './filing.ts';
import { officer, product, visitor, withBrowser } from './people.ts';

withBrowser();

const FOLDER = join(projectFolder, 'docs', 'screenshots');
const MOST_BYTES = 150_000;
const TALL = { phone: 1100, desktop: 900 } as const;

type Screen = keyof typeof SCREENS;

async function picture(page: Page, screen: Screen, name: string): Promise<void> {
  await page.setViewportSize({ width: SCREENS[screen].width, height: TALL[screen] });
  await page.evaluate(() => scrollTo(0, 0));
  const taken = await page.screenshot();
  const small = await sharp(taken).png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 }).toBuffer();
  expect(small.length, name).toBeLessThanOrEqual(MOST_BYTES);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}-${screen}.png`), small);
}

const STORY = {
  title: 'Jalan berlubang di depan puskesmas',
  description:
    'Di depan puskesmas ada tiga lubang besar sejak hujan pekan lalu. Ambulans harus berjalan pelan dan motor sering jatuh pada malam hari.',
  agency: 'Pemerintah Kabupaten Klungkung',
  contact: { email: 'warga@warga.example' },
};

test.each(['phone', 'desktop'] as const)('the pictures on a %s', async (screen) => {
  const page = await visitor({ screen });
  await page.goto(product.address);
  await picture(page, screen, 'home');
  await page.goto(`${product.address}/complaints/new`);
  await press(page, filing.start.begin);
  await picture(page, screen, 'filing');
  await page.goto(`${product.address}/complaints/new/start-over`);
  await press(page, filing.over.confirm);
  await answerAll(page, STORY);
  await picture(page, screen, 'check');
  await press(page, filing.check.send.complaint);
  await picture(page, screen, 'receipt');

  const coming = await visitor({ screen });
  const receipt = await fileAsCitizen(coming, STORY);
  const coordinator = await officer('koordinator@klungkung', { screen });
  await picture(coordinator, screen, 'desk');
  await openFromDesk(coordinator, receipt.number);
  await picture(coordinator, screen, 'case-file');
  await handTo(coordinator, 'forward', PUPR);
  const works = await officer('pupr@klungkung');
  await openFromDesk(works, receipt.number);
  await writePublicly(works, 'follow-up', 'Petugas kami sudah mengukur ketiga lubang; penambalan dimulai besok pagi.');
  await openFromDesk(works, receipt.number);
  await writePublicly(works, 'propose', 'Ketiga lubang sudah ditambal dengan aspal panas dan jalan dibuka kembali siang ini.');
  await comeBack(coming, receipt);
  await picture(coming, screen, 'follow');
});
