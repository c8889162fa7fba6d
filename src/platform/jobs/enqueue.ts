import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../database/database.ts';

export interface Job {
  /** The errand's name in the list `main.ts` assembles: room, dot, verb: `complaints.remind`. */
  readonly errand: string;
  /** References only, never a name, an address or a text: the queue is readable to those who run the machine. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this moment; at once by default. */
  readonly runAt?: Moment;
  /** A job that is still waiting under the same key is replaced by this one. */
  readonly key?: string;
  /** Tries before it is given up, the first included; waits grow from seconds to six hours. Default 25, which is about three days. */
  readonly maxAttempts?: number;
}

/** Puts an errand into the queue as part of the caller's transaction: a change that is rolled back leaves no job behind. */
export async function enqueue(tx: Tx, job: Job): Promise<void> {
  await sql`SELECT FROM graphile_worker.add_job(
    identifier => ${job.errand}::text,
    payload => ${JSON.stringify(job.payload)}::json,
    run_at => ${job.runAt?.toString() ?? null}::timestamptz,
    job_key => ${job.key ?? null}::text,
    max_attempts => ${job.maxAttempts ?? null}::int)`.execute(tx);
}

/** Many at once, to run at once: two statements' work for any number of them. */
export async function enqueueAll(tx: Tx, jobs: readonly Pick<Job, 'errand' | 'payload'>[]): Promise<void> {
  if (jobs.length === 0) return;
  const [errands, payloads] = [jobs.map(({ errand }) => errand), jobs.map(({ payload }) => JSON.stringify(payload))];
  await sql`SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT ROW(job.errand, job.payload::json, NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec
    FROM unnest(${errands}::text[], ${payloads}::text[]) AS job (errand, payload)))`.execute(tx);
}

/** Takes back a job that is still waiting. One that is already running is not stopped. */
export async function withdraw(tx: Tx, key: string): Promise<void> {
  await sql`SELECT FROM graphile_worker.remove_job(${key})`.execute(tx);
}
