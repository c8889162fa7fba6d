/**
 * How long the desks of the Ombudsman take at 100,000 cases: whole pages through the real application, for each position that has one. Against a
 * bare statement that reads one page of the same rows. See README.md.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { mountCasework } from '../src/casework/web/routes.ts';
import { loadReference } from '../src/cli/reference.ts';
import { ASSETS_FOLDER } from '../src/design/assets.ts';
import { page, statusPages } from '../src/design/index.ts';
import { actorFor, examplePersonId, loadExamplePeople } from '../src/directory/index.ts';
import type { Actor } from '../src/kernel/actor.ts';
import { dayOf } from '../src/kernel/time.ts';
import { connect } from '../src/platform/database/connect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createApp } from '../src/platform/http/app.ts';
import { loadAssets } from '../src/platform/http/assets.ts';
import type { WebRoutes } from '../src/platform/http/env.ts';
import { prepareDatabase, startPostgres } from '../src/platform/postgres/index.ts';
import type { Tools } from '../src/platform/tools.ts';
import { assembleInProcess } from './app/in-process.ts';
import { generateCases } from './cases/generate.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { print, rounded, runBench, tell } from './report.ts';

const MOST_MS = 150;
/** `--only /desk/cases`: only addresses that begin so. */
const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '60' }, only: { type: 'string', default: '' } },
});

/** Who looks, and at which desks. */
const LOOKS: readonly { readonly who: string; readonly paths: readonly string[] }[] = [
  {
    who: 'pvl@ombudsman-bali.example',
    paths: ['/desk/cases', '/desk/cases?kind=formal', '/desk/cases?mine=yes', '/desk/cases/all', '/desk/plenaries'],
  },
  {
    who: 'kepala@ombudsman-bali.example',
    paths: [
      '/desk/cases',
      '/desk/cases?kind=plenary',
      '/desk/cases?overdue=yes',
      '/desk/cases/all?stage=examination',
      '/desk/plenaries',
      '/desk/case-load',
      '/desk/obligations',
      '/desk/reviews',
    ],
  },
  {
    who: 'asisten@ombudsman-bali.example',
    paths: ['/desk/cases', '/desk/cases?mine=yes', '/desk/cases/all?q=rujukan', '/desk/obligations'],
  },
  { who: 'resolusi@ombudsman-bali.example', paths: ['/desk/cases', '/desk/cases?kind=monitoring', '/desk/obligations'] },
  { who: 'ketua@ombudsman.example', paths: ['/desk/cases', '/desk/cases/all', '/desk/cases/all?state=open', '/desk/case-load'] },
  { who: 'koordinator@klungkung.example', paths: ['/desk/owed', '/desk/letters'] },
  { who: 'dinkes@klungkung.example', paths: ['/desk/owed', '/desk/letters'] },
];

await runBench(async () => {
  const folder = makeFolder('case-desk');
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    await loadReference(owner.db).finally(() => owner.close());
    const env = {
      TUNTAS_DATA: join(folder, 'data'),
      TUNTAS_SECRET: randomBytes(48).toString('base64url'),
      RATE_LIMIT_FACTOR: '1000000',
    };
    const installed = await assembleInProcess(env, appUrl);
    try {
      // Example people exist in example mode only; nothing of it is served here.
      await loadExamplePeople({ ...installed.tools, settings: { ...installed.tools.settings, exampleMode: true } });
      await bench(installed.tools, server.superuserUrl);
    } finally {
      await installed.close();
    }
  } finally {
    await server.stop();
    removeFolder(folder, postgres);
  }
});

async function bench(tools: Tools, superuserUrl: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = '/tuntas';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    tell('case-desk: 100,000 cases, written straight into the tables');
    const people = ['asisten', 'asisten2', 'pvl', 'resolusi'].map((name) => examplePersonId(`${name}@ombudsman-bali.example`));
    const generated = await generateCases(client, people);
    tell(`case-desk: ${JSON.stringify(generated)}`);
    const app = await appOf(tools);
    const bare = await bareMs(client);
    for (const { who, paths } of LOOKS) {
      for (const path of paths.filter((each) => each.startsWith(options.only)))
        await measure(app, who, path, bare, generated.cases);
    }
  } finally {
    await client.end();
  }
}

/** The real application; who asks comes with a header, since signing in is not what is measured. */
async function appOf(tools: Tools): Promise<WebRoutes> {
  return createApp(tools, {
    pages: statusPages,
    frame: page,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountCasework,
    async actorOf(c): Promise<Actor> {
      const id = c.req.header('X-Bench-Person') ?? '';
      return (await actorFor(tools.db, id, dayOf(tools.clock.now(), 'Asia/Jakarta'))) ?? { kind: 'visitor' };
    },
  });
}

async function measure(app: WebRoutes, who: string, path: string, bare: number, cases: number): Promise<void> {
  const headers = { 'X-Bench-Person': examplePersonId(who) };
  const times: number[] = [];
  const many = Number(options.requests);
  // The first ones warm caches and plans, as they are after a minute of work.
  for (let i = -5; i < many; i++) {
    const from = performance.now();
    const answer = await app.request(path, { headers });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} as ${who} answered ${answer.status}`);
    if (i >= 0) times.push(performance.now() - from);
  }
  const sorted = times.sort((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] as number;
  print({
    ...{
      bench: 'case-desk',
      case: `${who.split('@')[0]} ${path}`,
      figure: 'p95',
      value: rounded(p95),
      unit: 'ms',
      limit: MOST_MS,
      met: p95 <= MOST_MS,
    },
    ...{ median: rounded(sorted[Math.floor(sorted.length / 2)] as number), bareMs: rounded(bare), requests: many, cases },
  });
}

/** One page of waiting lines read bare: the median of sixty. */
async function bareMs(client: Client): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const from = performance.now();
    await client.query(
      `SELECT w.*, c.number, c.title FROM casework.waiting w JOIN casework.cases c ON c.id = w.case_id
       WHERE w.office_id = (SELECT id FROM directory.agencies WHERE code = 'ori.bali') ORDER BY w.due_at, w.case_id, w.line LIMIT 31`,
    );
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[30] as number;
}
