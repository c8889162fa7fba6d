import type { Runner } from 'graphile-worker';
import { Pool } from 'pg';
import { describeFault } from '../faults.ts';
import type { Tools } from '../tools.ts';
import type { ErrandList, Recurring } from './errands.ts';
import { HEARTBEAT_MILLISECONDS, releaseJobsOfTheDead, reportAlive, reportGone } from './living-workers.ts';
import { cronItems, startRunner, taskList } from './runner.ts';

export interface WorkerOptions {
  /** Errands at once; default 4. */
  readonly concurrency?: number;
  /** Where the queue is; default the database of the settings. */
  readonly databaseUrl?: string;
}

export interface Worker {
  /** Takes no more jobs, waits for those at work (30 s at most), and leaves. */
  stop(): Promise<void>;
}

const RESTART_MILLISECONDS = 1000;
const PATIENCE_MILLISECONDS = 30_000;

/**
 * Works on errands until stopped, as the app's own role: the tables of the queue are made by `tuntas migrate`. When the database goes
 * away it waits for it to come back.
 *
 * @throws when the queue's tables are missing or the first connection fails
 */
export async function startWorker(
  tools: Tools,
  errands: ErrandList,
  recurring: Recurring,
  options: WorkerOptions = {},
): Promise<Worker> {
  const concurrency = options.concurrency ?? 4;
  // A pool of its own: the queue's library expects plain dates where ours gives instants.
  const pool = new Pool({
    connectionString: options.databaseUrl ?? tools.settings.databaseUrl,
    max: concurrency + 2,
    application_name: 'tuntas worker',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  const lost = (error: Error) => tools.log.warn({ fault: describeFault(error) }, 'queue connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));

  const names = new Set<string>();
  const start = () => startRunner(tools, pool, taskList(tools, errands), cronItems(recurring), concurrency, names);
  let runner: Runner;
  try {
    await requireQueue(pool);
    runner = await start();
  } catch (error) {
    await pool.end();
    throw error;
  }

  let stopping = false;
  const beat = setInterval(() => void heartbeat(tools, names), HEARTBEAT_MILLISECONDS);
  await heartbeat(tools, names);
  const watch = keepRunning();

  async function keepRunning(): Promise<void> {
    while (!stopping) {
      await runner.promise.catch((error: unknown) =>
        tools.log.error({ fault: describeFault(error) }, 'worker stopped by itself'),
      );
      while (!stopping) {
        await new Promise((resolve) => setTimeout(resolve, RESTART_MILLISECONDS).unref());
        if (stopping) return;
        try {
          runner = await start();
          // Told to stop while it was starting.
          if (stopping) await runner.stop();
          break;
        } catch (error) {
          tools.log.error({ fault: describeFault(error) }, 'worker cannot start again yet');
        }
      }
    }
  }

  return {
    async stop() {
      if (stopping) return;
      stopping = true;
      clearInterval(beat);
      const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS).unref());
      await Promise.race([runner.stop().catch(() => {}), patience]);
      await Promise.race([watch, patience]);
      await reportGone(tools.db, names).catch(() => {});
      await Promise.race([pool.end(), patience]);
    },
  };
}

async function requireQueue(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) throw new Error('The tables of the job queue are missing. Run: npx tuntas migrate');
}

async function heartbeat(tools: Tools, names: ReadonlySet<string>): Promise<void> {
  try {
    await reportAlive(tools.db, names);
    await releaseJobsOfTheDead(tools.db);
  } catch (error) {
    tools.log.warn({ fault: describeFault(error) }, 'worker heartbeat failed');
  }
}
