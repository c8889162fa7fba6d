/** Lines come into a plan: from the form, a template, a table, a source, a decision, or carried over from the plan before. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { Line } from '../../rules/line.ts';
import { LINES_PER_PLAN, type LineOrder } from '../../rules/lines/line-order.ts';
import { type LinePromise, promiseOf } from '../../rules/lines/promise.ts';
import { refusalOfLines } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { claimSource, insertLines } from '../../store/lines/insert-lines.ts';
import { lineFor, nextOrdinal } from '../../store/lines.ts';
import type { AgreementTarget } from '../change.ts';
import type { Refused } from '../create-agreement.ts';
import { lineFacts } from './line-facts.ts';
import { tellOfPlan, tellSides } from './tell-sides.ts';

export type { LineOrder } from '../../rules/lines/line-order.ts';

/** What is wrong with one line of several: `line` counts from 0 in the order given. */
export interface RefusedLine extends Refused {
  readonly line: number;
}

/** @returns the line, or every flaw of it at once; nothing is written then */
export function addLine(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: LineOrder,
): Promise<Result<Line, readonly Refused[]>> {
  return orRollBack(tools, (tx) => addLineIn(tools, tx, actor, target, order));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function addLineIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: AgreementTarget,
  order: LineOrder,
): Promise<Result<Line, readonly Refused[]>> {
  const added = await addLinesIn(tools, tx, actor, target, [order]);
  return added.ok ? { ok: true, value: added.value[0] as Line } : added;
}

/** Many at once, all or none. */
export function addLines(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  orders: readonly LineOrder[],
): Promise<Result<readonly Line[], readonly RefusedLine[]>> {
  return orRollBack(tools, (tx) => addLinesIn(tools, tx, actor, target, orders));
}

/**
 * The same inside a transaction that is already open. The agreement is locked so that no number is given twice, but its version stays: a plan grows
 * without disturbing whoever edits the agreement.
 */
export async function addLinesIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: AgreementTarget,
  orders: readonly LineOrder[],
): Promise<Result<readonly Line[], readonly RefusedLine[]>> {
  const no = (code: AgreementRefusal, line = 0, field = 'activity') => refuse([{ code, field, line }]);
  const agreement = await loadAgreementForUpdate(tx, target.agreementId);
  if (!agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return no('agreement.absent');
  if (target.version !== null && target.version !== agreement.version) return no('agreement.moved-on');
  const refusedAll = mayAdd(actor, agreement);
  if (refusedAll) return no(refusedAll);
  const promises = await promisesOf(tx, agreement, orders);
  if (!promises.ok) return promises;
  for (const [index, { itemId, obligationId }] of orders.entries()) {
    const source = itemId ? { itemId } : obligationId ? { obligationId } : null;
    if (!source) continue;
    await claimSource(tx, itemId ?? (obligationId as string));
    if (await lineFor(tx, source)) return no('agreement.source-taken', index);
  }
  const first = await nextOrdinal(tx, agreement.id);
  if (first - 1 + orders.length > LINES_PER_PLAN) return no('agreement.too-many-lines');
  const at = tools.clock.now();
  const lines = promises.value.map((promise, index): Line => {
    const order = orders[index] as LineOrder;
    return {
      ...promise,
      ...{ id: tools.random.id(), agreementId: agreement.id, version: 1, ordinal: first + index, firstDueOn: promise.dueOn },
      ...{ itemId: order.itemId ?? null, obligationId: order.obligationId ?? null, decisionId: order.decisionId ?? null },
      ...{ state: 'planned', stateAt: at, stateNote: null, confirmed: null, reported: null, evidenceCount: 0, updatedAt: at },
      ...{ isWithdrawn: false, joinedAt: agreement.state === 'signed' ? at : null },
    };
  });
  await insertLines(tools, tx, lines, { at, actor });
  if (agreement.state === 'signed') await tellOfNewLines(tools, tx, actor, agreement, lines);
  return { ok: true, value: lines };
}

/** What both sides signed has grown: of one line its own sides hear, of many the parties once. */
async function tellOfNewLines(tools: Tools, tx: Tx, actor: Actor, agreement: Agreement, lines: readonly Line[]): Promise<void> {
  const [line] = lines;
  if (!line) return;
  if (lines.length > 1)
    return tellOfPlan(tools, tx, actor, agreement, { purpose: 'agreement.plan-grown', count: lines.length, about: line.id });
  await tellSides(tools, tx, actor, line, agreement, {
    purpose: 'agreement.line-added',
    sides: ['owner', 'other'],
    about: 'added',
  });
}

function mayAdd(actor: Actor, agreement: Agreement): AgreementRefusal | null {
  if (!agreementKind(agreement.kind).hasLines) return 'agreement.no-lines';
  if (agreement.state === 'ended' || agreement.state === 'dropped' || agreement.state === 'signing') return 'agreement.not-now';
  return actor.kind === 'system' ? null : refusalOfLines(actor, agreement);
}

/** What each order promises, or every flaw of every line; nothing is written or locked. */
export async function promisesOf(
  db: Db | Tx,
  agreement: Agreement,
  orders: readonly LineOrder[],
): Promise<Result<readonly LinePromise[], readonly RefusedLine[]>> {
  const facts = await lineFacts(db, orders);
  const read = orders.map((order) => promiseOf(order, agreement, facts));
  const flaws = read.flatMap((each, line) => (each.ok ? [] : each.refusal.map((flaw) => ({ ...flaw, line }))));
  if (flaws.length > 0) return refuse(flaws);
  return { ok: true, value: read.flatMap((each) => (each.ok ? [each.value] : [])) };
}
