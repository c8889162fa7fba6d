import type { Moment } from '../../kernel/time.ts';
import { messagesFor } from '../../messages/index.ts';
import type { Db, Tx } from '../../platform/database/database.ts';

/** Whether a message to the complainant has gone out since a moment, as the ledger has it. */
export async function wasTold(db: Db | Tx, complaintId: string, since: Moment): Promise<boolean> {
  const deliveries = await messagesFor(db, { kind: 'complaint', id: complaintId });
  return deliveries.some(
    (delivery) =>
      delivery.recipient.kind === 'complainant' &&
      (delivery.state === 'sent' || delivery.state === 'uncertain') &&
      delivery.createdAt.epochMilliseconds >= since.epochMilliseconds,
  );
}
