import { EventEmitter } from 'node:events';
import { Logger, type ParsedCronItem, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import { describeFault, faultLine } from '../faults.ts';
import type { Log } from '../log.ts';
import { errandRuns, errandSeconds } from '../metrics.ts';
import type { Tools } from '../tools.ts';
import type { ErrandList, Recurring } from './errands.ts';
import { HEARTBEAT_MILLISECONDS, releaseJobsOfTheDead, reportAlive, reportGone } from './living-workers.ts';

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
const STUCK_MILLISECONDS = 5000;
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

async function startRunner(
  tools: Tools,
  pgPool: Pool,
  tasks: TaskList,
  parsedCronItems: ParsedCronItem[],
  concurrency: number,
  names: Set<string>,
): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents;
  names.clear();
  events.on('pool:create', ({ workerPool }) => names.add(workerPool.id));
  // The library keeps the failure of its first look-up of task names for ever; a worker that cannot fetch for a while is begun anew.
  let failingSince: number | undefined;
  const fetched = () => {
    failingSince = undefined;
  };
  events.on('job:start', fetched);
  events.on('worker:getJob:empty', fetched);
  events.on('worker:getJob:error', () => {
    failingSince ??= performance.now();
    if (performance.now() - failingSince > STUCK_MILLISECONDS) void runner.stop('it cannot fetch jobs').catch(() => {});
  });
  events.on('job:failed', ({ job }) => {
    errandRuns.inc({ errand: job.task_identifier, outcome: 'given-up' });
    tools.log.error({ errand: job.task_identifier, job: String(job.id) }, 'errand given up');
  });
  const runner = await run({
    pgPool,
    taskList: tasks,
    parsedCronItems,
    concurrency,
    events,
    pollInterval: 2000,
    // Stopping is decided by whoever started us.
    noHandleSignals: true,
    logger: queueLogger(tools.log),
  });
  return runner;
}

async function requireQueue(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) throw new Error('The tables of the job queue are missing. Run: npx tuntas migrate');
}

/** Wraps errands so that they are measured, and so that no error text of theirs reaches the queue's tables or its log. */
function taskList(tools: Tools, errands: ErrandList): TaskList {
  const tasks: TaskList = {};
  for (const [name, errand] of Object.entries(errands)) {
    tasks[name] = async (payload) => {
      const stopClock = errandSeconds.startTimer({ errand: name });
      try {
        await errand(tools, payload);
        errandRuns.inc({ errand: name, outcome: 'done' });
      } catch (error) {
        errandRuns.inc({ errand: name, outcome: 'failed' });
        tools.log.error({ errand: name, fault: describeFault(error) }, 'errand failed, will be tried again');
        const safe = new Error(faultLine(error));
        delete safe.stack;
        throw safe;
      } finally {
        stopClock();
      }
    };
  }
  return tasks;
}

function cronItems(recurring: Recurring): ParsedCronItem[] {
  return parseCronItems(
    recurring.map(({ errand, crontab }) => ({
      task: errand,
      match: crontab,
      identifier: errand,
      options: {
        // What comes at least once an hour comes again soon enough by itself.
        backfillPeriod: crontab.trim().split(/\s+/)[1]?.startsWith('*') ? 0 : 24 * 60 * 60 * 1000,
        jobKey: `recurring ${errand}`,
        jobKeyMode: 'preserve_run_at' as const,
        maxAttempts: 5,
      },
    })),
  );
}

async function heartbeat(tools: Tools, names: ReadonlySet<string>): Promise<void> {
  try {
    await reportAlive(tools.db, names);
    await releaseJobsOfTheDead(tools.db);
  } catch (error) {
    tools.log.warn({ fault: describeFault(error) }, 'worker heartbeat failed');
  }
}

function queueLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const line = { part: 'queue', ...(scope.taskIdentifier === undefined ? {} : { errand: scope.taskIdentifier }) };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
}
