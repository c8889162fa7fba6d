import { expect, test } from 'vitest';
import { id as lines } from '../src/agreements/web/lines/words.id.ts';
import { id as reviews } from '../src/agreements/web/reviews/words.id.ts';
import { id as signing } from '../src/agreements/web/signing/words.id.ts';
import {
  addLine,
  beginText,
  codeOf,
  fillDay,
  NEXT_YEAR_END,
  nameHands,
  newAgreement,
  openSigning,
  register,
  sign,
  step,
  TODAY,
} from './agreements.ts';
import { press } from './filing.ts';
import { citizen, officer, product, seen, withBrowser } from './people.ts';

withBrowser({ examined: true });

const GOVERNMENT = 'Pemerintah Kabupaten Klungkung';
const OMBUDSMAN = 'Ombudsman RI Perwakilan Bali';
const PROGRAMMES = [
  'Percepatan penyelesaian laporan masyarakat',
  'Pencegahan maladministrasi',
  'Pertukaran data dan informasi',
  'Peningkatan kompetensi SDM',
] as const;
const EVIDENCE = { name: 'notula.pdf', mimeType: 'application/pdf' };

test('a work plan is drafted, signed by two before a witness, carried out with evidence, reviewed, evaluated and renewed', {
  timeout: 420_000,
}, async () => {
  const mark = Date.now().toString(36);

  // The Ombudsman drafts; four programmes, one line each.
  const clerk = await officer('pencegahan@ombudsman-bali');
  const plan = await newAgreement(clerk, {
    ...{ kind: 'rencana-kerja', title: `Rencana kerja Klungkung ${mark} (cerita)`, parties: [GOVERNMENT] },
    ...{ programmes: PROGRAMMES, parent: 'Klungkung, pembaruan', from: TODAY, until: NEXT_YEAR_END },
    years: [TODAY.year, NEXT_YEAR_END.year],
  });
  const code = codeOf(plan);
  for (const [index, programme] of PROGRAMMES.entries())
    await addLine(clerk, plan, {
      ...{ programme, activity: `Kegiatan ${index + 1} (cerita)`, owner: GOVERNMENT, target: '4', unit: 'kegiatan' },
      evidence: 'Notula',
    });
  await nameHands(clerk, plan, [
    { position: 'Kepala Perwakilan', party: OMBUDSMAN, ordinal: 1, person: 'Surya Kepala (contoh)' },
    { position: 'Sekretaris Daerah', party: GOVERNMENT, ordinal: 2, person: 'Ida Sekretaris (contoh)' },
    { position: 'Bupati', party: GOVERNMENT, ordinal: 3, isWitness: true, person: 'Nyoman Pimpinan (contoh)' },
  ]);
  await beginText(clerk, plan);
  await step(clerk, plan, 'circulate');

  // The other side comments on a telephone without scripts; the comment is answered and settled, then the text is.
  const coordinator = await officer('koordinator@klungkung', { screen: 'phone', javaScript: false });
  await coordinator.goto(`${plan}/text`);
  await coordinator.locator('details', { hasText: signing.comment.add }).first().locator('summary').click();
  await coordinator.getByLabel(signing.comment.body).first().fill('Mohon tinjauan setiap triwulan (cerita).');
  await coordinator.getByRole('button', { name: signing.comment.send }).first().click();
  expect(await seen(coordinator, 'body')).toContain(signing.comment.sent);
  await clerk.goto(`${plan}/text`);
  expect(await seen(clerk)).toContain('Mohon tinjauan setiap triwulan (cerita).');
  await clerk.goto(`${plan}/steps/settle`);
  await clerk.locator('main form button').last().click();
  expect(await seen(clerk, 'body'), 'a comment is open').not.toContain(register.steps.settle.done);
  await clerk.goto(`${plan}/text`);
  await clerk.getByRole('button', { name: signing.comment.settle }).first().click();
  expect(await seen(clerk, 'body')).toContain(signing.comment.settled);
  await step(clerk, plan, 'settle');

  // Signed in order: whoever comes later waits; the witness is the last.
  await openSigning(clerk, plan);
  const secretary = await officer('sekda@klungkung', { screen: 'phone', javaScript: false });
  await secretary.goto(`${plan}/signing`);
  expect(await seen(secretary)).toContain(signing.signing.notYourTurn);
  const phone = await citizen();
  expect((await phone.goto(`${product.address}/agreements/${code}`))?.status(), 'nothing public before it is signed').toBe(404);
  await sign(await officer('kepala@ombudsman-bali'), plan);
  await sign(secretary, plan);
  await sign(await officer('pimpinan@klungkung'), plan);
  await phone.goto(`${product.address}/agreements/${code}`);
  expect(await seen(phone)).toContain(signing.public.missing(0));
  for (const programme of PROGRAMMES) expect(await seen(phone)).toContain(programme);

  // The owner reports with evidence; the other side confirms, and the public sees it.
  await coordinator.goto(`${plan}/lines/1`);
  await coordinator.getByLabel(lines.report.achieved, { exact: true }).fill('2');
  await fillDay(coordinator, lines.report.asOf, TODAY);
  await coordinator.getByLabel(lines.report.text, { exact: true }).fill('Dua rapat terlaksana (cerita).');
  await coordinator
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...EVIDENCE, buffer: await pdfOf(coordinator) });
  await coordinator.getByLabel(lines.report.forPublic).check();
  await coordinator.getByRole('button', { name: lines.report.send }).first().click();
  expect(await seen(coordinator, 'body')).toContain(lines.report.sent);
  await clerk.goto(`${plan}/lines/1`);
  await clerk.getByRole('button', { name: lines.judge.confirm, exact: true }).click();
  expect(await seen(clerk, 'body')).toContain(lines.judge.done.confirm);
  await phone.goto(`${product.address}/agreements/${code}`);
  expect(await seen(phone)).toContain('50%');

  // The joint review: its agenda from the data, a decision that becomes a line, minutes that the other side confirms.
  await clerk.goto(`${plan}/reviews/new?rhythm=quarter`);
  const periods = await clerk.locator('select[name=period] option').all();
  await clerk.locator('select[name=period]').selectOption({ index: periods.length - 1 });
  await fillDay(clerk, reviews.plan.meetsOn, TODAY);
  await press(clerk, reviews.plan.submit);
  const review = clerk.url();
  expect(await seen(clerk), 'a review of the quarter').toContain('Triwulan');
  await press(clerk, reviews.review.call);
  await press(clerk, reviews.review.hold);
  await clerk.goto(`${review}/attendance`);
  for (const row of [0, 1]) await clerk.locator(`input[name=presence-${row}][value=present]`).check();
  await press(clerk, reviews.attendance.submit);
  await clerk.goto(review);
  await clerk.getByLabel(reviews.review.discussion).fill('Rapat berjalan; data belum dipertukarkan (cerita).');
  await press(clerk, reviews.review.keepDiscussion);
  await clerk.goto(`${review}/decisions/new`);
  await clerk.getByLabel(reviews.decision.text).fill('Menyepakati daftar data (cerita)');
  await clerk.getByLabel(reviews.decision.owner, { exact: true }).selectOption({ label: GOVERNMENT });
  await fillDay(clerk, reviews.decision.dueOn, NEXT_YEAR_END);
  await press(clerk, reviews.decision.submit);
  await press(clerk, reviews.review.seal);
  await coordinator.goto(review);
  await coordinator.getByRole('button', { name: reviews.review.confirm }).click();
  expect(await seen(coordinator, 'body')).toContain(reviews.review.confirmed);
  await clerk.goto(review);
  await clerk.getByRole('link', { name: reviews.review.toLine }).click();
  await clerk.locator('select[name=programme]').selectOption({ label: PROGRAMMES[2] });
  await clerk.getByLabel(reviews.decision.unit).fill('dokumen');
  await clerk.getByLabel(reviews.decision.target).fill('1');
  await press(clerk, reviews.decision.lineSubmit);
  expect(await seen(clerk, 'body')).toContain(reviews.decision.lineMade(5));

  // The evaluation: both sides speak, then it is published.
  await clerk.goto(`${plan}/evaluation`);
  await clerk.getByRole('button', { name: reviews.evaluation.open }).first().click();
  expect(await seen(clerk, 'body')).toContain(reviews.evaluation.opened);
  for (const [page, said] of [
    [coordinator, reviews.words.handedIn],
    [clerk, reviews.words.published],
  ] as const) {
    await page.goto(`${plan}/evaluation/${TODAY.year}`);
    await page.getByRole('link', { name: reviews.evaluation.write }).first().click();
    await page.getByLabel(reviews.words.overall, { exact: true }).fill('Berjalan baik (cerita).');
    await page.locator('input[name=recommendation][value=renew]').check();
    for (const one of await page.locator('input[name^=recommendation-][value=continue]').all()) await one.check();
    await page.getByRole('button', { name: reviews.words.handIn, exact: true }).click();
    expect(await seen(page, 'body')).toContain(said);
  }
  await phone.goto(`${product.address}/agreements/${code}/evaluations/${TODAY.year}`);
  expect(await seen(phone)).toContain('Berjalan baik (cerita).');

  // Renewed a week too late: the uncovered days must be seen and said, and stand on both documents.
  await clerk.goto(`${plan}/renew`);
  await fillDay(clerk, reviews.renew.from, NEXT_YEAR_END.add({ days: 8 }));
  await fillDay(clerk, reviews.renew.until, NEXT_YEAR_END.add({ years: 1 }));
  await press(clerk, reviews.renew.submit);
  expect(await seen(clerk)).toContain('7 hari');
  await clerk.getByLabel(reviews.renew.gapSeen).check();
  await clerk.getByLabel(reviews.renew.gapNote).fill('Menunggu anggaran (cerita).');
  await press(clerk, reviews.renew.submit);
  const next = codeOf(clerk.url());
  expect(next).not.toBe(code);
  expect(await seen(clerk)).toContain('7 hari');
  await clerk.goto(plan);
  expect(await seen(clerk)).toContain(next);
  expect(await seen(clerk)).toContain('7 hari');
});

/** The sealed document of a plan serves as evidence: a PDF that every machine has here. */
async function pdfOf(page: import('playwright-core').Page): Promise<Buffer> {
  const link = await page.request.get(`${page.url().replace(/\/lines.*/, '')}/signing/document.pdf`);
  return Buffer.from(await link.body());
}
