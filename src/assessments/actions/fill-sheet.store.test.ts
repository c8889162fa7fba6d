import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { AnswerChange, SheetKey } from '../rules/filling.ts';
import { questionsOn } from '../rules/walk.ts';
import { answersOf } from '../store/answers.ts';
import { loadConflict, openConflictsOf } from '../store/conflicts.ts';
import { evidenceOf } from '../store/evidence.ts';
import { loadSheet } from '../store/sheets.ts';
import { addEvidence, MOST_EVIDENCE, withdrawEvidence } from './add-evidence.ts';
import { type FieldTest, fieldTest, personWith, sheetOfKind } from './field.test-support.ts';
import { type Filled, type FillOrder, fillSheet } from './fill-sheet.ts';
import { resolveConflict } from './resolve-conflict.ts';

let t: TestDatabase;
let field: FieldTest;
let rounds = 0;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  rounds += 1;
  t.setNow('2026-03-17T10:00:00+08:00');
  field = await fieldTest(t, `putaran-${rounds}`);
});
afterAll(() => t.close());

const change = (indicator: string, value: AnswerChange['value'], baseRevision = 0, note: string | null = null): AnswerChange => ({
  indicator,
  value,
  note,
  baseRevision,
});

async function fill(order: SheetKey & Partial<FillOrder>, actor = field.assessor): Promise<Filled> {
  const result = await fillSheet(t.tools, actor, { changes: [], ...order });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function refused(order: SheetKey & Partial<FillOrder>, actor = field.assessor): Promise<string> {
  const result = await fillSheet(t.tools, actor, { changes: [], ...order });
  return result.ok ? 'accepted' : result.refusal.code;
}

const valueAt = async (key: SheetKey, indicator: string) =>
  (await answersOf(t.db, key)).find((answer) => answer.indicator === indicator)?.value;

async function setStage(stage: string) {
  await t.ownerDb
    .withTables<{ 'assessments.assessments': { id: string; stage: string } }>()
    .updateTable('assessments.assessments')
    .set({ stage })
    .where('id', '=', field.assessmentId)
    .execute();
}

describe('an answer', () => {
  test('is kept as a number, with one event for the whole call', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const filled = await fill({ ...sheet, changes: [change('persyaratan', '2', 0, ' Papan di loket '), change('biaya', 3)] });
    expect(filled.accepted.map(({ indicator }) => indicator)).toEqual(['persyaratan', 'biaya']);
    expect(await answersOf(t.db, sheet)).toContainEqual({
      indicator: 'persyaratan',
      value: '2',
      note: 'Papan di loket',
      revision: filled.sheetRevision,
    });
    const events = await readEvents(t.db, field.assessmentId);
    expect(events.map(({ type }) => type)).toEqual(['sheet.filled']);
    // Free text stays out of the record.
    expect(JSON.stringify(events)).not.toContain('Papan');
    expect(await loadSheet(t.db, field.assessmentId, sheet)).toMatchObject({ filledBy: field.assessor.personId });
  });

  test('that was cleared and given again is never taken for the old one', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const first = (await fill({ ...sheet, changes: [change('biaya', 1)] })).sheetRevision;
    await fill({ ...sheet, changes: [change('biaya', null, first)] });
    expect(await valueAt(sheet, 'biaya')).toBeUndefined();
    await fill({ ...sheet, changes: [change('biaya', 2)] });
    const late = await fill({ ...sheet, changes: [change('biaya', 0, first)] });
    expect(late.conflicts).toHaveLength(1);
    expect(await valueAt(sheet, 'biaya')).toBe('2');
  });

  test.each([
    ['out of scale', change('persyaratan', 4), 'assessment.answer-out-of-scale'],
    ['not on that sheet', change('tahu-tugas', 1), 'assessment.indicator-unknown'],
    ['"does not apply" where it must apply', change('persyaratan', 'n/a'), 'assessment.must-apply'],
    ['a note with nothing to note on', change('persyaratan', null, 0, 'lihat'), 'assessment.note-without-answer'],
    ['a note without end', change('persyaratan', 1, 0, 'a'.repeat(2001)), 'assessment.note-too-long'],
  ])('%s is refused, and nothing beside it is written', async (_what, wrong, code) => {
    const sheet = await sheetOfKind(field, 'product');
    expect(await refused({ ...sheet, changes: [change('biaya', 2), wrong] })).toBe(code);
    expect(await answersOf(t.db, sheet)).toEqual([]);
    expect(await readEvents(t.db, field.assessmentId)).toEqual([]);
  });

  test('of a person asked has no note, in which somebody could be named', async () => {
    for (const kind of ['user', 'officer', 'complaint-officer'] as const) {
      const sheet = await sheetOfKind(field, kind);
      const question = questionsOn(field.instrument, kind)[0]?.indicator;
      expect(await refused({ ...sheet, changes: [change(question?.code ?? '', 1, 0, 'Ibu di loket 2')] })).toBe(
        'assessment.note-not-here',
      );
    }
  });
});

describe('who may write', () => {
  test('the assessor on what counts, the second rater on the second rating, the office on its own assessment, nobody else', async () => {
    const nobody = await personWith(t, 'assessor', 'ori');
    const coordinator = await personWith(t, 'agency-coordinator', '51.05');
    const elsewhere = await personWith(t, 'liaison-officer', '51.05.disdik');
    const people = { assessor: field.assessor, second: field.second, office: field.office, nobody, coordinator, elsewhere };
    const allowed: Record<string, string[]> = {};
    for (const rating of [0, 1, 2] as const) {
      const sheet = await sheetOfKind(field, 'product', rating);
      allowed[rating] = [];
      for (const [name, actor] of Object.entries(people)) {
        if ((await refused(sheet, actor)) === 'accepted') allowed[rating].push(name);
      }
    }
    expect(allowed).toEqual({ 0: ['office', 'coordinator'], 1: ['assessor'], 2: ['second'] });
  });

  test('nobody once it is submitted, after the round, or after the day of the self-assessment', async () => {
    const counting = await sheetOfKind(field, 'product');
    const own = await sheetOfKind(field, 'product', 0);
    t.setNow('2026-03-31T23:59:00+08:00');
    expect(await refused(own, field.office)).toBe('accepted');
    t.setNow('2026-04-01T00:01:00+08:00');
    expect(await refused(own, field.office)).toBe('assessment.self-assessment-over');
    await setStage('submitted');
    expect(await refused(counting)).toBe('assessment.not-open');
    await setStage('draft');
    await t.ownerDb
      .withTables<{ 'assessments.rounds': { id: string; state: string } }>()
      .updateTable('assessments.rounds')
      .set({ state: 'ended' })
      .where('id', '=', field.roundId)
      .execute();
    expect(await refused(counting)).toBe('assessment.round-closed');
  });
});

describe('the same answer written in two places', () => {
  test('differently: nothing is overwritten, both are kept and shown', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const base = (await fill({ ...sheet, changes: [change('biaya', 1)] })).sheetRevision;
    await fill({ ...sheet, changes: [change('biaya', 3, base, 'tarif di papan')] });
    const late = await fill({ ...sheet, changes: [change('biaya', 2, base, 'brosur'), change('produk', 1)] });
    expect(late.conflicts).toMatchObject([{ indicator: 'biaya', server: { value: '3', note: 'tarif di papan' } }]);
    expect(late.accepted).toMatchObject([{ indicator: 'produk' }]);
    expect(await valueAt(sheet, 'biaya')).toBe('3');
    expect(await openConflictsOf(t.db, field.assessmentId)).toMatchObject([
      { device: { value: '2', note: 'brosur' }, server: { value: '3', note: 'tarif di papan' }, kept: null },
    ]);
    // Sent once more from another device: still one difference to settle.
    await fill({ ...sheet, changes: [change('biaya', 2, base, 'brosur')] });
    expect(await openConflictsOf(t.db, field.assessmentId)).toHaveLength(1);
  });

  test('alike: they merge without a word, and the one note there is stays', async () => {
    const sheet = await sheetOfKind(field, 'product');
    await fill({ ...sheet, changes: [change('biaya', 2)] });
    const same = await fill({ ...sheet, changes: [change('biaya', 2, 0, 'brosur')] });
    expect(same.conflicts).toEqual([]);
    expect(await answersOf(t.db, sheet)).toMatchObject([{ value: '2', note: 'brosur' }]);
    await fill({ ...sheet, changes: [change('biaya', 2)] });
    expect(await answersOf(t.db, sheet)).toMatchObject([{ note: 'brosur' }]);
    const other = await fill({ ...sheet, changes: [change('biaya', 2, 0, 'papan')] });
    expect(other.conflicts).toHaveLength(1);
  });

  test('at the same moment: one is written, the other kept beside it', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const values = [0, 1, 2, 3];
    const filled = await Promise.all(values.map((value) => fill({ ...sheet, changes: [change('biaya', value)] })));
    expect(filled.filter(({ accepted }) => accepted.length === 1)).toHaveLength(1);
    const conflicts = await openConflictsOf(t.db, field.assessmentId);
    expect([await valueAt(sheet, 'biaya'), ...conflicts.map(({ device }) => device?.value)].sort()).toEqual(['0', '1', '2', '3']);
    expect(await readEvents(t.db, field.assessmentId)).toHaveLength(4);
  });

  test('is settled by the assessor: the chosen one is the answer, the other stays readable', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const seen = (await fill({ ...sheet, changes: [change('biaya', 3), change('produk', 1)] })).sheetRevision;
    const { conflicts } = await fill({ ...sheet, changes: [change('biaya', 2), change('produk', null, 99)] });
    const [fee, product] = conflicts.map(({ id }) => id) as [string, string];
    const settle = (conflictId: string, kept: 'server' | 'device', seenRevision: number, actor = field.assessor) =>
      resolveConflict(t.tools, actor, { assessmentId: field.assessmentId, conflictId, kept, seenRevision });

    expect(await settle(fee, 'device', seen, field.second)).toMatchObject({ refusal: 'assessment.not-your-sheet' });
    expect(await settle(fee, 'device', seen + 1)).toMatchObject({ refusal: 'assessment.answer-moved-on' });
    expect(await settle(fee, 'device', seen)).toMatchObject({ ok: true });
    expect(await valueAt(sheet, 'biaya')).toBe('2');
    expect(await loadConflict(t.db, field.assessmentId, fee)).toMatchObject({ kept: 'device', server: { value: '3' } });
    // The device that did not hear the answer asks again, another choice comes too late.
    expect(await settle(fee, 'device', seen)).toMatchObject({ ok: true });
    expect(await settle(fee, 'server', seen)).toMatchObject({ refusal: 'assessment.conflict-settled' });

    expect(await settle(product, 'device', seen)).toMatchObject({ ok: true, value: { revision: 0 } });
    expect(await valueAt(sheet, 'produk')).toBeUndefined();
    const events = (await readEvents(t.db, field.assessmentId)).map(({ type }) => type);
    expect(events.filter((type) => type === 'conflict.resolved')).toHaveLength(2);
  });
});

describe('an operation of a device', () => {
  test('is obeyed once, also when it comes ten times at the same moment', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const operationId = t.tools.random.id();
    const order = { ...sheet, operationId, changes: [change('biaya', 2)] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => fill(order)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await readEvents(t.db, field.assessmentId)).toHaveLength(1);
    // Days later the answer has been changed: the same operation says what it said, and changes nothing.
    await fill({ ...sheet, changes: [change('biaya', 0, answers[0]?.sheetRevision)] });
    expect(await fill(order)).toEqual(answers[0]);
    expect(await valueAt(sheet, 'biaya')).toBe('0');
  });

  test('keeps its id to itself: other content or another person is refused', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const operationId = t.tools.random.id();
    await fill({ ...sheet, operationId, changes: [change('biaya', 2)] });
    expect(await refused({ ...sheet, operationId, changes: [change('biaya', 3)] })).toBe('assessment.operation-reused');
    const second = await sheetOfKind(field, 'product', 2);
    expect(await refused({ ...second, operationId, changes: [change('biaya', 2)] }, field.second)).toBe(
      'assessment.operation-reused',
    );
  });

  test('that was refused may be sent again when the assessment comes back', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const order = { ...sheet, operationId: t.tools.random.id(), changes: [change('biaya', 2)] };
    await setStage('submitted');
    expect(await refused(order)).toBe('assessment.not-open');
    await setStage('draft');
    expect((await fill(order)).accepted).toHaveLength(1);
  });
});

describe('a sheet is done', () => {
  test('when every question is answered, with evidence where it is required, and no difference is open', async () => {
    const sheet = await sheetOfKind(field, 'unit');
    const questions = questionsOn(field.instrument, 'unit').map(({ indicator }) => indicator);
    const some = await fill({ ...sheet, done: true, changes: questions.slice(1).map(({ code }) => change(code, 2)) });
    expect(some).toMatchObject({ done: false });
    expect(some.missing.filter(({ lack }) => lack === 'no-answer').map(({ indicator }) => indicator)).toEqual([
      questions[0]?.code,
    ]);
    const all = await fill({ ...sheet, done: true, changes: [change(questions[0]?.code ?? '', 2)] });
    expect(all.missing.every(({ lack }) => lack === 'no-evidence')).toBe(true);
    expect(all.missing.length).toBeGreaterThan(0);
    for (const { indicator } of all.missing) {
      await addEvidence(t.tools, field.assessor, { ...sheet, indicator: indicator ?? '', bytes: Buffer.from('Notulen rapat.') });
    }
    expect(await fill({ ...sheet, done: true })).toMatchObject({ done: true, missing: [] });
    // An answer taken away again: it is not done any more.
    const revision = (await answersOf(t.db, sheet))[0]?.revision ?? 0;
    const [{ indicator } = { indicator: '' }] = await answersOf(t.db, sheet);
    expect(await fill({ ...sheet, changes: [change(indicator, null, revision)] })).toMatchObject({ done: false });
  });

  test('of a person who answered some questions and left others', async () => {
    const sheet = await sheetOfKind(field, 'user');
    expect(await fill({ ...sheet, done: true })).toMatchObject({ done: false });
    const [first] = questionsOn(field.instrument, 'user');
    expect(await fill({ ...sheet, done: true, changes: [change(first?.indicator.code ?? '', 1)] })).toMatchObject({ done: true });
  });

  test('names the product where the plan could not', async () => {
    const sheet = await sheetOfKind(field, 'product');
    expect(await refused({ ...sheet, product: 'a'.repeat(201) })).toBe('assessment.product-too-long');
    await fill({ ...sheet, product: 'Layanan lain' });
    expect(await loadSheet(t.db, field.assessmentId, sheet)).toMatchObject({ serviceName: expect.stringMatching(/^Layanan \d/) });
    await t.ownerDb
      .withTables<{ 'assessments.sheets': { assessment_id: string; service_id: null; service_name: null } }>()
      .updateTable('assessments.sheets')
      .set({ service_id: null, service_name: null })
      .where('assessment_id', '=', field.assessmentId)
      .execute();
    await fill({ ...sheet, product: ' Kartu kuning ' });
    expect(await loadSheet(t.db, field.assessmentId, sheet)).toMatchObject({ serviceName: 'Kartu kuning' });
  });
});

describe('evidence', () => {
  const paper = Buffer.from('Surat keputusan tentang standar pelayanan.');

  test('keeps the fingerprints of what left the device and of what is kept, and what the device told beside it', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const place = { latitude: -8.53, longitude: 115.4 };
    const order = {
      ...sheet,
      indicator: 'persyaratan',
      bytes: paper,
      place,
      caption: ' Papan standar ',
      operationId: t.tools.random.id(),
    };
    const added = await addEvidence(t.tools, field.assessor, order);
    expect(added).toMatchObject({ ok: true });
    expect(await evidenceOf(t.db, sheet)).toMatchObject([{ place, caption: 'Papan standar', mediaType: 'text/plain' }]);
    expect(await addEvidence(t.tools, field.assessor, order)).toEqual(added);
    expect(await evidenceOf(t.db, sheet)).toHaveLength(1);
    const [event] = await readEvents(t.db, field.assessmentId);
    expect(event?.type).toBe('evidence.added');
    expect(JSON.stringify(event)).not.toContain('115.4');
  });

  test('is refused when it was damaged on the way, where none belongs, from others, and beyond the limit', async () => {
    const sheet = await sheetOfKind(field, 'product');
    const user = await sheetOfKind(field, 'user');
    const [question] = questionsOn(field.instrument, 'user');
    const add = async (order: Partial<Parameters<typeof addEvidence>[2]>, actor = field.assessor) => {
      const result = await addEvidence(t.tools, actor, { ...sheet, indicator: 'persyaratan', bytes: paper, ...order });
      return result.ok ? 'kept' : result.refusal;
    };
    expect(await add({ sentSha256: '0'.repeat(64) })).toBe('assessment.file-damaged');
    expect(await add({ ...user, indicator: question?.indicator.code ?? '' })).toBe('assessment.evidence-not-here');
    expect(await add({}, field.second)).toBe('assessment.not-your-sheet');
    expect(await add({ bytes: Buffer.from('<html>') })).toBe('file-type-not-accepted');
    for (let each = 0; each < MOST_EVIDENCE; each += 1) expect(await add({})).toBe('kept');
    expect(await add({})).toBe('assessment.too-much-evidence');
    const [first] = await evidenceOf(t.db, sheet);
    expect(await withdrawEvidence(t.tools, field.assessor, { evidenceId: first?.id ?? '' })).toMatchObject({ ok: true });
    expect(await add({})).toBe('kept');
    await setStage('submitted');
    expect(await add({})).toBe('assessment.not-open');
  });
});
