import { expect, test } from 'vitest';
import { WAITING_LABELS } from '../src/complaints/rules/labels.ts';
import { id as words } from '../src/complaints/web/desk/words.id.ts';
import { DISDIK, DISHUB, giveBack, handTo, openFromDesk, PUPR, writePublicly } from './desk.ts';
import { comeBack, fileAsCitizen } from './filing.ts';
import { citizen, officer, seen, withBrowser } from './people.ts';

withBrowser();

test('two offices say "not ours"; then the national desk decides, and nobody can return it any more', async () => {
  const phone = await citizen();
  const receipt = await fileAsCitizen(phone, {
    title: 'Pohon tumbang menutup jalur sepeda',
    description: 'Pohon besar tumbang dua hari lalu di jalur sepeda depan sekolah dan belum diangkat.',
    agency: 'Pemerintah Kabupaten Klungkung',
  });
  const coordinator = await officer('koordinator@klungkung');
  await openFromDesk(coordinator, receipt.number);
  await handTo(coordinator, 'forward', DISHUB);

  const transport = await officer('dishub@klungkung');
  await openFromDesk(transport, receipt.number);
  await giveBack(transport, 'Pohon di luar badan jalan bukan tugas kami.');

  await openFromDesk(coordinator, receipt.number);
  expect(await seen(coordinator)).toContain('Pohon di luar badan jalan bukan tugas kami.');
  await handTo(coordinator, 'redirect', DISDIK);

  const education = await officer('disdik@klungkung');
  await openFromDesk(education, receipt.number);
  await giveBack(education, 'Pohon itu tidak berdiri di halaman sekolah.');

  // The complainant sees that nobody wanted it, and that somebody now decides.
  await comeBack(phone, receipt);
  expect(await seen(phone)).toContain('Petugas sedang menentukan siapa yang menangani.');

  const national = await officer('verifikator@nasional');
  await national.goto(`${new URL(national.url()).origin}/desk?q=${receipt.number}`);
  expect(await seen(national)).toContain(WAITING_LABELS.arbitrate.id);
  await openFromDesk(national, receipt.number);
  await handTo(national, 'redirect', PUPR);

  const works = await officer('pupr@klungkung');
  await openFromDesk(works, receipt.number);
  expect(await seen(works)).toContain(words.bindingMeaning);
  expect(await works.getByRole('link', { name: words.links.return.text }).count()).toBe(0);
  await writePublicly(works, 'follow-up', 'Pohon kami angkat sore ini dengan dua regu.');
  expect(await seen(works)).toContain(words.steps['follow-up'].done);
});
