import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { PlatformTables } from '../tables.ts';

/**
 * Which workers are alive. The queue by itself gives a killed worker's jobs back after four hours; a citizen would wait that long for
 * a mail. So every worker says every five seconds that it lives, and jobs of one silent for twenty are given back by the others.
 * All by the database's clock.
 */
export const HEARTBEAT_MILLISECONDS = 5000;
const SILENT_SECONDS = 20;

export async function reportAlive(db: Db, workerIds: Iterable<string>): Promise<void> {
  for (const workerId of workerIds) {
    await sql`INSERT INTO platform.workers (worker_id) VALUES (${workerId})
              ON CONFLICT (worker_id) DO UPDATE SET seen_at = now()`.execute(db);
  }
}

export async function reportGone(db: Db, workerIds: Iterable<string>): Promise<void> {
  const gone = [...workerIds];
  if (gone.length === 0) return;
  await db.withTables<PlatformTables>().deleteFrom('platform.workers').where('worker_id', 'in', gone).execute();
}

/** Gives back the jobs of workers that have fallen silent, and forgets those workers. */
export async function releaseJobsOfTheDead(db: Db): Promise<void> {
  await sql`
    WITH dead AS (
      SELECT DISTINCT locked_by FROM graphile_worker.jobs AS job
       WHERE locked_at < now() - make_interval(secs => ${SILENT_SECONDS})
         AND NOT EXISTS (SELECT FROM platform.workers
                          WHERE worker_id = job.locked_by AND seen_at > now() - make_interval(secs => ${SILENT_SECONDS})))
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`.execute(db);
  await sql`DELETE FROM platform.workers WHERE seen_at < now() - interval '1 hour'`.execute(db);
}
