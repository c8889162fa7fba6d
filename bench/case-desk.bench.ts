/**
 * How long the desks of the Ombudsman take at 100,000 cases: whole pages through the real application, for each position that has one. Against a
 * bare statement that reads one page of the same rows. See README.md.
 */
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { mountCasework } from '../src/casework/web/routes.ts';
import { examplePersonId } from '../src/directory/index.ts';
import type { WebRoutes } from '../src/platform/http/env.ts';
import { appOf, type Installed, withInstalled } from './app/installed.ts';
import { generateCases } from './cases/generate.ts';
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

await runBench(() => withInstalled('case-desk', bench));

async function bench({ tools, client }: Installed): Promise<void> {
  tell('case-desk: 100,000 cases, written straight into the tables');
  const people = ['asisten', 'asisten2', 'pvl', 'resolusi'].map((name) => examplePersonId(`${name}@ombudsman-bali.example`));
  const generated = await generateCases(client, people);
  tell(`case-desk: ${JSON.stringify(generated)}`);
  const app = await appOf(tools, mountCasework);
  const bare = await bareMs(client);
  for (const { who, paths } of LOOKS) {
    for (const path of paths.filter((each) => each.startsWith(options.only)))
      await measure(app, who, path, bare, generated.cases);
  }
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
