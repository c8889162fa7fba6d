import { expect, test } from 'vitest';
import { STAGE_LABELS } from '../src/casework/rules/case.transitions.ts';
import { ACCESS_LABELS } from '../src/casework/rules/case-labels.ts';
import { id as words } from '../src/casework/web/reviews/words.id.ts';
import { assignTeam, decideInPlenary } from './casework.ts';
import { press } from './filing.ts';
import { aYearWithOneProblem } from './past.ts';
import { officer, product, seen, withBrowser } from './people.ts';

withBrowser();

/** Far from the offices of the other stories. */
const KARANGASEM = '51.07';
const NEIGHBOURS = ['51.01', '51.02', '51.03', '51.04', '51.06', '51.08', '51.71', '52.01', '52.02', '52.03', '52.04'];

test('what many complained of one by one is found, explained, and examined without anybody having reported it', {
  timeout: 300_000,
}, async () => {
  const alike = await aYearWithOneProblem(KARANGASEM, NEIGHBOURS);

  const preventer = await officer('pencegahan@ombudsman-bali');
  await preventer.goto(`${product.address}/desk/reviews`);
  await press(preventer, words.search);
  expect(await seen(preventer)).toContain(words.searchAsked);
  const found = preventer.locator('main a[href^="/desk/reviews/"]', { hasText: 'Karangasem' });
  await expect
    .poll(
      async () => {
        await preventer.reload();
        return found.count();
      },
      { timeout: 120_000, interval: 1000 },
    )
    .toBe(1);

  // Why it is shown, and report by report which words it shares with the others.
  await found.click();
  const why = await seen(preventer);
  const counted = Number(new RegExp(`${words.seen}\\s+(\\d+)`).exec(why)?.[1] ?? 0);
  expect(counted).toBeGreaterThanOrEqual(Math.floor(alike * 0.75));
  expect(why).toContain('suket');
  const candidate = preventer.url();

  await preventer.locator('main a[href$="/initiative"]').click();
  await press(preventer, words.actions.initiative);
  expect(await seen(preventer)).toContain(ACCESS_LABELS.IAPS.id);
  expect(await seen(preventer)).toContain(STAGE_LABELS.plenary.id);
  const address = preventer.url();
  const registration = /\b\d{4,}\/IAPS\/[IVX]+\/\d{4}\/[A-Z]+/.exec(await seen(preventer))?.[0] ?? '';
  expect(registration).not.toBe('');

  // It rests on what was found, and the finding says what was made of it.
  await preventer
    .locator(`main a[href="${new URL(candidate).pathname}"]`)
    .first()
    .click();
  expect(await seen(preventer)).toContain(words.toCase);

  const head = await officer('kepala@ombudsman-bali');
  await decideInPlenary(head, registration, 'examine');
  await assignTeam(head, address, { lead: 'Intan Asisten', resolver: 'Bayu Resolusi' });
  const examiner = await officer('asisten@ombudsman-bali');
  await examiner.goto(address);
  expect(await seen(examiner)).toContain(STAGE_LABELS.examination.id);
});
