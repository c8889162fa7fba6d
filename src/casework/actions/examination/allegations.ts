/** Allegations of maladministration: raising them (also in the middle of an examination), judging them, linking evidence to them. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import { respondentsOf } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { type Allegation, type Finding, JUDGING_STAGES, refusalToFind } from '../../rules/examination/allegation.ts';
import type { Stance } from '../../rules/examination/evidence.ts';
import type { FormCode } from '../../rules/examination/forms.ts';
import { mayExamine, mayRecord } from '../../rules/examination/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import {
  allegationsOf,
  evidenceLinksOf,
  insertAllegation,
  insertLink,
  saveAllegation,
} from '../../store/examination/allegations.ts';
import { loadEvidenceItem } from '../../store/examination/evidence.ts';
import { decide } from '../decide.ts';

export interface AllegationOrder {
  readonly form: FormCode;
  readonly respondentId: string;
  readonly description: string;
}

/** @returns the id of the new allegation */
export async function raiseAllegation(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: AllegationOrder,
): Promise<Result<string, CaseRefusal>> {
  const id = tools.random.id();
  const decided = await decide(tools, actor, { caseId, version: null }, async (file, { at }, tx) => {
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    const refusal = judgeOrder(order);
    if (refusal) return refuse(refusal);
    if (!respondentsOf(file).some((each) => each.id === order.respondentId)) return refuse('case.respondent-missing');
    const no = (await allegationsOf(tx, file.id)).length + 1;
    const allegation: Allegation = {
      id,
      no,
      form: order.form,
      respondentId: order.respondentId,
      description: order.description.trim(),
      raisedStage: file.stage,
      raisedAt: at,
      raisedBy: actorReference(actor),
      finding: null,
      reason: '',
      judgedAt: null,
      judgedBy: null,
    };
    await insertAllegation(tx, file.id, allegation);
    const payload = { allegation: id, no, form: order.form, respondent: order.respondentId, stage: file.stage };
    return decision(file, { events: [{ type: 'allegation-raised', payload }] });
  });
  return decided.ok ? { ok: true, value: id } : decided;
}

interface Target {
  readonly caseId: string;
  readonly allegationId: string;
}

/** Words it better, or puts it under another form. What was judged is judged anew. */
export function reviseAllegation(tools: Tools, actor: Actor, target: Target, order: AllegationOrder) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, _circumstances, tx) => {
    const before = (await allegationsOf(tx, file.id)).find((each) => each.id === target.allegationId);
    if (!before) return refuse('case.absent');
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    if (before.finding !== null && !JUDGING_STAGES.includes(file.stage)) return refuse('case.not-now');
    const refusal = judgeOrder(order);
    if (refusal) return refuse(refusal);
    if (!respondentsOf(file).some((each) => each.id === order.respondentId)) return refuse('case.respondent-missing');
    const next: Allegation = {
      ...before,
      form: order.form,
      respondentId: order.respondentId,
      description: order.description.trim(),
      finding: null,
      reason: '',
      judgedAt: null,
      judgedBy: null,
    };
    await saveAllegation(tx, file.id, next);
    const payload = { allegation: before.id, no: before.no, from: before.form, to: next.form, respondent: next.respondentId };
    return decision(file, { events: [{ type: 'allegation-revised', payload }] });
  });
}

/** Found, not found, or not examined, each with its reason. */
export function judgeAllegation(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly finding: Finding; readonly reason: string },
) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, { at }, tx) => {
    const before = (await allegationsOf(tx, file.id)).find((each) => each.id === target.allegationId);
    if (!before) return refuse('case.absent');
    if (!mayExamine(file, actor)) return refuse('case.not-yours');
    if (!JUDGING_STAGES.includes(file.stage)) return refuse('case.not-now');
    if (order.reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const links = await evidenceLinksOf(tx, file.id);
    const evidenceFor = links.filter((link) => link.allegationId === before.id && link.stance === 'for').length;
    const refusal = refusalToFind(order.finding, order.reason, evidenceFor);
    if (refusal) return refuse(refusal);
    await saveAllegation(tx, file.id, {
      ...before,
      finding: order.finding,
      reason: order.reason.trim(),
      judgedAt: at,
      judgedBy: actorReference(actor),
    });
    const payload = { allegation: before.id, no: before.no, form: before.form, finding: order.finding, evidenceFor };
    return decision(file, { events: [{ type: 'allegation-judged', payload }] });
  });
}

/** Says that a piece of evidence speaks for or against an allegation, or does not count for it any more. */
export function linkEvidence(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly evidenceId: string; readonly stance: Stance; readonly note: string },
) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, { at }, tx) => {
    const allegation = (await allegationsOf(tx, file.id)).find((each) => each.id === target.allegationId);
    const item = await loadEvidenceItem(tx, file.id, order.evidenceId);
    if (!allegation) return refuse('case.absent');
    if (!item) return refuse('case.evidence-absent');
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    if (order.note.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const links = await evidenceLinksOf(tx, file.id);
    const of = (link: (typeof links)[number]) => link.allegationId === allegation.id;
    const before = links.find((link) => of(link) && link.evidenceId === item.id);
    if (before?.stance === order.stance && before.note === order.note.trim()) return decision(file, { events: [] });
    // A finding of maladministration does not stand without evidence.
    const others = links.filter((link) => of(link) && link.stance === 'for' && link.evidenceId !== item.id);
    if (allegation.finding === 'found' && order.stance !== 'for' && others.length === 0)
      return refuse('case.found-without-evidence');
    const note = order.note.trim();
    const no = (before?.no ?? 0) + 1;
    const link = { allegationId: allegation.id, evidenceId: item.id, no, stance: order.stance, note };
    await insertLink(tx, file.id, { ...link, at: at.toString(), by: actorReference(actor) });
    const payload = { allegation: allegation.id, evidence: item.id, evidenceNo: item.no, stance: order.stance };
    return decision(file, { events: [{ type: 'evidence-linked', payload }] });
  });
}

function judgeOrder(order: AllegationOrder): CaseRefusal | undefined {
  if (order.description.trim() === '') return 'case.text-missing';
  return order.description.length > LONGEST_TEXT ? 'case.text-too-long' : undefined;
}
