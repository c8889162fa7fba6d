import { expect, test } from 'vitest';
import { OUTCOME_LABELS, STAGE_LABELS } from '../src/casework/rules/case.transitions.ts';
import { id as findings } from '../src/casework/web/findings/words.id.ts';
import { id as intake } from '../src/casework/web/intake/words.id.ts';
import { decideInPlenary, findCase, verifyCase } from './casework.ts';
import { press } from './filing.ts';
import { followCase, readCaseReceipt, reportToOmbudsman } from './intake.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser();

const REASON = 'Sengketa antartetangga bukan penyelenggaraan pelayanan publik; dapat dibawa ke pengadilan.';

test('a report that is no matter of public service is refused by the plenary, with reasons its reporter reads', async () => {
  const phone = await citizen();
  const receipt = await reportToOmbudsman(phone, {
    title: 'Tembok tetangga melewati batas tanah (cerita)',
    account: 'Tetangga membangun tembok melewati batas tanah dan kepala dinas tidak mau menegurnya.',
    wish: 'Tembok dibongkar.',
  });
  const verifier = await officer('pvl@ombudsman-bali');
  const address = await findCase(verifier, receipt.registration);
  await verifyCase(verifier, address, 'refuse', 'Bukan pelayanan publik.');

  // Whoever examines does not decide; the head leads the meeting, and its discussion stays inside.
  const head = await officer('kepala@ombudsman-bali');
  await decideInPlenary(head, receipt.registration, 'refuse', REASON);
  await head.goto(address);
  expect(await seen(head)).toContain(STAGE_LABELS.closed.id);

  await followCase(phone, receipt);
  const told = await seen(phone);
  expect(told).toContain(OUTCOME_LABELS.refused.id);
  expect(told).toContain(REASON);
  expect(told).not.toContain('Dibahas bersama');

  // Nobody of the respondent finds it.
  const agency = await officer('dinkes@klungkung');
  const answer = await agency.request.get(address);
  expect(answer.status()).toBe(404);
});

test('whoever only wants advice gets it without a report and without saying who they are', async () => {
  const phone = await citizen();
  await phone.goto(`${product.address}/ombudsman/new`);
  await press(phone, intake.start.begin);
  await phone.getByRole('radio', { name: intake.kind.consultation, exact: true }).check();
  await press(phone, intake.continue);
  const title = 'Mutasi siswa antarkabupaten (cerita)';
  await phone.getByLabel(intake.story.titleLabel).fill(title);
  await phone.getByLabel(intake.story.account, { exact: true }).fill('Ke mana mengurus mutasi siswa, dan apa syaratnya?');
  await press(phone, intake.continue);
  await phone.getByLabel(intake.where.province).selectOption({ label: 'Bali' });
  await press(phone, intake.continue);
  await phone.getByLabel(intake.where.regency).selectOption({ label: 'Kabupaten Klungkung' });
  await press(phone, intake.continue);
  // How to be reached: left empty.
  await press(phone, intake.continue);
  const consent = phone.getByRole('checkbox', { name: intake.check.consent });
  if ((await consent.count()) > 0) await consent.check();
  await press(phone, intake.check.send);
  const receipt = await readCaseReceipt(phone);
  expect(receipt.registration).toContain('/KNL/');
  await press(phone, intake.receipt.noted);

  const assistant = await officer('pvl@ombudsman-bali');
  const address = await findCase(assistant, receipt.registration);
  await assistant.goto(`${address}/close`);
  const advice = 'Urus di dinas pendidikan kabupaten asal; syaratnya surat keterangan pindah dan rapor.';
  await assistant.locator('textarea[name*=reason]').first().fill(advice);
  await press(assistant, findings.close.button);
  await assistant.goto(address);
  expect(await seen(assistant)).toContain(OUTCOME_LABELS.consulted.id);

  await followCase(phone, receipt);
  const told = await seen(phone);
  expect(told).toContain(advice);
  expect(told).toContain(OUTCOME_LABELS.consulted.id);
});
