import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { type Case, runningClock } from '../../rules/case.ts';
import { allegationsOf, findingsSummary } from '../../store/examination/allegations.ts';
import { custodyOf, evidenceOf } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { tasksOf } from '../../store/examination/tasks.ts';
import { caseEntries } from '../../store/timeline.ts';
import { decide } from '../decide.ts';
import { judgeAllegation, linkEvidence, raiseAllegation } from './allegations.ts';
import { checkEvidence, recordCustody } from './custody.ts';
import { caseNow, examinedCase } from './examination.test-support.ts';
import { finishExamination } from './finish-examination.ts';
import { moveStep } from './move-step.ts';
import { planStep, type StepOrder } from './plan-step.ts';
import { addRespondent, removeRespondent } from './respondents.ts';
import { draftStepDocument } from './step-letter.ts';
import { type EvidenceOrder, takeEvidence } from './take-evidence.ts';
import { addProcedure, changeTask } from './tasks.ts';
import { writeOpinion } from './write-opinion.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
let examiner: Officer;
let second: Officer;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-03-30T09:00:00+08:00');
  officer = await castOf(t);
  [examiner, second] = [await officer('examiner'), await officer('secondExaminer')];
});
beforeEach(() => t.setNow('2026-03-30T09:00:00+08:00'));
afterAll(() => t.close());

const today = Temporal.PlainDate.from('2026-03-30');
const accused = (file: Case) => file.respondents[0]?.id ?? '';

const stepFor = (file: Case, more: Partial<StepOrder> = {}): StepOrder => ({
  about: 'Alasan menolak rujukan (contoh)',
  respondentId: accused(file),
  addressee: '',
  personId: null,
  ownerId: examiner.personId,
  plannedOn: null,
  heldAt: null,
  place: '',
  isAnnounced: true,
  ...more,
});

const item: EvidenceOrder = {
  kind: 'document',
  nature: 'material',
  description: 'Buku register rujukan (contoh)',
  source: 'Kepala Dinas Kesehatan',
  stepId: null,
  receivedOn: today,
  receivedHow: 'diserahkan saat kunjungan',
  keptAt: 'lemari berkas 2',
};

async function filesIn(): Promise<string[]> {
  const folder = join(t.tools.settings.dataFolder, 'files');
  return (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((each) => each.isFile())
    .map((each) => each.name);
}

describe('steps', () => {
  test('an explanation asked twice in vain is deemed waived; each time the clock of the answer runs and stops', async () => {
    const file = await examinedCase(t, officer);
    const early = await planStep(t.tools, examiner, file.id, { kind: 'clarification-second', ...stepFor(file) });
    expect(early).toEqual({ ok: false, refusal: 'case.step-too-early' });
    for (const kind of ['clarification', 'clarification-second'] as const) {
      const planned = await planStep(t.tools, examiner, file.id, { kind, ...stepFor(file) });
      if (!planned.ok) throw new Error(planned.refusal);
      const move = { caseId: file.id, stepId: planned.value, way: 'diantar langsung, tanda terima ada' };
      for (const action of ['send', 'receive'] as const)
        expect(await moveStep(t.tools, examiner, { ...move, action }), action).toMatchObject({ ok: true });
      const running = runningClock(await caseNow(t, file.id), 'request', planned.value);
      expect(running?.limit).toMatchObject({ rule: 'case.explanation', value: 14, unit: 'day' });
      expect(await moveStep(t.tools, examiner, { ...move, action: 'miss' })).toEqual({
        ok: false,
        refusal: 'case.step-not-over',
      });
      t.setNow(running?.dueAt.add({ hours: 10 }).toString() ?? '');
      expect(await moveStep(t.tools, examiner, { ...move, action: 'miss' })).toMatchObject({ ok: true });
      expect(runningClock(await caseNow(t, file.id), 'request', planned.value)).toBeUndefined();
    }
    expect((await caseEntries(t.db, file.id, ['internal'])).map((entry) => entry.kind)).toContain('explanation-waived');
    const types = (await readEvents(t.db, file.id)).map((event) => event.type);
    expect(types).toEqual(
      expect.arrayContaining(['step-planned', 'step-send', 'clock-started', 'step-miss', 'explanation-waived']),
    );
  });

  test('a summons leaves the days of the parameter, and is of no use to somebody who has left', async () => {
    const file = await examinedCase(t, officer);
    const health = await agencyByCode(t.db, '51.05.dinkes');
    const liaison = await officer('liaison');
    const order = stepFor(file, { place: 'Kantor Ombudsman Bali', personId: liaison.personId });
    const heldAt = (text: string) => Temporal.Instant.from(text);
    const soon = await planStep(t.tools, examiner, file.id, {
      kind: 'summons-1',
      ...order,
      heldAt: heldAt('2026-03-31T01:00:00Z'),
    });
    expect(soon).toEqual({ ok: false, refusal: 'case.summons-too-soon' });
    const inTime = { kind: 'summons-1' as const, ...order, heldAt: heldAt('2026-04-09T01:00:00Z') };
    const planned = await planStep(t.tools, examiner, file.id, inTime);
    expect(planned.ok).toBe(true);
    const position = liaison.positions.find((each) => each.agencyId === health?.id);
    await sql`UPDATE directory.positions SET ends_on = '2026-03-30', end_reason = 'mutasi (contoh)' WHERE id = ${position?.positionId}`.execute(
      t.ownerDb,
    );
    const left = await planStep(t.tools, examiner, file.id, inTime);
    expect(left).toEqual({ ok: false, refusal: 'case.step-left' });
    if (planned.ok) {
      const letter = await draftStepDocument(t.tools, examiner, { caseId: file.id, stepId: planned.value, what: 'letter' });
      expect(letter).toEqual({ ok: false, refusal: 'case.addressee-left' });
    }
  });

  test('the letter of a step is drafted with what the step knows, once, and then it tells itself when it was sent', async () => {
    const file = await examinedCase(t, officer);
    const planned = await planStep(t.tools, examiner, file.id, { kind: 'documents', ...stepFor(file) });
    if (!planned.ok) throw new Error(planned.refusal);
    const target = { caseId: file.id, stepId: planned.value, what: 'letter' as const };
    const drafted = await draftStepDocument(t.tools, examiner, target);
    expect(drafted.ok).toBe(true);
    expect(await draftStepDocument(t.tools, examiner, target)).toEqual({ ok: false, refusal: 'case.step-has-letter' });
    const sent = await moveStep(t.tools, examiner, { caseId: file.id, stepId: planned.value, action: 'send', way: 'kurir' });
    expect(sent).toEqual({ ok: false, refusal: 'case.step-letter-first' });
    expect((await stepsOf(t.db, file.id))[0]).toMatchObject({ state: 'planned', documentId: drafted.ok ? drafted.value : '' });
  });

  test('only the team plans', async () => {
    const file = await examinedCase(t, officer);
    for (const name of ['resolver', 'verifier'] as const) {
      const refused = await planStep(t.tools, await officer(name), file.id, { kind: 'documents', ...stepFor(file) });
      expect(refused, name).toEqual({ ok: false, refusal: 'case.not-yours' });
    }
    expect(await planStep(t.tools, await officer('liaison'), file.id, { kind: 'documents', ...stepFor(file) })).toEqual({
      ok: false,
      refusal: 'case.absent',
    });
  });
});

describe('evidence', () => {
  test('a picture is kept byte for byte with its digest, and a cleaned copy beside it', async () => {
    const file = await examinedCase(t, officer);
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Make: 'Kamera contoh' } })
      .jpeg()
      .toBuffer();
    const taken = await takeEvidence(t.tools, examiner, file.id, { ...item, kind: 'picture', bytes });
    expect(taken.ok).toBe(true);
    const [kept] = await evidenceOf(t.db, file.id);
    expect(kept?.file).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      mediaType: 'image/jpeg',
    });
    expect((await readSealed(t.tools, kept?.file?.fileKey ?? '')).equals(bytes)).toBe(true);
    const shown = await readSealed(t.tools, kept?.file?.shownKey ?? '');
    expect((await sharp(shown).metadata()).exif).toBeUndefined();
    expect(await custodyOf(t.db, file.id, kept?.id ?? '')).toMatchObject([{ no: 1, act: 'received', party: 'lemari berkas 2' }]);
  });

  test('of an intake that is refused nothing stays: no row, no file', async () => {
    const file = await examinedCase(t, officer);
    const before = await filesIn();
    const bytes = Buffer.from('%PDF-1.4\n%%EOF\n');
    const order = { ...item, bytes };
    expect(await takeEvidence(t.tools, await officer('resolver'), file.id, order)).toEqual({
      ok: false,
      refusal: 'case.not-yours',
    });
    expect(await takeEvidence(t.tools, examiner, file.id, { ...order, stepId: t.tools.random.id() })).toEqual({
      ok: false,
      refusal: 'case.absent',
    });
    expect(await takeEvidence(t.tools, examiner, file.id, { ...order, bytes: Buffer.from([0, 1, 2, 3, 255]) })).toEqual({
      ok: false,
      refusal: 'file-type-not-accepted',
    });
    expect(await evidenceOf(t.db, file.id)).toEqual([]);
    expect(await filesIn()).toEqual(before);
  });

  test('the check says whether the bytes are still those handed in, and is kept', async () => {
    const file = await examinedCase(t, officer);
    const taken = await takeEvidence(t.tools, examiner, file.id, { ...item, bytes: Buffer.from('Catatan kunjungan (contoh)\n') });
    if (!taken.ok) throw new Error(taken.refusal);
    const target = { caseId: file.id, evidenceId: taken.value };
    expect(await checkEvidence(t.tools, examiner, target)).toEqual({ ok: true, value: true });
    const [kept] = await evidenceOf(t.db, file.id);
    await t.tools.files.remove(kept?.file?.fileKey ?? '');
    expect(await checkEvidence(t.tools, second, target)).toEqual({ ok: true, value: false });
    expect((await custodyOf(t.db, file.id, taken.value)).map((line) => line.isIntact)).toEqual([null, true, false]);
  });

  test('custody: to whom and why; what was returned has no further chain; nobody can change a line', async () => {
    const file = await examinedCase(t, officer);
    const taken = await takeEvidence(t.tools, examiner, file.id, { ...item, kind: 'object', bytes: null });
    if (!taken.ok) throw new Error(taken.refusal);
    const target = { caseId: file.id, evidenceId: taken.value };
    const line = { act: 'handed-over' as const, onDay: today, party: '', reason: 'diperiksa ahli' };
    expect(await recordCustody(t.tools, examiner, target, line)).toEqual({ ok: false, refusal: 'case.custody-party-missing' });
    expect(await recordCustody(t.tools, examiner, target, { ...line, party: 'Laboratorium' })).toMatchObject({ ok: true });
    const returned = { act: 'returned' as const, onDay: today, party: 'Puskesmas', reason: 'selesai diperiksa' };
    expect(await recordCustody(t.tools, examiner, target, returned)).toMatchObject({ ok: true });
    expect(await recordCustody(t.tools, examiner, target, returned)).toEqual({ ok: false, refusal: 'case.evidence-returned' });
    await expect(t.pool.query("update casework.custody set reason = 'x'")).rejects.toThrow(/permission denied/);
    await expect(t.pool.query("update casework.evidence set description = 'x'")).rejects.toThrow(/permission denied/);
  });
});

describe('findings', () => {
  test('the examination is finished when every allegation has its finding, and "found" has its evidence', async () => {
    const file = await examinedCase(t, officer);
    const finish = async () =>
      finishExamination(t.tools, examiner, { caseId: file.id, version: (await caseNow(t, file.id)).version });
    expect(await finish()).toEqual({ ok: false, refusal: 'case.no-allegation' });
    const raised = await raiseAllegation(t.tools, second, file.id, {
      form: 'b',
      respondentId: accused(file),
      description: 'Rujukan tidak diberikan (contoh)',
    });
    if (!raised.ok) throw new Error(raised.refusal);
    expect(await finish()).toEqual({ ok: false, refusal: 'case.allegations-open' });
    const target = { caseId: file.id, allegationId: raised.value };
    const found = { finding: 'found' as const, reason: 'Register menunjukkan penolakan tanpa alasan.' };
    expect(await judgeAllegation(t.tools, examiner, target, found)).toEqual({
      ok: false,
      refusal: 'case.found-without-evidence',
    });
    const taken = await takeEvidence(t.tools, examiner, file.id, { ...item, bytes: null });
    if (!taken.ok) throw new Error(taken.refusal);
    const link = { evidenceId: taken.value, stance: 'for' as const, note: 'halaman 12' };
    expect(await linkEvidence(t.tools, examiner, target, link)).toMatchObject({ ok: true });
    expect(await judgeAllegation(t.tools, examiner, target, found)).toMatchObject({ ok: true });
    expect(await linkEvidence(t.tools, examiner, target, { ...link, stance: 'none' })).toEqual({
      ok: false,
      refusal: 'case.found-without-evidence',
    });
    const step = await planStep(t.tools, examiner, file.id, { kind: 'visit', ...stepFor(file) });
    expect(await finish()).toEqual({ ok: false, refusal: 'case.steps-under-way' });
    if (step.ok)
      await moveStep(t.tools, examiner, { caseId: file.id, stepId: step.value, action: 'cancel', reason: 'tidak perlu lagi' });
    expect(await finish()).toMatchObject({ ok: true, value: { stage: 'reporting' } });
    expect((await findingsSummary(t.db, file.id)).conclusion).toBe('found');
    expect((await allegationsOf(t.db, file.id))[0]).toMatchObject({ no: 1, raisedStage: 'examination', finding: 'found' });
    const event = (await readEvents(t.db, file.id)).find((each) => each.type === 'finish-examination');
    expect(event?.content).toMatchObject({ payload: { found: 1, notFound: 0, notExamined: 0 } });
  });
});

describe('respondents', () => {
  test('come and go with a reason; the accused and the last one stay', async () => {
    const file = await examinedCase(t, officer);
    const works = await agencyByCode(t.db, '51.05.pupr');
    const version = async () => ({ caseId: file.id, version: (await caseNow(t, file.id)).version });
    const order = { agencyId: works?.id ?? '', position: 'Kepala Dinas PUPR', reason: 'ikut menangani' };
    expect(await removeRespondent(t.tools, examiner, await version(), { respondentId: accused(file), reason: 'keliru' })).toEqual(
      { ok: false, refusal: 'case.respondent-last' },
    );
    expect(await addRespondent(t.tools, examiner, await version(), order)).toMatchObject({ ok: true });
    expect(await addRespondent(t.tools, examiner, await version(), { ...order, position: 'kepala dinas pupr' })).toEqual({
      ok: false,
      refusal: 'case.respondent-known',
    });
    await raiseAllegation(t.tools, examiner, file.id, {
      form: 'a',
      respondentId: accused(file),
      description: 'Ditunda (contoh)',
    });
    expect(await removeRespondent(t.tools, examiner, await version(), { respondentId: accused(file), reason: 'keliru' })).toEqual(
      { ok: false, refusal: 'case.respondent-accused' },
    );
    const added = (await caseNow(t, file.id)).respondents.find((each) => each.agencyId === works?.id);
    expect(
      await removeRespondent(t.tools, examiner, await version(), {
        respondentId: added?.id ?? '',
        reason: 'bukan kewenangannya',
      }),
    ).toMatchObject({ ok: true });
    const after = await caseNow(t, file.id);
    expect(after.respondents.map((each) => each.removedAt === null).sort()).toEqual([false, true]);
  });
});

describe('tasks and notes', () => {
  test('a procedure becomes tasks once; my tasks of all cases come by their day', async () => {
    const [one, two] = [await examinedCase(t, officer), await examinedCase(t, officer)];
    const owner = { ownerId: second.personId, language: 'id' as const };
    await addProcedure(t.tools, examiner, one.id, owner);
    await addProcedure(t.tools, examiner, two.id, owner);
    const repeated = await addProcedure(t.tools, examiner, one.id, owner);
    expect(repeated.ok).toBe(true);
    const all = [];
    let cursor: string | undefined;
    do {
      const page = await tasksOf(t.db, second, cursor);
      all.push(...page.lines);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(all).toHaveLength(20);
    expect(new Set(all.map((task) => task.id)).size).toBe(20);
    const [last] = all.slice(-1);
    if (!last) throw new Error('no task');
    const change = { state: 'open' as const, ownerId: second.personId, dueOn: today, note: '' };
    await changeTask(t.tools, second, { caseId: last.caseId, taskId: last.id }, change);
    expect((await tasksOf(t.db, second)).lines[0]?.id).toBe(last.id);
    await changeTask(t.tools, second, { caseId: last.caseId, taskId: last.id }, { ...change, state: 'done' });
    expect((await tasksOf(t.db, second)).lines.some((task) => task.id === last.id)).toBe(false);
  });

  test('an opinion stays inside', async () => {
    const file = await openedCase(t);
    expect(
      await writeOpinion(t.tools, await officer('verifier'), file.id, { text: 'Menurut saya lemah (contoh).' }),
    ).toMatchObject({ ok: true });
    const entries = await caseEntries(t.db, file.id, ['internal', 'reporter', 'respondent', 'parties', 'public']);
    expect(entries.filter((entry) => entry.kind === 'opinion')).toMatchObject([{ audience: 'internal' }]);
    expect(await writeOpinion(t.tools, await officer('preventer'), file.id, { text: 'x' })).toEqual({
      ok: false,
      refusal: 'case.not-yours',
    });
  });

  test('a closed case is only read', async () => {
    const file = await examinedCase(t, officer);
    await decide(t.tools, { kind: 'system', errand: 'test' }, { caseId: file.id, version: null }, (each, { at }) => ({
      ok: true,
      value: { file: { ...each, stage: 'closed', outcome: 'withdrawn', closedAt: at }, events: [], entries: [], news: [] },
    }));
    expect(await writeOpinion(t.tools, examiner, file.id, { text: 'x' })).toEqual({ ok: false, refusal: 'case.not-yours' });
    expect(await takeEvidence(t.tools, examiner, file.id, { ...item, bytes: null })).toEqual({
      ok: false,
      refusal: 'case.not-yours',
    });
  });
});
