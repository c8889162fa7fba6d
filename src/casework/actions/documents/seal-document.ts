/**
 * Sealing: the number is given and what will be printed is fixed in one transaction, the file is made after it. A process that dies in between leaves
 * `numbered`: the errand finishes it under the number it has, and so does whoever asks again. No number is lost, none is given twice.
 */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import { stopPart } from '../../rules/clock-steps.ts';
import { documentStep } from '../../rules/documents/document.transitions.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { sealAction } from '../../rules/documents/permissions.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { readFields } from '../../rules/documents/read-fields.ts';
import { loadDocument, lockDocument, saveNumbered, saveState } from '../../store/documents/documents.ts';
import { takeNumber } from '../../store/numbers.ts';
import { saysWhatIsSuggested } from '../reviews/lha-given.ts';
import { composeDocument, reporterNameFor, signatoryOf } from './compose-document.ts';
import { DOCUMENT_EVENTS, type DraftTarget, onDocument } from './draft-document.ts';
import { judgeRecipients } from './in-office.ts';
import { passagesOf } from './look-through.ts';
import { FINISH_ERRAND, makeDocumentFile } from './make-file.ts';
import { tellSubject } from './on-subject.ts';
import { type OpenedSubject, openSubject } from './opened-subject.ts';
import { type DocumentAnswer, problem } from './problem.ts';

export interface SealOrder extends DraftTarget {
  /** The sealer has looked at the passages that may hold personal data and says that they may stay. Does not help where one points to a secret reporter. */
  readonly looked?: boolean;
}

/**
 * Seals a document. Opens transactions of its own: call it outside yours.
 *
 * @returns the sealed document; or why not, with what is missing, which passages, or who holds office now
 */
export async function sealDocument(tools: Tools, actor: Actor, order: SealOrder): DocumentAnswer<CaseDocument> {
  const before = await loadDocument(tools.db, order.documentId);
  if (before?.state === 'numbered') return finishFor(tools, actor, before);
  const numbered = await onDocument(
    tools,
    actor,
    order,
    (document) => (document.kind === 'answer' ? 'seal' : sealAction(document.kind)),
    (tx, document, opened) => giveNumber(tools, tx, actor, document, opened, order.looked === true),
  );
  if (!numbered.ok) return numbered;
  await makeDocumentFile(tools, numbered.value);
  return ok((await loadDocument(tools.db, order.documentId)) as CaseDocument);
}

/** Somebody asks for one that has its number: whoever sees it may have its file made. */
async function finishFor(tools: Tools, actor: Actor, document: CaseDocument): DocumentAnswer<CaseDocument> {
  const opened = await openSubject(tools.db, document.subject);
  if (!opened?.reach(actor).sees) return problem('case.document-absent');
  await makeDocumentFile(tools, document);
  return ok((await loadDocument(tools.db, document.id)) as CaseDocument);
}

async function giveNumber(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  document: CaseDocument,
  opened: OpenedSubject,
  looked: boolean,
): DocumentAnswer<{ type: string; payload: Readonly<Record<string, string | number | boolean | null>> }> {
  if (actor.kind !== 'officer') return problem('case.document-not-yours');
  const kind = document.kind as DocumentKind;
  const at = tools.clock.now();
  const on = dayOf(at, opened.facts.zone);
  const { faults } = readFields(kind, document.fields, 'whole');
  if (faults.length > 0) return problem('case.document-incomplete', { faults });
  const same = await saysWhatIsSuggested(tx, document);
  if (!same.ok) return same;
  const isAddressed = documentKind(kind).addressees.length > 0 && documentKind(kind).form === 'letter';
  if (isAddressed && document.recipients.length === 0) return problem('case.addressee-missing');
  const judged = await judgeRecipients(tx, document.recipients, on);
  if (!judged.ok) return judged;
  const passages = await passagesOf(tools, tx, document, opened);
  const certain = passages.filter((one) => one.certain);
  if (certain.length > 0) return problem('case.passage-of-reporter', { passages: certain });
  if (passages.length > 0 && !looked) return problem('case.passage-to-look-at', { passages });

  const superseded = await supersede(tools, tx, actor, document);
  if (!superseded.ok) return superseded;
  const series = inProcedure(documentKind(kind).series, opened.legal.ruleSet);
  const reporterName = await reporterNameFor(tools, tx, actor, document, opened);
  const taken = await takeNumber(tx, { office: opened.office, series, on });
  const signatory = signatoryOf(actor, opened, kind);
  const content = await composeDocument(tools, tx, document, opened, { number: taken.number, signatory, reporterName, at });
  await saveNumbered(tx, document.id, { taken, series, content, by: actor.personId, at, state: 'numbered' });
  await enqueue(tx, { errand: FINISH_ERRAND, payload: { document: document.id }, key: `document ${document.id}` });
  return ok({
    type: 'document.numbered',
    payload: { number: taken.number, passagesLookedAt: passages.length, namesReporter: reporterName !== null },
  });
}

/** The document whose place this one takes counts no more from the moment this one has its number. */
async function supersede(tools: Tools, tx: Tx, actor: Actor, document: CaseDocument): DocumentAnswer<null> {
  if (document.replacesId === null) return ok(null);
  const old = await lockDocument(tx, document.replacesId);
  if (!old || !documentStep(old.state, 'supersede')) return problem('case.document-not-now');
  const at = tools.clock.now();
  await saveState(tx, old.id, 'superseded');
  // Nobody answers a letter that counts no more; the time for the new one begins with its own receipt.
  await tellSubject(tools, tx, actor, old, {
    type: 'document-superseded',
    next: (file) => ({ file: stopPart(file, 'request', old.id, at), events: [] }),
  });
  await appendEvents(tools, tx, { kind: DOCUMENT_EVENTS, id: old.id }, [
    { type: 'document.superseded', at, actor: actorReference(actor), payload: { by: document.id } },
  ]);
  return ok(null);
}
