import type { Db, Tx } from '../../platform/database/database.ts';
import type { Delivery } from '../rules/delivery.ts';
import type { MessageState } from '../rules/message.transitions.ts';
import { deliveryFrom } from './ledger.ts';
import type { MessageTables } from './tables.ts';

/** What was told about one object (a complaint, an invitation), oldest first. */
export async function messagesFor(db: Db | Tx, object: { readonly kind: string; readonly id: string }): Promise<Delivery[]> {
  const rows = await db
    .withTables<MessageTables>()
    .selectFrom('messages.ledger')
    .selectAll()
    .where('object_kind', '=', object.kind)
    .where('object_id', '=', object.id)
    .orderBy('id')
    .execute();
  return rows.map(deliveryFrom);
}

/** States of messages that somebody may have to do something about. */
export const TROUBLED: readonly MessageState[] = ['failed', 'given-up', 'uncertain'];

/**
 * A page of the whole ledger, newest first.
 *
 * @param page `states`: only these, all when empty; `before`: the id of the last row of the page before
 */
export async function ledgerPage(
  db: Db | Tx,
  page: { readonly states: readonly MessageState[]; readonly before?: string | undefined; readonly limit: number },
): Promise<Delivery[]> {
  let query = db.withTables<MessageTables>().selectFrom('messages.ledger').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.states.length > 0) query = query.where('state', 'in', [...page.states]);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.execute()).map(deliveryFrom);
}
