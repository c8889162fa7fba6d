import { expect, test } from 'vitest';
import { CHANNEL_LABELS } from '../src/complaints/rules/labels.ts';
import { id as receiptWords } from '../src/complaints/web/filing/receipt/words.id.ts';
import { id as words } from '../src/complaints/web/filing/words.id.ts';
import { answerQuestions, comeBack, press, readReceipt } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser();

test('a counter officer files for a citizen who came in, prints the slip, and the citizen follows it at home', async () => {
  const counter = await officer('pojok@ombudsman-bali');
  await counter.goto(`${product.address}/desk/new`);
  await press(counter, words.start.begin);
  await counter.getByRole('radio', { name: CHANNEL_LABELS.pojok.id, exact: true }).check();
  await press(counter, words.continue);
  await answerQuestions(counter, {
    title: 'Loket tutup sebelum jam layanan habis',
    description: 'Pelapor datang pukul dua, loket sudah tutup, padahal papan menyebut buka sampai pukul empat.',
    agency: 'Pemerintah Kabupaten Klungkung',
    contact: { phone: '081200000000' },
  });
  expect(await seen(counter)).toContain(words.counterNote);
  await press(counter, words.check.send.complaint);
  const receipt = await readReceipt(counter);

  // On paper there is the slip and nothing around it.
  await counter.emulateMedia({ media: 'print' });
  const slip = await seen(counter, '.tuntas-slip');
  expect(slip.replace(/\s+/g, ' ')).toContain(receipt.code);
  expect(slip).toContain(receipt.number);
  expect(slip).toContain('Ayu Pojok');
  for (const around of ['.tuntas-header__bar', '.tuntas-nav', '.tuntas-footer', 'main form']) {
    expect(await counter.locator(around).first().isVisible(), `${around} on paper`).toBe(false);
  }
  expect((await counter.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF');
  await counter.emulateMedia({ media: 'screen' });
  await press(counter, receiptWords.handedOver);

  const phone = await citizen();
  await comeBack(phone, receipt);
  expect(await seen(phone)).toContain('Loket tutup sebelum jam layanan habis');
  expect(await seen(phone)).toContain(CHANNEL_LABELS.pojok.id);

  // The officer sees that it is under way, and neither the code nor the number to call.
  await counter.goto(`${product.address}/desk/complaints`);
  await counter.getByRole('link', { name: 'Loket tutup sebelum jam layanan habis' }).first().click();
  expect(await counter.content()).not.toContain(receipt.code.replaceAll(' ', ''));
  expect(await counter.content()).not.toContain('081200000000');
});
