import { type Actor, actorReference } from '../../kernel/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { closeAccount } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { covers } from '../rules/held.ts';
import { agencyById } from '../store/agencies.ts';
import { recordChange } from '../store/changes.ts';
import { coordinatorOf } from '../store/holders.ts';
import { endingOf, markHandedOver, positionById, positionsOf } from '../store/positions.ts';
import { dayAt } from './agency-day.ts';
import type { DirectorySlots } from './slots.ts';

/**
 * What leaving means, once the day has come: the open work moves to the successor (to the coordinator when there is none or they have
 * left, too), the receivers are told, and someone who holds nothing any more loses the account.
 * Does nothing when it has been done, or when the day has not come.
 *
 * @returns pieces of work moved
 */
export async function completeEnding(
  tools: Tools,
  slots: DirectorySlots,
  tx: Tx,
  actor: Actor,
  positionId: string,
): Promise<number> {
  const ending = await endingOf(tx, positionId);
  if (ending === undefined || ending.handedOver) return 0;
  const { position, endsOn } = ending;
  const agency = await agencyById(tx, position.agencyId);
  if (agency === undefined) throw new Error('a position at an agency that is not there');
  const now = tools.clock.now();
  const today = dayAt(agency, now);
  if (endsOn.until(today).sign < 0) return 0;

  const successor = ending.successorId === null ? undefined : await positionById(tx, ending.successorId);
  const heir = successor !== undefined && covers(successor, today) ? successor : undefined;
  const { moved } = await slots.handOver(tx, { fromPositionId: positionId, toPositionId: heir?.id ?? null });
  await markHandedOver(tx, positionId, now.toString());
  await recordChange(tx, {
    id: tools.random.id(),
    at: now,
    actor: actorReference(actor),
    subject: { kind: 'position', id: positionId },
    what: 'handed-over',
    why: ending.reason,
    details: { toPositionId: heir?.id ?? null, moved },
  });
  if (moved > 0) {
    const receivers = heir ? [heir.personId] : (await coordinatorOf(tx, agency, today)).holders.map((holder) => holder.personId);
    for (const id of new Set(receivers)) {
      await tools.post(tx, {
        purpose: 'directory.work-received',
        object: { kind: 'position', id: positionId },
        recipient: { kind: 'person', id },
        stage: 'handed-over',
        details: { moved },
      });
    }
  }
  const remaining = (await positionsOf(tx, position.personId)).some(
    (one) => one.endsOn === null || one.endsOn.until(today).sign < 0,
  );
  if (!remaining) await closeAccount(tools, tx, position.personId);
  return moved;
}
