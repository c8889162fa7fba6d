/** Monitoring the corrective actions: closing when all are carried out, else the file goes to resolution after a completeness check (PO 58/2023 art. 54). */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, teamOf } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import {
  HANDOVER_ITEMS,
  type HandoverAnswer,
  type HandoverAnswers,
  type HandoverItem,
  handoverState,
} from '../../rules/findings/handover.ts';
import { mayHandOver } from '../../rules/findings/obligations-seen.ts';
import { mayWork, standingsWith } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { take } from '../../rules/take.ts';
import { clearHandoverChecks, handoverChecksOf, saveHandoverCheck } from '../../store/findings/handovers.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { entryOf } from './entry-of.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

/** Whoever of the resolution team takes the first step leads from then on, so that the case waits on a desk with a name. */
export function asResolver(file: Case, actor: Officer, at: Moment): Case {
  if (teamOf(file, 'resolver').length > 0 || standingsWith(file, actor, 'case.resolve').length === 0) return file;
  return { ...file, team: [...file.team, { personId: actor.personId, role: 'resolver', since: at, until: null }] };
}

/** The file goes to resolution: its time is over, or every action has its last word and not all were carried out. */
export function handToResolution(tools: Tools, actor: Officer, target: CaseTarget, reason: string): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (file.stage === 'monitoring' && !mayHandOver(file, await obligationsOf(tx, { caseId: file.id }), circumstances.at)) {
      return refuse('case.monitoring-runs');
    }
    const taken = take(file, 'hand-to-resolution', circumstances, { reason });
    if (!taken.ok) return taken;
    return decision(asResolver(taken.value.file, actor, circumstances.at), {
      events: [taken.value.event],
      entries: entryOf(file, circumstances, { kind: 'reason', audience: 'internal', text: reason }),
      news: ['stage'],
    });
  });
}

/** One item of the file was looked for. */
export function checkHandover(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  checks: ReadonlyMap<HandoverItem, { readonly answer: HandoverAnswer; readonly note: string }>,
): Done {
  return decide(tools, actor, target, async (file, { at }, tx) => {
    if (file.stage !== 'resolution') return refuse('case.not-now');
    if (!mayWork(file, actor, 'case.resolve')) return refuse('case.not-yours');
    const before = new Map((await handoverChecksOf(tx, file.id)).map((check) => [check.item, check]));
    const events = [];
    for (const [item, { answer, note }] of checks) {
      const trimmed = note.trim();
      if (answer !== 'present' && trimmed === '') return refuse('case.reason-missing');
      if (trimmed.length > 2000) return refuse('case.text-too-long');
      const old = before.get(item);
      if (old?.answer === answer && old.note === trimmed) continue;
      await saveHandoverCheck(tx, file.id, { item, answer, note: trimmed, checkedBy: actor.personId, checkedAt: at });
      events.push({ type: 'handover-checked', payload: { item, answer } });
    }
    return decision(asResolver(file, actor, at), { events });
  });
}

export async function handoverAnswersOf(db: Parameters<typeof handoverChecksOf>[0], caseId: string): Promise<HandoverAnswers> {
  return new Map((await handoverChecksOf(db, caseId)).map(({ item, answer }) => [item, answer]));
}

/** An incomplete file goes back to the examiners; it is looked through anew when it comes again. */
export function returnFile(tools: Tools, actor: Officer, target: CaseTarget, reason: string): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const checks = await handoverChecksOf(tx, file.id);
    const state = handoverState(new Map(checks.map(({ item, answer }) => [item, answer])));
    if (file.stage === 'resolution' && state !== 'incomplete') {
      return refuse(state === 'open' ? 'case.handover-open' : 'case.handover-complete');
    }
    const taken = take(file, 'return-file', circumstances, { reason });
    if (!taken.ok) return taken;
    await clearHandoverChecks(tx, file.id);
    const missing = HANDOVER_ITEMS.filter((item) => checks.some((check) => check.item === item && check.answer === 'missing'));
    const event = { ...taken.value.event, payload: { ...taken.value.event.payload, missing } };
    return decision(taken.value.file, {
      events: [event],
      entries: entryOf(file, circumstances, { kind: 'reason', audience: 'internal', text: reason }),
    });
  });
}
