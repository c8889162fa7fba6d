/** The word of the other side: confirmed, sent back, judged as not carried out, opened again. Every report that waits is judged together. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { reportedAfter } from '../../rules/lines/report.ts';
import { moveLine } from '../../rules/move-line.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { countEvidence, judgeUpdates, publishEvidence, updatesOf } from '../../store/lines/updates.ts';
import { changeLine, type LineTarget } from '../change.ts';
import { tellSides } from './tell-sides.ts';

export const VERDICTS = ['confirm', 'return', 'judge-not-done', 'reopen'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text);
}

/** @param text the note; needed unless it is a confirmation */
export function judgeReport(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  { verdict, text }: { readonly verdict: Verdict; readonly text: string },
): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, { at }, tx) => {
    const action = verdict === 'confirm' && line.state === 'reported' ? 'confirm-last' : verdict;
    const moved = moveLine(line, agreement, action, { at, actor, text });
    if (!moved.ok) return moved;
    const updates = await updatesOf(tx, agreement.id, line.id);
    const waiting = updates.filter(({ state }) => state === 'reported');
    const by = actorReference(actor);
    // Whoever reported and has changed sides since does not judge it.
    if (waiting.some(({ author }) => author === by)) return refuse('agreement.same-person');
    if ((verdict === 'confirm' || verdict === 'return') && waiting.length === 0) return refuse('agreement.nothing-waits');
    const state = verdict === 'confirm' ? 'confirmed' : 'returned';
    const ids = waiting.map(({ id }) => id);
    await judgeUpdates(tx, line, ids, { state, by, at, text: text.trim() });
    const { type, payload } = moved.value.event;
    const event = { type, payload: { ...payload, updates: ids } };
    if (verdict === 'confirm') {
      await publishEvidence(
        tx,
        agreement.id,
        waiting.filter(({ forPublic }) => forPublic).map(({ id }) => id),
      );
      return { ok: true, value: { next: { ...moved.value.line, confirmed: line.reported }, events: [event] } };
    }
    const judged = updates.map((update) => (ids.includes(update.id) ? { ...update, state: 'returned' as const } : update));
    const next: Line = {
      ...moved.value.line,
      reported: reportedAfter(judged, line.confirmed),
      evidenceCount: await countEvidence(tx, agreement.id, line.id),
    };
    const about = waiting.at(-1)?.id ?? `${verdict}:${at.epochMilliseconds}`;
    await tellSides(tools, tx, actor, next, agreement, { purpose: 'agreement.line-returned', sides: ['owner'], about });
    return { ok: true, value: { next, events: [event] } };
  });
}
