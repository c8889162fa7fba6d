/**
 * What a day's reminders cost over 40,000 lines of 2,000 plans, and whether anyone is told twice or not at all when two workers run at once and one is
 * killed. See README.md.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { remindOfAgreements } from '../src/agreements/actions/lines/remind.ts';
import { loadReference } from '../src/cli/reference.ts';
import { Temporal } from '../src/kernel/time.ts';
import { connect } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { prepareDatabase, startPostgres } from '../src/platform/postgres/index.ts';
import { readPostmaster } from '../src/platform/postgres/postmaster.ts';
import { cpuSeconds } from './app/cpu-time.ts';
import { workerTools } from './certificates/tools.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { AGREEMENTS, inventPlans, LINES, REPORTS_PER_LINE, type Rungs, setRungs, TODAY } from './renewals/invent.ts';
import { type LedgerFaults, lookThrough } from './renewals/look-through.ts';
import { print, rounded, runBench, tell } from './report.ts';

const MOST_SECONDS = 10;
/** Of each hundred lines. */
const ORDINARY: Rungs = { first: 1, second: 1, due: 1, late: 1, waiting: 1 };
const EVERY_LINE: Rungs = { first: 25, second: 25, due: 25, late: 15, waiting: 10 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '5' }, worker: { type: 'boolean', default: false } },
});

interface Place {
  readonly folder: string;
  readonly appUrl: string;
  readonly postmasterPid: number;
  readonly client: Client;
}

/** What a worker process says when it begins and at its end. */
type Told = 'begun' | { readonly cpuSeconds: number; readonly told: number };

if (options.worker) {
  const [appUrl = '', folder = ''] = positionals;
  const { tools, close } = workerTools(appUrl, folder);
  process.send?.('begun');
  const done = await remindOfAgreements({ ...tools, clock: { now: () => Temporal.Instant.from(`${TODAY}T00:05:00Z`) } });
  await close();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6, told: done.lines + done.reports + done.lapsing });
  process.disconnect?.();
} else {
  await runBench(withPlace);
}

async function withPlace(): Promise<void> {
  const folder = makeFolder('renewals');
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    await loadReference(owner.db).finally(() => owner.close());
    const url = new URL(server.superuserUrl);
    url.pathname = '/tuntas';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      tell(`renewals: ${LINES} lines of ${AGREEMENTS} plans, ${LINES * REPORTS_PER_LINE} reports`);
      tell(`renewals: ${JSON.stringify(await inventPlans(client))}`);
      await bench({ folder, appUrl, postmasterPid: readPostmaster(join(postgres, 'data'))?.pid ?? 0, client });
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    removeFolder(folder, postgres);
  }
}

async function bench(place: Place): Promise<void> {
  await aDay(place, 'an ordinary day', ORDINARY);
  await aDay(place, 'every line at once', EVERY_LINE);
  await aDay(place, 'again on the same day', null);
  for (let kill = 1; kill <= Number(options.kills); kill += 1) await killOneOfTwo(place, kill);
}

/** @param rungs `null` = everything was told already */
async function aDay(place: Place, name: string, rungs: Rungs | null): Promise<void> {
  tell(`renewals: ${name}`);
  if (rungs) await setRungs(place.client, rungs);
  const bare = await bareSeconds(place);
  const from = performance.now();
  const database = cpuSeconds(place.postmasterPid) ?? 0;
  const { cpuSeconds: worker, told } = await ended(begin(place));
  const seconds = (performance.now() - from) / 1000;
  const databaseSeconds = (cpuSeconds(place.postmasterPid) ?? 0) - database;
  const together = worker + databaseSeconds;
  const faults = await lookThrough(place.client);
  const about = {
    ...{
      ratio: rounded(together / Math.max(bare, 0.01)),
      bareCpuSeconds: rounded(bare),
      databaseCpuSeconds: rounded(databaseSeconds),
    },
    ...{ seconds: rounded(seconds), lines: LINES, told, ...faults },
  };
  const figure = { bench: 'renewals', case: name, unit: 's', limit: MOST_SECONDS };
  const met = worker <= MOST_SECONDS && isWhole(faults);
  print({ ...figure, figure: 'processor time of the job', value: rounded(worker), met, ...about });
  // An aim: what the database does for it is mostly writing the messages, however many people there are to tell.
  const all = { ...figure, figure: 'processor time with the database', value: rounded(together), met: together <= MOST_SECONDS };
  print({ ...all, rows: faults.rows }, false);
}

/** What reading every line with its agreement once takes the database: the processor time of its own process, over twenty times. */
async function bareSeconds({ client }: Place): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  const before = cpuSeconds(pid) ?? 0;
  for (let i = 0; i < 20; i += 1)
    await client.query(
      'SELECT count(l.id), max(l.activity), max(a.title) FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id',
    );
  return ((cpuSeconds(pid) ?? 0) - before) / 20;
}

function isWhole(faults: LedgerFaults): boolean {
  return faults.missing + faults.unexpected + faults.doubled + faults.jobs === 0 && faults.rows === faults.expected;
}

/** Two begin together, one dies by SIGKILL at a moment nobody chose; another takes its place. */
async function killOneOfTwo(place: Place, kill: number): Promise<void> {
  await setRungs(place.client, EVERY_LINE);
  const [one, two] = [begin(place), begin(place)];
  await Promise.all([once(one, 'message'), once(two, 'message')]);
  // When so many rows stand in the ledger, and some milliseconds later: at the commit itself it would always die at the same place.
  const until = Math.random() * 60_000;
  while ((await written(place)) < until && one.exitCode === null) await sleep(20);
  await sleep(Math.random() * 200);
  one.kill('SIGKILL');
  const [, signal] = one.exitCode === null && one.signalCode === null ? await once(one, 'exit') : [one.exitCode, one.signalCode];
  const writtenByThen = await written(place);
  await (two.exitCode === null ? once(two, 'exit') : null);
  await ended(begin(place));
  const faults = await lookThrough(place.client);
  tell(`renewals: killed when ${writtenByThen} of ${faults.expected} rows were written`);
  print({
    ...{ bench: 'renewals', case: `two workers, kill ${kill}`, figure: 'missing, unexpected or doubled', unit: 'rows', limit: 0 },
    value: faults.missing + faults.unexpected + faults.doubled + faults.jobs,
    met: isWhole(faults),
    ...{ wasKilled: signal === 'SIGKILL', writtenByThen, ...faults },
  });
}

async function written({ client }: Place): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM messages.ledger');
  return rows[0]?.count ?? 0;
}

function begin({ appUrl, folder }: Place): ChildProcess {
  return fork(process.argv[1] as string, ['--worker', appUrl, folder]);
}

async function ended(child: ChildProcess): Promise<{ readonly cpuSeconds: number; readonly told: number }> {
  let last: Exclude<Told, 'begun'> | undefined;
  child.on('message', (told: Told) => {
    if (told !== 'begun') last = told;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 || !last) throw new Error(`the worker ended with ${code}`);
  return last;
}
