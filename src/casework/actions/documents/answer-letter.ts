/**
 * An agency answers a letter. The text is kept as soon as it is saved and each file as soon as it has arrived whole, in a draft that only its writer sees:
 * a line that breaks while a file is sent loses that file alone. Sending gives the answer its number in the register of incoming documents.
 */
import { type Actor, actorReference, type Officer } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { removeFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { teamOf } from '../../rules/case.ts';
import { stopPart } from '../../rules/clock-steps.ts';
import type { CaseDocument, DocumentFile } from '../../rules/documents/document.ts';
import { ANSWER_SERIES, documentKind } from '../../rules/documents/kinds.ts';
import { dayIn } from '../../rules/documents/letter-days.ts';
import { addressedTo } from '../../rules/documents/permissions.ts';
import {
  answerInMaking,
  insertDocument,
  loadDocument,
  lockDocument,
  saveDraft,
  saveNumbered,
  saveState,
} from '../../store/documents/documents.ts';
import { filesOfDocument, insertDocumentFile, removeDocumentFile } from '../../store/documents/files.ts';
import { takeNumber } from '../../store/numbers.ts';
import { DOCUMENT_EVENTS } from './draft-document.ts';
import { LETTERS_ERRAND, tellSubject } from './on-subject.ts';
import { openSubject } from './opened-subject.ts';
import { type DocumentAnswer, problem } from './problem.ts';
import { wasLaidHere } from './receive-document.ts';
import { tellOfLetter } from './tell.ts';

/** Characters; what is longer goes into a file. */
export const ANSWER_LIMIT = 20_000;
/** Files of one answer. No regulation sets it; further ones go with a further answer. */
export const MOST_ANSWER_FILES = 20;

export interface AnswerText {
  readonly text: string;
  /** The number the sender's own office gave its letter. */
  readonly senderNumber: string;
  /** The day on it, 2026-03-17, or empty. */
  readonly datedOn: string;
}

/** Keeps what was written so far. @returns the draft of the answer */
export function keepAnswer(
  tools: Tools,
  actor: Actor,
  order: { readonly letterId: string } & AnswerText,
): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, async (tx) => {
    const opened = await answerable(tx, actor, order.letterId);
    if (!opened.ok) return opened;
    const { letter, officer } = opened.value;
    const [text, senderNumber, datedOn] = [tidy(order.text), oneLine(order.senderNumber), order.datedOn.trim()];
    if (text.length > ANSWER_LIMIT || senderNumber.length > 100) return problem('case.text-too-long');
    if (datedOn !== '' && !dayIn(datedOn))
      return problem('case.document-incomplete', { faults: [{ field: 'datedOn', fault: 'day' }] });
    const draft = await draftOf(tools, tx, officer, letter);
    const at = tools.clock.now();
    await saveDraft(tx, draft.id, { fields: { text, senderNumber, datedOn }, templateVersion: 1, by: officer.personId, at });
    return ok((await loadDocument(tx, draft.id)) as CaseDocument);
  });
}

/** Takes one file that has arrived whole. Nothing stays of one that is refused. */
export async function addAnswerFile(
  tools: Tools,
  actor: Actor,
  order: { readonly letterId: string; readonly bytes: Uint8Array },
): DocumentAnswer<DocumentFile> {
  const may = await orRollBack(tools, (tx) => answerable(tx, actor, order.letterId));
  if (!may.ok) return may;
  const taken = await takeFile(tools, order.bytes);
  if (!taken.ok) return problem('case.answer-empty', { file: taken.refusal });
  const stored = taken.value;
  try {
    const kept = await orRollBack(tools, async (tx) => {
      const opened = await answerable(tx, actor, order.letterId);
      if (!opened.ok) return opened;
      const { letter, officer } = opened.value;
      const draft = await draftOf(tools, tx, officer, letter);
      if ((await filesOfDocument(tx, draft.id)).length >= MOST_ANSWER_FILES) return problem('case.answer-files');
      const file: DocumentFile = {
        id: tools.random.id(),
        documentId: draft.id,
        purpose: 'answer',
        mediaType: stored.mediaType,
        extension: stored.extension,
        bytes: stored.size,
        sha256: stored.sha256,
        fileKey: stored.key,
        thumbnailKey: stored.picture?.thumbnailKey ?? null,
        addedBy: officer.personId,
        addedAt: tools.clock.now(),
      };
      await insertDocumentFile(tx, letter.subject.id, file);
      return ok(file);
    });
    if (!kept.ok) await removeFile(tools, stored.key);
    return kept;
  } catch (error) {
    await removeFile(tools, stored.key);
    throw error;
  }
}

/** Takes a file out of an answer that is not sent yet; its bytes go when the row is gone. */
export async function dropAnswerFile(
  tools: Tools,
  actor: Actor,
  order: { readonly letterId: string; readonly fileId: string },
): DocumentAnswer<null> {
  const gone = await orRollBack(tools, async (tx) => {
    const opened = await answerable(tx, actor, order.letterId);
    if (!opened.ok) return opened;
    const draft = await answerInMaking(tx, order.letterId, opened.value.officer.personId);
    return ok(draft ? ((await removeDocumentFile(tx, draft.id, order.fileId)) ?? null) : null);
  });
  if (!gone.ok) return gone;
  if (gone.value) await removeFile(tools, gone.value.fileKey);
  return ok(null);
}

/** Sends what was kept: it gets its number in the register, the clock of the request stops, those who asked are told. */
export function answerLetter(tools: Tools, actor: Actor, letterId: string): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, async (tx) => {
    const opened = await answerable(tx, actor, letterId);
    if (!opened.ok) return opened;
    const { letter, officer } = opened.value;
    const draft = await answerInMaking(tx, letterId, officer.personId);
    const files = draft ? await filesOfDocument(tx, draft.id) : [];
    if (!draft || ((draft.fields.text ?? '') === '' && files.length === 0)) return problem('case.answer-empty');
    const subject = await openSubject(tx, letter.subject);
    if (!subject) throw new Error('the file of a letter is gone');
    const at = tools.clock.now();
    const taken = await takeNumber(tx, { office: subject.office, series: ANSWER_SERIES, on: dayOf(at, subject.facts.zone) });
    await saveNumbered(tx, draft.id, { taken, series: ANSWER_SERIES, content: null, by: null, at, state: 'received' });
    await appendEvents(tools, tx, { kind: DOCUMENT_EVENTS, id: draft.id }, [
      {
        type: 'document.answered',
        at,
        actor: actorReference(actor),
        payload: { number: taken.number, letter: letter.id, files: files.map(({ sha256 }) => sha256) },
      },
    ]);
    await tellSubject(
      tools,
      tx,
      LETTERS_ERRAND,
      { ...draft, number: taken.number },
      {
        type: 'document-answered',
        next: (file) => ({ file: stopPart(file, 'request', letter.id, at), events: [] }),
      },
    );
    const lead = subject.file ? teamOf(subject.file, 'lead').map(({ personId }) => personId) : [];
    const told = [...new Set([letter.draftedBy, ...lead])];
    await tellOfLetter(tools, tx, { ...letter, number: letter.number }, told, {
      purpose: 'case.letter-answered',
      stage: `answered:${draft.id}`,
    });
    return ok((await loadDocument(tx, draft.id)) as CaseDocument);
  });
}

/** Throws away what was written and attached, not sent. */
export async function dropAnswer(tools: Tools, actor: Actor, letterId: string): DocumentAnswer<null> {
  const done = await orRollBack(tools, async (tx) => {
    const opened = await answerable(tx, actor, letterId);
    if (!opened.ok) return opened;
    const draft = await answerInMaking(tx, letterId, opened.value.officer.personId);
    if (!draft) return ok([]);
    const files = await filesOfDocument(tx, draft.id);
    for (const file of files) await removeDocumentFile(tx, draft.id, file.id);
    await saveState(tx, draft.id, 'discarded');
    return ok(files);
  });
  if (!done.ok) return done;
  for (const file of done.value) await removeFile(tools, file.fileKey);
  return ok(null);
}

/** A letter this officer is addressed by, that asks for an answer and still counts. Locked, so that two clicks make one draft. */
async function answerable(
  tx: Tx,
  actor: Actor,
  letterId: string,
): DocumentAnswer<{ readonly letter: CaseDocument; readonly officer: Officer }> {
  const letter = await lockDocument(tx, letterId);
  if (!letter || actor.kind !== 'officer' || letter.kind === 'answer') return problem('case.document-absent');
  if (!addressedTo(letter, actor).some(({ no }) => wasLaidHere(letter, no))) return problem('case.document-absent');
  if (!documentKind(letter.kind).isAnswerable || letter.state === 'superseded') return problem('case.answer-not-asked');
  return ok({ letter, officer: actor });
}

async function draftOf(tools: Tools, tx: Tx, officer: Officer, letter: CaseDocument): Promise<CaseDocument> {
  const known = await answerInMaking(tx, letter.id, officer.personId);
  if (known) return known;
  const [id, at] = [tools.random.id(), tools.clock.now()];
  const fields = { text: '', senderNumber: '', datedOn: '' };
  const made = { id, subject: letter.subject, direction: 'in', kind: 'answer', officeId: letter.officeId, fields } as const;
  await insertDocument(tx, {
    ...made,
    templateVersion: 1,
    basedOnId: letter.id,
    replacesId: null,
    partId: letter.partId,
    draftedBy: officer.personId,
    draftedAt: at,
  });
  return (await loadDocument(tx, id)) as CaseDocument;
}

const oneLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
const tidy = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').trim();
