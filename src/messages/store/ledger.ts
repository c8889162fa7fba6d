import { type Selectable, sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { OutgoingMessage } from '../../platform/tools.ts';
import type { Delivery } from '../rules/delivery.ts';
import { type MessageAction, type MessageState, stateAfter, statesBefore } from '../rules/message.transitions.ts';
import type { MessageDetails } from '../rules/template.ts';
import type { MessageTables } from './tables.ts';

/** A message with all the errand needs to send it. */
export interface StoredMessage extends Delivery {
  readonly details: MessageDetails;
  /** Tries before it was last posted or sent again. */
  readonly triesBefore: number;
}

/** @returns whether it is new; the same purpose, object, recipient and stage a second time changes nothing */
export async function insertMessage(tx: Tx, id: string, message: OutgoingMessage, at: Moment): Promise<boolean> {
  const inserted = await tx
    .withTables<MessageTables>()
    .insertInto('messages.ledger')
    .values({
      id,
      purpose: message.purpose,
      object_kind: message.object.kind,
      object_id: message.object.id,
      recipient_kind: message.recipient.kind,
      recipient_id: message.recipient.id,
      stage: message.stage,
      details: JSON.stringify(message.details),
      state: 'waiting',
      next_try_at: at.toString(),
      created_at: at.toString(),
      sending_since: null,
      outcome: null,
      sent_at: null,
      resent_by: null,
      resent_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * The same for many, in one statement.
 *
 * @returns ids of those that are new
 */
export async function insertMessages(
  tx: Tx,
  messages: readonly { readonly id: string; readonly message: OutgoingMessage }[],
  at: Moment,
): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set();
  const column = (of: (message: OutgoingMessage) => string) => messages.map(({ message }) => of(message));
  const { rows } = await sql<{ id: string }>`
    INSERT INTO messages.ledger (id, purpose, object_kind, object_id, recipient_kind, recipient_id, stage, details, state, next_try_at, created_at)
    SELECT m.id, m.purpose, m.object_kind, m.object_id, m.recipient_kind, m.recipient_id, m.stage, m.details::jsonb, 'waiting',
      ${at.toString()}::timestamptz, ${at.toString()}::timestamptz
    FROM unnest(${messages.map(({ id }) => id)}::uuid[], ${column(({ purpose }) => purpose)}::text[],
      ${column(({ object }) => object.kind)}::text[], ${column(({ object }) => object.id)}::text[],
      ${column(({ recipient }) => recipient.kind)}::text[], ${column(({ recipient }) => recipient.id)}::text[],
      ${column(({ stage }) => stage)}::text[], ${column(({ details }) => JSON.stringify(details))}::text[])
      AS m (id, purpose, object_kind, object_id, recipient_kind, recipient_id, stage, details)
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx as Db);
  return new Set(rows.map(({ id }) => id));
}

export async function loadMessage(db: Db | Tx, id: string): Promise<StoredMessage | undefined> {
  const row = await db
    .withTables<MessageTables>()
    .selectFrom('messages.ledger')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...deliveryFrom(row), details: row.details, triesBefore: row.tries_before };
}

/** What a transition writes besides the state. What is not named is emptied or kept as the state demands. */
export interface Change {
  readonly outcome?: string | null;
  readonly nextTryAt?: Moment;
  readonly sendingSince?: Moment;
  readonly sentAt?: Moment;
  readonly addTry?: boolean;
  readonly resent?: { readonly by: string; readonly at: Moment };
}

/**
 * Moves a message along one transition, if it still is where the caller saw it: in a state the action starts from and with the
 * same number of tries. Of two processes that move it at once, one gets `false`.
 */
export async function moveMessage(
  db: Db | Tx,
  seen: { readonly id: string; readonly tries: number },
  action: MessageAction,
  change: Change,
): Promise<boolean> {
  const tries = seen.tries + (change.addTry ? 1 : 0);
  const moved = await db
    .withTables<MessageTables>()
    .updateTable('messages.ledger')
    .set({
      state: stateAfter(action),
      tries,
      next_try_at: change.nextTryAt?.toString() ?? null,
      sent_at: change.sentAt?.toString() ?? null,
      ...(change.outcome === undefined ? {} : { outcome: change.outcome }),
      ...(change.sendingSince === undefined ? {} : { sending_since: change.sendingSince.toString() }),
      ...(change.resent === undefined
        ? {}
        : { resent_by: change.resent.by, resent_at: change.resent.at.toString(), tries_before: tries }),
    })
    .where('id', '=', seen.id)
    .where('tries', '=', seen.tries)
    .where('state', 'in', statesBefore(action))
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

export function deliveryFrom(row: Selectable<MessageTables['messages.ledger']>): Delivery {
  return {
    id: row.id,
    purpose: row.purpose,
    object: { kind: row.object_kind, id: row.object_id },
    recipient: { kind: row.recipient_kind, id: row.recipient_id },
    stage: row.stage,
    state: row.state as MessageState,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    sendingSince: row.sending_since,
    outcome: row.outcome,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}
