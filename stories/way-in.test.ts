/** Somebody whom no agency answered turns to the Ombudsman, on a telephone without scripts. */
import { expect, test } from 'vitest';
import { id as words } from '../src/casework/web/intake/words.id.ts';
import { comeBack, fileAsCitizen, press } from './filing.ts';
import { bringToOmbudsman, bringWithoutIdentity, followCase, recordAtDesk, reportToOmbudsman } from './intake.ts';
import { citizen, officer, seen, visitor, withBrowser } from './people.ts';
import { letRunOut } from './time.ts';

withBrowser();

const STORY = {
  title: 'Antrean puskesmas berjam-jam (contoh)',
  description: 'Saya menunggu empat jam di puskesmas dan tetap tidak dilayani.',
};
const REPORT = {
  title: 'Surat rujukan tidak diberikan',
  account: 'Sudah tiga kali datang, surat rujukan tidak diberikan tanpa alasan.',
  wish: 'Surat rujukan diberikan.',
};

test('a complaint that nobody looked at is brought to the Ombudsman, and its page shows how it goes on there', async () => {
  const page = await citizen();
  const receipt = await fileAsCitizen(page, { ...STORY, anonymous: true });
  await comeBack(page, receipt);
  expect(await seen(page)).toContain(words.card.notYetTitle);
  await letRunOut(receipt.number, 'verify');
  await page.reload();
  await bringToOmbudsman(page, 'Dilayani sesuai standar.');
  const own = await seen(page);
  expect(own).toMatch(/Di Ombudsman: \d+\/LM\//);
  expect(own).toContain(words.own.stage.formal);
  expect(own).not.toContain('Ni Ketut Siti');
});

test('whoever gives no identity asks for advice with the same file', async () => {
  const page = await citizen();
  const receipt = await fileAsCitizen(page, { ...STORY, anonymous: true });
  await letRunOut(receipt.number, 'verify');
  await comeBack(page, receipt);
  await bringWithoutIdentity(page, 'consultation', 'Ke mana saya harus mengadu lagi?');
  const own = await seen(page);
  expect(own).toMatch(/Di Ombudsman: \d+\/KNL\//);
  expect(own).toContain(words.own.stage.consultation);
});

test('a report comes directly, and opens again with number and code in another browser', async () => {
  const receipt = await reportToOmbudsman(await citizen(), REPORT);
  expect(receipt.registration).toMatch(/^\d+\/LM\//);
  const later = await visitor();
  await followCase(later, receipt);
  expect(await seen(later)).toContain(REPORT.title);
  await later.getByRole('link', { name: words.own.withdraw }).click();
  await later.getByLabel(words.steps.withdraw.label).fill('Sudah diselesaikan.');
  await press(later, words.steps.withdraw.button);
  expect(await seen(later)).toContain(words.own.stage.closed);
});

test('an officer writes down at the counter what somebody tells', async () => {
  const receipt = await recordAtDesk(await officer('pojok@ombudsman-bali'), REPORT);
  const theirs = await citizen();
  await followCase(theirs, receipt);
  expect(await seen(theirs)).toContain(receipt.registration);
});
