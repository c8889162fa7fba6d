/**
 * How long the pages of agreements take over a whole country: the national coverage board, the desks, a plan of 500 lines and its workbook. Whole pages
 * through the real application; the board against a bare statement that reads the same rows. See README.md.
 */
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { mountAgreements } from '../src/agreements/web/routes.ts';
import { examplePersonId } from '../src/directory/index.ts';
import type { WebRoutes } from '../src/platform/http/env.ts';
import { cpuSeconds, treeOf } from './app/cpu-time.ts';
import { appOf, type Installed, withInstalled } from './app/installed.ts';
import { type GeneratedAgreements, generateAgreements } from './coverage/generate.ts';
import { measureOverHttp } from './coverage/over-http.ts';
import { measurePlan } from './coverage/plan.ts';
import { print, rounded, runBench, tell } from './report.ts';

const MOST_MS = 150;
/** `--only board`, `--only http` or `--only plan`. */
const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '60' }, only: { type: 'string', default: '' } },
});

/** Who looks, and where. The limit was set for the national board; the others are held to it too. */
const LOOKS: readonly { readonly who: string | null; readonly paths: readonly string[] }[] = [
  { who: null, paths: ['/agreements/coverage', '/agreements/coverage.json', '/agreements/coverage/35'] },
  { who: 'ketua@ombudsman.example', paths: ['/desk/agreements', '/desk/agreements/all', '/desk/agreements/all?unwatched=yes'] },
  { who: 'kepala@ombudsman-bali.example', paths: ['/desk/agreements', '/desk/agreements/all?standing=lapsing'] },
  { who: 'koordinator@klungkung.example', paths: ['/desk/agreements'] },
];

await runBench(() => withInstalled('coverage', bench));

async function bench({ tools, client, databasePid, ...installed }: Installed): Promise<void> {
  tell('coverage: a country of agreements, written straight into the tables');
  const generated = await generateAgreements(client);
  tell(`coverage: ${JSON.stringify(generated)}`);
  const app = await appOf(tools, mountAgreements);
  if (options.only === '' || options.only === 'board') {
    for (const { who, paths } of LOOKS)
      for (const path of paths) await measure(app, client, databasePid, { who, path, ...generated });
    // The first who asks after somebody changed a line pays for all.
    await measure(app, client, databasePid, { who: null, path: '/agreements/coverage', isChanged: true, ...generated });
  }
  if (options.only === '' || options.only === 'plan') await measurePlan(tools, app);
  if (options.only === '' || options.only === 'http')
    await measureOverHttp(tools, { ...installed, requests: Number(options.requests) });
}

/** Page and bare statement take turns, so that both meet the same noise; then the page alone, for its processor time. */
async function measure(
  app: WebRoutes,
  client: Client,
  databasePid: number,
  {
    who,
    path,
    isChanged = false,
    ...more
  }: { readonly who: string | null; readonly path: string; readonly isChanged?: boolean } & GeneratedAgreements,
): Promise<void> {
  const headers: Record<string, string> = who === null ? {} : { 'X-Bench-Person': examplePersonId(who) };
  const open = async () => {
    const answer = await app.request(path, { headers });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} as ${who ?? 'nobody'} answered ${answer.status}`);
  };
  const times: number[] = [];
  const bare: number[] = [];
  const many = Number(options.requests);
  // The first ones warm caches and plans, as they are after a minute of work.
  for (let i = -5; i < many; i++) {
    if (isChanged) await changeLine(client);
    const from = performance.now();
    await open();
    const between = performance.now();
    await readBare(client);
    if (i < 0) continue;
    times.push(between - from);
    bare.push(performance.now() - between);
  }
  const cpuBefore = cpuOf(databasePid);
  for (let i = 0; i < many; i++) {
    if (isChanged) await changeLine(client);
    await open();
  }
  const cpuMs = ((cpuOf(databasePid) - cpuBefore) * 1000) / many;
  const p95 = at(times, 0.95);
  print({
    ...{
      bench: 'coverage',
      case: `${who?.split('@')[0] ?? 'anyone'} ${path}${isChanged ? ', after a change' : ''}`,
      figure: 'p95',
      value: rounded(p95),
      unit: 'ms',
    },
    ...{ limit: MOST_MS, met: p95 <= MOST_MS, ratio: rounded(at(times, 0.5) / at(bare, 0.5)), cpuMs: rounded(cpuMs) },
    ...{ median: rounded(at(times, 0.5)), bareMs: rounded(at(bare, 0.5)), requests: many, ...more },
  });
}

/** Seconds of processor time of this process and of the database server: they say the same on a busy machine. */
function cpuOf(databasePid: number): number {
  const own = cpuSeconds(process.pid) ?? 0;
  return treeOf(process.pid).includes(databasePid) ? own : own + (cpuSeconds(databasePid) ?? 0);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] as number;
}

/** As a report of progress leaves a line: its version counts up. */
async function changeLine(client: Client): Promise<void> {
  await client.query('UPDATE agreements.lines SET version = version + 1 WHERE id = (SELECT id FROM agreements.lines LIMIT 1)');
}

/** What any board must read: the memoranda of each government, and the lines of the plans in force by government and programme. */
async function readBare(client: Client): Promise<void> {
  await client.query(
    `SELECT unnest(government_ids) AS government, max(in_force_until) AS until FROM agreements.agreements
     WHERE kind = 'nota-kesepakatan' AND state = 'signed' GROUP BY 1`,
  );
  await client.query(
    `SELECT unnest(a.government_ids) AS government, l.programme, count(*), count(*) FILTER (WHERE l.evidence_count > 0) AS evidenced
     FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
     WHERE a.state = 'signed' AND a.in_force_until >= current_date GROUP BY 1, 2`,
  );
}
