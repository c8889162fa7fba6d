import type { Moment } from '../../kernel/time.ts';
import type { Db } from '../database/database.ts';
import type { PlatformTables } from '../tables.ts';
import type { Tools } from '../tools.ts';
import type { Mail } from './send-mail.ts';

export interface KeptMail {
  readonly id: string;
  readonly sentAt: Moment;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Keeps a mail; the same message id a second time changes nothing. */
export async function keepInOutbox(tools: Pick<Tools, 'db' | 'clock' | 'random'>, mail: Mail): Promise<void> {
  await tools.db
    .withTables<PlatformTables>()
    .insertInto('platform.outbox')
    .values({
      id: tools.random.id(),
      message_id: mail.messageId,
      sent_at: tools.clock.now().toString(),
      recipient: mail.to,
      subject: mail.subject,
      body: mail.text,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute();
}

/** Newest first. @param before the last id of the page before */
export async function readOutbox(db: Db, limit: number, before?: string): Promise<readonly KeptMail[]> {
  const rows = await db
    .withTables<PlatformTables>()
    .selectFrom('platform.outbox')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, sentAt: row.sent_at, to: row.recipient, subject: row.subject, text: row.body }));
}
