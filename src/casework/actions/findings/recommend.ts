/** The recommendation: proposed to the plenary, written, handed in to the chair, signed at the head of the Ombudsman, its outcome from its points. */
import { agenciesByIds, agencyById } from '../../../directory/index.ts';
import { actorReference, type Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, respondentsOf } from '../../rules/case.ts';
import { type CaseEvent, type Circumstances, decision } from '../../rules/decision.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { summarise } from '../../rules/examination/allegation.ts';
import { FORMS } from '../../rules/examination/forms.ts';
import { saysTheSame } from '../../rules/findings/compose-lhp.ts';
import {
  ACTION_OF_OUTCOME,
  composeRecommendation,
  gapsInRecommendation,
  outcomeOfPoints,
  RECOMMENDATION_TEXTS,
  type Recommendation,
  type RecommendationText,
} from '../../rules/findings/recommendation.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { documentsOf, loadDocument, lockDocument } from '../../store/documents/documents.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { issuedLhp } from '../../store/findings/lhps.ts';
import {
  deletePoint,
  insertPoint,
  insertRecommendation,
  linkPoint,
  recommendationsOf,
  saveRecommendationSubmitted,
  saveRecommendationTexts,
  saveSigned,
} from '../../store/findings/recommendations.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { insertProposal } from '../../store/verification/checks.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { discardDraft, draftDocumentIn } from '../documents/draft-document.ts';
import type { DocumentProblem } from '../documents/problem.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { issueObligation } from '../obligations/issue.ts';
import { entryOf } from './entry-of.ts';
import { addresseesOf, receivedNow } from './hand-in-lhp.ts';
import { asResolver } from './monitor.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

/** Resolution failed and maladministration stands: the plenary decides whether a recommendation is made. */
export function proposeRecommendation(tools: Tools, actor: Officer, target: CaseTarget, reason: string): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const taken = take(file, 'propose-recommendation', circumstances, { reason });
    if (!taken.ok) return taken;
    const { at, newId } = circumstances;
    const author = actorReference(actor);
    await insertProposal(tx, file.id, { id: newId(), proposal: 'recommend', reasons: reason.trim(), author, at });
    const entries = entryOf(file, circumstances, { kind: 'proposal', audience: 'internal', text: reason });
    return decision(asResolver(taken.value.file, actor, circumstances.at), {
      events: [taken.value.event],
      entries,
      news: ['stage'],
    });
  });
}

export async function recommendationInMaking(db: Db | Tx, caseId: string): Promise<Recommendation | undefined> {
  return (await recommendationsOf(db, caseId)).find(({ signedAt }) => signedAt === null);
}

function mayWrite(file: Case, actor: Officer): CaseRefusal | undefined {
  if (file.stage !== 'recommending') return 'case.not-now';
  return mayWork(file, actor, 'case.resolve') ? undefined : 'case.not-yours';
}

/** Begins it from what the LHP says, so that nothing is typed twice. */
export function beginRecommendation(tools: Tools, actor: Officer, target: CaseTarget): Done {
  return decide(tools, actor, target, async (file, { at, newId }, tx) => {
    const why = mayWrite(file, actor);
    if (why) return refuse(why);
    const all = await recommendationsOf(tx, file.id);
    if (all.some(({ signedAt }) => signedAt === null)) return decision(file, { events: [] });
    const content = (await issuedLhp(tx, file.id))?.content ?? {};
    const { found } = summarise(await allegationsOf(tx, file.id));
    const superior = respondentsOf(file).find(({ superiorAgencyId }) => superiorAgencyId !== null);
    const one = {
      caseId: file.id,
      id: newId(),
      no: (all[0]?.no ?? 0) + 1,
      texts: {
        account: content.account ?? '',
        examined: [content.examined, content.findings].filter(Boolean).join('\n\n'),
        forms: [...new Set(found.map(({ form }) => FORMS[form].label.id))].join('\n'),
        opinion: content.opinion ?? '',
        reasons: '',
      },
      superiorAgencyId: superior?.superiorAgencyId ?? null,
      superiorPosition: superior?.superiorPosition ?? '',
      by: actor.personId,
      at,
    };
    await insertRecommendation(tx, one);
    return decision(file, { events: [{ type: 'recommendation-begun', payload: { recommendation: one.id, no: one.no } }] });
  });
}

function onDraft(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  work: (one: Recommendation, file: Case, circumstances: Circumstances, tx: Tx) => Promise<CaseEvent | CaseRefusal>,
): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const why = mayWrite(file, actor);
    if (why) return refuse(why);
    const one = await recommendationInMaking(tx, file.id);
    if (!one) return refuse('case.recommendation-not-sealed');
    if (one.state !== 'draft') return refuse('case.recommendation-handed-in');
    const done = await work(one, file, circumstances, tx);
    return typeof done === 'string' ? refuse(done) : decision(file, { events: [done] });
  });
}

export function writeRecommendation(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  typed: {
    readonly texts: Readonly<Record<RecommendationText, string>>;
    readonly superiorAgencyId: string | null;
    readonly superiorPosition: string;
  },
): Done {
  return onDraft(tools, actor, target, async (one, _file, { at }, tx) => {
    if (RECOMMENDATION_TEXTS.some((name) => typed.texts[name].length > LONGEST_TEXT)) return 'case.text-too-long';
    if (typed.superiorAgencyId !== null && !(await agencyById(tx, typed.superiorAgencyId))) return 'case.party-missing';
    const superiorPosition = typed.superiorPosition.trim().slice(0, 200);
    await saveRecommendationTexts(tx, one, { ...typed, superiorPosition, by: actor.personId, at });
    return { type: 'recommendation-written', payload: { recommendation: one.id } };
  });
}

export interface PointOrder {
  /** A respondent of the case, or `superior`. */
  readonly to: string;
  readonly text: string;
  readonly evidenceAsked: string;
}

export function addPoint(tools: Tools, actor: Officer, target: CaseTarget, order: PointOrder): Done {
  return onDraft(tools, actor, target, async (one, file, _circumstances, tx) => {
    const respondent = respondentsOf(file).find(({ id }) => id === order.to);
    const [agencyId, position] =
      order.to === 'superior'
        ? [one.superiorAgencyId, one.superiorPosition]
        : [respondent?.agencyId ?? null, respondent?.position ?? ''];
    if (agencyId === null || position === '') return 'case.party-missing';
    const [text, evidenceAsked] = [order.text.trim(), order.evidenceAsked.trim()];
    if (text === '' || evidenceAsked === '') return 'case.text-missing';
    if (Math.max(text.length, evidenceAsked.length) > 2000 || one.points.length >= 50) return 'case.text-too-long';
    const no = Math.max(0, ...one.points.map((point) => point.no)) + 1;
    await insertPoint(tx, one, { no, agencyId, position, text, evidenceAsked, obligationId: null });
    return { type: 'recommendation-written', payload: { recommendation: one.id, point: no } };
  });
}

export function removePoint(tools: Tools, actor: Officer, target: CaseTarget, no: number): Done {
  return onDraft(tools, actor, target, async (one, _file, _circumstances, tx) => {
    await deletePoint(tx, one, no);
    return { type: 'recommendation-written', payload: { recommendation: one.id, removed: no } };
  });
}

const stands = ({ state }: CaseDocument): boolean => ['sealed', 'sent', 'undelivered', 'received'].includes(state);

/** Hands it in to the chair: complete, addressed to the superior and the respondent. */
export function handInRecommendation(tools: Tools, actor: Officer, target: CaseTarget): Done {
  return onDraft(tools, actor, target, async (one, file, _circumstances, tx) => {
    if (gapsInRecommendation(one, respondentsOf(file).length).length > 0) return 'case.recommendation-incomplete';
    const agencies = await agenciesByIds(
      tx,
      one.points.map(({ agencyId }) => agencyId),
    );
    const points = one.points.map((point) => ({ ...point, agency: agencies.get(point.agencyId)?.name ?? '' }));
    const content = composeRecommendation({ texts: one.texts, points });
    const superior = {
      kind: 'superior',
      agencyId: one.superiorAgencyId,
      position: one.superiorPosition,
      personId: null,
      name: '',
    } as const;
    const replaced = (await documentsOf(tx, file.id)).find(
      (each) => each.partId === one.id && each.kind === 'recommendation' && stands(each),
    );
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind: 'recommendation',
      fields: content,
      addressees: [superior, ...addresseesOf(file, ['respondent'])],
      partId: one.id,
      ...(replaced ? { replacesId: replaced.id } : {}),
    });
    // What was composed is never incomplete: a field of it is too long.
    if (!drafted.ok) return drafted.refusal.code === 'case.document-incomplete' ? 'case.text-too-long' : drafted.refusal.code;
    await saveRecommendationSubmitted(tx, one, { documentId: drafted.value.id, content: drafted.value.fields });
    return { type: 'recommendation-handed-in', payload: { recommendation: one.id, document: drafted.value.id } };
  });
}

/** Back to be written on; the draft made from it is thrown away. */
export async function takeBackRecommendation(tools: Tools, actor: Officer, target: CaseTarget): Done {
  const before = await recommendationInMaking(tools.db, target.caseId);
  const document = before?.documentId ? await loadDocument(tools.db, before.documentId) : undefined;
  if (document && ['draft', 'reviewed'].includes(document.state)) {
    const thrown = await discardDraft(tools, actor, { documentId: document.id, revision: document.revision });
    if (!thrown.ok) return refuse(thrown.refusal.code);
  }
  return decide(tools, actor, target, async (file, _circumstances, tx) => {
    const why = mayWrite(file, actor);
    if (why) return refuse(why);
    const one = await recommendationInMaking(tx, file.id);
    if (one?.state !== 'submitted') return refuse('case.not-now');
    await saveRecommendationSubmitted(tx, one, null);
    return decision(file, { events: [{ type: 'recommendation-taken-back', payload: { recommendation: one.id } }] });
  });
}

/** The chair seals its document. Opens transactions of its own. */
export async function sealRecommendation(
  tools: Tools,
  actor: Officer,
  target: { readonly caseId: string; readonly revision: number; readonly looked: boolean },
): Promise<Result<CaseDocument, DocumentProblem>> {
  const one = await recommendationInMaking(tools.db, target.caseId);
  const document = one?.documentId ? await loadDocument(tools.db, one.documentId) : undefined;
  if (!one || !document) return refuse({ code: 'case.recommendation-not-sealed' });
  if (!saysTheSame(one.content, document.fields)) return refuse({ code: 'case.lhp-changed' });
  return sealDocument(tools, actor, { documentId: document.id, revision: target.revision, looked: target.looked });
}

/** Signed: the case is monitored, each point becomes an obligation, due 60 days from receipt (UU 37/2008 art. 38(2)). */
export function signRecommendation(tools: Tools, actor: Officer, target: CaseTarget): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const one = await recommendationInMaking(tx, file.id);
    const document = one?.documentId ? await lockDocument(tx, one.documentId) : undefined;
    if (file.stage === 'recommending' && (!one || !document || !stands(document)))
      return refuse('case.recommendation-not-sealed');
    if (one && document && !saysTheSame(one.content, document.fields)) return refuse('case.lhp-changed');
    const taken = take(file, 'sign-recommendation', circumstances, { met: ['recommendation-sealed'] });
    if (!taken.ok) return taken;
    if (!one || !document) return refuse('case.recommendation-not-sealed');
    let next = taken.value.file;
    const events: CaseEvent[] = [
      { ...taken.value.event, payload: { ...taken.value.event.payload, recommendation: one.id, document: document.id } },
    ];
    const obligationIds: string[] = [];
    for (const point of one.points) {
      const issued = await issueObligation(tools, tx, circumstances, {
        subject: { kind: 'case', file: next },
        kind: 'recommendation',
        agencyId: point.agencyId,
        position: point.position,
        text: point.text,
        evidenceAsked: point.evidenceAsked,
        documentId: document.id,
        isPublic: !file.secret,
      });
      next = issued.file;
      events.push(issued.event);
      obligationIds.push(issued.obligation.id);
      await linkPoint(tx, one, point.no, issued.obligation.id);
    }
    await saveSigned(tx, one, { by: actor.personId, at: circumstances.at, receivedAt: document.receivedAt });
    const all = { file: next, events, obligationIds };
    const received = document.receivedAt ? await receivedNow(tools, tx, all, circumstances) : all;
    if ('refusal' in received) return refuse(received.refusal);
    return decision(received.file, { events: received.events, news: ['result'] });
  });
}

/** The outcome follows from the judged points; partly and not lead to the further steps. `carried-out` closes. */
export function judgeRecommendation(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly reason: string; readonly openObligationsSeen: boolean },
): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (file.stage !== 'recommendation') return refuse('case.not-now');
    const outcome = outcomeOfPoints(await obligationsOf(tx, { caseId: file.id }));
    if (!outcome) return refuse('case.points-open');
    const taken = take(file, ACTION_OF_OUTCOME.recommendation[outcome], circumstances, order);
    if (!taken.ok) return taken;
    return decision(taken.value.file, {
      events: [taken.value.event],
      entries: entryOf(file, circumstances, { kind: 'reason', audience: 'parties', text: order.reason }),
      news: [taken.value.file.stage === 'closed' ? 'closed' : 'stage'],
    });
  });
}
