import { expect, test } from 'vitest';
import { OUTCOME_LABELS, STAGE_LABELS } from '../src/casework/rules/case.transitions.ts';
import { CASE_REFUSALS } from '../src/casework/rules/refusals.ts';
import { takeStep, today } from './casework.ts';
import { officer, product, seen, withBrowser } from './people.ts';

withBrowser();

test('a recommendation that was not carried out is judged so, has its further steps, and ends as what it is', {
  timeout: 300_000,
}, async () => {
  // The example that has waited longer than the sixty days the superior had.
  const resolver = await officer('resolusi@ombudsman-bali');
  await resolver.goto(`${product.address}/desk/cases/all?stage=recommendation`);
  await resolver.getByRole('link', { name: 'Permohonan izin tidak diputus (contoh)' }).click();
  const address = resolver.url();
  expect(await seen(resolver)).toContain(STAGE_LABELS.recommendation.id);

  // Nobody can conclude before each point is judged, with what was looked at.
  await resolver.goto(`${address}/obligations`);
  const points = resolver.locator('main a[href*="/desk/obligations/"]');
  const hrefs = await points.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))]);
  for (const href of hrefs) {
    await resolver.goto(href);
    if ((await resolver.locator('form[action$="/not-carried-out"]').count()) === 0) continue;
    await takeStep(resolver, href, 'not-carried-out', {
      text: 'Tidak ada laporan sampai batas waktu.',
      lookedAt: 'Kotak surat dan daftar laporan',
    });
  }
  await takeStep(resolver, `${address}/recommendation`, 'judge', { reason: 'Tidak satu pun butir dilaksanakan.' });
  await resolver.goto(address);
  expect(await seen(resolver)).toContain(STAGE_LABELS['further-steps'].id);

  // Reported to DPR and President with proof; why the other steps are not taken is said.
  const own = `${address}/recommendation`;
  const why = { taken: 'no', 'why-not': 'Menunggu putusan kepala daerah (cerita).' };
  await takeStep(resolver, own, 'record/dpr-president', { taken: 'yes', on: today(), proof: 'Surat nomor 12 (cerita)' });
  await takeStep(resolver, own, 'record/sanction', why);

  // Closing comes only after every step has its word.
  const head = await officer('kepala@ombudsman-bali');
  const close = { action: 'conclude-not', reason: 'Rekomendasi tidak dilaksanakan sampai batas waktu.' };
  await head.goto(`${address}/close`);
  const form = head.locator('form[action$="/close"]');
  await form.locator('input[value="conclude-not"]').check();
  await form.locator('textarea').first().fill(close.reason);
  await form.getByRole('button').last().click();
  expect(await seen(head)).toContain(CASE_REFUSALS['case.steps-missing'].id);
  await takeStep(resolver, own, 'record/publication', why);
  await takeStep(head, `${address}/close`, 'close', close);
  await head.goto(address);
  expect(await seen(head)).toContain(OUTCOME_LABELS['recommendation-not'].id);
});
