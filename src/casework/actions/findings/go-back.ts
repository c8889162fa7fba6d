/** Ways back: from writing to examining, from rapid response to an ordinary report. */
import type { Officer } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseAction } from '../../rules/case.transitions.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { take } from '../../rules/take.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { entryOf } from './entry-of.ts';

function goBack(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  action: CaseAction,
  reason: string,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, (file, circumstances) => {
    const taken = take(file, action, circumstances, { reason });
    if (!taken.ok) return taken;
    const entries = entryOf(file, circumstances, { kind: 'reason', audience: 'internal', text: reason });
    return decision(taken.value.file, { events: [taken.value.event], entries, news: ['stage'] });
  });
}

/** Something must still be examined before the LHP can be written. */
export function backToExamination(tools: Tools, actor: Officer, target: CaseTarget, reason: string) {
  return goBack(tools, actor, target, 'back-to-examination', reason);
}

/** What rapid response cannot solve goes on as an ordinary report. */
export function makeRegular(tools: Tools, actor: Officer, target: CaseTarget, reason: string) {
  return goBack(tools, actor, target, 'make-regular', reason);
}
