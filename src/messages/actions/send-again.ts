import { type Actor, actorReference, can } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { may } from '../rules/message.transitions.ts';
import type { MessageRefusal } from '../rules/refusals.ts';
import { loadMessage, moveMessage } from '../store/ledger.ts';

/**
 * Has a message sent again that was given up, found no address, or was perhaps sent. The last is a decision of a person: the
 * recipient may get it twice, under the same Message-ID.
 */
export async function sendAgain(tools: Tools, actor: Actor, id: string): Promise<Result<undefined, MessageRefusal>> {
  if (!can(actor, 'system.manage')) return refuse('not-allowed');
  return inTransaction(tools, async (tx) => {
    const message = await loadMessage(tx, id);
    if (message === undefined) return refuse('absent');
    const now = tools.clock.now();
    const change = { nextTryAt: now, resent: { by: actorReference(actor), at: now } };
    const moved = may('send-again', message.state) && (await moveMessage(tx, message, 'send-again', change));
    if (!moved) return refuse('not-again');
    await enqueue(tx, { errand: 'messages.send', payload: { message: id }, key: `messages.send ${id}` });
    return ok(undefined);
  });
}
