/**
 * Letting working days pass in a story.
 *
 * The product runs on the machine's clock and has no other, so that nobody can ever turn it. Ten working days go by by moving the
 * complaint's own moments back instead, from outside, as the database's superuser: "started ten days earlier" is the same to every rule
 * as "ten days later", because each of them compares a stored moment with now and none remembers what it saw before. Everything after
 * that is the product's own doing: its worker runs the real errand over the real rows. (The app's role could not do this to the audit
 * file, and `tuntas audit verify` would name a moment there that was changed.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { SUPERUSER } from '../src/platform/postgres/access.ts';
import { product } from './people.ts';

type ClockKind = 'verify' | 'finish' | 'follow-up' | 'silence' | 'hold' | 'arbitrate';

/** Moves a running clock of a complaint back so that it ran out a minute ago, and lets the worker look. */
export async function letRunOut(trackingNumber: string, kind: ClockKind): Promise<void> {
  await asSuperuser(async (client) => {
    const { rowCount } = await client.query(
      `update complaints.clocks as clock
       set due_at = now() - interval '1 minute',
         started_at = started_at - (due_at - now() + interval '1 minute'),
         next_alert_at = now() - interval '1 minute'
       from complaints.complaints as complaint
       where complaint.id = clock.complaint_id and complaint.tracking_number = $1
         and clock.kind = $2 and clock.stopped_at is null`,
      [trackingNumber.replaceAll('-', ''), kind],
    );
    if (rowCount !== 1) throw new Error(`${rowCount} running clocks ${kind}`);
  });
}

/** The errand that looks after clocks comes every minute; a story need not wait for it. */
export async function callAlertErrand(): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query(`select graphile_worker.add_job('complaints.alerts')`);
  });
}

/** The session somebody opened last is over, as it would be twelve hours later. */
export async function letSessionEnd(email: string): Promise<void> {
  await asSuperuser(async (client) => {
    const { rowCount } = await client.query(
      `update sign_in.sessions set expires_at = now() - interval '1 minute' where id = (
         select session.id from sign_in.sessions as session
         join directory.people as person on person.id = session.person_id
         where person.email = $1 order by session.started_at desc limit 1)`,
      [email],
    );
    if (rowCount !== 1) throw new Error(`${rowCount} sessions`);
  });
}

async function asSuperuser(work: (client: Client) => Promise<void>): Promise<void> {
  const file = join(product.dataFolder, 'postgres', 'data', 'tuntas.json');
  const { port, superuserPassword } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; superuserPassword: string };
  const client = new Client({ host: '127.0.0.1', port, user: SUPERUSER, password: superuserPassword, database: 'tuntas' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
