import { expect, test } from 'vitest';
import { OUTCOME_LABELS, STATUS_LABELS } from '../src/complaints/rules/labels.ts';
import { id as own } from '../src/complaints/web/follow/words.id.ts';
import { handTo, openFromDesk, PUPR, writePublicly } from './desk.ts';
import { comeBack, fileAsCitizen, press } from './filing.ts';
import { citizen, officer, seen, withBrowser } from './people.ts';
import { callAlertErrand, letRunOut } from './time.ts';

withBrowser();

test('who stays silent for ten working days finds it closed as silence, not as solved, and opens it again', async () => {
  const phone = await citizen();
  const receipt = await fileAsCitizen(phone, {
    title: 'Saluran tersumbat di gang belakang',
    description: 'Saluran di gang belakang pasar tersumbat, air kotor masuk ke rumah setiap hujan.',
    agency: 'Pemerintah Kabupaten Klungkung',
  });
  const coordinator = await officer('koordinator@klungkung');
  await openFromDesk(coordinator, receipt.number);
  await handTo(coordinator, 'forward', PUPR);
  const works = await officer('pupr@klungkung');
  await openFromDesk(works, receipt.number);
  await writePublicly(works, 'follow-up', 'Regu pembersih datang besok pagi.');
  await openFromDesk(works, receipt.number);
  await writePublicly(works, 'propose', 'Saluran sudah dibersihkan sepanjang 30 meter dan airnya mengalir lagi.');

  // Told what happens to those who do not answer, and then does not answer.
  await comeBack(phone, receipt);
  expect(await seen(phone)).toContain('tanpa tanggapan pelapor');
  await letRunOut(receipt.number, 'silence');
  await callAlertErrand();
  await expect
    .poll(
      async () => {
        await phone.reload();
        return seen(phone);
      },
      { timeout: 30_000, interval: 500 },
    )
    .toContain(OUTCOME_LABELS.silence.id);
  expect(await seen(phone)).not.toContain(OUTCOME_LABELS.confirmed.id);

  await phone.getByRole('link', { name: own.reopenButton }).click();
  await phone.getByLabel(own.steps.reopen.label).fill('Setelah hujan tadi malam airnya masuk lagi.');
  await press(phone, own.steps.reopen.button);
  expect(await seen(phone)).toContain(own.steps.reopen.done);
  expect(await seen(phone)).toContain(STATUS_LABELS['in-progress'].id);

  await openFromDesk(works, receipt.number);
  expect(await seen(works)).toContain('Setelah hujan tadi malam airnya masuk lagi.');
});
