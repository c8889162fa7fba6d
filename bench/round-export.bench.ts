/**
 * How much memory it takes to hand out the published raw data of a national round: the app, in a process of its own, serves it over HTTP to
 * a reader that keeps nothing, and is watched meanwhile. See README.md.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { publishResult } from '../src/assessments/actions/publish-result.ts';
import { verifyRoundFile } from '../src/assessments/actions/verify-round-file.ts';
import type { AssessmentTables } from '../src/assessments/store/tables.ts';
import { assembleTools } from '../src/main.ts';
import { readConfiguration } from '../src/platform/configuration/read.ts';
import { connect } from '../src/platform/database/connect.ts';
import { inTransaction } from '../src/platform/database/transaction.ts';
import { keysFrom } from '../src/platform/keys.ts';
import { type AppProcess, startApp } from './app/app-process.ts';
import { cpuSeconds } from './app/cpu-time.ts';
import { watchMemory } from './app/memory.ts';
import { print, rounded, runBench, tell } from './report.ts';
import { makeRoundServer, type RoundServer } from './round/server.ts';

const MOST_MIB_ABOVE_IDLE = 100;
const SECRET = 'a secret for the bench alone, long enough';
const PORT = 31_987;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

await runBench(async () => {
  const server = await makeRoundServer('round-export');
  try {
    await bench(server);
  } finally {
    await server.remove();
  }
});

async function bench(server: RoundServer): Promise<void> {
  await publishAll(server);
  const env = {
    TUNTAS_DATA: server.folder,
    TUNTAS_SECRET: SECRET,
    DATABASE_URL: server.appUrl,
    RATE_LIMIT_FACTOR: '1000000',
  };
  const app = await startApp({ env, port: PORT, logFile: join(server.folder, 'app.log'), args: ['--web-only'] });
  try {
    for (const file of ['raw.ndjson', 'raw.ndjson.gz']) await exportOf(server, app, file);
  } finally {
    await app.stop();
  }
}

async function publishAll(server: RoundServer): Promise<void> {
  const { settings } = readConfiguration({ TUNTAS_DATA: server.folder, TUNTAS_SECRET: SECRET, DATABASE_URL: server.appUrl });
  const { db, pool, close } = connect(server.appUrl, { max: 4, name: 'bench round-export', statementTimeout: 0 });
  const tools = assembleTools(settings, { db, pool, keys: keysFrom(SECRET), log: pino({ level: 'silent' }) });
  const assessments = await tools.db.withTables<AssessmentTables>().selectFrom('assessments.assessments').select('id').execute();
  for (const [place, { id }] of assessments.entries()) {
    await inTransaction(tools, async (tx) => {
      const { version } = await publishResult(tools, tx, { assessmentId: id, by: id, reason: null, decree: null });
      await tx
        .withTables<AssessmentTables>()
        .updateTable('assessments.assessments')
        .set({ stage: 'published', published_version: version })
        .where('id', '=', id)
        .execute();
    });
    if ((place + 1) % 150 === 0) tell(`round-export: ${place + 1} of ${server.generated.agencies} results published`);
  }
  await close();
}

async function exportOf(server: RoundServer, app: AppProcess, file: string): Promise<void> {
  const url = `${app.address}/assessments/bench/${file}`;
  // What the first answer loads and compiles belongs to idle.
  await drain(`${app.address}/assessments`);
  const peaks: number[] = [];
  const seconds: number[] = [];
  let bytes = 0;
  let idle = 0;
  let cpu = 0;
  for (let round = 1; round <= Number(options.rounds); round++) {
    tell(`round-export: ${file}, ${round} of ${options.rounds}`);
    await sleep(2000);
    const before = cpuSeconds(app.pid) ?? 0;
    const memory = watchMemory([app.pid]);
    const from = performance.now();
    bytes = await drain(url);
    seconds.push((performance.now() - from) / 1000);
    const { othersMiB, othersAtStartMiB } = memory.stop();
    cpu = (cpuSeconds(app.pid) ?? 0) - before;
    if (round === 1) idle = othersAtStartMiB;
    // Held against the first idle, so that what stays behind counts too.
    peaks.push(othersMiB - idle);
  }
  const above = Math.max(...peaks);
  const { roundId: _, ...generated } = server.generated;
  print({
    ...{ bench: 'round-export', case: file, ...generated, figure: 'memory above idle' },
    ...{ value: rounded(above), unit: 'MiB', limit: MOST_MIB_ABOVE_IDLE, met: above <= MOST_MIB_ABOVE_IDLE },
    ...{ idleMiB: rounded(idle), seconds: seconds.map(rounded), cpuSeconds: rounded(cpu), megabytes: rounded(bytes / 1e6) },
  });
  const verdict = await verify(url);
  print({
    ...{
      bench: 'round-export',
      case: file,
      figure: 'differences after recomputing',
      value: verdict.differences,
      unit: 'numbers',
      limit: 0,
    },
    ...{ met: verdict.ok, recomputed: verdict.recomputed, sha256: verdict.sha256 },
  });
}

async function drain(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  return bytes;
}

/** Outside of what is measured: the whole file in memory, recomputed. */
async function verify(url: string) {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  const plain = url.endsWith('.gz') ? gunzipSync(body) : body;
  const verdict = await verifyRoundFile(
    (async function* () {
      for (let from = 0; from < plain.length; from += 65_536) yield plain.subarray(from, from + 65_536);
    })(),
  );
  const sha256 = createHash('sha256').update(plain).digest('hex');
  return {
    ok: verdict.ok,
    differences: verdict.differences.length + verdict.faults.length,
    recomputed: verdict.recomputed,
    sha256,
  };
}
