/** A line of a plan is changed by whoever keeps the plan. Once the plan is signed it takes a reason, and what was promised before stays to be read. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { changedFields, textsOf } from '../../rules/lines/changed-fields.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import { type LinePromise, promiseOf } from '../../rules/lines/promise.ts';
import { shiftTo } from '../../rules/lines/report.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { insertChange } from '../../store/lines/changes.ts';
import { insertShift } from '../../store/lines/updates.ts';
import { type Circumstances, changeLineIn, type LineTarget } from '../change.ts';
import type { Refused } from '../create-agreement.ts';
import { lineFacts } from './line-facts.ts';
import { tellSides } from './tell-sides.ts';

export interface EditOptions {
  /** Both sides of a line of a signed plan are told by mail, unless whoever changes many lines tells them once: `tellOfPlan`. */
  readonly isTold?: boolean;
}

/**
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
  options: EditOptions = {},
): Promise<Result<Line, readonly Refused[]>> {
  return orRollBack(tools, (tx) => editLineIn(tools, tx, actor, target, order, reason, options));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function editLineIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: LineTarget,
  order: LineOrder,
  reason = '',
  { isTold = true }: EditOptions = {},
): Promise<Result<Line, readonly Refused[]>> {
  let flaws: readonly Refused[] = [];
  let same: Line | undefined;
  const changed = await changeLineIn(tools, tx, actor, target, async (line, agreement, circumstances, inner) => {
    if (line.state !== 'planned' && line.state !== 'running') return refuse('agreement.line-settled');
    if (actor.kind !== 'system' && !mayEditLines(actor, agreement)) return refuse('agreement.not-yours');
    const keepsDays = order.dueOn?.equals(line.dueOn) === true && order.startsOn?.equals(line.startsOn) === true;
    const promise = promiseOf(withMeasure(order, line), agreement, await lineFacts(inner, [order]), keepsDays);
    flaws = [
      ...(promise.ok ? [] : promise.refusal),
      ...flawsOfReason(line, agreement, promise.ok ? promise.value : null, reason),
    ];
    if (flaws.length > 0 || !promise.ok) return refuse('agreement.not-now');
    const fields = changedFields(line, promise.value);
    if (fields.length === 0) {
      same = line;
      return refuse('agreement.not-now');
    }
    const change = circumstances.newId();
    const next = await rewritten(inner, line, agreement, promise.value, { id: change, reason: reason.trim() }, circumstances);
    if (isTold && agreement.state === 'signed') {
      const news = { purpose: 'agreement.line-changed', sides: ['owner', 'other'], about: change, before: line } as const;
      await tellSides(tools, inner, actor, next, agreement, news);
    }
    const payload = { line: line.id, fields: [...fields], startsOn: next.startsOn.toString(), dueOn: next.dueOn.toString() };
    const numbers = {
      baseline: next.baseline,
      targets: [...next.targets],
      owner: next.owner.agencyId,
      budget: next.budgetAmount,
    };
    return { ok: true, value: { next, events: [{ type: 'line-changed', payload: { ...payload, ...numbers } }] } };
  });
  if (changed.ok) return changed;
  if (same) return { ok: true, value: same };
  return refuse(flaws.length > 0 ? flaws : [{ code: changed.refusal, field: 'activity' }]);
}

/** A measure is chosen on its own page: the form of a line does not know it. */
function withMeasure(order: LineOrder, line: Line): LineOrder {
  return order.measure === undefined ? { ...order, measure: line.measure, measureAgencyId: line.measureAgencyId } : order;
}

function flawsOfReason(line: Line, agreement: Agreement, promise: LinePromise | null, reason: string): readonly Refused[] {
  if (agreement.state !== 'signed') return [];
  const flaws: Refused[] = [];
  if (promise === null || changedFields(line, promise).length > 0) {
    if (reason.trim() === '') flaws.push({ code: 'agreement.reason-missing', field: 'reason' });
    if (reason.length > LINE_TEXT_LIMIT) flaws.push({ code: 'agreement.text-too-long', field: 'reason' });
  }
  if (promise && isDelay(line, promise)) {
    const shifted = shiftTo(line, agreement, promise.dueOn);
    if (!shifted.ok) flaws.push({ code: shifted.refusal, field: 'dueOn' });
  }
  return flaws;
}

const isDelay = (line: Line, promise: LinePromise) => Temporal.PlainDate.compare(promise.dueOn, line.dueOn) > 0;

async function rewritten(
  tx: Tx,
  line: Line,
  agreement: Agreement,
  promise: LinePromise,
  { id, reason }: { readonly id: string; readonly reason: string },
  { at, actor, newId }: Circumstances,
): Promise<Line> {
  const author = actorReference(actor);
  const fields = changedFields(line, promise);
  const [old, now] = [textsOf(line), textsOf(promise)];
  const only = (texts: typeof old) => Object.fromEntries(fields.map((field) => [field, texts[field]]));
  const isSigned = agreement.state === 'signed';
  const record = { before: only(old), after: only(now), afterSigning: isSigned };
  await insertChange(tx, line, { id, at, author, reason, ...record });
  if (isSigned && isDelay(line, promise))
    await insertShift(tx, line, { id: newId(), fromDay: line.dueOn, toDay: promise.dueOn, reason, author, at });
  // Until it is signed nothing was promised: the first day is the one that will be.
  return { ...line, ...promise, firstDueOn: isSigned ? line.firstDueOn : promise.dueOn };
}
