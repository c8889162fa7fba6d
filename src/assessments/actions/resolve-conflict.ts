/** Choosing between what is here and what a device brought. The one that is not chosen stays readable in the row of the conflict. */
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { RefusalCode } from '../rules/field-refusals.ts';
import { refusalToFill } from '../rules/filling.ts';
import { answersOf, writeAnswers } from '../store/answers.ts';
import { loadConflict, markResolved } from '../store/conflicts.ts';
import { lockOpenSheet } from '../store/filling.ts';
import { todayAt } from './fill-sheet.ts';

export interface ResolveOrder {
  readonly assessmentId: string;
  readonly conflictId: string;
  readonly kept: 'server' | 'device';
  /** Of the answer here as the person saw it beside the other; 0 = there was none. */
  readonly seenRevision: number;
}

export interface ResolvedConflict {
  /** Of the answer from now on; 0 = there is none. */
  readonly revision: number;
}

/** Refused when the answer here has moved on since it was looked at: then there is something new to choose between. */
export async function resolveConflict(
  tools: Tools,
  actor: Actor,
  order: ResolveOrder,
): Promise<Result<ResolvedConflict, RefusalCode>> {
  if (!isUuid(order.conflictId) || !isUuid(order.assessmentId)) return refuse('assessment.absent');
  return inTransaction(tools, async (tx) => {
    const found = await loadConflict(tx, order.assessmentId, order.conflictId);
    const opened = found && (await lockOpenSheet(tx, found.key));
    const conflict = opened && (await loadConflict(tx, order.assessmentId, order.conflictId, true));
    if (!opened || !conflict || actor.kind !== 'officer') return refuse('assessment.absent');
    const now = tools.clock.now();
    const refusal = refusalToFill(actor, opened.round, opened.assessment, opened.key, todayAt(opened, now));
    if (refusal) return refuse(refusal);
    const present = (await answersOf(tx, opened.key)).find((answer) => answer.indicator === conflict.indicator);
    if (conflict.resolvedAt !== null) {
      // A device that did not hear the answer asks again.
      return conflict.kept === order.kept ? ok({ revision: present?.revision ?? 0 }) : refuse('assessment.conflict-settled');
    }
    if ((present?.revision ?? 0) !== order.seenRevision) return refuse('assessment.answer-moved-on');

    let revision = present?.revision ?? 0;
    if (order.kept === 'device') {
      const { indicator, device } = conflict;
      const write = { indicator, clears: device === null, value: device?.value ?? null, note: device?.note ?? null };
      const written = await writeAnswers(tx, opened.key, [write], { personId: actor.personId, at: now });
      revision = device === null ? 0 : written;
    }
    await markResolved(tx, conflict.id, { kept: order.kept, by: actor.personId, at: now });
    const { unitNo, rating, sheetNo } = opened.key;
    const payload = { conflict: conflict.id, unitNo, rating, sheetNo, indicator: conflict.indicator, kept: order.kept, revision };
    await appendEvents(tools, tx, { kind: 'assessment', id: order.assessmentId }, [
      { type: 'conflict.resolved', at: now, actor: actorReference(actor), payload },
    ]);
    return ok({ revision });
  });
}
