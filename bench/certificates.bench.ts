/**
 * How long 600 sealed certificates with QR code and twin take, whether a kill doubles or loses a number, and how long 600 report cards
 * take as PDF. See README.md.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { askForCertificates, issueBatch } from '../src/assessments/actions/certificates/issue-certificates.ts';
import { scoreRound } from '../src/assessments/actions/score-round.ts';
import { loadReportCard, roundContext } from '../src/assessments/store/report-card.ts';
import { reportCardPdf } from '../src/assessments/web/results/rapor-document.ts';
import type { Officer } from '../src/kernel/actor.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Tools } from '../src/platform/tools.ts';
import { cpuSeconds } from './app/cpu-time.ts';
import { publishAll } from './certificates/publish.ts';
import { emptyRegister, lookThrough, type RegisterFaults } from './certificates/register.ts';
import { workerTools } from './certificates/tools.ts';
import { print, rounded, runBench, tell } from './report.ts';
import { makeRoundServer, type RoundServer } from './round/server.ts';

const MOST_SECONDS = { certificates: 120, rapor: 180 } as const;
const MOST_MIB = 1024;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '5' }, worker: { type: 'string' } },
});

/** What a worker process says while it works, and at its end. */
type Told = { readonly done: number } | { readonly cpuSeconds: number; readonly peakMiB: number; readonly bytes: number };

/** The program starts itself as this: a process that does one thing, so that its time and memory are those of the thing. */
type Job = 'issue' | 'rapor';

if (options.worker === undefined) {
  await runBench(async () => {
    const server = await makeRoundServer('certificates');
    const { tools, close } = workerTools(server.appUrl, server.folder);
    try {
      await bench(server, tools);
    } finally {
      await close();
      await server.remove();
    }
  });
} else {
  const [appUrl = '', folder = '', about = ''] = positionals;
  const { tools, close } = workerTools(appUrl, folder);
  const bytes = options.worker === 'rapor' ? await makeReportCards(tools, about) : await issue(tools, about);
  await close();
  const { user, system } = process.cpuUsage();
  say({ cpuSeconds: (user + system) / 1e6, peakMiB: process.resourceUsage().maxRSS / 1024, bytes });
  process.disconnect?.();
}

function say(told: Told): void {
  process.send?.(told);
}

async function issue(tools: Tools, batchId: string): Promise<number> {
  await issueBatch(tools, batchId, (done) => say({ done }));
  return 0;
}

/** Report cards of a whole round, one after another. @returns bytes of all */
async function makeReportCards(tools: Tools, roundId: string): Promise<number> {
  const shared = await roundContext(tools.db, roundId);
  const { rows } = await assessmentsOf(tools, roundId);
  let bytes = 0;
  for (const [index, { id }] of rows.entries()) {
    const card = await loadReportCard(tools.db, id, shared);
    if (!card) throw new Error('a published result has no report card');
    bytes += (await reportCardPdf(card, 'id', tools.settings.baseUrl)).length;
    say({ done: index + 1 });
  }
  return bytes;
}

async function assessmentsOf(tools: Tools, roundId: string): Promise<{ readonly rows: readonly { readonly id: string }[] }> {
  return sql<{ id: string }>`SELECT id FROM assessments.assessments WHERE round_id = ${roundId} ORDER BY id`.execute(tools.db);
}

async function bench(server: RoundServer, tools: Tools): Promise<void> {
  const { roundId } = server.generated;
  tell('certificates: scoring the round, publishing its results');
  await scoreRound({ db: tools.db, clock: systemClock }, roundId);
  const { length: agencies } = await publishAll(tools, roundId);

  const issued = await timed(server, 'issue', await ask(tools, roundId), agencies);
  const faults = await lookThrough(tools, agencies);
  report('certificates', agencies, issued);
  reportFaults('issued at a stretch', faults, {});

  await emptyRegister(server.superuserUrl);
  await killAndResume(server, tools, agencies);

  report('rapor', agencies, await timed(server, 'rapor', roundId, agencies));
}

/** Kills the worker with SIGKILL at moments nobody chose, as a power cut would, and starts another each time. */
async function killAndResume(server: RoundServer, tools: Tools, agencies: number): Promise<void> {
  const batchId = await ask(tools, server.generated.roundId);
  const kills = Number(options.kills);
  const killedAt: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const until = Math.floor((agencies * kill) / (kills + 1)) + Math.floor(Math.random() * 20);
    killedAt.push((await work(server, 'issue', batchId, { killAt: until })).done);
    tell(`certificates: killed after ${killedAt.at(-1)}`);
  }
  await work(server, 'issue', batchId, {});
  reportFaults('kill -9 and resume', await lookThrough(tools, agencies), { killedAt });
}

interface Worked {
  readonly done: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly bytes: number;
}

/** Runs a worker to its end, or to its violent one. */
async function work(server: RoundServer, job: Job, about: string, { killAt = Number.POSITIVE_INFINITY }): Promise<Worked> {
  const child = fork(process.argv[1] as string, ['--worker', job, server.appUrl, server.folder, about]);
  let worked: Worked = { done: 0, cpuSeconds: 0, peakMiB: 0, bytes: 0 };
  child.on('message', (told: Told) => {
    worked = { ...worked, ...told };
    if (!('done' in told)) return;
    if (told.done % 100 === 0) tell(`certificates: ${job}, ${told.done} done`);
    // Some milliseconds later: at the message itself it would always die at the same place.
    if (told.done >= killAt) setTimeout(() => child.kill('SIGKILL'), Math.random() * 60);
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the worker ended by itself with ${code}`);
  return worked;
}

async function ask(tools: Tools, roundId: string): Promise<string> {
  const actor: Officer = { kind: 'officer', personId: tools.random.id(), name: 'bench', positions: [] };
  const asked = await askForCertificates(tools, actor, { roundId, offices: null });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.batchId;
}

interface Timed extends Worked {
  /** From starting the process to its end, loading its libraries included. */
  readonly seconds: number;
  readonly databaseCpuSeconds: number;
}

async function timed(server: RoundServer, job: Job, about: string, expected: number): Promise<Timed> {
  const database = cpuSeconds(server.postmasterPid) ?? 0;
  const from = performance.now();
  const worked = await work(server, job, about, {});
  const seconds = (performance.now() - from) / 1000;
  if (worked.done !== expected) throw new Error(`${worked.done} of ${expected} were made`);
  return { ...worked, seconds, databaseCpuSeconds: (cpuSeconds(server.postmasterPid) ?? 0) - database };
}

function report(what: keyof typeof MOST_SECONDS, count: number, taken: Timed): void {
  const common = { bench: 'certificates', case: `${count} ${what}` };
  const { seconds, peakMiB, bytes } = taken;
  const limit = MOST_SECONDS[what];
  print({
    ...{
      ...common,
      figure: 'time',
      value: rounded(seconds),
      unit: 's',
      limit,
      ratio: rounded(seconds / limit),
      met: seconds <= limit,
    },
    eachMs: rounded((seconds / count) * 1000),
    cpuSeconds: { worker: rounded(taken.cpuSeconds), database: rounded(taken.databaseCpuSeconds) },
    ...(bytes > 0 ? { meanKilobytes: rounded(bytes / count / 1000) } : {}),
  });
  print({
    ...{ ...common, figure: 'peak memory of the worker', value: rounded(peakMiB), unit: 'MiB', limit: MOST_MIB },
    ...{ ratio: rounded(peakMiB / MOST_MIB), met: peakMiB <= MOST_MIB },
  });
}

function reportFaults(how: string, faults: RegisterFaults, more: Record<string, unknown>): void {
  const value = Object.values(faults).reduce((sum, count) => sum + count, 0);
  print({
    ...{ bench: 'certificates', case: how, figure: 'lost, doubled or broken', value, unit: 'certificates', limit: 0, ratio: 0 },
    ...{ met: value === 0, ...faults, ...more },
  });
}
