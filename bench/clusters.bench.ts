/**
 * Whether the finder of recurring problems finds what was planted in invented years, what that takes, and how quickly complaints similar
 * to one are shown among a million. See README.md.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { likenedComplaint, reviewLines, similarTo } from '../src/complaints/index.ts';
import { connect } from '../src/platform/database/connect.ts';
import { findInYear, type Taken } from './clusters/find.ts';
import { judgeClusters } from './clusters/judge.ts';
import { type ClusterServer, idOf, makeClusterServer, type Year } from './clusters/server.ts';
import { print, rounded, runBench, tell } from './report.ts';

const LEAST_FOUND = 18;
const MOST_WRONG = 5;
const MOST_CPU_SECONDS = 60;
const MOST_MIB = 1024;
const MOST_SIMILAR_MS = 150;

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3001,3002,3003,3004,3005' },
    'per-year': { type: 'string', default: '200000' },
    plants: { type: 'string', default: '20' },
    /** Plants the problems that are for trying things out. */
    trial: { type: 'boolean', default: false },
    similar: { type: 'string', default: '1000' },
    /** For itself: one year in a process of its own. */
    find: { type: 'string' },
  },
});

if (options.find !== undefined) {
  const { appUrl, postmasterPid, year } = JSON.parse(options.find) as { appUrl: string; postmasterPid: number; year: Year };
  process.stdout.write(JSON.stringify(await findInYear(appUrl, postmasterPid, year)));
} else {
  await runBench(async () => {
    const seeds = options.seeds.split(',').map(Number);
    const size = { seeds, perYear: Number(options['per-year']), plants: Number(options.plants), trial: options.trial };
    const server = await makeClusterServer(size);
    try {
      await benchFinder(server);
      await benchSimilar(server);
    } finally {
      await server.remove();
    }
  });
}

async function benchFinder(server: ClusterServer): Promise<void> {
  for (const year of server.years) {
    tell(`clusters: searching, seed ${year.seed}`);
    const taken = await inOwnProcess(server, year);
    const verdict = judgeClusters(year, taken.clusters);
    const common = { bench: 'clusters', case: `seed ${year.seed}`, rows: taken.rows, planted: year.plants.length };
    const least = Math.ceil((LEAST_FOUND / 20) * year.plants.length);
    print({
      ...{
        ...common,
        figure: 'planted problems found',
        value: verdict.found,
        unit: 'clusters',
        limit: least,
        met: verdict.found >= least,
      },
      ...verdict.byKind,
      ...{ shareOfTheirRows: rounded(verdict.shareOfRows), missed: verdict.missed },
    });
    print({
      ...{
        ...common,
        figure: 'false clusters',
        value: verdict.wrong,
        unit: 'clusters',
        limit: MOST_WRONG,
        met: verdict.wrong <= MOST_WRONG,
      },
    });
    const cpu = taken.ownCpu + taken.databaseCpu;
    print({
      ...{
        ...common,
        figure: 'processor time',
        value: rounded(cpu),
        unit: 's',
        limit: MOST_CPU_SECONDS,
        met: cpu <= MOST_CPU_SECONDS,
      },
      ...{ own: rounded(taken.ownCpu), database: rounded(taken.databaseCpu), seconds: rounded(taken.seconds) },
      ...{ ratio: rounded(taken.seconds / taken.readSeconds), ratioTo: 'reading the rows alone' },
    });
    print({
      ...{
        ...common,
        figure: 'peak memory',
        value: rounded(taken.wholeMiB),
        unit: 'MiB, with the database server',
        limit: MOST_MIB,
      },
      ...{ met: taken.wholeMiB <= MOST_MIB, processMiB: rounded(taken.processMiB) },
    });
  }
}

function inOwnProcess({ appUrl, postmasterPid }: ClusterServer, year: Year): Promise<Taken> {
  const { from, until, fromDay } = year;
  const order = JSON.stringify({ appUrl, postmasterPid, year: { from, until, fromDay } });
  const child = spawn(process.execPath, [process.argv[1] ?? '', '--find', order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(Buffer.concat(said).toString())) : reject(new Error(`the finder ended with ${code}`)),
    );
  });
}

/** As the page asks: the complaint, those like it, and what of them may be shown. */
async function benchSimilar(server: ClusterServer): Promise<void> {
  const { db, close } = connect(server.appUrl, { max: 2, name: 'bench similar', statementTimeout: 0 });
  const times: number[] = [];
  const bare: number[] = [];
  let shown = 0;
  let planted = 0;
  let ofSame = 0;
  try {
    const many = Number(options.similar);
    tell(`clusters: what is similar to ${many} complaints among ${server.complaints}`);
    for (let i = 0; i < many; i++) {
      const year = i % server.years.length;
      const { planted: plants = [] } = server.years[year] ?? {};
      // Every fifth is one of a planted problem, so that it can be seen whether the others of it come.
      const plant = i % 5 === 0 ? plants[(i / 5) % plants.length] : undefined;
      const place = plant ? (plant[i % plant.length] ?? 0) : (i * 104_729) % Number(options['per-year']);
      const id = idOf(year, place);
      const start = performance.now();
      const like = await likenedComplaint(db, id);
      if (!like) throw new Error('there is no such complaint');
      const similar = await similarTo(db, like, 10);
      const lines = await reviewLines(
        db,
        { kind: 'visitor' },
        similar.map((each) => each.id),
      );
      times.push(performance.now() - start);
      shown += lines.length;
      if (plant) {
        const same = new Set(plant.map((each) => idOf(year, each)));
        planted += Math.min(10, same.size - 1);
        ofSame += similar.filter((each) => same.has(each.id)).length;
      }
      const from = performance.now();
      await db
        .withTables<{ 'complaints.complaints': { id: string; title: string; description: string } }>()
        .selectFrom('complaints.complaints')
        .select(['id', 'title', 'description'])
        .where('id', 'in', [id, ...similar.map((each) => each.id)])
        .execute();
      bare.push(performance.now() - from);
    }
  } finally {
    await close();
  }
  const p95 = percentile(times, 95);
  print({
    ...{ bench: 'clusters', case: 'similar files', figure: 'p95', value: rounded(p95), unit: 'ms', limit: MOST_SIMILAR_MS },
    ...{
      met: p95 <= MOST_SIMILAR_MS,
      complaints: server.complaints,
      asked: times.length,
      shown,
      p50: rounded(percentile(times, 50)),
    },
    ...{
      most: rounded(Math.max(...times)),
      ratio: rounded(p95 / percentile(bare, 95)),
      ratioTo: 'reading those shown by their keys',
    },
    ...{ ofThePlantedShown: rounded(ofSame / planted) },
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}
