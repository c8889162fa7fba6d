import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../database/database.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { Tools } from '../../tools.ts';
import type { AuditTables } from '../tables.ts';
import { hostOf } from './addresses.ts';

/** Enters every witness of the settings for a root, and queues the sending, in the transaction that makes the root. */
export async function enterWitnesses(tools: Pick<Tools, 'settings'>, tx: Tx, root: number): Promise<void> {
  const witnesses = [...new Set(tools.settings.auditWitnesses)];
  if (witnesses.length === 0) return;
  await tx
    .withTables<AuditTables>()
    .insertInto('audit.witness_deliveries')
    .values(witnesses.map((witness) => ({ root_number: root, witness, last_tried_at: null, outcome: null, sent_at: null })))
    .execute();
  await enqueue(tx, { errand: 'audit.send-root', payload: { root }, key: `audit.send-root ${root}` });
}

/** Witnesses that have not yet got a root. */
export async function waitingWitnesses(db: Db, root: number): Promise<string[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.witness_deliveries')
    .select('witness')
    .where('root_number', '=', root)
    .where('sent_at', 'is', null)
    .orderBy('witness')
    .execute();
  return rows.map((row) => row.witness);
}

/** @param outcome a few words without addresses or anything a server said: `accepted`, `http 503`, `timeout` */
export async function recordTry(
  db: Db,
  root: number,
  witness: string,
  at: Moment,
  sent: boolean,
  outcome: string,
): Promise<void> {
  await db
    .withTables<AuditTables>()
    .updateTable('audit.witness_deliveries')
    .set((row) => ({
      tries: row('tries', '+', 1),
      last_tried_at: at.toString(),
      outcome,
      sent_at: sent ? at.toString() : null,
    }))
    .where('root_number', '=', root)
    .where('witness', '=', witness)
    .where('sent_at', 'is', null)
    .execute();
}

/** Who got a root, as the public may read it: the host or mail domain, never a mailbox. */
export async function witnessesOf(db: Db, root: number): Promise<{ readonly host: string; readonly sentAt: Moment | null }[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.witness_deliveries')
    .select(['witness', 'sent_at'])
    .where('root_number', '=', root)
    .execute();
  return rows
    .map(({ witness, sent_at }) => ({ host: hostOf(witness), sentAt: sent_at }))
    .sort((one, other) => one.host.localeCompare(other.host));
}
