import { EventEmitter } from 'node:events';
import { Logger, type ParsedCronItem, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { describeFault, faultLine } from '../faults.ts';
import type { Log } from '../log.ts';
import { errandRuns, errandSeconds } from '../metrics.ts';
import type { Tools } from '../tools.ts';
import type { ErrandList, Recurring } from './errands.ts';

const STUCK_MILLISECONDS = 5000;

/**
 * One life of the queue library's runner. It ends by itself when it cannot fetch jobs any more; `worker.ts` then begins another.
 *
 * @param names receives the names under which this runner locks jobs
 */
export async function startRunner(
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

/** Wraps errands so that they are measured, and so that no error text of theirs reaches the queue's tables or its log. */
export function taskList(tools: Tools, errands: ErrandList): TaskList {
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

export function cronItems(recurring: Recurring): ParsedCronItem[] {
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

function queueLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const line = { part: 'queue', ...(scope.taskIdentifier === undefined ? {} : { errand: scope.taskIdentifier }) };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
}
