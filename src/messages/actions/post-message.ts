import type { Tx } from '../../platform/database/database.ts';
import { enqueue, enqueueAll } from '../../platform/jobs/enqueue.ts';
import type { OutgoingMessage, Post, Tools } from '../../platform/tools.ts';
import { insertMessage, insertMessages } from '../store/ledger.ts';

/** Longer than any reference or date; a text someone wrote does not belong into details. */
const LONGEST_DETAIL = 100;

/**
 * Writes a message to the ledger and its errand to the queue, in the caller's transaction: both or neither. The same message
 * (purpose, object, recipient, stage) a second time is silently the first.
 *
 * @throws when a detail looks like an address or a text: the ledger holds references and dates alone
 */
export async function postMessage(tools: Pick<Tools, 'random' | 'clock'>, tx: Tx, message: OutgoingMessage): Promise<void> {
  requireReferences(message);
  const id = tools.random.id();
  if (await insertMessage(tx, id, message, tools.clock.now())) await enqueue(tx, sending(id));
}

/** The same for many messages: three statements for any number of them. For errands that tell thousands. */
export async function postMessages(
  tools: Pick<Tools, 'random' | 'clock'>,
  tx: Tx,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const message of messages) requireReferences(message);
  const given = messages.map((message) => ({ id: tools.random.id(), message }));
  const fresh = await insertMessages(tx, given, tools.clock.now());
  await enqueueAll(
    tx,
    given.filter(({ id }) => fresh.has(id)).map(({ id }) => sending(id)),
  );
}

const sending = (id: string) => ({ errand: 'messages.send', payload: { message: id } });

function requireReferences({ purpose, details }: OutgoingMessage): void {
  for (const [key, value] of Object.entries(details)) {
    if (typeof value === 'string' && (value.includes('@') || value.length > LONGEST_DETAIL)) {
      throw new TypeError(`The detail ${key} of a message of purpose ${purpose} is no reference and no date`);
    }
  }
}

/** What fills `Tools.post`. */
export function makePost(tools: Pick<Tools, 'random' | 'clock'>): Post {
  return (tx, message) => postMessage(tools, tx, message);
}
