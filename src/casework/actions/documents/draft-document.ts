/** Drafting a document, and everything that happens to a draft before it is sealed. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import { DOCUMENT_TEMPLATES } from '../../data/documents/templates.ts';
import { type DocumentAction, documentStep } from '../../rules/documents/document.transitions.ts';
import type { Addressee, CaseDocument, Subject } from '../../rules/documents/document.ts';
import { type DocumentKind, isDocumentKind } from '../../rules/documents/kinds.ts';
import { mayAct, mayDraft } from '../../rules/documents/permissions.ts';
import { readFields } from '../../rules/documents/read-fields.ts';
import { newestTemplate } from '../../rules/documents/template.ts';
import {
  insertDocument,
  loadDocument,
  lockDocument,
  saveDraft,
  saveRecipients,
  saveState,
  successorOf,
} from '../../store/documents/documents.ts';
import { judgeRecipients } from './in-office.ts';
import { type OpenedSubject, openSubject } from './opened-subject.ts';
import { type DocumentAnswer, problem } from './problem.ts';
import { readRecipients } from './recipients.ts';

export interface DraftOrder {
  /** The case, review or plenary it belongs to. */
  readonly subject: Subject;
  readonly kind: DocumentKind;
  /** What was typed, by field of the kind (`rules/documents/kinds.ts`); the missing ones may follow. */
  readonly fields: Readonly<Record<string, string>>;
  /** The addressee first, then copies; may follow too. */
  readonly addressees: readonly Addressee[];
  /** The document this one follows: the first request that a second repeats. */
  readonly basedOnId?: string;
  /** The sealed document whose place it takes when it is sealed. */
  readonly replacesId?: string;
  /** What of the subject it is about: a step, a session, an obligation. */
  readonly partId?: string;
}

/** The event file of each document; its case tells only that it was sent, received or answered. */
export const DOCUMENT_EVENTS = 'case-document';

/** Makes a draft. @returns the draft, or why not; fields that are typed wrongly do not keep a draft from being made, only from being sealed */
export function draftDocument(tools: Tools, actor: Actor, order: DraftOrder): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, (tx) => draftDocumentIn(tools, tx, actor, order));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function draftDocumentIn(tools: Tools, tx: Tx, actor: Actor, order: DraftOrder): DocumentAnswer<CaseDocument> {
  const { subject, kind } = order;
  if (!isDocumentKind(kind)) return problem('case.document-kind');
  const opened = await openSubject(tx, subject);
  if (!opened?.reach(actor).sees || actor.kind !== 'officer') return problem('case.document-absent');
  if (!mayDraft(opened.reach(actor), kind)) return problem('case.document-not-yours');
  const recipients = await readRecipients(tx, kind, order.addressees);
  if (!recipients.ok) return recipients;
  const at = tools.clock.now();
  const judged = await judgeRecipients(tx, recipients.value, dayOf(at, opened.facts.zone));
  if (!judged.ok) return judged;
  const { fields, faults } = readFields(kind, order.fields, 'draft');
  if (faults.some(({ fault }) => fault === 'long')) return problem('case.document-incomplete', { faults });
  if (!(await fitsIn(tx, order))) return problem('case.document-absent');
  const id = tools.random.id();
  const { basedOnId = null, replacesId = null, partId = null } = order;
  const templateVersion = newestTemplate(DOCUMENT_TEMPLATES, kind).version;
  const made = {
    id,
    subject,
    direction: 'out',
    kind,
    officeId: opened.office.id,
    templateVersion,
    fields,
    basedOnId,
    replacesId,
    partId,
  } as const;
  await insertDocument(tx, { ...made, draftedBy: actor.personId, draftedAt: at });
  await saveRecipients(tx, { id, subject }, recipients.value);
  await appendEvents(
    tools,
    tx,
    { kind: DOCUMENT_EVENTS, id },
    [
      {
        type: 'document.drafted',
        at,
        actor: actorReference(actor),
        payload: { subject: subject.id, kind, templateVersion, basedOnId, replacesId },
      },
    ],
    { newFile: true },
  );
  return ok((await loadDocument(tx, id)) as CaseDocument);
}

/** What it follows or replaces belongs to the same subject, is sealed, and is not being replaced by another one already. */
async function fitsIn(tx: Tx, { subject, basedOnId, replacesId }: DraftOrder): Promise<boolean> {
  for (const id of [basedOnId, replacesId]) {
    if (id === undefined) continue;
    const other = await loadDocument(tx, id);
    if (!other || other.subject.id !== subject.id) return false;
    if (id === replacesId && (!documentStep(other.state, 'supersede') || (await successorOf(tx, id)))) return false;
  }
  return true;
}

export interface DraftTarget {
  readonly documentId: string;
  /** The revision the form was made from. */
  readonly revision: number;
}

/** Writes a draft anew. A reviewed one is a draft again. @param order.addressees left out: they stay */
export function reviseDraft(
  tools: Tools,
  actor: Actor,
  order: DraftTarget & { readonly fields: Readonly<Record<string, string>>; readonly addressees?: readonly Addressee[] },
): DocumentAnswer<CaseDocument> {
  return onDocument(tools, actor, order, 'revise', async (tx, document, opened) => {
    const kind = document.kind as DocumentKind;
    const { fields, faults } = readFields(kind, order.fields, 'draft');
    if (faults.length > 0) return problem('case.document-incomplete', { faults });
    const at = tools.clock.now();
    if (order.addressees) {
      const recipients = await readRecipients(tx, kind, order.addressees);
      if (!recipients.ok) return recipients;
      const judged = await judgeRecipients(tx, recipients.value, dayOf(at, opened.facts.zone));
      if (!judged.ok) return judged;
      await saveRecipients(tx, document, recipients.value);
    }
    const templateVersion = newestTemplate(DOCUMENT_TEMPLATES, kind).version;
    const by = actor.kind === 'officer' ? actor.personId : document.editedBy;
    await saveDraft(tx, document.id, { fields, templateVersion, by, at });
    return ok({ type: 'document.revised', payload: { templateVersion } });
  });
}

/** Somebody else than who wrote it last says that it is right. */
export function reviewDocument(tools: Tools, actor: Actor, target: DraftTarget): DocumentAnswer<CaseDocument> {
  return onDocument(tools, actor, target, 'review', async (tx, document) => {
    const { faults } = readFields(document.kind as DocumentKind, document.fields, 'whole');
    if (faults.length > 0) return problem('case.document-incomplete', { faults });
    const by = (actor as Extract<Actor, { kind: 'officer' }>).personId;
    await saveState(tx, document.id, 'reviewed', { reviewed: { by, at: tools.clock.now() } });
    return ok({ type: 'document.reviewed', payload: {} });
  });
}

/** Back to the drafter; what to mend is said in person or in an internal note of the case. */
export function returnDraft(tools: Tools, actor: Actor, target: DraftTarget): DocumentAnswer<CaseDocument> {
  return onDocument(tools, actor, target, 'return', async (tx, document) => {
    await saveState(tx, document.id, 'draft', { reviewed: null });
    return ok({ type: 'document.returned', payload: {} });
  });
}

/** Throws a draft away; it stays in the register, without a number. */
export function discardDraft(tools: Tools, actor: Actor, target: DraftTarget): DocumentAnswer<CaseDocument> {
  return onDocument(tools, actor, target, 'discard', async (tx, document) => {
    await saveState(tx, document.id, 'discarded');
    return ok({ type: 'document.discarded', payload: {} });
  });
}

export interface DocumentEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** Locks, looks whether the actor may, works, and appends the event: the shell of every step an officer of the Ombudsman takes. */
export function onDocument(
  tools: Tools,
  actor: Actor,
  target: DraftTarget,
  action: DocumentAction | ((document: CaseDocument) => DocumentAction),
  work: (tx: Tx, document: CaseDocument, opened: OpenedSubject) => DocumentAnswer<DocumentEvent>,
): DocumentAnswer<CaseDocument> {
  return orRollBack(tools, async (tx) => {
    const document = await lockDocument(tx, target.documentId);
    const opened = document && (await openSubject(tx, document.subject));
    const reach = opened?.reach(actor);
    if (!document || !opened || !reach?.sees) return problem('case.document-absent');
    const may = mayAct(reach, actor, document, typeof action === 'function' ? action(document) : action);
    if (may !== 'yes') return problem(may === 'not-now' ? 'case.document-not-now' : 'case.document-not-yours');
    if (target.revision !== document.revision) return problem('case.document-moved-on');
    const done = await work(tx, document, opened);
    if (!done.ok) return done;
    await appendEvents(tools, tx, { kind: DOCUMENT_EVENTS, id: document.id }, [
      { ...done.value, at: tools.clock.now(), actor: actorReference(actor) },
    ]);
    return ok((await loadDocument(tx, document.id)) as CaseDocument);
  });
}
