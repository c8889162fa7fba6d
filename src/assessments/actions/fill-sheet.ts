/**
 * Writing answers on a sheet: one way for the ordinary form, the installable app and the self-assessment. What is allowed and what becomes
 * of each answer: rules/filling.ts.
 */
import { createHash } from 'node:crypto';
import { zoneOfRegion } from '../../directory/index.ts';
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, type Moment } from '../../kernel/time.ts';
import { canonicalJson } from '../../platform/audit/canonical-json.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { RefusalCode } from '../rules/field-refusals.ts';
import {
  type AnswerChange,
  type KeptAnswer,
  type ReadChange,
  readChange,
  refusalToFill,
  type SheetKey,
  settle,
} from '../rules/filling.ts';
import { type Missing, missingOnSheet } from '../rules/missing.ts';
import { answersOf, markDone, writeAnswers } from '../store/answers.ts';
import { insertConflict, openConflictsOf } from '../store/conflicts.ts';
import { evidenceOf } from '../store/evidence.ts';
import { type Field, factsOf, lockOpenSheet, type OpenedSheet, pushedFor, pushedKeys } from '../store/filling.ts';
import { keepOperation, knownOperation } from '../store/operations.ts';
import { saveProductName } from '../store/sheets.ts';

export interface FillOrder extends SheetKey {
  readonly changes: readonly AnswerChange[];
  /** `true` = nothing more is to come: granted when nothing is missing. */
  readonly done?: boolean;
  /** What the product is called, on the sheet of one that was not published when the sheets were made. */
  readonly product?: string;
  /** A UUID of the device's making: the same one is obeyed once. */
  readonly operationId?: string;
  /** By the device's clock, for the reader of a conflict. */
  readonly writtenAt?: Moment | null;
}

export interface AcceptedAnswer {
  readonly indicator: string;
  /** From now on; 0 = there is no answer. */
  readonly revision: number;
}

export interface MetConflict {
  readonly id: string;
  readonly indicator: string;
  /** What is here; `null` = no answer. */
  readonly server: { readonly value: string | null; readonly note: string | null; readonly revision: number } | null;
}

export interface Filled {
  readonly accepted: readonly AcceptedAnswer[];
  readonly conflicts: readonly MetConflict[];
  readonly sheetRevision: number;
  readonly done: boolean;
  readonly missing: readonly Missing[];
}

/** Which change was refused, so that a form can say it at its question. */
export interface FillRefusal {
  readonly code: RefusalCode;
  readonly indicator: string | null;
}

/**
 * Writes what fits, keeps both sides of what does not, and says which is which. All of it in one transaction with one event. A refusal
 * writes nothing.
 */
export async function fillSheet(tools: Tools, actor: Actor, order: FillOrder): Promise<Result<Filled, FillRefusal>> {
  const { operationId } = order;
  if (operationId !== undefined && !isUuid(operationId)) return refuseFill('assessment.operation-reused');
  const content = digestOf(order);
  return inTransaction(tools, async (tx) => {
    const opened = await lockOpenSheet(tx, keyOf(order));
    if (!opened || actor.kind !== 'officer') return refuseFill('assessment.absent');
    // Behind the lock of the sheet, so that the same operation sent twice at once is seen by the second.
    const known = operationId === undefined ? undefined : await knownOperation<Filled>(tx, operationId);
    if (known) {
      const isSame = known.personId === actor.personId && known.content === content;
      return isSame ? ok(known.outcome) : refuseFill('assessment.operation-reused');
    }
    const now = tools.clock.now();
    const refusal = refusalToFill(actor, opened.round, opened.assessment, opened.key, todayAt(opened, now));
    if (refusal) return refuseFill(refusal);

    if ((order.product ?? '').length > PRODUCT_MAX) return refuseFill('assessment.product-too-long');
    const changes: ReadChange[] = [];
    for (const change of order.changes) {
      const read = readChange(opened.instrument, opened.sheet.kind, change);
      if (typeof read === 'string') return refuse({ code: read, indicator: change.indicator });
      if (changes.some((other) => other.indicator === read.indicator)) return refuseFill('assessment.indicator-unknown');
      changes.push(read);
    }
    const filled = await write(tools, tx, opened, { ...order, changes }, actor.personId, actorReference(actor), now);
    if (operationId !== undefined) {
      const { personId } = actor;
      const { assessmentId } = order;
      await keepOperation(tx, { id: operationId, personId, assessmentId, content, outcome: filled, at: now });
    }
    return ok(filled);
  });
}

const PRODUCT_MAX = 200;

function refuseFill(code: RefusalCode) {
  return refuse<FillRefusal>({ code, indicator: null });
}

async function write(
  tools: Tools,
  tx: Tx,
  opened: OpenedSheet,
  order: Omit<FillOrder, 'changes'> & { readonly changes: readonly ReadChange[] },
  personId: string,
  actor: string,
  now: Moment,
): Promise<Filled> {
  const { key, sheet } = opened;
  const before = new Map((await answersOf(tx, key)).map((answer) => [answer.indicator, answer]));
  const fates = order.changes.map((change) => {
    const present = before.get(change.indicator);
    return { change, present, fate: settle(present, change) };
  });
  const writes = fates.filter(({ fate }) => fate === 'write').map(({ change }) => change);
  const revision = writes.length > 0 ? await writeAnswers(tx, key, writes, { personId, at: now }) : sheet.revision;

  const conflicts: MetConflict[] = [];
  for (const { change, present, fate } of fates) {
    if (fate !== 'conflict') continue;
    const facts = { key, change, present, writtenAt: order.writtenAt ?? null, receivedAt: now, receivedFrom: personId };
    const id = await insertConflict(tx, { id: tools.random.id(), ...facts });
    conflicts.push({ id, indicator: change.indicator, server: present ? sideOf(present) : null });
  }
  const product = sheet.kind === 'product' && sheet.serviceId === null ? order.product?.trim() : undefined;
  const isNamed = product !== undefined && product !== '' && product !== sheet.serviceName;
  if (isNamed) await saveProductName(tx, key.assessmentId, key, { serviceId: null, serviceName: product });

  const stands = await standing(tx, opened, isNamed ? product : sheet.serviceName);
  const done = (order.done ?? sheet.done) && stands.missing.length === 0 && !stands.hasConflict;
  if (done !== sheet.done) await markDone(tx, key, done);

  if (writes.length > 0 || conflicts.length > 0 || isNamed || done !== sheet.done) {
    const payload: Json = {
      unitNo: key.unitNo,
      rating: key.rating,
      sheetNo: key.sheetNo,
      revision,
      done,
      ...(isNamed ? { productNamed: true } : {}),
      // Values only: a note is free text, of which the record knows that it changed.
      written: writes.map((change) => ({
        indicator: change.indicator,
        from: valueIn(before.get(change.indicator)),
        to: change.clears ? null : valueIn(change),
        note: (before.get(change.indicator)?.note ?? null) !== change.note,
      })),
      conflicts: conflicts.map(({ id, indicator }) => ({ id, indicator })),
    };
    await appendEvents(tools, tx, { kind: 'assessment', id: key.assessmentId }, [
      { type: 'sheet.filled', at: now, actor, payload },
    ]);
  }
  const accepted = fates
    .filter(({ fate }) => fate !== 'conflict')
    .map(({ change, present, fate }) => ({
      indicator: change.indicator,
      revision: change.clears ? 0 : fate === 'write' ? revision : (present?.revision ?? 0),
    }));
  return { accepted, conflicts, sheetRevision: revision, done, missing: stands.missing };
}

/** What the sheet lacks as it now is, besides being called done, and whether two answers stand side by side on it. */
async function standing(tx: Tx, opened: OpenedSheet, serviceName: string | null) {
  const { key, instrument } = opened;
  const facts = factsOf(key, await answersOf(tx, key), await evidenceOf(tx, key));
  const pushed = pushedKeys(key.unitNo, await pushedFor(tx, opened, key.unitNo));
  const conflicts = await openConflictsOf(tx, key.assessmentId);
  return {
    missing: missingOnSheet(instrument, { ...opened.sheet, serviceName, done: true }, facts, pushed),
    hasConflict: conflicts.some(
      ({ key: other }) => other.unitNo === key.unitNo && other.rating === key.rating && other.sheetNo === key.sheetNo,
    ),
  };
}

const sideOf = ({ value, note, revision }: KeptAnswer) => ({ value, note, revision });

/** `n/a` = does not apply, null = there was none. */
function valueIn(answer: { readonly value: string | null } | undefined): string | null {
  return answer === undefined ? null : (answer.value ?? 'n/a');
}

export function keyOf({ assessmentId, unitNo, rating, sheetNo }: SheetKey): SheetKey {
  return { assessmentId, unitNo, rating, sheetNo };
}

/** Today where the agency is; of national bodies, in Jakarta. */
export function todayAt({ assessment }: Pick<Field, 'assessment'>, now: Moment): Day {
  return dayOf(now, assessment.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(assessment.regionCode));
}

/** What an operation asks, so that its id cannot come to mean something else. */
function digestOf(order: FillOrder): string {
  const { changes, done, product } = order;
  const asked = { ...keyOf(order), changes, done: done ?? null, product: product ?? null };
  return createHash('sha256')
    .update(canonicalJson(asked as unknown as Json))
    .digest('hex');
}
