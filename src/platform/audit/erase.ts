import { sql } from 'kysely';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../database/database.ts';
import type { Tools } from '../tools.ts';
import { appendEvents, lockHead } from './append.ts';
import { PAYLOAD_ERASED } from './erasure.ts';
import { readEvents } from './read.ts';

export interface ErasureOrder {
  readonly fileId: string;
  /** Of the event whose payload goes. */
  readonly seq: number;
  /** The citation that allows or demands it, for example `UU 27/2022 Pasal 43`; shown by verification for ever. */
  readonly basis: string;
  /** Who decided, as `actorReference` writes it. */
  readonly actor: string;
}

/**
 * - `no-such-event`: the file or the event is not there;
 * - `already-erased`: its payload is gone, lawfully or not;
 * - `erasure-stays`: the event is itself a record of an erasure.
 */
export type ErasureRefusal = 'no-such-event' | 'already-erased' | 'erasure-stays';

/**
 * Removes the payload of an event together with its salt, and appends the event that says on which basis. What the event said
 * can then no longer be found out, also not by guessing; that it was there, when and by whom, still stands and still verifies.
 * Call it in the caller's transaction, outside of savepoints (the database checks that event and erasure come together).
 *
 * @returns the number of the event `payload-erased`
 */
export async function erasePayload(
  tools: Pick<Tools, 'random' | 'clock'>,
  tx: Tx,
  order: ErasureOrder,
): Promise<Result<number, ErasureRefusal>> {
  if (order.basis.trim() === '') throw new Error('audit: an erasure without a basis');
  const head = await lockHead(tx, order.fileId);
  const event = head && (await readEvents(tx, order.fileId)).find(({ seq }) => seq === order.seq);
  if (!head || !event) return refuse('no-such-event');
  if (event.type === PAYLOAD_ERASED) return refuse('erasure-stays');
  if (event.content.state !== 'kept') return refuse('already-erased');
  const [seq] = await appendEvents(tools, tx, { kind: head.kind, id: order.fileId }, [
    { type: PAYLOAD_ERASED, at: tools.clock.now(), actor: order.actor, payload: { seq: order.seq, basis: order.basis } },
  ]);
  await sql`SELECT audit.erase_payload(${order.fileId}, ${order.seq})`.execute(tx);
  return ok(seq as number);
}
