import { expect, test } from 'vitest';
import { id as signing } from '../src/agreements/web/signing/words.id.ts';
import { composePdf } from '../src/platform/documents/index.ts';
import { beginText, codeOf, fillDay, nameHands, newAgreement, openSigning, step, TODAY } from './agreements.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser({ examined: true });

const GOVERNMENT = 'Pemerintah Kabupaten Jembrana';
const OMBUDSMAN = 'Ombudsman RI Perwakilan Bali';

test('printed, signed by hand, scanned; counted once a second person has compared the scan with the paper', {
  timeout: 240_000,
}, async () => {
  const clerk = await officer('pencegahan@ombudsman-bali');
  const agreement = await newAgreement(clerk, {
    ...{ kind: 'nota-kesepakatan', title: `Nota Kesepakatan Jembrana ${Date.now().toString(36)} (cerita)` },
    ...{ parties: [GOVERNMENT], programmes: ['Pencegahan maladministrasi'] },
    ...{ from: TODAY, until: TODAY.add({ years: 5 }).subtract({ days: 1 }) },
  });
  await nameHands(clerk, agreement, [
    { position: 'Kepala Perwakilan', party: OMBUDSMAN, ordinal: 1 },
    { position: 'Bupati Jembrana', party: GOVERNMENT, ordinal: 1 },
  ]);
  await beginText(clerk, agreement);
  await step(clerk, agreement, 'settle');
  await openSigning(clerk, agreement);

  // What is no PDF is refused with what to do, and what was ticked stays.
  const paper = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const part = clerk.locator('details', { hasText: signing.signing.paperTitle }).first();
    if ((await part.count()) > 0 && (await part.getAttribute('open')) === null) await part.locator('summary').click();
    for (const box of await clerk.getByRole('group', { name: signing.signing.paperWho }).locator('input').all())
      await box.check();
    await fillDay(clerk, signing.signing.paperDay, TODAY);
    await clerk.locator('input[type=file]').first().setInputFiles(file);
    await press(clerk, signing.signing.paperUpload);
  };
  await paper({ name: 'foto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('ini bukan PDF') });
  expect(await seen(clerk)).toContain('PDF');
  expect(await seen(clerk, 'body')).not.toContain(signing.signing.paperUploaded);
  await paper({ name: 'pindaian.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await scan()) });
  expect(await seen(clerk, 'body')).toContain(signing.signing.paperUploaded);

  // Whoever uploaded it does not vouch for it; nobody counts as having signed yet.
  expect(await seen(clerk)).toContain(signing.signing.paperOwn);
  expect(await seen(clerk)).toContain(signing.signing.count(0, 2));
  const head = await officer('kepala@ombudsman-bali', { screen: 'phone', javaScript: false });
  await head.goto(`${agreement}/signing`);
  await head.getByRole('button', { name: signing.signing.paperFits }).click();
  expect(await seen(head, 'body')).toContain(signing.signing.paperConfirmed);

  // Signed: public, with the scan, and Jembrana is covered.
  const phone = await citizen();
  await phone.goto(`${product.address}/agreements/${codeOf(agreement)}`);
  expect(await seen(phone)).toContain(signing.public.missing(0));
  await phone.goto(`${product.address}/agreements/coverage/51`);
  expect(await seen(phone)).toContain(codeOf(agreement));
});

function scan(): Promise<Uint8Array> {
  return composePdf({
    ...{ title: 'Pindaian (cerita)', lang: 'id', author: 'Tuntas', at: new Date(0) },
    blocks: [{ kind: 'paragraph', text: 'Naskah bertanda tangan (cerita).' }],
  });
}
