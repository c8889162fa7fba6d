/**
 * How long a national round takes to be scored and banded from the database, and how that compares with reading the same rows and
 * summing them in SQL. See README.md.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { scoreRound } from '../src/assessments/actions/score-round.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/database/connect.ts';
import { cpuSeconds } from './app/cpu-time.ts';
import { watchMemory } from './app/memory.ts';
import { print, rounded, runBench, tell } from './report.ts';
import { makeRoundServer, type RoundServer } from './round/server.ts';

const MOST_SECONDS = 60;
const MOST_MIB = 1024;
const MOST_RATIO = 3;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

/** What one way of reading the round took. */
interface Taken {
  readonly seconds: number;
  readonly cpu: { readonly bench: number; readonly database: number };
}

await runBench(async () => {
  const server = await makeRoundServer('score');
  try {
    await bench(server);
  } finally {
    await server.remove();
  }
});

async function bench(server: RoundServer): Promise<void> {
  const scored: Taken[] = [];
  const summed: Taken[] = [];
  const { db, close } = connect(server.appUrl, { max: 4, name: 'bench score', statementTimeout: 0 });
  const client = new Client({ connectionString: server.appUrl });
  await client.connect();
  let memory: ReturnType<typeof watchMemory>;
  const score = async () => scored.push(await timed(server, () => scoreOnce(db, server)));
  const sum = async () => summed.push(await timed(server, () => sumOnce(client, server)));
  try {
    for (let round = 1; round <= Number(options.rounds); round++) {
      tell(`score: round ${round} of ${options.rounds}`);
      // Who goes first alternates, so that neither always finds what the other has just read.
      for (const way of round % 2 === 1 ? [score, sum] : [sum, score]) await way();
    }
    // By itself: whoever looks through /proc ten times a second takes time from what is measured.
    tell('score: once more, with an eye on its memory');
    memory = watchMemory([server.postmasterPid]);
    await scoreOnce(db, server);
  } finally {
    await client.end();
    await close();
  }
  const { processMiB, wholeMiB } = memory.stop();
  const bands = await countBands(server);
  const [mine, theirs] = [median(scored), median(summed)];
  const { roundId: _, ...round } = server.generated;
  const common = { bench: 'score', case: 'national round', ...round, rounds: scored.length };
  print({
    ...{
      ...common,
      figure: 'time',
      value: rounded(mine.seconds),
      unit: 's',
      limit: MOST_SECONDS,
      met: mine.seconds <= MOST_SECONDS,
    },
    ...{ slowest: rounded(Math.max(...scored.map(({ seconds }) => seconds))), cpuSeconds: mine.cpu, bands },
  });
  const ratio = mine.seconds / theirs.seconds;
  print({
    ...{
      ...common,
      figure: 'of reading and summing in SQL',
      value: rounded(ratio),
      unit: 'times',
      limit: MOST_RATIO,
      met: ratio <= MOST_RATIO,
    },
    ...{
      scoredSeconds: scored.map(({ seconds }) => rounded(seconds)),
      summedSeconds: summed.map(({ seconds }) => rounded(seconds)),
    },
    ...{ cpuSeconds: mine.cpu, summedCpuSeconds: theirs.cpu },
  });
  print({
    ...{ ...common, figure: 'peak memory', value: rounded(wholeMiB), unit: 'MiB, with the database server', limit: MOST_MIB },
    ...{ met: wholeMiB <= MOST_MIB, processMiB: rounded(processMiB) },
  });
}

async function scoreOnce(db: Parameters<typeof scoreRound>[0]['db'], server: RoundServer): Promise<void> {
  let last = 0;
  const { done } = await scoreRound({ db, clock: systemClock }, server.generated.roundId, (progress) => {
    if (progress.done - last >= 150 || progress.done === progress.total) {
      tell(`score: ${progress.done} of ${progress.total} agencies`);
      last = progress.done;
    }
  });
  if (done !== server.generated.agencies) throw new Error('not every agency was scored');
}

/** The same rows, read and summed as far as a mean of each indicator in each unit needs it, in one statement. */
async function sumOnce(client: Client, server: RoundServer): Promise<void> {
  const { rows } = await client.query<{ groups: number; answers: number }>(
    `SELECT count(*)::int AS groups, sum(many)::int AS answers FROM (
       SELECT a.assessment_id, a.unit_no, a.indicator, sum(a.value) AS total, count(*) AS many
       FROM assessments.answers a JOIN assessments.assessments s ON s.id = a.assessment_id
       WHERE s.round_id = $1 AND a.rating = 1
       GROUP BY a.assessment_id, a.unit_no, a.indicator) AS sums`,
    [server.generated.roundId],
  );
  if (rows[0]?.answers !== server.generated.answers) throw new Error('the sums are not of all answers');
}

async function timed(server: RoundServer, work: () => Promise<void>): Promise<Taken> {
  const cpu = () => ({ bench: cpuSeconds(process.pid) ?? 0, database: cpuSeconds(server.postmasterPid) ?? 0 });
  const before = cpu();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const after = cpu();
  const database = after.database - before.database;
  // The server is a child of this process.
  return { seconds, cpu: { bench: rounded(after.bench - before.bench - database), database: rounded(database) } };
}

function median(taken: readonly Taken[]): Taken {
  return [...taken].sort((a, b) => a.seconds - b.seconds)[Math.floor((taken.length - 1) / 2)] as Taken;
}

async function countBands(server: RoundServer): Promise<Record<string, number>> {
  const client = new Client({ connectionString: server.appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ category: string; many: number }>(
      `SELECT category, count(*)::int AS many FROM assessments.results WHERE version = 0 AND unit_no = 0 GROUP BY category ORDER BY category`,
    );
    return Object.fromEntries(rows.map(({ category, many }) => [category, many]));
  } finally {
    await client.end();
  }
}
