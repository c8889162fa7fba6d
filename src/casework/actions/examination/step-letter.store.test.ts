import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf } from '../../cast.test-support.ts';
import { runningClock } from '../../rules/case.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { evidenceOf, offeredAsEvidence } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { addAnswerFile, answerLetter, keepAnswer } from '../documents/answer-letter.ts';
import { must, typedFor } from '../documents/documents.test-support.ts';
import { reviewDocument, reviseDraft } from '../documents/draft-document.ts';
import { openLetter } from '../documents/receive-document.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { sendDocument } from '../documents/send-document.ts';
import { caseNow, examinedCase } from './examination.test-support.ts';
import { moveStep } from './move-step.ts';
import { planStep } from './plan-step.ts';
import { draftStepDocument } from './step-letter.ts';
import { takeOfferedFile } from './take-evidence.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  t.setNow('2026-03-30T09:00:00+08:00');
  officer = await castOf(t);
});
afterAll(() => t.close());

test('a step follows its letter: sent, opened by the agency, answered; the clock of the answer is the letter\u2019s', async () => {
  const file = await examinedCase(t, officer);
  const [examiner, second, head, coordinator] = [
    await officer('examiner'),
    await officer('secondExaminer'),
    await officer('head'),
    await officer('coordinator'),
  ];
  const stepId = must(
    await planStep(t.tools, examiner, file.id, {
      kind: 'clarification',
      about: 'Alasan surat rujukan tidak diberikan (contoh)',
      respondentId: file.respondents[0]?.id ?? '',
      addressee: '',
      personId: null,
      ownerId: examiner.personId,
      plannedOn: null,
      heldAt: null,
      place: '',
      isAnnounced: true,
    }),
  );
  const stateNow = async () => (await stepsOf(t.db, file.id)).find((step) => step.id === stepId)?.state;
  const documentId = must(await draftStepDocument(t.tools, examiner, { caseId: file.id, stepId, what: 'letter' }));
  const revision = async () => (await loadDocument(t.db, documentId))?.revision ?? 0;
  const fields = { ...typedFor('clarification-request'), more: '' };
  must(await reviseDraft(t.tools, examiner, { documentId, revision: await revision(), fields }));
  must(await reviewDocument(t.tools, second, { documentId, revision: await revision() }));
  must(await sealDocument(t.tools, head, { documentId, revision: await revision(), looked: true }));
  expect(await stateNow()).toBe('planned');
  must(await sendDocument(t.tools, examiner, { documentId, revision: await revision(), ways: { 1: 'system' } }));
  expect(await stateNow()).toBe('sent');
  must(await openLetter(t.tools, coordinator, documentId));
  expect(await stateNow()).toBe('received');
  const running = runningClock(await caseNow(t, file.id), 'request', documentId);
  expect(running?.limit.rule).toBe('case.explanation');
  // Not over yet: neither missed, nor told twice.
  expect(await moveStep(t.tools, examiner, { caseId: file.id, stepId, action: 'miss' })).toEqual({
    ok: false,
    refusal: 'case.step-not-over',
  });
  // Missed after its time; a late answer through the system still counts.
  t.setNow('2026-04-20T09:00:00+08:00');
  must(await moveStep(t.tools, examiner, { caseId: file.id, stepId, action: 'miss' }));
  expect(await stateNow()).toBe('missed');
  expect(runningClock(await caseNow(t, file.id), 'request', documentId)).toBeUndefined();
  const answer = { letterId: documentId, text: 'Surat rujukan sudah diberikan (contoh).', senderNumber: '', datedOn: '' };
  must(await keepAnswer(t.tools, coordinator, answer));
  must(await addAnswerFile(t.tools, coordinator, { letterId: documentId, bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }));
  // Not before it is sent: a draft of the agency is nobody else's business.
  expect(await offeredAsEvidence(t.db, file.id)).toEqual([]);
  must(await answerLetter(t.tools, coordinator, documentId));
  const [offered] = await offeredAsEvidence(t.db, file.id);
  expect(offered).toMatchObject({ from: 'answer', stepId, letterNumber: (await loadDocument(t.db, documentId))?.number });
  const order = {
    fileId: offered?.id ?? '',
    kind: 'document' as const,
    nature: 'formal' as const,
    description: 'Lampiran jawaban (contoh)',
    source: 'Instansi',
    receivedOn: Temporal.PlainDate.from('2026-04-20'),
    receivedHow: '',
    keptAt: '',
  };
  const twice = await Promise.all([
    takeOfferedFile(t.tools, examiner, file.id, order),
    takeOfferedFile(t.tools, second, file.id, order),
  ]);
  expect(twice.map((each) => (each.ok ? 'taken' : each.refusal)).sort()).toEqual(['case.evidence-taken', 'taken']);
  expect(await evidenceOf(t.db, file.id)).toMatchObject([
    { no: 1, stepId, answerFileId: offered?.id, file: { sha256: offered?.file.sha256 } },
  ]);
  expect((await stepsOf(t.db, file.id))[0]).toMatchObject({ state: 'answered', isMissed: false });
  must(await moveStep(t.tools, examiner, { caseId: file.id, stepId, action: 'finish', result: 'Dijawab lengkap (contoh).' }));
  expect(await stateNow()).toBe('done');
});
