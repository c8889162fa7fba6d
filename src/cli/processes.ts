import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from '../platform/configuration/read.ts';
import type { Cli } from './cli.ts';
import { fillExampleData } from './example-data.ts';
import type { OpenDatabase } from './open-database.ts';
import { openTools } from './open-tools.ts';
import type { Stopping } from './stopping.ts';
import { welcome } from './welcome.ts';

type Kind = 'web' | 'worker';

/**
 * Runs several processes that share one port and one database: one that falls is started again, all are stopped together.
 * Each web process answers `/metrics` for itself alone.
 */
export async function runProcesses(
  cli: Cli,
  configuration: Configuration,
  database: OpenDatabase,
  stopping: Stopping,
  { web, workers }: { readonly web: number; readonly workers: number },
): Promise<void> {
  const { tools, close } = openTools(configuration, database, true);
  const ready: Promise<void>[] = [];
  let leaving = false;

  const start = (kind: Kind) => {
    cluster.setupPrimary({ exec: process.argv[1] ?? '', args: ['serve', '--prepared', `--${kind}-only`] });
    const child = cluster.fork();
    if (kind === 'web') ready.push(new Promise((resolve) => child.once('listening', () => resolve())));
    child.once('exit', async (code) => {
      if (leaving || stopping.isTold()) return;
      tools.log.error({ kind, exit: code }, 'process ended, starting another');
      await sleep(1000);
      if (!leaving && !stopping.isTold()) start(kind);
    });
  };

  try {
    if (tools.settings.exampleMode) await fillExampleData(tools, cli.tell);
    for (let n = 0; n < web; n++) start('web');
    for (let n = 0; n < workers; n++) start('worker');
    await Promise.race([Promise.all(ready), stopping.told]);
    await welcome(cli, tools);
    await stopping.told;
  } finally {
    leaving = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((child) => (child ? ended(child) : undefined)));
    await close();
  }
}

function ended(child: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (child.isDead()) return resolve();
    child.once('exit', () => resolve());
    child.process.kill('SIGTERM');
  });
}
