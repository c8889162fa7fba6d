/** The shell around every rule: load and lock, decide, save row and events. One transaction, one agreement or one line. */
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { Line } from '../rules/line.ts';
import type { AgreementRefusal } from '../rules/refusals.ts';
import { isInside } from '../rules/visibility.ts';
import { loadAgreementForUpdate, shareAgreementOfLine } from '../store/agreements.ts';
import { loadLineForUpdate } from '../store/lines.ts';
import { type AgreementEvent, saveAgreement, saveLine } from '../store/save.ts';

export interface Circumstances {
  readonly at: Moment;
  readonly actor: Actor;
  readonly newId: () => string;
}

export interface Changed<Thing> {
  readonly next: Thing;
  readonly events: readonly AgreementEvent[];
}

export type Decided<Thing> = Result<Changed<Thing>, AgreementRefusal>;

export interface AgreementTarget {
  readonly agreementId: string;
  /** The version the form was made from; `null` = whatever it is now (errands, appending a comment). */
  readonly version: number | null;
}

/** @returns the saved agreement, or the refusal; nothing is written then */
export function changeAgreement(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  rule: (agreement: Agreement, circumstances: Circumstances, tx: Tx) => Decided<Agreement> | Promise<Decided<Agreement>>,
): Promise<Result<Agreement, AgreementRefusal>> {
  return orRollBack(tools, (tx) => changeAgreementIn(tools, tx, actor, target, rule));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function changeAgreementIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: AgreementTarget,
  rule: (agreement: Agreement, circumstances: Circumstances, tx: Tx) => Decided<Agreement> | Promise<Decided<Agreement>>,
): Promise<Result<Agreement, AgreementRefusal>> {
  const agreement = await loadAgreementForUpdate(tx, target.agreementId);
  if (!agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return refuse('agreement.absent');
  if (target.version !== null && target.version !== agreement.version) return refuse('agreement.moved-on');
  const at = tools.clock.now();
  const decided = await rule(agreement, { at, actor, newId: () => tools.random.id() }, tx);
  if (!decided.ok) return decided;
  const { next, events } = decided.value;
  return { ok: true, value: await saveAgreement(tools, tx, agreement, next, events, { at, actor }) };
}

export interface LineTarget {
  readonly lineId: string;
  readonly version: number | null;
}

/**
 * A line moves by itself: its agreement is shared, so that forty people can report at once, and stands still meanwhile, so that nothing is changed in a plan
 * whose signing begins at the same moment.
 */
export function changeLine(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  rule: (line: Line, agreement: Agreement, circumstances: Circumstances, tx: Tx) => Decided<Line> | Promise<Decided<Line>>,
): Promise<Result<Line, AgreementRefusal>> {
  return orRollBack(tools, (tx) => changeLineIn(tools, tx, actor, target, rule));
}

export async function changeLineIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: LineTarget,
  rule: (line: Line, agreement: Agreement, circumstances: Circumstances, tx: Tx) => Decided<Line> | Promise<Decided<Line>>,
): Promise<Result<Line, AgreementRefusal>> {
  // The agreement first, as everybody does who locks both.
  const agreement = await shareAgreementOfLine(tx, target.lineId);
  const line = agreement && (await loadLineForUpdate(tx, target.lineId));
  if (!line || !agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return refuse('agreement.line-absent');
  if (target.version !== null && target.version !== line.version) return refuse('agreement.line-moved-on');
  const at = tools.clock.now();
  const decided = await rule(line, agreement, { at, actor, newId: () => tools.random.id() }, tx);
  if (!decided.ok) return decided;
  const { next, events } = decided.value;
  return { ok: true, value: await saveLine(tools, tx, line, next, events, { at, actor }) };
}
