import { expect, test } from 'vitest';
import { STATUS_LABELS } from '../src/complaints/rules/labels.ts';
import { id as desk } from '../src/complaints/web/desk/words.id.ts';
import { id as own } from '../src/complaints/web/follow/words.id.ts';
import { askBack, handTo, openFromDesk, PUPR, writePublicly } from './desk.ts';
import { comeBack, fileAsCitizen, press } from './filing.ts';
import { citizen, officer, product, seen, visitor, withBrowser } from './people.ts';

withBrowser();

test('a citizen files by phone without JavaScript, is asked back, answers, and says that it is solved', async () => {
  const phone = await citizen();
  const receipt = await fileAsCitizen(phone, {
    title: 'Jembatan bambu patah di tengah',
    description: 'Sejak Senin jembatan bambu ke ladang patah di tengah. Anak-anak menyeberang lewat sungai untuk ke sekolah.',
    contact: { email: 'warga@warga.example' },
  });
  await phone.close();

  const verifier = await officer('verifikator@nasional');
  await openFromDesk(verifier, receipt.number);
  await askBack(verifier, 'Jembatan di desa mana?');
  expect(await seen(verifier)).toContain(desk.steps['ask-back'].done);

  // Another day, another browser: only number and code are left.
  const later = await citizen();
  await comeBack(later, receipt);
  expect(await seen(later)).toContain('Jembatan di desa mana?');
  await later.getByRole('link', { name: own.answerButton }).click();
  await later.getByLabel(own.steps.facts.label).fill('Di Desa Satra, di belakang balai desa.');
  await press(later, own.steps.facts.button);
  expect(await seen(later)).toContain(own.steps.facts.done);

  await openFromDesk(verifier, receipt.number);
  expect(await seen(verifier)).toContain('Di Desa Satra, di belakang balai desa.');
  await handTo(verifier, 'forward', PUPR);

  const office = await officer('pupr@klungkung');
  await openFromDesk(office, receipt.number);
  await writePublicly(office, 'follow-up', 'Petugas kami memeriksa jembatan hari ini dan memasang papan peringatan.');
  await openFromDesk(office, receipt.number);
  await writePublicly(office, 'propose', 'Jembatan sudah diganti dengan papan kayu dan dapat dilewati sejak pagi ini.');

  await later.reload();
  expect(await seen(later)).toContain('Jembatan sudah diganti dengan papan kayu');
  await later.getByRole('link', { name: own.confirmButton }).click();
  await press(later, own.steps.confirm.button);
  expect(await seen(later)).toContain(own.steps.confirm.done);
  expect(await seen(later)).toContain(STATUS_LABELS.closed.id);

  // What came by mail says that there is news, and not of what.
  const stranger = await visitor();
  await stranger.goto(`${product.address}/outbox`);
  const mails = await seen(stranger);
  expect(mails).toContain(receipt.number);
  expect(mails).not.toContain('Jembatan');

  // A stranger who knows the number alone learns nothing.
  const answer = await stranger.goto(later.url().replace('/follow/', '/complaints/'));
  expect(answer?.status()).toBe(404);
});
