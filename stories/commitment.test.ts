import { expect, test } from 'vitest';
import { id as signing } from '../src/agreements/web/signing/words.id.ts';
import { beginText, codeOf, nameHands, newAgreement, openSigning, sign, step, TODAY } from './agreements.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser({ examined: true });

/** Account, office as the directory names it, who holds it. */
const HEADS = [
  ['dinkes', 'Dinas Kesehatan Kabupaten Klungkung', 'Sagung Kepala Dinas'],
  ['disdik', 'Dinas Pendidikan, Kepemudaan dan Olahraga Kabupaten Klungkung', 'Rai Kepala Disdik'],
  ['dinsos', 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Klungkung', 'Oka Kepala Dinsos'],
  ['pupr', 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman Kabupaten Klungkung', 'Alit Kepala PUPR'],
  ['dishub', 'Dinas Perhubungan Kabupaten Klungkung', 'Suci Kepala Dishub'],
  ['kominfo', 'Dinas Komunikasi dan Informatika Kabupaten Klungkung', 'Adi Kepala Kominfo'],
  ['dlh', 'Dinas Lingkungan Hidup dan Pertanahan Kabupaten Klungkung', 'Bintang Kepala DLHP'],
  ['inspektorat', 'Inspektorat Kabupaten Klungkung', 'Widi Inspektur'],
  ['dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Klungkung', 'Tri Kepala Disdukcapil'],
  ['rsud', 'RSUD Kabupaten Klungkung', 'Sri Direktur RSUD'],
  ['satpolpp', 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran Kabupaten Klungkung', 'Eka Kepala Satpol PP'],
  ['dpmptsp', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Klungkung', 'Dwi Kepala DPMPTSP'],
] as const;
const MISSING = HEADS.slice(10);

test('twelve heads are asked to sign one commitment; it takes effect with ten, and everyone sees which two are missing', {
  timeout: 480_000,
}, async () => {
  const coordinator = await officer('koordinator@klungkung');
  const commitment = await newAgreement(coordinator, {
    ...{ kind: 'komitmen', title: `Komitmen bersama ${Date.now().toString(36)} (cerita)` },
    ...{ parties: HEADS.map(([, office]) => office), onlyThese: true, programmes: ['Pencegahan maladministrasi'] },
    ...{ years: [TODAY.year, TODAY.year + 1], from: TODAY, until: TODAY.add({ years: 1 }) },
  });
  await nameHands(
    coordinator,
    commitment,
    HEADS.map(([, office, person], index) => ({
      ...{ position: `Kepala kantor ${index + 1}`, party: office, ordinal: 1, person: `${person} (contoh)` },
    })),
  );
  await beginText(coordinator, commitment);
  await step(coordinator, commitment, 'settle');
  await openSigning(coordinator, commitment);

  // Ten sign, each for their own office, in any order; some on a telephone without scripts.
  for (const [index, [office]] of HEADS.entries()) {
    if (index >= 10) break;
    const head = await officer(`kepala-${office}@klungkung`, {
      screen: index % 2 ? 'phone' : 'desktop',
      javaScript: index % 3 !== 0,
    });
    await sign(head, commitment);
    await head.close();
  }

  // It binds those who signed; the two others stay on the list, publicly, and may sign later.
  await coordinator.goto(`${commitment}/signing`);
  expect(await seen(coordinator)).toContain(signing.signing.count(10, 12));
  await coordinator.getByText(signing.signing.effectTitle).click();
  await coordinator.getByLabel(signing.signing.effectReason).fill('Sepuluh dari dua belas sudah menandatangani (cerita).');
  await press(coordinator, signing.signing.effect);
  expect(await seen(coordinator, 'body')).toContain(signing.signing.effected);
  const phone = await citizen();
  await phone.goto(`${product.address}/agreements/${codeOf(commitment)}`);
  expect(await seen(phone)).toContain(signing.public.missing(2));
  await phone.goto(`${product.address}/agreements/commitments`);
  const listed = await seen(phone);
  expect(listed).toContain(signing.public.of(10, 12));
  for (const [, office] of MISSING) expect(listed).toContain(office);

  // One of them does, and one is left.
  await sign(await officer('kepala-satpolpp@klungkung'), commitment);
  await phone.goto(`${product.address}/agreements/${codeOf(commitment)}`);
  expect(await seen(phone)).toContain(signing.public.missing(1));
});
