import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, readPostmaster } from '../platform/postgres/postmaster.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  said(): string;
  /** The address, once it is printed or logged. */
  address(): Promise<string>;
  ended(): Promise<number | null>;
}

const SECRET = 'k'.repeat(48);
const running: Running[] = [];

/** As `npm start` does it: installed, built, served. */
function start(env: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  // Vite has a BASE_URL of its own.
  const { BASE_URL, DATABASE_URL, DATABASE_OWNER_URL, npm_lifecycle_event, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(projectFolder, 'scripts', 'start.mjs'), ...args], {
    cwd: projectFolder,
    env: { ...inherited, PORT: '0', LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));
  const one: Running = {
    child,
    pid: child.pid ?? 0,
    said: () => text,
    ended: () => end,
    async address() {
      const deadline = Date.now() + 150_000;
      while (Date.now() < deadline && child.exitCode === null) {
        const port = /"port":(\d+),"msg":"started"/.exec(text)?.[1];
        if (port) return `http://127.0.0.1:${port}`;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`did not start:\n${text}`);
    },
  };
  running.push(one);
  return one;
}

afterEach(async () => {
  for (const one of running.splice(0)) {
    one.child.kill('SIGTERM');
    await one.ended();
  }
});

describe('npm start on a machine with nothing', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-start-'));
  chmodSync(folder, 0o711);
  const env = { TUNTAS_DATA: join(folder, 'data') };
  const postgres = () => join(env.TUNTAS_DATA, 'postgres');
  afterAll(() => {
    if (existsSync(postgres())) rmSync(realpathSync(postgres()), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  test('serves, survives kill -9 with nothing lost, and Ctrl-C stops everything', async () => {
    const first = start(env);
    const health = await fetch(`${await first.address()}/health`);
    expect(health.status).toBe(200);
    expect(first.said()).toContain('0001-platform.sql');
    expect(first.said()).toMatch(/\d\d,\d\d\d {2}villages/);

    const server = readPostmaster(join(postgres(), 'data'))?.pid ?? 0;
    first.child.kill('SIGKILL');
    await first.ended();
    expect(isAlive(server)).toBe(true);

    const second = start(env);
    expect((await fetch(`${await second.address()}/health`)).status).toBe(200);
    expect(second.said()).not.toContain('0001-platform.sql');
    expect(readPostmaster(join(postgres(), 'data'))?.pid).toBe(server);
    second.child.kill('SIGINT');
    expect(await second.ended()).toBe(0);
    expect(readPostmaster(join(postgres(), 'data'))).toBeUndefined();
  });
});

describe('npm start on a server of one’s own', { timeout: 120_000 }, () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-start-own-'));
  afterAll(async () => {
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = () => ({ TUNTAS_DATA: folder, TUNTAS_SECRET: SECRET, DATABASE_URL: t.appUrl });

  test('migrates as the owner, then serves without knowing the owner', async () => {
    const one = start({ ...env(), DATABASE_OWNER_URL: t.ownerUrl });
    await one.address();
    expect(one.said()).not.toMatch(/example accounts/i);
    if (process.platform === 'linux') {
      const environment = readFileSync(`/proc/${one.pid}/environ`, 'utf8');
      expect(environment).toContain('DATABASE_URL=');
      expect(environment).not.toContain('DATABASE_OWNER_URL=');
    }
    const superuser = new Client({ connectionString: t.superuserUrl });
    await superuser.connect();
    const { rows } = await superuser.query(
      `select distinct usename as role from pg_stat_activity
       where datname = current_database() and application_name not in ('tuntas test', '') order by 1`,
    );
    await superuser.end();
    expect(rows).toEqual([{ role: 'tuntas_app' }]);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  test.runIf(process.platform === 'linux')('runs as several processes, and starts another when one falls', async () => {
    const one = start(env(), ['--web', '2', '--workers', '1']);
    const address = await one.address();
    await expect.poll(() => one.said().match(/"msg":"started"/g)?.length, { timeout: 60_000 }).toBe(3);
    const [fallen] = childrenOf(one.pid);
    process.kill(fallen ?? 0, 'SIGKILL');
    await expect.poll(() => one.said().match(/"msg":"started"/g)?.length, { timeout: 60_000 }).toBe(4);
    expect((await fetch(`${address}/health`)).status).toBe(200);
    const children = childrenOf(one.pid);
    one.child.kill('SIGTERM');
    expect(await one.ended()).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
  });

  test('does not serve a database that is not migrated', async () => {
    const empty = new URL(t.appUrl);
    empty.pathname = '/postgres';
    const one = start({ ...env(), DATABASE_URL: empty.href });
    expect(await one.ended()).toBe(1);
    expect(one.said()).toContain('npx tuntas migrate');
  });

  test('names what is wrong with the settings, without a stack', async () => {
    const one = start({ DATABASE_URL: t.appUrl, PORT: 'tiga ribu' });
    expect(await one.ended()).toBe(1);
    expect(one.said()).toContain('PORT must be');
    expect(one.said()).toContain('TUNTAS_SECRET wajib');
    expect(one.said()).not.toMatch(/^\s+at /m);
    expect(one.said()).not.toContain(new URL(t.appUrl).password);
  });
});

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}
