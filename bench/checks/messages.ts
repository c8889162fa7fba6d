import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

export interface MessageCount {
  /** Mails in the outbox: that there are some shows that the other counts count something. */
  readonly mails: number;
  readonly faults: MessageFaults;
}

export interface MessageFaults {
  /** Complaints whose complainant gave an address and who were not told, or whose mail did not get to the outbox. */
  readonly untold: number;
  /** Rows of the ledger beyond the first for the same purpose, object, recipient and stage. */
  readonly doubledInLedger: number;
  /** Mails beyond the first with the same Message-ID, or to the same person with the same words. */
  readonly doubledMails: number;
  /** Messages and errands still to be done. */
  readonly waiting: number;
}

const COUNTS = `
  SELECT
    (SELECT count(*)::int FROM platform.outbox) AS mails,
    (SELECT count(*)::int FROM identity.complainants i
      WHERE 'email' = ANY (i.ways) AND NOT EXISTS (
        SELECT FROM messages.ledger l JOIN platform.outbox o ON o.message_id = l.id::text
        WHERE l.object_kind = 'complaint' AND l.object_id = i.complaint_id::text AND l.recipient_kind = 'complainant')) AS untold,
    (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM messages.ledger
      GROUP BY purpose, object_kind, object_id, recipient_kind, recipient_id, stage) AS told) AS ledger,
    (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM platform.outbox GROUP BY message_id) AS ids)
      + (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM platform.outbox
          WHERE recipient LIKE 'pelapor-%' GROUP BY recipient, subject, body) AS texts) AS doubled,
    (SELECT count(*)::int FROM messages.ledger WHERE state NOT IN ('sent', 'unreachable', 'given-up'))
      + (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'messages.send') AS waiting`;

async function countMessages(client: Client): Promise<MessageCount> {
  const { rows } = await client.query<Record<'mails' | 'untold' | 'ledger' | 'doubled' | 'waiting', number>>(COUNTS);
  const { mails = -1, untold = -1, ledger = -1, doubled = -1, waiting = -1 } = rows[0] ?? {};
  return { mails, faults: { untold, doubledInLedger: ledger, doubledMails: doubled, waiting } };
}

/**
 * Waits until no message waits any more, and counts. Errands of a killed process are given back within half a minute.
 *
 * @param patience in seconds; then the count tells what still waits
 */
export async function drainedMessages(client: Client, patience: number): Promise<MessageCount> {
  const deadline = Date.now() + patience * 1000;
  for (;;) {
    const count = await countMessages(client);
    if (count.faults.waiting === 0 || Date.now() > deadline) return count;
    await sleep(500);
  }
}
