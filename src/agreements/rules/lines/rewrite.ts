/**
 * A line of a plan is written anew, as a whole. Once the plan is signed it takes a reason, and what was promised before stays to be read. Pure: one line
 * from its form and hundreds from a table are judged by the same rule.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { Flaw } from '../draft.ts';
import type { Line } from '../line.ts';
import { LINE_TEXT_LIMIT } from '../move-line.ts';
import { refusalOfLines } from '../permissions.ts';
import { hasPersonalData } from '../public-text.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { changedFields, type LineTexts, textsOf } from './changed-fields.ts';
import type { LineOrder } from './line-order.ts';
import { type LineFacts, type LinePromise, promiseOf } from './promise.ts';
import { shiftTo } from './report.ts';

export interface Rewrite {
  /** The whole line as it should be; links to its source stay as they are. */
  readonly order: LineOrder;
  /** Why, once the plan is signed; '' before. */
  readonly reason: string;
}

export interface Rewriter {
  readonly actor: Actor;
  readonly at: Moment;
  readonly newId: () => string;
  readonly facts: LineFacts;
}

export interface Rewritten {
  /** As it should be saved; its version is still the old one. */
  readonly next: Line;
  readonly change: {
    readonly id: string;
    readonly at: Moment;
    readonly author: string;
    readonly reason: string;
    readonly before: Readonly<Record<string, string | null>>;
    readonly after: Readonly<Record<string, string | null>>;
    readonly afterSigning: boolean;
  };
  /** A later due day of a signed plan. */
  readonly shift: {
    readonly id: string;
    readonly fromDay: Day;
    readonly toDay: Day;
    readonly reason: string;
    readonly author: string;
    readonly at: Moment;
  } | null;
  readonly event: {
    readonly type: 'line-changed';
    readonly payload: Readonly<Record<string, string | null | (string | null)[]>>;
  };
}

/** @returns what is to be written, `null` when the line says all that already, or every flaw at once */
export function rewriteLine(
  line: Line,
  agreement: Agreement,
  rewrite: Rewrite,
  rewriter: Rewriter,
): Result<Rewritten | null, readonly Flaw[]> {
  const no = (code: AgreementRefusal) => refuse([{ code, field: 'activity' }]);
  const { actor, facts } = rewriter;
  if (line.state !== 'planned' && line.state !== 'running') return no('agreement.line-settled');
  const barred = actor.kind === 'system' ? null : refusalOfLines(actor, agreement);
  if (barred) return no(barred);
  const { order } = rewrite;
  const keepsDays = order.dueOn?.equals(line.dueOn) === true && order.startsOn?.equals(line.startsOn) === true;
  const promise = promiseOf(withMeasure(order, line), agreement, facts, keepsDays);
  const reasons = flawsOfReason(line, agreement, promise.ok ? promise.value : null, rewrite.reason);
  if (!promise.ok) return refuse([...promise.refusal, ...reasons]);
  if (reasons.length > 0) return refuse(reasons);
  const fields = changedFields(line, promise.value);
  return {
    ok: true,
    value: fields.length === 0 ? null : written(line, agreement, promise.value, rewrite.reason.trim(), rewriter),
  };
}

/** A measure is chosen on its own page: the form of a line does not know it. */
function withMeasure(order: LineOrder, line: Line): LineOrder {
  return order.measure === undefined ? { ...order, measure: line.measure, measureAgencyId: line.measureAgencyId } : order;
}

function flawsOfReason(line: Line, agreement: Agreement, promise: LinePromise | null, reason: string): readonly Flaw[] {
  if (agreement.state !== 'signed') return [];
  const flaws: Flaw[] = [];
  if (promise === null || changedFields(line, promise).length > 0) {
    if (reason.trim() === '') flaws.push({ code: 'agreement.reason-missing', field: 'reason' });
    if (reason.length > LINE_TEXT_LIMIT) flaws.push({ code: 'agreement.text-too-long', field: 'reason' });
    else if (hasPersonalData(reason)) flaws.push({ code: 'agreement.personal-data', field: 'reason' });
  }
  if (promise && isDelay(line, promise)) {
    const shifted = shiftTo(line, agreement, promise.dueOn);
    if (!shifted.ok) flaws.push({ code: shifted.refusal, field: 'dueOn' });
  }
  return flaws;
}

const isDelay = (line: Line, promise: LinePromise) => Temporal.PlainDate.compare(promise.dueOn, line.dueOn) > 0;

function written(line: Line, agreement: Agreement, promise: LinePromise, reason: string, rewriter: Rewriter): Rewritten {
  const { at, newId } = rewriter;
  const author = actorReference(rewriter.actor);
  const fields = changedFields(line, promise);
  const only = (texts: LineTexts) => Object.fromEntries(fields.map((field) => [field, texts[field]]));
  const isSigned = agreement.state === 'signed';
  // Until it is signed nothing was promised: the first day is the one that will be.
  const next: Line = { ...line, ...promise, firstDueOn: isSigned ? line.firstDueOn : promise.dueOn };
  const payload = {
    ...{ line: line.id, fields: [...fields], startsOn: next.startsOn.toString(), dueOn: next.dueOn.toString() },
    ...{ baseline: next.baseline, targets: [...next.targets], owner: next.owner.agencyId, budget: next.budgetAmount },
  };
  return {
    next,
    change: {
      ...{ id: newId(), at, author, reason, before: only(textsOf(line)), after: only(textsOf(promise)) },
      afterSigning: isSigned,
    },
    shift:
      isSigned && isDelay(line, promise) ? { id: newId(), fromDay: line.dueOn, toDay: promise.dueOn, reason, author, at } : null,
    event: { type: 'line-changed', payload },
  };
}
