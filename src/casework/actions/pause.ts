import type { Actor } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Case } from '../rules/case.ts';
import { pauseStage, resumeStage } from '../rules/clock-steps.ts';
import { decision } from '../rules/decision.ts';
import type { CaseRefusal } from '../rules/refusals.ts';
import { type CaseTarget, decide } from './decide.ts';

/** The stage's deadline stands still; the reason is kept for the team. */
export function pauseCaseClock(
  tools: Tools,
  actor: Actor,
  target: CaseTarget,
  reason: string,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, (file, circumstances) => {
    const paused = pauseStage(file, reason, circumstances);
    if (!paused.ok) return paused;
    const entry = {
      id: circumstances.newId(),
      kind: 'pause',
      audience: 'internal',
      text: reason.trim(),
      partId: null,
      agencyId: file.officeId,
    } as const;
    const { type, payload } = paused.value.event;
    return decision(paused.value.file, { events: [{ type, payload: { ...payload, entry: entry.id } }], entries: [entry] });
  });
}

export function resumeCaseClock(tools: Tools, actor: Actor, target: CaseTarget): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, (file, circumstances) => {
    const resumed = resumeStage(file, circumstances);
    return resumed.ok ? decision(resumed.value.file, { events: [resumed.value.event] }) : resumed;
  });
}
