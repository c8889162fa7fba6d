import { inTransaction } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { SENDING_LIMITS } from '../rules/retrying.ts';
import { interruptedMessages, overdueMessages } from '../store/strays.ts';
import { leaseOver, recover } from './interrupted.ts';
import type { PostOffice } from './post-office.ts';

/** How long after its time a message may still be on its way through the queue. */
const GRACE_MINUTES = 10;
const AT_ONCE = 500;

/**
 * Finds what no job will come for any more: messages whose job was lost, and those whose process died while handing over. The
 * ledger, not the queue, says what is still to be told.
 */
export async function sweepMessages(tools: Tools, office: PostOffice): Promise<void> {
  const limits = { ...SENDING_LIMITS, ...office.limits };
  for (const message of await interruptedMessages(tools.db, leaseOver(tools, limits), AT_ONCE)) {
    if (await recover(tools, message)) await wake(tools, [message.id]);
  }
  await wake(tools, await overdueMessages(tools.db, tools.clock.now().subtract({ minutes: GRACE_MINUTES }), AT_ONCE));
}

async function wake(tools: Tools, ids: readonly string[]): Promise<void> {
  await inTransaction(tools, async (tx) => {
    for (const id of ids) await enqueue(tx, { errand: 'messages.send', payload: { message: id }, key: `messages.send ${id}` });
  });
}
