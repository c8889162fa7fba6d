import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import { sealIdentity } from '../../../identity/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { makePost, messagesFor } from '../../../messages/index.ts';
import { verifyAudit } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { CAST, type CastName, castOf } from '../../cast.test-support.ts';
import { findClustersErrand } from '../../errands/reviews/find-clusters.ts';
import { reviewAlertsErrand } from '../../errands/reviews/review-alerts.ts';
import type { Candidate } from '../../rules/reviews/candidate.ts';
import { maySee } from '../../rules/reviews/review.ts';
import { loadCase } from '../../store/cases.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { allRows, candidateList, candidateMonths, loadCandidate } from '../../store/reviews/clusters.ts';
import { loadReview } from '../../store/reviews/reviews.ts';
import { sectionHistory } from '../../store/sections/sections.ts';
import { reviewDocument, reviseDraft } from '../documents/draft-document.ts';
import { recordReceipt } from '../documents/receive-document.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { sendDocument } from '../documents/send-document.ts';
import { askSearch } from './ask-search.ts';
import { draftLha } from './lha.ts';
import { AGENCY, writeYear } from './reviews.test-support.ts';
import { dismissCandidate, openInitiative, openReview } from './settle-candidate.ts';
import { dropSuggestion, writeSuggestion } from './suggestions.ts';
import { postToConcerned, tellConcerned } from './tell-concerned.ts';
import { changeMember, moveReview, writeReviewSection } from './work-on-review.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
let planted: string[];

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  officer = await castOf(t);
  t.setNow('2026-03-16T10:00:00+08:00');
  planted = await writeYear(t, '2026-03-16', { many: 20, confidential: 2 });
});
afterAll(() => t.close());

async function candidates(name: CastName = 'preventer', state: Candidate['state'] = 'candidate') {
  return (await candidateList(t.db, await officer(name), state, { limit: 50 })).lines;
}

async function onlyCandidate(): Promise<Candidate> {
  const [first, ...more] = await candidates();
  if (!first || more.length > 0) throw new Error('not exactly one candidate');
  return first;
}

describe('the finder as an errand', () => {
  test('finds the problem and keeps it once for the office of its region, however often it runs', async () => {
    await findClustersErrand(t.tools, {});
    const found = await onlyCandidate();
    const agency = await agencyByCode(t.db, AGENCY);
    const office = await agencyByCode(t.db, 'ori.bali');
    expect(found).toMatchObject({ agencyId: agency?.id, officeId: office?.id, categoryCode: 'civil-registry', place: '51.05' });
    const rows = await allRows(t.db, found.id);
    expect(rows.length).toBe(found.rows);
    expect(rows.filter(({ id }) => planted.includes(id)).length).toBeGreaterThanOrEqual(15);
    expect(found.words.map(({ word }) => word)).toContain('suket');
    expect(found.words.every(({ rows: many }) => many >= 3)).toBe(true);
    // The same day: the same search, which has ended.
    await findClustersErrand(t.tools, {});
    expect((await onlyCandidate()).version).toBe(found.version);
    t.setNow('2026-03-17T10:00:00+08:00');
    await findClustersErrand(t.tools, {});
    expect(await onlyCandidate()).toMatchObject({ id: found.id, rows: found.rows });
  });

  test('shows it to those who prevent, decide and deliberate there or above, and to nobody of the government it is about', async () => {
    for (const name of ['preventer', 'head', 'examiner', 'chair'] as const) expect(await candidates(name), name).toHaveLength(1);
    for (const name of ['coordinator', 'liaison', 'leader', 'counter'] as const)
      expect(await candidates(name), name).toHaveLength(0);
    // What the rule says of one, the list says of all.
    const candidate = await onlyCandidate();
    for (const name of Object.keys(CAST) as CastName[])
      expect((await candidates(name)).length > 0, name).toBe(maySee(candidate, await officer(name)));
    const preventer = await officer('preventer');
    const [chair] = (await officer('liaison')).positions;
    const both: Officer = { ...preventer, positions: [...preventer.positions, ...(chair ? [chair] : [])] };
    expect((await candidateList(t.db, both, 'candidate', { limit: 5 })).lines).toEqual([]);
    expect(maySee(candidate, both)).toBe(false);
  });

  test('is asked for by an office once an hour, and then looks at its region alone', async () => {
    t.setNow('2026-03-17T13:00:00+08:00');
    const asked = await askSearch(t.tools, await officer('preventer'));
    if (!asked.ok) throw new Error(asked.refusal);
    expect(await askSearch(t.tools, await officer('preventer'))).toEqual({ ok: false, refusal: 'case.search-running' });
    expect(await askSearch(t.tools, await officer('liaison'))).toEqual({ ok: false, refusal: 'case.not-yours' });
    await findClustersErrand(t.tools, { search: asked.value.id });
    const { rows } = await sql<{ finished: boolean; clusters: number; rows: number }>`
      SELECT finished_at IS NOT NULL AS finished, clusters_found AS clusters, rows_read AS rows FROM casework.searches
      WHERE id = ${asked.value.id}`.execute(t.db);
    expect(rows[0]).toMatchObject({ finished: true, clusters: 1 });
    expect(rows[0]?.rows).toBeGreaterThan(700);
  });
});

describe('a dismissed candidate', () => {
  test('needs a reason, stays dismissed, and comes back when it has grown by half', async () => {
    const { id, version, rows } = await onlyCandidate();
    const target = { clusterId: id, version };
    expect(await dismissCandidate(t.tools, await officer('preventer'), target, '  ')).toEqual({
      ok: false,
      refusal: 'case.reason-missing',
    });
    expect(await dismissCandidate(t.tools, await officer('liaison'), target, 'x')).toEqual({ ok: false, refusal: 'case.absent' });
    expect(await dismissCandidate(t.tools, await officer('examiner'), target, 'x')).toEqual({
      ok: false,
      refusal: 'case.not-yours',
    });
    expect((await dismissCandidate(t.tools, await officer('preventer'), target, 'Sudah ditangani pusat (contoh).')).ok).toBe(
      true,
    );
    expect(await dismissCandidate(t.tools, await officer('preventer'), target, 'lagi')).toEqual({
      ok: false,
      refusal: 'case.review-moved-on',
    });
    t.setNow('2026-03-18T10:00:00+08:00');
    await findClustersErrand(t.tools, {});
    expect(await candidates()).toEqual([]);
    expect(await candidates('preventer', 'dismissed')).toHaveLength(1);
    planted.push(...(await writeYear(t, '2026-03-16', { many: 21 })));
    t.setNow('2026-03-19T10:00:00+08:00');
    await findClustersErrand(t.tools, {});
    const again = await onlyCandidate();
    expect(again.id).toBe(id);
    expect(again.rows).toBeGreaterThanOrEqual(1.5 * rows);
  });
});

describe('a review file', () => {
  test('goes from detection to its end, loses no words, and its suggestions are owed', async () => {
    const preventer = await officer('preventer');
    const head = await officer('head');
    const candidate = await onlyCandidate();
    const target = { clusterId: candidate.id, version: candidate.version };
    expect(await openReview(t.tools, preventer, target, { title: '' })).toEqual({
      ok: false,
      refusal: 'case.review-title-missing',
    });
    const title = 'Blangko KTP kosong di Klungkung (contoh)';
    const twice = await Promise.all([
      openReview(t.tools, preventer, target, { title }),
      openReview(t.tools, head, target, { title }),
    ]);
    expect(twice.map((each) => each.ok).sort()).toEqual([false, true]);
    expect(await openInitiative(t.tools, head, target, { title, account: 'x', position: '' })).toEqual({
      ok: false,
      refusal: 'case.review-moved-on',
    });
    const opened = twice.find((each) => each.ok);
    if (!opened?.ok) throw new Error('nobody opened it');
    const { id, number } = opened.value;
    expect(number).toMatch(/^0001\/KAJIAN\/III\/2026\//);
    expect((await loadCandidate(t.db, candidate.id))?.reviewId).toBe(id);

    const move = (who: Officer, action: Parameters<typeof moveReview>[3], reason = '') =>
      moveReview(t.tools, who, { reviewId: id, version: null }, action, reason);
    expect(await move(preventer, 'analyse')).toEqual({ ok: false, refusal: 'case.review-problem-missing' });
    const write = (who: Officer, section: 'problem' | 'lha', text: string, baseRevision = 0) =>
      writeReviewSection(t.tools, who, id, { section, text, baseRevision });
    expect(await write(preventer, 'lha', 'terlalu dini')).toEqual({ ok: false, refusal: 'case.not-yours' });
    const both = await Promise.all([write(preventer, 'problem', 'Blangko kosong.'), write(head, 'problem', 'Cetak terhenti.')]);
    expect(both.map((each) => each.ok && each.value.outcome).sort()).toEqual(['beside', 'saved']);
    const history = await sectionHistory(t.db, id, { document: 'review', section: 'problem' });
    expect(history.map(({ text }) => text).sort()).toEqual(['Blangko kosong.', 'Cetak terhenti.']);

    expect((await move(preventer, 'analyse')).ok).toBe(true);
    expect((await write(preventer, 'lha', 'Pengadaan terlambat; sediakan persediaan dua bulan.')).ok).toBe(true);
    expect(await move(preventer, 'give-lha')).toEqual({ ok: false, refusal: 'case.not-yours' });
    expect((await move(head, 'give-lha')).ok).toBe(true);
    const order = {
      ...{ kind: 'suggestion' as const, agencyId: candidate.agencyId, position: '', evidenceAsked: 'Kartu persediaan' },
      text: 'Sediakan blangko untuk dua bulan (contoh).',
    };
    const health = await agencyByCode(t.db, 'ori.bali');
    expect(
      await writeSuggestion(t.tools, preventer, { reviewId: id, version: null }, { ...order, agencyId: health?.id ?? '' }),
    ).toEqual({ ok: false, refusal: 'case.review-agency-outside' });
    const version = (await loadReview(t.db, id))?.version ?? 0;
    expect(await writeSuggestion(t.tools, preventer, { reviewId: id, version }, order)).toEqual({ ok: true, value: 1 });
    expect(await writeSuggestion(t.tools, preventer, { reviewId: id, version }, order)).toEqual({
      ok: false,
      refusal: 'case.review-moved-on',
    });
    // Written is not given: the agency owes nothing, and the review does not end over it.
    expect(await obligationsOf(t.db, { reviewId: id })).toEqual([]);
    expect(await move(head, 'finish')).toEqual({ ok: false, refusal: 'case.review-suggestions-open' });
    const issued = await giveLha(id, order.text);
    expect(issued).toMatchObject({ reviewId: id, kind: 'suggestion', state: 'issued' });
    expect(await move(head, 'finish')).toEqual({ ok: false, refusal: 'case.review-suggestions-open' });
    await sql`UPDATE casework.obligations SET state = 'carried-out', judged_at = now() WHERE review_id = ${id}`.execute(t.db);

    const examiner = await officer('examiner');
    const member = (personId: string, does: 'add' | 'end') =>
      changeMember(t.tools, preventer, { reviewId: id, version: null }, { personId, does });
    expect((await member(examiner.personId, 'add')).ok).toBe(true);
    expect(await member((await officer('liaison')).personId, 'add')).toEqual({
      ok: false,
      refusal: 'case.review-member-unknown',
    });
    expect((await loadReview(t.db, id))?.members).toHaveLength(2);
    expect((await member(examiner.personId, 'end')).ok).toBe(true);

    expect(await tellConcerned(t.tools, preventer, candidate.id)).toEqual({ ok: false, refusal: 'case.review-moved-on' });
    expect((await move(head, 'finish')).ok).toBe(true);
    expect((await loadReview(t.db, id))?.clocks.every((clock) => clock.stoppedAt !== null)).toBe(true);
  });

  test('once ended, those who left a contact are told once, and nothing of the others', async () => {
    const [candidate] = await candidates('preventer', 'opened');
    if (!candidate) throw new Error('no opened candidate');
    const rows = await allRows(t.db, candidate.id);
    const reached = rows.slice(0, 3).map(({ id }) => id);
    for (const [index, id] of reached.entries()) {
      await inTransaction(t.tools, (tx) =>
        sealIdentity(t.tools, tx, {
          complaintId: id,
          contact: { name: 'Warga Contoh', email: `warga${index}@contoh.example` },
          original: { title: 'x', description: 'x' } as never,
        }),
      );
    }
    const preventer = await officer('preventer');
    expect((await tellConcerned(t.tools, preventer, candidate.id)).ok).toBe(true);
    expect(await tellConcerned(t.tools, preventer, candidate.id)).toEqual({ ok: false, refusal: 'case.review-moved-on' });
    await postToConcerned(t.tools, candidate.id);
    await postToConcerned(t.tools, candidate.id);
    const told = await messagesFor(t.db, { kind: 'cluster', id: candidate.id });
    expect(told).toHaveLength(3);
    expect((await loadCandidate(t.db, candidate.id))?.toldCount).toBe(3);
  });
});

/** The LHA from its draft to the sending, with what may not happen on the way. @returns the suggestion as it is owed */
async function giveLha(reviewId: string, text: string) {
  const [preventer, examiner, head] = [await officer('preventer'), await officer('examiner'), await officer('head')];
  const target = { reviewId, version: null };
  const drafted = await draftLha(t.tools, preventer, target);
  if (!drafted.ok) throw new Error(drafted.refusal);
  const documentId = drafted.value.id;
  expect(drafted.value.fields.suggestions).toContain('Sediakan blangko untuk dua bulan (contoh). Bukti pelaksanaan');
  expect(await draftLha(t.tools, preventer, target)).toEqual({ ok: false, refusal: 'case.lha-in-making' });
  expect(await dropSuggestion(t.tools, preventer, target, 1)).toEqual({ ok: false, refusal: 'case.lha-in-making' });

  // Who writes another suggestion into the document than the review has cannot have it sealed.
  const revision = async () => (await loadDocument(t.db, documentId))?.revision ?? 0;
  const at = async () => ({ documentId, revision: await revision() });
  const { fields } = drafted.value;
  const changed = { ...fields, suggestions: 'Sediakan apa saja (contoh).' };
  expect((await reviseDraft(t.tools, preventer, { ...(await at()), fields: changed })).ok).toBe(true);
  expect((await reviewDocument(t.tools, examiner, await at())).ok).toBe(true);
  expect(await sealDocument(t.tools, head, { ...(await at()), looked: true })).toEqual({
    ok: false,
    refusal: { code: 'case.lha-changed' },
  });
  expect((await reviseDraft(t.tools, preventer, { ...(await at()), fields })).ok).toBe(true);
  expect((await reviewDocument(t.tools, preventer, await at())).ok).toBe(false);
  expect((await reviewDocument(t.tools, examiner, await at())).ok).toBe(true);
  const sealed = await sealDocument(t.tools, head, { ...(await at()), looked: true });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  expect(sealed.value.number).toMatch(/LHA/);
  expect(await obligationsOf(t.db, { reviewId })).toEqual([]);

  const ways = Object.fromEntries(sealed.value.recipients.map(({ no }) => [no, 'post' as const]));
  const sent = await sendDocument(t.tools, head, { ...(await at()), ways });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const [issued, ...more] = await obligationsOf(t.db, { reviewId });
  if (!issued || more.length > 0) throw new Error('not exactly one suggestion was given');
  expect(issued).toMatchObject({ documentId, text });

  // Its time counts from the receipt.
  const before = t.tools.clock.now();
  t.setNow(before.add({ hours: 24 * 9 }).toString());
  const on = before
    .add({ hours: 24 * 8 })
    .toZonedDateTimeISO('Asia/Makassar')
    .toPlainDate();
  const receipt = { ...(await at()), recipientNo: 1, outcome: 'received' as const, on, reason: 'Tanda terima (contoh)' };
  const received = await recordReceipt(t.tools, head, receipt);
  if (!received.ok) throw new Error(JSON.stringify(received.refusal));
  const [later] = await obligationsOf(t.db, { reviewId });
  expect(later?.state).toBe('received');
  expect(later?.dueAt.epochMilliseconds).toBeGreaterThan(issued.dueAt.epochMilliseconds);
  t.setNow(before.toString());
  return issued;
}

describe('an own-initiative case', () => {
  test('begins at the plenary with the candidate as its basis', async () => {
    planted.push(...(await writeYear(t, '2025-10-16', { many: 22, at: '51.05.dinkes' })));
    t.setNow('2026-03-23T10:00:00+08:00');
    await findClustersErrand(t.tools, {});
    const candidate = await onlyCandidate();
    const opened = await openInitiative(
      t.tools,
      await officer('preventer'),
      { clusterId: candidate.id, version: candidate.version },
      { title: 'Blangko KTP (contoh)', account: 'Banyak laporan serupa (contoh).', position: '' },
    );
    if (!opened.ok) throw new Error(opened.refusal);
    const file = await loadCase(t.db, opened.value.id);
    expect(file).toMatchObject({ access: 'IAPS', stage: 'plenary', channel: 'own-initiative', tip: false });
    expect(file?.respondents[0]?.agencyId).toBe(candidate.agencyId);
    expect((await loadCandidate(t.db, candidate.id))?.caseId).toBe(file?.id);
  });
});

test('the stages of the table are those the database allows', async () => {
  const { REVIEW_STAGES } = await import('../../rules/reviews/review.transitions.ts');
  const { rows } = await sql<{ definition: string }>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE conrelid = 'casework.reviews'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%detection%'`.execute(
    t.db,
  );
  const listed = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, stage]) => stage);
  expect(listed.sort()).toEqual([...REVIEW_STAGES].sort());
});

test('a stage that is due soon or past is told to those who work on it, each once', async () => {
  planted.push(...(await writeYear(t, '2025-08-16', { many: 23, at: '51.05.pupr' })));
  t.setNow('2026-03-24T10:00:00+08:00');
  await findClustersErrand(t.tools, {});
  const candidate = await onlyCandidate();
  const preventer = await officer('preventer');
  const opened = await openReview(
    t.tools,
    preventer,
    { clusterId: candidate.id, version: candidate.version },
    { title: 'Kajian (contoh)' },
  );
  if (!opened.ok) throw new Error(opened.refusal);
  const due = opened.value.clocks[0]?.dueAt;
  if (!due) throw new Error('no clock');
  await reviewAlertsErrand(t.tools);
  const told = async () => (await messagesFor(t.db, { kind: 'review', id: opened.value.id })).length;
  expect(await told()).toBe(0);
  t.setNow(due.subtract({ hours: 3 }).toString());
  await reviewAlertsErrand(t.tools);
  await reviewAlertsErrand(t.tools);
  expect(await told()).toBe(1);
  t.setNow(due.add({ hours: 3 }).toString());
  await reviewAlertsErrand(t.tools);
  await reviewAlertsErrand(t.tools);
  // The member and the head.
  expect(await told()).toBe(3);
});

test('every record of it stands in the audit file unbroken', async () => {
  let broken = 0;
  for await (const finding of verifyAudit(t.db)) if (finding.grade === 'broken') broken += 1;
  expect(broken).toBe(0);
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*)::int AS n FROM audit.files WHERE kind IN ('cluster', 'review') GROUP BY kind ORDER BY kind`.execute(
    t.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['cluster', 'review']);
});

describe('what comes month after month, and what nobody gave a category', () => {
  test('is found, kept with what it is, shown by months, and stays one candidate when it is given a category', async () => {
    const year = await testDatabase();
    try {
      const casting = await castOf(year);
      year.setNow('2026-03-16T10:00:00+08:00');
      const ids = await writeYear(year, '2026-03-16', { many: 30, steady: true, category: null });
      await findClustersErrand(year.tools, {});
      const list = async () => (await candidateList(year.db, await casting('preventer'), 'candidate', { limit: 50 })).lines;
      const [found, ...more] = await list();
      expect(more).toEqual([]);
      expect(found).toMatchObject({ kind: 'steady', categoryCode: '', otherWeeks: 0, parts: { of: 13 } });
      expect(found?.parts?.having).toBeGreaterThanOrEqual(7);
      const months = await candidateMonths(year.db, found?.id ?? '');
      expect(months.length).toBeGreaterThanOrEqual(11);
      expect(months.reduce((sum, each) => sum + each.rows, 0)).toBe(found?.rows);
      await sql`UPDATE complaints.complaints SET category_code = 'civil-registry' WHERE id = any(${ids}::uuid[])`.execute(
        year.db,
      );
      year.setNow('2026-03-17T10:00:00+08:00');
      await findClustersErrand(year.tools, {});
      const again = await list();
      expect(again).toHaveLength(1);
      expect(again[0]).toMatchObject({ id: found?.id, kind: 'steady', categoryCode: 'civil-registry' });
    } finally {
      await year.close();
    }
  });
});
