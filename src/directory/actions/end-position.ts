import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { judgeEnding } from '../rules/appoint.ts';
import type { DirectoryRefusal } from '../rules/refusals.ts';
import { agencyById } from '../store/agencies.ts';
import { recordChange } from '../store/changes.ts';
import { lockAdministrators } from '../store/holders.ts';
import { lockPosition, positionById, saveEnding } from '../store/positions.ts';
import { dayAt, zoneOfAgency } from './agency-day.ts';
import { completeEnding } from './complete-ending.ts';
import type { DirectorySlots } from './slots.ts';

export interface EndingOrder {
  readonly positionId: string;
  /** The first day without the position; today at the earliest. */
  readonly endsOn: Day;
  readonly reason: string;
  /** Position that takes over the open work; `null` = the coordinator of the agency. */
  readonly successorId: string | null;
}

/**
 * Ends a position. The open work moves when the day has come: now, or by an errand at the start of that day.
 *
 * @returns `moved` = pieces of work handed over now, `null` when that is still to come
 */
export async function endPosition(
  tools: Tools,
  slots: DirectorySlots,
  actor: Actor,
  order: EndingOrder,
): Promise<Result<{ moved: number | null }, DirectoryRefusal>> {
  const reason = order.reason.trim();
  if (reason === '') return refuse('reason-missing');
  return inTransaction(tools, async (tx) => {
    const position = await lockPosition(tx, order.positionId);
    if (position === undefined) return refuse('position-unknown');
    const agency = await agencyById(tx, position.agencyId);
    if (agency === undefined) return refuse('agency-unknown');
    const successor = order.successorId === null ? null : ((await positionById(tx, order.successorId)) ?? 'unknown');
    if (successor === 'unknown') return refuse('successor-unfit');
    const now = tools.clock.now();
    const today = dayAt(agency, now);
    const administrators = position.kind === 'system-admin' ? await lockAdministrators(tx, order.endsOn) : [];
    const judged = judgeEnding(actor, position, { endsOn: order.endsOn, successor }, agency, today, administrators);
    if (!judged.ok) return judged;

    const endsOn = order.endsOn.toString();
    await saveEnding(tx, position.id, { endsOn, reason, successorId: successor?.id ?? null });
    await recordChange(tx, {
      id: tools.random.id(),
      at: now,
      actor: actorReference(actor),
      subject: { kind: 'position', id: position.id },
      what: 'ended',
      why: reason,
      details: { personId: position.personId, endsOn, successorId: successor?.id ?? null },
    });
    if (order.endsOn.until(today).sign < 0) {
      await enqueue(tx, {
        errand: 'directory.complete-ending',
        payload: { positionId: position.id },
        runAt: order.endsOn.toZonedDateTime(zoneOfAgency(agency)).toInstant(),
        key: `directory.complete-ending:${position.id}`,
      });
      return ok({ moved: null });
    }
    return ok({ moved: await completeEnding(tools, slots, tx, actor, position.id) });
  });
}
