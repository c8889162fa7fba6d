/** Respondents come and go with a reason; whoever was one stays in the case with the days. */
import { agencyById, isInForce } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Respondent, respondentsOf } from '../../rules/case.ts';
import { decision, type Entry } from '../../rules/decision.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import { isUnderWay } from '../../rules/examination/step.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';
import { type RespondentOrder, respondentOf } from '../open-case.ts';

interface Target {
  readonly caseId: string;
  /** The version the form was made from: who is a respondent decides who may see the case. */
  readonly version: number;
}

/** @param order.reason why this agency and position is concerned too */
export function addRespondent(tools: Tools, actor: Actor, target: Target, order: RespondentOrder & { readonly reason: string }) {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (Math.max(reason.length, order.position.length, order.superiorPosition?.length ?? 0) > LONGEST_TEXT)
      return refuse('case.text-too-long');
    const today = dayOf(circumstances.at, file.zone);
    const agency = await agencyById(tx, order.agencyId);
    if (!agency || !isInForce(agency, today)) return refuse('case.agency-missing');
    if (order.superiorAgencyId && !(await agencyById(tx, order.superiorAgencyId))) return refuse('case.agency-missing');
    const respondent = await respondentOf(tools, tx, order);
    const isSame = (each: Respondent) =>
      each.agencyId === respondent.agencyId && each.position.toLowerCase() === respondent.position.toLowerCase();
    if (respondentsOf(file).some(isSame)) return refuse('case.respondent-known');
    const entry = reasonEntry('respondent-added', circumstances.newId(), `${respondent.position}: ${reason}`, respondent.id);
    return decision(
      { ...file, respondents: [...file.respondents, respondent] },
      {
        events: [
          { type: 'respondent-added', payload: { respondent: respondent.id, agency: respondent.agencyId, entry: entry.id } },
        ],
        entries: [entry],
      },
    );
  });
}

export function removeRespondent(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly respondentId: string; readonly reason: string },
) {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const now = respondentsOf(file);
    const respondent = now.find((each) => each.id === order.respondentId);
    if (!respondent) return refuse('case.respondent-missing');
    if (now.length === 1) return refuse('case.respondent-last');
    const [allegations, steps] = [await allegationsOf(tx, file.id), await stepsOf(tx, file.id)];
    const accused = allegations.some((each) => each.respondentId === respondent.id && each.finding !== 'not-examined');
    const asked = steps.some((each) => each.respondentId === respondent.id && isUnderWay(each));
    if (accused || asked) return refuse('case.respondent-accused');
    const entry = reasonEntry('respondent-removed', circumstances.newId(), `${respondent.position}: ${reason}`, respondent.id);
    const respondents = file.respondents.map((each) => (each === respondent ? { ...each, removedAt: circumstances.at } : each));
    return decision(
      { ...file, respondents },
      {
        events: [
          { type: 'respondent-removed', payload: { respondent: respondent.id, agency: respondent.agencyId, entry: entry.id } },
        ],
        entries: [entry],
      },
    );
  });
}

function reasonEntry(kind: string, id: string, text: string, partId: string): Entry {
  return { id, kind, audience: 'internal', text, partId, agencyId: null };
}
