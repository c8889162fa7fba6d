/**
 * The national board and the desk as a browser meets them: over HTTP, from another process, with a session, one visitor and then four at once. Part of the
 * bench `coverage`, in its database; the application is the built program, web server alone.
 */
import { join } from 'node:path';
import { Client } from 'pg';
import { examplePersonId } from '../../src/directory/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { openSession } from '../../src/platform/sign-in/index.ts';
import type { Tools } from '../../src/platform/tools.ts';
import { startApp } from '../app/app-process.ts';
import { HttpClient } from '../load/client.ts';
import { print, rounded, tell } from '../report.ts';

const PORT = 31_990;
const MOST_MS = 150;
const AT_ONCE = 4;

const LOOKS: readonly { readonly who: string | null; readonly paths: readonly string[] }[] = [
  { who: null, paths: ['/agreements/coverage', '/agreements/coverage.json', '/agreements/coverage/35'] },
  { who: 'ketua@ombudsman.example', paths: ['/agreements/coverage', '/desk/agreements'] },
];

export interface HttpOrder {
  readonly env: Readonly<Record<string, string>>;
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly folder: string;
  readonly requests: number;
}

/** @param tools of the same database, for opening sessions */
export async function measureOverHttp(tools: Tools, { env, appUrl, superuserUrl, folder, requests }: HttpOrder): Promise<void> {
  tell('coverage: the board over HTTP');
  // Example accounts are let in in example mode only; here they are accounts like anybody's.
  const client = new Client({ connectionString: databaseUrl(superuserUrl) });
  await client.connect();
  await client.query('UPDATE sign_in.accounts SET is_example = false').finally(() => client.end());
  const logFile = join(folder, 'app.log');
  const app = await startApp({ env: { ...env, DATABASE_URL: appUrl }, port: PORT, logFile, args: ['--web-only'] });
  const http = new HttpClient(app.address, AT_ONCE);
  try {
    for (const { who, paths } of LOOKS) {
      const session = who && (await inTransaction(tools, (tx) => openSession(tools, tx, examplePersonId(who), null)));
      for (const path of paths)
        await measure(http, { who, path, requests, headers: session ? { Cookie: `session=${session}` } : {} });
    }
  } finally {
    http.close();
    await app.stop();
  }
}

function databaseUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = '/tuntas';
  return url.href;
}

interface Looked {
  readonly who: string | null;
  readonly path: string;
  readonly requests: number;
  readonly headers: Readonly<Record<string, string>>;
}

async function measure(http: HttpClient, { who, path, requests, headers }: Looked): Promise<void> {
  const one = async () => {
    const from = performance.now();
    const { status, body } = await http.call({ method: 'GET', path, headers });
    if (status !== 200) throw new Error(`${path} as ${who ?? 'nobody'} answered ${status}: ${body.slice(0, 200)}`);
    return performance.now() - from;
  };
  for (let i = 0; i < 5; i++) await one();
  const alone: number[] = [];
  for (let i = 0; i < requests; i++) alone.push(await one());
  const crowded: number[] = [];
  const visitor = async () => {
    for (let i = 0; i < requests / AT_ONCE; i++) crowded.push(await one());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  const name = `${who?.split('@')[0] ?? 'anyone'} ${path} over HTTP`;
  const p95 = at(alone, 0.95);
  const more = { median: rounded(at(alone, 0.5)), requests };
  print({
    bench: 'coverage',
    case: name,
    figure: 'p95',
    value: rounded(p95),
    unit: 'ms',
    limit: MOST_MS,
    met: p95 <= MOST_MS,
    ...more,
  });
  // Four who ask at the same moment wait for each other: told beside the figure, without a limit.
  tell(
    `coverage: ${JSON.stringify({ case: `${name}, ${AT_ONCE} at once`, p95: rounded(at(crowded, 0.95)), median: rounded(at(crowded, 0.5)) })}`,
  );
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] as number;
}
