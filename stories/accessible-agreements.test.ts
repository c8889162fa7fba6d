import { expect, test } from 'vitest';
import { officer, product, visitor, withBrowser } from './people.ts';
import { AGREEMENTS, Ground } from './walk.ts';

withBrowser();

const PUBLIC = [
  '/agreements',
  '/agreements/coverage',
  '/agreements/commitments',
  '/agreements/grants',
  '/agreements/rad',
  '/agreements/verify',
];
/** One for each position that works with agreements, the busiest first. */
const OFFICERS = [
  'pencegahan@ombudsman-bali',
  'koordinator@klungkung',
  'kepala-dinkes@klungkung',
  'koordinator@bali',
  'verifikator@nasional',
  'kepala@ombudsman-bali',
  'sekda@klungkung',
  'pimpinan@klungkung',
  'dinkes@klungkung',
  'ketua@ombudsman',
];
const DESK = [
  '/desk/agreements',
  '/desk/agreements/all',
  '/desk/agreements/lines',
  '/desk/agreements/signing',
  '/desk/agreements/ceremonies',
  '/desk/agreements/reviews',
  '/desk/agreements/rad',
  '/desk/leader',
];
const NOTHING_LEFT = 'what somebody cannot read, reach or operate';

test.for([
  { screen: 'phone', language: 'id', colorScheme: 'light' },
  { screen: 'desktop', language: 'en', colorScheme: 'dark' },
] as const)('nothing bars anyone’s way to what was agreed: on the $screen', { timeout: 600_000 }, async (options) => {
  // The desktop shows what the phone showed: one of a kind is enough.
  const ground = new Ground(options.screen === 'phone' ? 2 : 1);
  const told: string[] = [];
  for (const account of ['', ...OFFICERS]) {
    const page = account ? await officer(account, options) : await visitor(options);
    await page.goto(`${product.address}/language?to=${options.language}&return=%2F`);
    expect(await page.locator('html').getAttribute('lang')).toBe(options.language);
    const from: string[] = [];
    for (const path of account ? DESK : PUBLIC) if ((await page.request.get(`${product.address}${path}`)).ok()) from.push(path);
    const who = account || 'visitor';
    told.push(`${who} ${await ground.walk({ who, page, from, within: AGREEMENTS })}`);
    await page.close();
  }
  console.info(`agreements, ${options.screen}, pages: ${told.join(', ')}`);
  expect(ground.faults, NOTHING_LEFT).toEqual([]);
});

test('what can be pressed keeps its distance, and a card on the phone says nothing empty', async () => {
  const faults: string[] = [];
  for (const screen of ['phone', 'desktop'] as const) {
    const page = await officer('pencegahan@ombudsman-bali', { screen });
    await page.goto(`${product.address}/desk/agreements/all?q=Badung&kind=nota-kesepakatan&state=commenting`);
    await page.locator('main h2 a, main li a').filter({ hasText: 'Badung' }).first().click();
    for (const path of [new URL(page.url()).pathname, '/agreements/coverage/21']) {
      await page.goto(`${product.address}${path}`);
      faults.push(...(await page.evaluate(crowded)).map((each) => `${screen} ${path}: ${each}`));
    }
    await page.close();
  }
  expect(faults).toEqual([]);
});

/** In the page: neighbours without a gap, cells of cards that show their name alone. */
function crowded(): string[] {
  const touching = [...document.querySelectorAll('main a[href], main button, main .govuk-tag')].filter((each) => {
    const next = each.nextElementSibling;
    if (!next?.matches('a[href], button, .govuk-tag, .govuk-hint') || each.closest('nav')) return false;
    const [one, other] = [each.getBoundingClientRect(), next.getBoundingClientRect()];
    return Math.abs(other.left - one.right) < 2 && other.top < one.bottom && one.top < other.bottom;
  });
  const empty = [...document.querySelectorAll('.tuntas-table--stacked td:empty')].filter(
    (cell) => innerWidth < 641 && cell.getBoundingClientRect().height > 0,
  );
  return [...touching, ...empty].map((each) => (each.parentElement ?? each).outerHTML.slice(0, 160));
}
