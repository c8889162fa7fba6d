/**
 * From a written LHP to an issued one: handed in (its document and the notice to the reporter are drafted), reviewed by somebody whose words are not in it,
 * sealed by a head (nobody whose words are in it: of a head's own text, the one above), issued. What is issued is what was handed in: the sealed
 * document must say the same.
 */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, isOnTeam, respondentsOf } from '../../rules/case.ts';
import { type CaseEvent, type Circumstances, decision } from '../../rules/decision.ts';
import type { Addressee, CaseDocument } from '../../rules/documents/document.ts';
import { saysTheSame } from '../../rules/findings/compose-lhp.ts';
import { type Lhp, type LhpContent, lhpDocument, mayReviewLhp, type OtherLimit } from '../../rules/findings/lhp.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { take } from '../../rules/take.ts';
import { documentsOf, loadDocument, lockDocument } from '../../store/documents/documents.ts';
import { lhpInMaking, linkObligation, saveIssued, saveSubmitted, saveTakenBack } from '../../store/findings/lhps.ts';
import { sectionAuthors } from '../../store/findings/section-authors.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { discardDraft, draftDocumentIn, reviewDocument } from '../documents/draft-document.ts';
import type { DocumentProblem } from '../documents/problem.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { issueObligation } from '../obligations/issue.ts';
import { markReceivedIn } from '../obligations/move.ts';
import { decideFormerActions, type FormerDecision, formerActions } from './former-actions.ts';
import { readLhp } from './read-lhp.ts';
import { mayWriteLhp } from './write-lhp.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

const NOBODY = { personId: null, name: '' } as const;

/** The respondents first, then their superiors: each agency and position once. */
export function addresseesOf(file: Pick<Case, 'respondents'>, order: readonly ('respondent' | 'superior')[]): Addressee[] {
  const all = { respondent: [] as Addressee[], superior: [] as Addressee[] };
  for (const one of respondentsOf(file)) {
    all.respondent.push({ kind: 'respondent', agencyId: one.agencyId, position: one.position, ...NOBODY });
    if (one.superiorAgencyId === null || one.superiorPosition === '') continue;
    all.superior.push({ kind: 'superior', agencyId: one.superiorAgencyId, position: one.superiorPosition, ...NOBODY });
  }
  const seen = new Set<string>();
  return order
    .flatMap((kind) => all[kind])
    .filter(({ agencyId, position }) => {
      const key = `${agencyId} ${position}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Whether a sealed version of a document still stands, so that a new one takes its place. */
const stands = ({ state }: CaseDocument): boolean => ['sealed', 'sent', 'undelivered', 'received'].includes(state);

/** Hands the draft in: nothing may be missing. */
export function handInLhp(tools: Tools, actor: Officer, target: CaseTarget): Done {
  return decide(tools, actor, target, async (file, _circumstances, tx) => {
    const lhp = await lhpInMaking(tx, file.id);
    if (!lhp) return refuse('case.lhp-absent');
    if (!mayWriteLhp(file, actor)) return refuse(file.stage === 'reporting' ? 'case.not-yours' : 'case.not-now');
    // What goes out under the team's name is handed in by the team; a head who writes joins it first.
    if (!isOnTeam(file, actor.personId)) return refuse('case.lhp-hand-in-team');
    if (lhp.state !== 'draft') return refuse('case.lhp-handed-in');
    const { gaps, content } = await readLhp(tx, lhp);
    if (gaps.length > 0) return refuse('case.lhp-incomplete');
    const subject = { kind: 'case', id: file.id } as const;
    const documents = (await documentsOf(tx, file.id)).filter(({ partId }) => partId === lhp.id);
    const replaced = documents.find((one) => one.kind === 'findings-report' && stands(one));
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject,
      kind: 'findings-report',
      fields: content,
      addressees: addresseesOf(file, ['respondent', 'superior']),
      partId: lhp.id,
      ...(replaced ? { replacesId: replaced.id } : {}),
    });
    if (!drafted.ok) return refuse(codeOf(drafted.refusal));
    if (!file.tip && file.access !== 'IAPS') {
      const noticed = await draftNotice(tools, tx, actor, file, lhp, content, documents);
      if (noticed) return refuse(noticed);
    }
    const authors = await sectionAuthors(tx, file.id, lhpDocument(lhp));
    await saveSubmitted(tx, lhp, {
      documentId: drafted.value.id,
      // As the document keeps them.
      content: drafted.value.fields,
      authors: [...new Set([...lhp.authors, ...authors, actor.personId])],
    });
    return decision(file, {
      events: [{ type: 'lhp-handed-in', payload: { lhp: lhp.id, no: lhp.no, document: drafted.value.id } }],
    });
  });
}

async function draftNotice(
  tools: Tools,
  tx: Tx,
  actor: Officer,
  file: Case,
  lhp: Lhp,
  content: LhpContent,
  documents: readonly CaseDocument[],
): Promise<CaseRefusal | undefined> {
  const replaced = documents.find((one) => one.kind === 'findings-notice' && stands(one));
  const drafted = await draftDocumentIn(tools, tx, actor, {
    subject: { kind: 'case', id: file.id },
    kind: 'findings-notice',
    fields: {
      conclusion: content.conclusion ?? '',
      summary: content.opinion ?? '',
      corrective: content.corrective ?? '',
    },
    addressees: [{ kind: 'reporter', agencyId: null, position: '', ...NOBODY }],
    partId: lhp.id,
    ...(replaced ? { replacesId: replaced.id } : {}),
  });
  return drafted.ok ? undefined : codeOf(drafted.refusal);
}

/** Takes it back to be written on. Drafts made from it are thrown away; a sealed one stays until another takes its place. */
export async function takeBackLhp(tools: Tools, actor: Officer, target: CaseTarget): Done {
  const lhp = await lhpInMaking(tools.db, target.caseId);
  if (lhp?.state === 'submitted') {
    for (const document of await documentsOf(tools.db, target.caseId)) {
      if (document.partId !== lhp.id || !['draft', 'reviewed'].includes(document.state)) continue;
      const thrown = await discardDraft(tools, actor, { documentId: document.id, revision: document.revision });
      if (!thrown.ok) return refuse(thrown.refusal.code);
    }
  }
  return decide(tools, actor, target, async (file, _circumstances, tx) => {
    const current = await lhpInMaking(tx, file.id);
    if (!current) return refuse('case.lhp-absent');
    if (!mayWriteLhp(file, actor)) return refuse(file.stage === 'reporting' ? 'case.not-yours' : 'case.not-now');
    if (current.state !== 'submitted') return refuse('case.not-now');
    await saveTakenBack(tx, current);
    return decision(file, { events: [{ type: 'lhp-taken-back', payload: { lhp: current.id, no: current.no } }] });
  });
}

/** What was composed is never incomplete: a field of it is too long. */
function codeOf({ code }: DocumentProblem): CaseRefusal {
  return code === 'case.document-incomplete' ? 'case.text-too-long' : code;
}

type Problem = Promise<Result<CaseDocument, DocumentProblem>>;

/** What an action on the document of the version in making begins with: it exists, and says what was handed in. */
async function handedIn(
  tools: Tools,
  caseId: string,
): Promise<Result<{ readonly lhp: Lhp; readonly document: CaseDocument }, DocumentProblem>> {
  const lhp = await lhpInMaking(tools.db, caseId);
  const document = lhp?.documentId ? await loadDocument(tools.db, lhp.documentId) : undefined;
  if (!lhp || !document) return refuse({ code: 'case.lhp-absent' });
  if (!saysTheSame(lhp.content, document.fields)) return refuse({ code: 'case.lhp-changed' });
  return { ok: true, value: { lhp, document } };
}

/** @param target.revision the document's revision the page was made from */
export async function reviewLhp(
  tools: Tools,
  actor: Officer,
  target: { readonly caseId: string; readonly revision: number },
): Problem {
  const found = await handedIn(tools, target.caseId);
  if (!found.ok) return found;
  if (!mayReviewLhp(found.value.lhp, actor.personId)) return refuse({ code: 'case.lhp-own-review' });
  return reviewDocument(tools, actor, { documentId: found.value.document.id, revision: target.revision });
}

/** A head seals, the one above when the head's own words are in it. Opens transactions of its own. */
export async function sealLhp(
  tools: Tools,
  actor: Officer,
  target: { readonly caseId: string; readonly revision: number; readonly looked: boolean },
): Problem {
  const found = await handedIn(tools, target.caseId);
  if (!found.ok) return found;
  const { lhp, document } = found.value;
  if (document.reviewedBy !== null && !mayReviewLhp(lhp, document.reviewedBy)) return refuse({ code: 'case.lhp-own-review' });
  if (!mayReviewLhp(lhp, actor.personId)) return refuse({ code: 'case.lhp-own-seal' });
  return sealDocument(tools, actor, { documentId: document.id, revision: target.revision, looked: target.looked });
}

/**
 * Issues the sealed version: the case moves on, corrective actions become obligations, the reporter is told that there is a result.
 *
 * @param decisions what becomes of each corrective action of a former version that is still owed
 */
export function issueLhp(tools: Tools, actor: Officer, target: CaseTarget, decisions: readonly FormerDecision[] = []): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const lhp = await lhpInMaking(tx, file.id);
    if (!lhp?.documentId || !lhp.conclusion || lhp.state !== 'submitted') return refuse('case.lhp-not-sealed');
    const document = await lockDocument(tx, lhp.documentId);
    if (!document || !stands(document) || document.reviewedBy === null) return refuse('case.lhp-not-sealed');
    if (!mayReviewLhp(lhp, document.reviewedBy)) return refuse('case.lhp-own-review');
    // Sealed on the page of documents, past the LHP's own.
    if (document.sealedBy === null || !mayReviewLhp(lhp, document.sealedBy)) return refuse('case.lhp-own-seal');
    if (!saysTheSame(lhp.content, document.fields)) return refuse('case.lhp-changed');
    const action = ({ found: 'issue-found', 'not-found': 'issue-not-found', ended: 'issue-ended' } as const)[lhp.conclusion];
    const taken = take(file, action, circumstances, { met: ['lhp-sealed'], reason: lhp.endedReason });
    if (!taken.ok) return taken;
    const former = await formerActions(tx, file.id);
    const decided = await decideFormerActions(tools, tx, taken.value.file, circumstances, {
      lhp,
      number: document.number ?? '',
      former,
      decisions,
    });
    if (!decided.ok) return decided;
    const issued = await issueActions(tools, tx, decided.value.file, lhp, document, circumstances);
    await saveIssued(tx, lhp, {
      reviewedBy: document.reviewedBy,
      by: actor.personId,
      at: circumstances.at,
      receivedAt: document.receivedAt,
    });
    const event: CaseEvent = {
      ...taken.value.event,
      payload: { ...taken.value.event.payload, lhp: lhp.id, no: lhp.no, document: document.id },
    };
    const received = document.receivedAt ? await receivedNow(tools, tx, issued, circumstances) : issued;
    if ('refusal' in received) return refuse(received.refusal);
    return decision(received.file, { events: [event, ...decided.value.events, ...received.events], news: ['result'] });
  });
}

interface Issued {
  readonly file: Case;
  readonly events: readonly CaseEvent[];
  readonly obligationIds: readonly string[];
}

async function issueActions(
  tools: Tools,
  tx: Tx,
  file: Case,
  lhp: Lhp,
  document: CaseDocument,
  circumstances: Circumstances,
): Promise<Issued> {
  let next = file;
  const events: CaseEvent[] = [];
  const obligationIds: string[] = [];
  for (const action of lhp.conclusion === 'found' ? lhp.actions : []) {
    const issued = await issueObligation(tools, tx, withLimit(circumstances, action.otherLimit), {
      subject: { kind: 'case', file: next },
      kind: 'corrective-action',
      agencyId: action.agencyId,
      position: action.position,
      text: action.text,
      evidenceAsked: action.evidenceAsked,
      documentId: document.id,
      // What is published is a text of its own; where the reporter is secret not even this one shows.
      isPublic: !file.secret,
    });
    next = issued.file;
    events.push(issued.event);
    obligationIds.push(issued.obligation.id);
    await linkObligation(tx, lhp, action.no, issued.obligation.id);
  }
  return { file: next, events, obligationIds };
}

/** The document was sent and received before the version was issued here: nobody owes anything from before it was issued, so it counts from now. */
export async function receivedNow(
  tools: Tools,
  tx: Tx,
  issued: Issued,
  circumstances: Circumstances,
): Promise<Pick<Issued, 'file' | 'events'> | { readonly refusal: CaseRefusal }> {
  let { file } = issued;
  const events = [...issued.events];
  for (const obligationId of issued.obligationIds) {
    const done = await markReceivedIn(tools, tx, file, circumstances, { obligationId, receivedAt: circumstances.at });
    if (!done.ok) return { refusal: done.refusal };
    file = done.value.file;
    events.push(done.value.event);
  }
  return { file, events };
}

/** The law as one corrective action meets it: with the limit the LHP set for it, reasoned there, instead of the parameter's. */
function withLimit(circumstances: Circumstances, limit: OtherLimit | null): Circumstances {
  if (!limit) return circumstances;
  const { law } = circumstances;
  const own = { value: limit.value, unit: limit.unit };
  return {
    ...circumstances,
    law: { ...law, limit: (rule) => (rule === 'case.corrective' ? { rule, ...own } : law.limit(rule)) },
  };
}
