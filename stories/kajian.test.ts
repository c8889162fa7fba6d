import { expect, test } from 'vitest';
import { REVIEW_ACTION_LABELS, REVIEW_STAGE_LABELS } from '../src/casework/rules/reviews/review.transitions.ts';
import { lhaWordsIn } from '../src/casework/web/reviews/lha-words.ts';
import { id as words } from '../src/casework/web/reviews/words.id.ts';
import { takeStep } from './casework.ts';
import { press } from './filing.ts';
import { officer, product, seen, withBrowser } from './people.ts';

withBrowser();

const SUGGESTION = 'Susun jadwal piket sopir ambulans (cerita).';
const lha = lhaWordsIn('id');

test('a recurring problem is reviewed; what is suggested in a sealed report is owed, done and judged; then the review ends', {
  timeout: 400_000,
}, async () => {
  const preventer = await officer('pencegahan@ombudsman-bali');
  const head = await officer('kepala@ombudsman-bali');
  // One of the example problems, which nobody has judged yet; why it is shown, and report by report.
  await preventer.goto(`${product.address}/desk/reviews`);
  await preventer.locator('main a[href^="/desk/reviews/"]', { hasText: 'Dinas Kesehatan Kabupaten Klungkung' }).first().click();
  expect(await seen(preventer)).toContain(words.why);
  expect(await seen(preventer)).toContain('ambulans');
  await preventer.locator('main a[href$="/review"]').click();
  await press(preventer, words.actions.review);
  const file = preventer.url();
  expect(await seen(preventer)).toContain(REVIEW_STAGE_LABELS.detection.id);

  for (const section of ['problem', 'sources'])
    await takeStep(preventer, `${file}/sections/${section}`, section, { text: `Ditulis dalam cerita: ${section}.` });
  await takeStep(preventer, `${file}/steps/analyse`, 'analyse');
  await takeStep(preventer, `${file}/sections/lha`, 'lha', { text: 'Piket malam tidak pernah dibagi (cerita).' });
  await takeStep(preventer, `${file}/suggest`, 'suggest', { text: SUGGESTION, evidence: 'Jadwal piket' });
  expect(await seen(preventer)).toContain(lha.notGiven);
  await takeStep(head, `${file}/steps/give-lha`, 'give-lha');

  // One button makes the report; a colleague reviews it, the head seals and sends it.
  await preventer.goto(file);
  await press(preventer, lha.make);
  const document = preventer.url();
  for (const said of ['Piket malam', SUGGESTION.replace('.', '')]) expect(await seen(preventer)).toContain(said);
  const colleague = await officer('asisten@ombudsman-bali');
  await takeStep(colleague, document, 'review');
  await takeStep(head, document, 'seal');
  const agency = await officer('koordinator@klungkung');
  await agency.goto(`${product.address}/desk/owed?kind=suggestion`);
  expect(await seen(agency)).not.toContain(SUGGESTION);
  await takeStep(head, document, 'send');

  await agency.goto(`${product.address}/desk/owed?kind=suggestion`);
  await agency.locator('main a', { hasText: SUGGESTION }).first().click();
  await takeStep(agency, agency.url(), 'report', { text: 'Jadwal piket sudah berlaku (cerita).' });

  await head.goto(file);
  await head.locator('main a[href^="/desk/obligations/"]').first().click();
  await takeStep(head, head.url(), 'carried-out', { text: 'Sesuai yang disarankan.', lookedAt: 'Jadwal piket' });
  await takeStep(head, `${file}/steps/finish`, 'finish');
  await head.goto(file);
  expect(await seen(head)).toContain(REVIEW_STAGE_LABELS.finished.id);
  expect(await seen(head)).not.toContain(REVIEW_ACTION_LABELS.finish.id);

  // Those who reported can be told, once.
  await head.getByRole('link', { name: words.toCandidate }).click();
  await press(head, words.tell.button);
  expect(await seen(head)).toContain('Para pelapor diberi tahu pada');
});
