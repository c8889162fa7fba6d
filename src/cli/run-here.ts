import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { assembleErrands, assembleWeb } from '../main.ts';
import type { Configuration } from '../platform/configuration/read.ts';
import { describeFault } from '../platform/faults.ts';
import type { WebRoutes } from '../platform/http/env.ts';
import { listen, type RunningServer } from '../platform/http/server.ts';
import { startWorker } from '../platform/jobs/worker.ts';
import type { Tools } from '../platform/tools.ts';
import { type Cli, CommandFault } from './cli.ts';
import { fillExampleData } from './example-data.ts';
import type { OpenDatabase } from './open-database.ts';
import { openTools } from './open-tools.ts';
import { requireMigrated } from './require-migrated.ts';
import type { Stopping } from './stopping.ts';
import { welcome } from './welcome.ts';

export interface Parts {
  readonly web: boolean;
  readonly worker: boolean;
}

/** Runs the web server, the worker or both in this process until it is told to stop, then lets everyone finish. */
export async function runHere(
  cli: Cli,
  configuration: Configuration,
  database: OpenDatabase,
  stopping: Stopping,
  parts: Parts,
): Promise<void> {
  const { tools, pool, close } = openTools(configuration, database, true);
  const broken = breakage(tools);
  const closing: (() => Promise<void>)[] = [close];
  try {
    await requireMigrated(tools.db);
    if (tools.settings.exampleMode && !cluster.isWorker) await fillExampleData(tools, cli.tell);
    if (parts.web) {
      const server = await listenPatiently(cli, await assembleWeb(tools, { pool }), tools);
      closing.push(() => server.close());
    }
    if (parts.worker) {
      const { errands, recurring } = assembleErrands();
      const worker = await startWorker(tools, errands, recurring, { concurrency: configuration.workerConcurrency });
      closing.push(() => worker.stop());
    }
    if (parts.web && !cluster.isWorker) await welcome(cli, tools);
    tools.log.info({ web: parts.web, worker: parts.worker, port: tools.settings.port }, 'started');
    await Promise.race([stopping.told, broken]);
    if (!cluster.isWorker) cli.tell({ id: 'berhenti …', en: 'stopping …' });
  } finally {
    for (const closeOne of closing.reverse()) await closeOne();
  }
  tools.log.info('stopped');
}

/** A bug nobody caught: what state we are in is unknown, so we finish what is open and end; whoever runs us starts us again. */
function breakage(tools: Tools): Promise<void> {
  return new Promise((resolve) => {
    const end = (error: unknown) => {
      tools.log.fatal({ fault: describeFault(error) }, 'unexpected fault, ending');
      process.exitCode = 1;
      resolve();
    };
    process.once('uncaughtException', end);
    process.once('unhandledRejection', end);
  });
}

/** A Tuntas that was killed may hold the port for a moment longer. */
async function listenPatiently(cli: Cli, app: WebRoutes, { settings: { host, port } }: Tools): Promise<RunningServer> {
  for (let tries = 0; ; tries++) {
    try {
      return await listen(app, { host, port });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw unlistenable(error, host, port);
      if (tries === 0) cli.tell({ id: `porta ${port} masih dipakai, menunggu`, en: `port ${port} is still in use, waiting` });
      if (tries >= 30) throw portTaken(port);
      await sleep(500);
    }
  }
}

function portTaken(port: number): CommandFault {
  return new CommandFault({
    id: `Porta ${port} dipakai program lain. Hentikan program itu, atau pilih porta lain: PORT=${port + 1} npm start`,
    en: `Port ${port} is used by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  });
}

function unlistenable(error: unknown, host: string, port: number): CommandFault {
  const why = (error as Error).message;
  return new CommandFault({
    id: `Tidak dapat menunggu di ${host} porta ${port}: ${why}`,
    en: `Cannot listen on ${host} port ${port}: ${why}`,
  });
}
