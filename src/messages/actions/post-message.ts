import type { Tx } from '../../platform/database/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { OutgoingMessage, Post, Tools } from '../../platform/tools.ts';
import { insertMessage } from '../store/ledger.ts';

/** Longer than any reference or date; a text someone wrote does not belong into details. */
const LONGEST_DETAIL = 100;

/**
 * Writes a message to the ledger and its errand to the queue, in the caller's transaction: both or neither. The same message
 * (purpose, object, recipient, stage) a second time is silently the first.
 *
 * @throws when a detail looks like an address or a text: the ledger holds references and dates alone
 */
export async function postMessage(tools: Pick<Tools, 'random' | 'clock'>, tx: Tx, message: OutgoingMessage): Promise<void> {
  for (const [key, value] of Object.entries(message.details)) {
    if (typeof value === 'string' && (value.includes('@') || value.length > LONGEST_DETAIL)) {
      throw new TypeError(`The detail ${key} of a message of purpose ${message.purpose} is no reference and no date`);
    }
  }
  const id = tools.random.id();
  if (await insertMessage(tx, id, message, tools.clock.now()))
    await enqueue(tx, { errand: 'messages.send', payload: { message: id } });
}

/** What fills `Tools.post`. */
export function makePost(tools: Pick<Tools, 'random' | 'clock'>): Post {
  return (tx, message) => postMessage(tools, tx, message);
}
