import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { connect } from '../../src/platform/database/connect.ts';
import { freePort } from '../../src/platform/postgres/access.ts';
import { type AppProcess, startApp } from '../app/app-process.ts';
import { cpuSeconds } from '../app/cpu-time.ts';
import { type AppInProcess, assembleInProcess } from '../app/in-process.ts';
import type { OwnServer } from '../app/own-server.ts';
import type { Acknowledged } from '../checks/kept.ts';
import { HttpClient } from '../load/client.ts';
import { type Held, hold, together } from '../load/hold.ts';
import { type Errand, record } from '../replay/record.ts';
import { replay } from '../replay/replay.ts';
import { instantiate, type Template, templateOf } from '../replay/template.ts';
import { rounded, tell } from '../report.ts';
import type { Intake, Ticket } from './intake.ts';

export interface Load {
  readonly seconds: number;
  /** Over how many turns the seconds are spread; app and bare loop take turns. */
  readonly rounds: number;
  readonly connections: number;
  /** Arguments of `tuntas serve`. */
  readonly serveArgs: readonly string[];
  /** Folder for a CPU profile of the app. */
  readonly profile: string | undefined;
}

export interface Measured {
  readonly app: Held;
  readonly bare: Held;
  /** Processor time per filing in milliseconds, by who used it; empty where it cannot be known. */
  readonly appCpu: Readonly<Record<string, number>>;
  readonly bareCpu: Readonly<Record<string, number>>;
  readonly acknowledged: readonly Acknowledged[];
  /** The statements of one filing. */
  readonly errands: readonly Errand[];
}

/** As the setting DATABASE_CONNECTIONS has it by default: the bare loop gets a pool like the app's. */
const POOL = 20;
/** Until then Node still compiles more than it files. */
const WARM_UP_SECONDS = 12;
const FIRST_ONES = 5;
/** Filings made ready for a second of the warm-up. */
const UNKNOWN_RATE = 200;

export async function measure(server: OwnServer, intake: Intake, load: Load): Promise<Measured> {
  tell(`${intake.name}: noting down the statements of one filing`);
  const { template, errands } = await noteDown(server, intake);

  if (load.profile) mkdirSync(load.profile, { recursive: true });
  const app = await startApp({
    env: server.env,
    port: await freePort(),
    logFile: join(server.folder, 'app.log'),
    args: load.serveArgs,
    nodeArgs: load.profile ? ['--cpu-prof', `--cpu-prof-dir=${load.profile}`] : [],
  });
  const inProcess = await assembleInProcess(server.env, server.appUrl);
  const bare = connect(server.bareUrl, { max: POOL, name: 'bench bare loop' });
  const client = new HttpClient(app.address, load.connections);
  try {
    const rounds = await takeTurns(intake, load, { app, server, client, inProcess, bare: bare.pool, template });
    return { ...rounds, errands };
  } finally {
    client.close();
    await Promise.all([bare.close(), inProcess.close()]);
    const code = await app.stop();
    if (code !== 0) tell(`the app ended with ${code}; see ${server.folder}/app.log`);
  }
}

/** Both recordings are made on the bare loop's database, so that the app's holds nothing but what came over HTTP. */
async function noteDown(server: OwnServer, intake: Intake): Promise<{ template: Template; errands: readonly Errand[] }> {
  const inProcess = await assembleInProcess(server.env, server.bareUrl);
  try {
    const file = await intake.prepare(inProcess.call, inProcess, FIRST_ONES + 2);
    // They read law and directory, which later ones find in memory.
    for (let i = 0; i < FIRST_ONES; i++) await file();
    const [first, second] = [await record(inProcess.pool, file), await record(inProcess.pool, file)];
    return { template: templateOf(first, second), errands: first };
  } finally {
    await inProcess.close();
  }
}

interface Sides {
  readonly app: AppProcess;
  readonly server: OwnServer;
  readonly client: HttpClient;
  readonly inProcess: AppInProcess;
  readonly bare: Pool;
  readonly template: Template;
}

async function takeTurns(
  intake: Intake,
  { seconds, rounds, connections }: Load,
  sides: Sides,
): Promise<Omit<Measured, 'errands'>> {
  const { client, inProcess, bare, template } = sides;
  const tickets: Ticket[] = [];
  const [app, loop]: [Held[], Held[]] = [[], []];
  const appCpu = new CpuUse(sides);
  const bareCpu = new CpuUse(sides);
  const holdApp = async (time: number) => {
    const rate = app.at(-1)?.perSecond ?? UNKNOWN_RATE;
    const file = await intake.prepare(client.call, inProcess, Math.ceil(rate * 1.3 * time) + connections);
    app.push(
      await appCpu.during(() =>
        hold(connections, time, async () => {
          const ticket = await file();
          return ticket === undefined ? 'over' : tickets.push(ticket);
        }),
      ),
    );
  };
  const holdBare = async (time: number) => {
    loop.push(await bareCpu.during(() => hold(connections, time, () => replay(bare, instantiate(template)))));
  };

  tell(`${intake.name}: warming up`);
  await holdApp(WARM_UP_SECONDS);
  await holdBare(WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round++) {
    // In turns, and who goes first alternates: a machine that grows busier meanwhile favours nobody.
    if (round % 2 === 0) await holdApp(seconds / rounds);
    await holdBare(seconds / rounds);
    if (round % 2 === 1) await holdApp(seconds / rounds);
    tell(`${intake.name}: app ${rounded(app.at(-1)?.perSecond ?? 0)}/s, bare loop ${rounded(loop.at(-1)?.perSecond ?? 0)}/s`);
  }
  const measured = { app: together(app.slice(1)), bare: together(loop.slice(1)) };
  return {
    ...measured,
    appCpu: appCpu.perPiece(),
    bareCpu: bareCpu.perPiece(),
    acknowledged: await intake.acknowledged(tickets, inProcess),
  };
}

/** Adds up who used how much processor time while pieces of work were done, the warm-up left out. */
class CpuUse {
  readonly #pids: Readonly<Record<string, number>>;
  readonly #used = new Map<string, number>();
  #done = 0;
  #isWarm = false;

  constructor({ app, server }: Pick<Sides, 'app' | 'server'>) {
    this.#pids = { app: app.pid, database: server.postmasterPid };
  }

  async during(work: () => Promise<Held>): Promise<Held> {
    const before = this.#read();
    const held = await work();
    if (this.#isWarm) {
      this.#done += held.done;
      for (const [who, seconds] of this.#read())
        this.#used.set(who, (this.#used.get(who) ?? 0) + seconds - (before.get(who) ?? 0));
    }
    this.#isWarm = true;
    return held;
  }

  #read(): Map<string, number> {
    const { user, system } = process.cpuUsage();
    const others = Object.entries(this.#pids).flatMap(([who, pid]): [string, number][] => {
      const seconds = cpuSeconds(pid);
      return seconds === undefined ? [] : [[who, seconds]];
    });
    return new Map([['bench', (user + system) / 1e6], ...others]);
  }

  perPiece(): Record<string, number> {
    return Object.fromEntries([...this.#used].map(([who, seconds]) => [who, rounded((seconds / this.#done) * 1000)]));
  }
}
