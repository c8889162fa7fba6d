/** What an examination consists of before its findings: a plan, letters to the respondent and what became of them, tasks. With the real actions. */
import type { Officer } from '../../kernel/actor.ts';
import type { Tools } from '../../platform/tools.ts';
import { answerLetter, keepAnswer } from '../actions/documents/answer-letter.ts';
import { reviewDocument, reviseDraft } from '../actions/documents/draft-document.ts';
import { openLetter } from '../actions/documents/receive-document.ts';
import { sealDocument } from '../actions/documents/seal-document.ts';
import { sendDocument } from '../actions/documents/send-document.ts';
import { planStep } from '../actions/examination/plan-step.ts';
import { draftStepDocument } from '../actions/examination/step-letter.ts';
import { addProcedure } from '../actions/examination/tasks.ts';
import { saveSection } from '../actions/sections/save-section.ts';
import { respondentsOf } from '../rules/case.ts';
import { mayExamine } from '../rules/examination/permissions.ts';
import { PLAN_DOCUMENT, PLAN_SECTIONS } from '../rules/examination/plan.ts';
import { loadDocument } from '../store/documents/documents.ts';
import { current, must, player } from './play-case.ts';

const PLAN = {
  issue: 'Mengapa akta tidak terbit dalam waktu yang dijanjikan, sejak permohonan diterima sampai sekarang (contoh).',
  standards: 'Standar pelayanan pencatatan kelahiran yang dipasang di loket: lima hari kerja (contoh).',
  questions:
    'Kapan permohonan dinyatakan lengkap?\nSiapa yang memegang berkas dan sejak kapan?\nApakah pemohon diberi tahu? (contoh)',
  methods: 'Permintaan dokumen kepada dinas, lalu penjelasan tertulis kepala dinas (contoh).',
} as const;

/** The plan, but for its last part, and the checklist of the procedure as tasks. */
export async function planExamination(tools: Tools, caseId: string): Promise<void> {
  const [lead, second] = [await player(tools, 'asisten'), await player(tools, 'asisten2')];
  for (const section of PLAN_SECTIONS) {
    if (section === 'schedule') continue;
    const place = { document: PLAN_DOCUMENT, section, text: PLAN[section], baseRevision: 0 };
    must(await saveSection(tools, section === 'questions' ? second : lead, { caseId, ...place }, mayExamine));
  }
  must(await addProcedure(tools, lead, caseId, { ownerId: lead.personId, language: 'id' }));
}

export interface ExampleLetter {
  readonly kind: 'documents' | 'clarification';
  readonly asked: string;
  readonly ground: string;
  readonly opener?: `${string}@${string}`;
  readonly answer?: string;
}

/** A step with its letter: written, reviewed by a colleague, sealed by the head, sent, opened and answered, as far as it got. */
export async function askInWriting(tools: Tools, caseId: string, given: ExampleLetter): Promise<void> {
  const [lead, second, head] = [await player(tools, 'asisten'), await player(tools, 'asisten2'), await player(tools, 'kepala')];
  const [respondent] = respondentsOf(await current(tools, caseId));
  const stepId = must(
    await planStep(tools, lead, caseId, {
      kind: given.kind,
      about: given.asked,
      respondentId: respondent?.id ?? null,
      addressee: '',
      personId: null,
      ownerId: lead.personId,
      plannedOn: null,
      heldAt: null,
      place: '',
      isAnnounced: true,
    }),
  );
  const documentId = must(await draftStepDocument(tools, lead, { caseId, stepId, what: 'letter' }));
  const target = async () => ({ documentId, revision: (await loadDocument(tools.db, documentId))?.revision ?? 0 });
  const fields = { ground: given.ground, asked: given.asked, more: '' };
  must(await reviseDraft(tools, lead, { ...(await target()), fields }));
  must(await reviewDocument(tools, second, await target()));
  must(await sealDocument(tools, head, { ...(await target()), looked: true }));
  must(await sendDocument(tools, lead, { ...(await target()), ways: { 1: 'system' } }));
  if (given.opener) await read(tools, await player(tools, given.opener), documentId, given.answer);
}

async function read(tools: Tools, reader: Officer, letterId: string, answer: string | undefined): Promise<void> {
  must(await openLetter(tools, reader, letterId));
  if (answer === undefined) return;
  must(await keepAnswer(tools, reader, { letterId, text: answer, senderNumber: '', datedOn: '' }));
  must(await answerLetter(tools, reader, letterId));
}
