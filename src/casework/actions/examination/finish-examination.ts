/** The examination ends: every allegation has its finding, no step is under way. Then the LHP is written. */
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import { decision } from '../../rules/decision.ts';
import { refusalToFinish, summarise } from '../../rules/examination/allegation.ts';
import { isUnderWay } from '../../rules/examination/step.ts';
import { take } from '../../rules/take.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';

export function finishExamination(tools: Tools, actor: Actor, target: { readonly caseId: string; readonly version: number }) {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const taken = take(file, 'finish-examination', circumstances);
    if (!taken.ok) return taken;
    const allegations = await allegationsOf(tx, file.id);
    const underWay = (await stepsOf(tx, file.id)).filter(isUnderWay).length;
    const refusal = refusalToFinish(allegations, underWay);
    if (refusal) return refuse(refusal);
    const { found, notFound, notExamined } = summarise(allegations);
    const { type, payload } = taken.value.event;
    const counts = { found: found.length, notFound: notFound.length, notExamined: notExamined.length };
    return decision(taken.value.file, { events: [{ type, payload: { ...payload, ...counts } }], news: ['stage'] });
  });
}
