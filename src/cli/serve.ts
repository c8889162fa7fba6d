import cluster from 'node:cluster';
import { type Command, InvalidArgumentError } from 'commander';
import type { Configuration } from '../platform/configuration/read.ts';
import { freePort } from '../platform/postgres/access.ts';
import type { Cli } from './cli.ts';
import { forgetOwner, migrateApart } from './migrate-apart.ts';
import { openDatabase } from './open-database.ts';
import { runProcesses } from './processes.ts';
import { runHere } from './run-here.ts';
import { stopWhenTold } from './stopping.ts';

interface ServeOptions {
  readonly webOnly?: true;
  readonly workerOnly?: true;
  readonly web?: number;
  readonly workers?: number;
  readonly prepared?: true;
}

export function register(program: Command, cli: Cli): void {
  program
    .command('serve')
    .description(
      cli.text({
        id: 'siapkan basis data lalu jalankan layanan web dan pekerja tugas latar',
        en: 'prepare the database, then run the web server and the worker of errands',
      }),
    )
    .option('--web-only', cli.text({ id: 'hanya layanan web', en: 'the web server alone' }))
    .option('--worker-only', cli.text({ id: 'hanya pekerja tugas latar', en: 'the worker alone' }))
    .option('--web <n>', cli.text({ id: 'sebanyak n proses web', en: 'n web processes' }), count)
    .option('--workers <n>', cli.text({ id: 'sebanyak n proses pekerja', en: 'n worker processes' }), count)
    .option('--prepared', cli.text({ id: 'basis data sudah disiapkan', en: 'the database is prepared already' }))
    .action((options: ServeOptions) => serve(cli, options));
}

/** Prepares the database unless that is done, and runs until told to stop. */
export async function serve(cli: Cli, options: ServeOptions): Promise<void> {
  const stopping = stopWhenTold();
  const configuration = await withPort(cli.configuration());
  const parts = { web: !options.workerOnly, worker: !options.webOnly };
  const many = options.web !== undefined || options.workers !== undefined;
  if (!options.prepared) cli.tell({ id: 'menyiapkan basis data', en: 'preparing the database' });
  const database = await openDatabase(configuration, cli.tell);
  try {
    if (!options.prepared && database.ownerUrl !== null) {
      await migrateApart(cli, stopping);
      forgetOwner();
    }
    if (stopping.isTold()) return;
    if (many)
      await runProcesses(cli, configuration, database, stopping, { web: options.web ?? 1, workers: options.workers ?? 1 });
    else await runHere(cli, configuration, database, stopping, parts);
  } finally {
    await database.stop();
  }
}

/** Port 0 is any free one. Links need to know it before the server listens, and processes must share it. */
async function withPort(configuration: Configuration): Promise<Configuration> {
  const { settings } = configuration;
  if (settings.port !== 0 || cluster.isWorker) return configuration;
  const port = await freePort();
  process.env.PORT = String(port);
  return { ...configuration, settings: { ...settings, port, baseUrl: settings.baseUrl.replace(/:0$/, `:${port}`) } };
}

function count(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('1..99');
  return Number(text);
}
