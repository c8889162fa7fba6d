/** A case in the stage of reporting for tests, with one allegation that was found, and the way of an LHP to its issue. */
import { expect } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import type { CastName, openedCase } from '../../cast.test-support.ts';
import { type Case, type Conclusion, respondentsOf } from '../../rules/case.ts';
import type { Finding } from '../../rules/examination/allegation.ts';
import { LHP_SECTIONS } from '../../rules/findings/lhp.ts';
import { documentsOf, loadDocument } from '../../store/documents/documents.ts';
import { lhpInMaking } from '../../store/findings/lhps.ts';
import { openLetter } from '../documents/receive-document.ts';
import { sendDocument } from '../documents/send-document.ts';
import { judgeAllegation, linkEvidence, raiseAllegation } from '../examination/allegations.ts';
import { caseNow, examinedCase } from '../examination/examination.test-support.ts';
import { finishExamination } from '../examination/finish-examination.ts';
import { takeEvidence } from '../examination/take-evidence.ts';
import { handInLhp, issueLhp, reviewLhp, sealLhp } from './hand-in-lhp.ts';
import { addAction, beginLhp, concludeLhp, recordDiscussion, saveLhpSection } from './write-lhp.ts';

export type Officers = (name: CastName) => Promise<Officer>;

/** The result, or the refusal in the failure. */
export function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** @returns a case in the stage `reporting` */
export async function reportingCase(
  t: TestDatabase,
  officer: Officers,
  { finding = 'found', ...order }: Parameters<typeof openedCase>[1] & { readonly finding?: Finding } = {},
): Promise<Case> {
  const file = await examinedCase(t, officer, order);
  const examiner = await officer('examiner');
  const allegationId = value(
    await raiseAllegation(t.tools, examiner, file.id, {
      form: 'b',
      respondentId: respondentsOf(file)[0]?.id ?? '',
      description: 'Surat rujukan tidak diberikan (contoh).',
    }),
  );
  const evidenceId = value(
    await takeEvidence(t.tools, examiner, file.id, {
      kind: 'document',
      nature: 'formal',
      description: 'Buku register rujukan (contoh)',
      source: 'Kepala puskesmas',
      stepId: null,
      receivedOn: Temporal.PlainDate.from('2026-03-16'),
      receivedHow: 'Diserahkan di kantor',
      keptAt: 'Lemari arsip',
      bytes: null,
    }),
  );
  value(
    await linkEvidence(
      t.tools,
      examiner,
      { caseId: file.id, allegationId },
      { evidenceId, stance: 'for', note: 'tidak ada nomor rujukan' },
    ),
  );
  value(
    await judgeAllegation(t.tools, examiner, { caseId: file.id, allegationId }, { finding, reason: 'Sesuai bukti (contoh).' }),
  );
  const now = await caseNow(t, file.id);
  return value(await finishExamination(t.tools, examiner, { caseId: file.id, version: now.version }));
}

/** Writes a whole LHP: every text, the conclusion, one corrective action where something was found, and the case review with the head. */
export async function writtenLhp(
  t: TestDatabase,
  officer: Officers,
  caseId: string,
  conclusion: Conclusion = 'found',
): Promise<Case> {
  const [examiner, head] = [await officer('examiner'), await officer('head')];
  const target = { caseId, version: null };
  value(await beginLhp(t.tools, examiner, target));
  const lhp = await lhpInMaking(t.db, caseId);
  for (const section of LHP_SECTIONS) {
    const text = `Isi ${section} versi ${lhp?.no} (contoh).`;
    value(await saveLhpSection(t.tools, examiner, { caseId, section, text, baseRevision: (lhp?.no ?? 1) - 1 }));
  }
  value(
    await concludeLhp(t.tools, examiner, target, {
      conclusion,
      endedReason: conclusion === 'ended' ? 'Sudah selesai di pengadilan (contoh).' : '',
    }),
  );
  const file = await caseNow(t, caseId);
  if (conclusion === 'found') {
    value(
      await addAction(t.tools, examiner, target, {
        respondentId: respondentsOf(file)[0]?.id ?? '',
        text: 'Menerbitkan surat rujukan',
        evidenceAsked: 'Salinan surat rujukan',
        otherLimit: null,
      }),
    );
  }
  return value(
    await recordDiscussion(t.tools, head, target, {
      heldOn: Temporal.PlainDate.from('2026-03-16'),
      personIds: [examiner.personId],
      said: 'Temuan dinilai cukup (contoh).',
    }),
  );
}

/** From written to issued: handed in by the examiner, reviewed by the resolver, sealed and issued by the head. */
export async function issuedCase(t: TestDatabase, officer: Officers, caseId: string): Promise<Case> {
  const [examiner, reviewer, head] = [await officer('examiner'), await officer('resolver'), await officer('head')];
  const target = { caseId, version: null };
  value(await handInLhp(t.tools, examiner, target));
  value(await reviewLhp(t.tools, reviewer, { caseId, revision: await revisionNow(t, caseId) }));
  value(await sealLhp(t.tools, head, { caseId, revision: await revisionNow(t, caseId), looked: true }));
  return value(await issueLhp(t.tools, head, target));
}

/** The revision of the document of the version in making. */
export async function revisionNow(t: TestDatabase, caseId: string): Promise<number> {
  const lhp = await lhpInMaking(t.db, caseId);
  return (await loadDocument(t.db, lhp?.documentId ?? ''))?.revision ?? 0;
}

/** Sends the newest document of a kind through the system to its addressee, who opens it. */
export async function sentAndOpened(
  t: TestDatabase,
  sender: Officer,
  reader: Officer,
  caseId: string,
  kind: string,
): Promise<void> {
  const document = (await documentsOf(t.db, caseId)).findLast((one) => one.kind === kind);
  expect(document).toBeDefined();
  if (!document) return;
  value(await sendDocument(t.tools, sender, { documentId: document.id, revision: document.revision, ways: { 1: 'system' } }));
  value(await openLetter(t.tools, reader, document.id));
}
