/** What happens to a line besides reports: it begins, its report is taken back, its due day moves, it is dropped. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { reportedAfter, shiftTo } from '../../rules/lines/report.ts';
import { LINE_TEXT_LIMIT, moveLine } from '../../rules/move-line.ts';
import { sidesOf } from '../../rules/permissions.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { countEvidence, insertShift, judgeUpdates, updatesOf } from '../../store/lines/updates.ts';
import { changeLine, type LineTarget } from '../change.ts';
import { tellSides } from './tell-sides.ts';

export function startLine(tools: Tools, actor: Actor, target: LineTarget): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, (line, agreement, { at }) => {
    const moved = moveLine(line, agreement, 'start', { at, actor, text: '' });
    return moved.ok ? { ok: true, value: { next: moved.value.line, events: [moved.value.event] } } : moved;
  });
}

/**
 * From a signed plan both sides are told, and everybody can still read what was promised.
 * @param text the reason
 */
export function dropLine(tools: Tools, actor: Actor, target: LineTarget, text: string): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, { at }, tx) => {
    const moved = moveLine(line, agreement, 'drop', { at, actor, text });
    if (!moved.ok) return moved.refusal === 'agreement.text-missing' ? refuse('agreement.reason-missing') : moved;
    if (moved.value.line.isWithdrawn) {
      const about = `withdrawn:${at.epochMilliseconds}`;
      const news = { purpose: 'agreement.line-withdrawn', sides: ['owner', 'other'], about } as const;
      await tellSides(tools, tx, actor, moved.value.line, agreement, news);
    }
    return { ok: true, value: { next: moved.value.line, events: [moved.value.event] } };
  });
}

/** The owner takes back what it reported and nobody has judged yet: a wrong number need not wait to be sent back. */
export function withdrawReport(tools: Tools, actor: Actor, target: LineTarget): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, { at }, tx) => {
    const moved = moveLine(line, agreement, 'withdraw', { at, actor, text: '' });
    if (!moved.ok) return moved;
    const updates = await updatesOf(tx, agreement.id, line.id);
    const last = updates.findLast(({ state }) => state === 'reported');
    if (!last) return refuse('agreement.nothing-waits');
    await judgeUpdates(tx, line, [last.id], { state: 'withdrawn', by: actorReference(actor), at, text: '' });
    const left = updates.map((update) => (update.id === last.id ? { ...update, state: 'withdrawn' as const } : update));
    const next: Line = {
      ...moved.value.line,
      reported: reportedAfter(left, line.confirmed),
      evidenceCount: await countEvidence(tx, agreement.id, line.id),
    };
    const { type, payload } = moved.value.event;
    return { ok: true, value: { next, events: [{ type, payload: { ...payload, update: last.id } }] } };
  });
}

/** A delay: with its reason, and the day before it stays visible. Both sides are told, whoever moved it. */
export function shiftLine(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  { to, reason }: { readonly to: Day | null; readonly reason: string },
): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, { at, newId }, tx) => {
    if (agreement.state !== 'signed' || (line.state !== 'planned' && line.state !== 'running'))
      return refuse('agreement.line-settled');
    if (!sidesOf(actor, agreement, line).some((side) => side !== 'other')) return refuse('agreement.not-yours');
    if (reason.trim() === '') return refuse('agreement.reason-missing');
    if (reason.length > LINE_TEXT_LIMIT) return refuse('agreement.text-too-long');
    if (hasPersonalData(reason)) return refuse('agreement.personal-data');
    const shifted = shiftTo(line, agreement, to);
    if (!shifted.ok) return shifted;
    const id = newId();
    const { dueOn } = shifted.value;
    const author = actorReference(actor);
    await insertShift(tx, line, { id, fromDay: line.dueOn, toDay: dueOn, reason: reason.trim(), author, at });
    const next: Line = { ...line, dueOn };
    await tellSides(tools, tx, actor, next, agreement, { purpose: 'agreement.line-moved', sides: ['owner', 'other'], about: id });
    const payload = { line: line.id, shift: id, from: line.dueOn.toString(), to: dueOn.toString() };
    return { ok: true, value: { next, events: [{ type: 'line-shifted', payload }] } };
  });
}
