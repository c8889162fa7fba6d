import { expect, test } from 'vitest';
import { id as filing } from '../src/complaints/web/filing/words.id.ts';
import { askBack, handTo, openFromDesk, PUPR, writePublicly } from './desk.ts';
import { barriers } from './examine.ts';
import { answerAll, comeBack, press, readReceipt } from './filing.ts';
import { officer, product, visitor, withBrowser } from './people.ts';
import { ELSEWHERE, Ground } from './walk.ts';

withBrowser();

/** One for each kind of position there is. */
const OFFICERS = [
  'verifikator@nasional',
  'koordinator@klungkung',
  'pupr@klungkung',
  'pengawas@klungkung',
  'pimpinan@klungkung',
  'sekda@klungkung',
  'kepala-dinkes@klungkung',
  'pojok@ombudsman-bali',
  'asisten@ombudsman-bali',
  'kepala@ombudsman-bali',
  'pvl@ombudsman-bali',
  'resolusi@ombudsman-bali',
  'pencegahan@ombudsman-bali',
  'penilai@ombudsman-bali',
  'pemeriksa@ombudsman-bali',
  'koordinator-penilaian@ombudsman',
  'ketua@ombudsman',
  'admin@tuntas',
];
/** Who works on what an agency did not solve, and where their work begins. */
const ON_CASES = {
  'asisten@ombudsman-bali': ['/desk/cases', '/desk/case-reports'],
  'kepala@ombudsman-bali': ['/desk/cases', '/desk/obligations', '/desk/reviews', '/desk/plenaries', '/desk/case-load'],
  'dinkes@klungkung': ['/desk/owed', '/desk/letters'],
} as const;
const PUBLIC = [
  '/',
  '/complaints/new',
  '/follow',
  '/complaints',
  '/agencies',
  '/services',
  '/assessments',
  '/instruments',
  '/verify',
  '/ombudsman',
  '/sign-in',
  '/sign-in/reset',
  '/outbox',
];
const NOTHING_LEFT = 'what somebody cannot read, reach or operate';

test('nothing bars anyone’s way on any page: on the phone, in Indonesian', { timeout: 1_200_000 }, async () => {
  const ground = new Ground();
  const told: string[] = [];
  const walk = async (who: string, page: Parameters<Ground['walk']>[0]['page'], from: readonly string[]) => {
    told.push(`${who} ${await ground.walk({ who, page, from, within: ELSEWHERE })}`);
    await page.close();
  };
  const citizen = await visitor({ screen: 'phone' });
  await answerAll(citizen, { title: 'Bangku halte patah', description: 'Bangku di halte patah sejak lama dan belum diganti.' });
  await walk('visitor', citizen, [...PUBLIC, '/complaints/new/check', '/law']);
  await walk('complainant', await complainant(), ['/follow', '/complaints/new/receipt']);
  for (const account of ['koordinator@klungkung', 'pupr@klungkung', 'pojok@ombudsman-bali', 'penilai@ombudsman-bali']) {
    // What an assessor may open is led to from the desk.
    await walk(account, await officer(account, { screen: 'phone' }), ['/desk', '/desk/complaints', '/account']);
  }
  for (const [account, from] of Object.entries(ON_CASES)) await walk(account, await officer(account, { screen: 'phone' }), from);
  console.info(`phone, Indonesian, pages: ${told.join(', ')}`);
  expect(ground.faults, NOTHING_LEFT).toEqual([]);
});

test('nothing bars anyone’s way on any page: on the desktop, in English, in the dark', { timeout: 1_200_000 }, async () => {
  const ground = new Ground();
  const told: string[] = [];
  for (const account of ['', ...OFFICERS]) {
    const options = { screen: 'desktop', colorScheme: 'dark', language: 'en' } as const;
    const page = account === '' ? await visitor(options) : await officer(account, options);
    await page.goto(`${product.address}/language?to=en&return=%2F`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const from =
      account === ''
        ? PUBLIC
        : [
            '/desk',
            '/desk/complaints',
            '/desk/new',
            '/desk/services',
            '/desk/assessments',
            '/desk/instruments',
            '/desk/cases',
            '/desk/owed',
            '/desk/letters',
            '/field',
            '/admin',
            '/account',
          ];
    const allowed: string[] = [];
    for (const path of from) if ((await page.request.get(`${product.address}${path}`)).ok()) allowed.push(path);
    told.push(
      `${account || 'visitor'} ${await ground.walk({ who: account || 'visitor', page, from: allowed, within: ELSEWHERE })}`,
    );
    await page.close();
  }
  console.info(`desktop, English, dark, pages: ${told.join(', ')}`);
  expect(ground.faults, NOTHING_LEFT).toEqual([]);
});

test('what is said about a mistake can be reached and read too', async () => {
  const page = await visitor({ screen: 'phone' });
  const faults: string[] = [];
  for (const [path, button] of [
    ['/sign-in', 'Lanjut'],
    ['/follow', 'Buka pengaduan'],
  ] as const) {
    await page.goto(`${product.address}${path}`);
    await page.getByRole('button', { name: button }).first().click();
    await page.locator('.govuk-error-summary').waitFor();
    faults.push(...(await barriers(page)));
  }
  await page.goto(`${product.address}/complaints/new`);
  await press(page, filing.start.begin);
  await press(page, filing.continue);
  await page.locator('.govuk-error-summary').waitFor();
  faults.push(...(await barriers(page)));
  expect(faults, NOTHING_LEFT).toEqual([]);
});

test('the examination finds what it is there for', async () => {
  const page = await visitor({ screen: 'phone' });
  await page.goto(`${product.address}/privacy`);
  expect(await barriers(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input><button></button>'));
  expect((await barriers(page)).map((each) => each.split(' ')[0])).toEqual(['button-name', 'label']);
});

test('the first page a phone loads weighs at most 60 kB', async () => {
  const page = await visitor({ screen: 'phone' });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(product.address, { waitUntil: 'networkidle' });
  console.info(`first page: ${bytes} bytes`);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

/** A complainant's phone with three complaints open: just filed, asked back, and said to be solved. */
async function complainant() {
  const phone = await visitor({ screen: 'phone' });
  const verifier = await officer('verifikator@nasional');
  const works = await officer('pupr@klungkung');
  const receipts = [];
  for (const title of ['Selokan tergenang di tikungan', 'Tiang listrik miring di sawah']) {
    await answerAll(phone, { title, description: `${title}, sudah seminggu dan belum ada yang datang.`, anonymous: true });
    await press(phone, filing.check.send.complaint);
    receipts.push(await readReceipt(phone));
  }
  const [asked, solved] = receipts as [(typeof receipts)[0], (typeof receipts)[0]];
  await openFromDesk(verifier, asked.number);
  await askBack(verifier, 'Di tikungan yang mana?');
  await openFromDesk(verifier, solved.number);
  await handTo(verifier, 'forward', PUPR);
  await openFromDesk(works, solved.number);
  await writePublicly(works, 'follow-up', 'Kami periksa hari ini.');
  await writePublicly(works, 'propose', 'Tiang sudah ditegakkan kembali dan diperkuat.');
  for (const receipt of receipts) await comeBack(phone, receipt);
  await verifier.close();
  await works.close();
  return phone;
}
