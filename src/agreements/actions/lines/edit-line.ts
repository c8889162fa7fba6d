/** A line of a plan is changed by whoever keeps the plan. Once the plan is signed it takes a reason, and what was promised before stays to be read. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import { rewriteLine } from '../../rules/lines/rewrite.ts';
import { insertChange } from '../../store/lines/changes.ts';
import { insertShift } from '../../store/lines/updates.ts';
import { changeLineIn, type LineTarget } from '../change.ts';
import type { Refused } from '../create-agreement.ts';
import { lineFacts } from './line-facts.ts';
import { tellSides } from './tell-sides.ts';

/**
 * Both sides of a line of a signed plan are told by mail. Many lines of one plan at once: `editLinesIn`.
 *
 * @param order the whole line as it should be; links to its source stay as they are
 * @param reason why, once the plan is signed; '' before
 * @returns the line (unchanged when the order says what it says already), or every flaw at once
 */
export function editLine(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  order: LineOrder,
  reason = '',
): Promise<Result<Line, readonly Refused[]>> {
  return orRollBack(tools, (tx) => editLineIn(tools, tx, actor, target, order, reason));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function editLineIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: LineTarget,
  order: LineOrder,
  reason = '',
): Promise<Result<Line, readonly Refused[]>> {
  let flaws: readonly Refused[] = [];
  let same: Line | undefined;
  const changed = await changeLineIn(tools, tx, actor, target, async (line, agreement, { at, newId }, inner) => {
    const facts = await lineFacts(inner, [order]);
    const rewritten = rewriteLine(line, agreement, { order, reason }, { actor, at, newId, facts });
    if (!rewritten.ok) {
      flaws = rewritten.refusal;
      return refuse('agreement.not-now');
    }
    if (rewritten.value === null) {
      same = line;
      return refuse('agreement.not-now');
    }
    const { next, change, shift, event } = rewritten.value;
    await insertChange(inner, line, change);
    if (shift) await insertShift(inner, line, shift);
    if (agreement.state === 'signed') {
      const news = { purpose: 'agreement.line-changed', sides: ['owner', 'other'], about: change.id, before: line } as const;
      await tellSides(tools, inner, actor, next, agreement, news);
    }
    return { ok: true, value: { next, events: [event] } };
  });
  if (changed.ok) return changed;
  if (same) return { ok: true, value: same };
  return refuse(flaws.length > 0 ? flaws : [{ code: changed.refusal, field: 'activity' }]);
}
