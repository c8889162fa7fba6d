import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAccess, writeAccess } from './access.ts';
import { startPostgres } from './index.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { canWalkTo } from './unprivileged.ts';

/** Starts a server in a process of its own and stays, so that the process can be killed. */
const HOLDER = `
  import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
  const server = await startPostgres({ folder: process.argv[1], fast: true });
  process.on('SIGTERM', () => server.stop());
  process.stdout.write('up');
`;

describe('the embedded server', () => {
  let place: string;
  let folder: string;
  const stops: (() => Promise<unknown>)[] = [];

  // Made once and copied for each test, for making takes a second or two.
  let made: string;
  beforeAll(async () => {
    made = join(openFolder('tuntas-cluster-'), 'postgres');
    const server = await startPostgres({ folder: made, fast: true });
    await server.stop();
    return () => rmSync(dirname(made), { recursive: true, force: true });
  });
  beforeEach(() => {
    place = openFolder('tuntas-supervisor-');
    folder = join(place, 'postgres');
    cpSync(made, folder, { recursive: true });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    if (existsSync(folder)) rmSync(realpathSync(folder), { recursive: true, force: true });
    rmSync(place, { recursive: true, force: true });
  });

  const start = async (options: { folder?: string; fast?: boolean; progress?: (text: string) => void } = {}) => {
    const server = await startPostgres({ folder, fast: true, ...options });
    stops.push(server.stop);
    return server;
  };
  const startElsewhere = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLDER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error('the other process ended early')));
    });
    return child;
  };
  const dataFolder = () => join(folder, 'data');
  const pid = () => readPostmaster(dataFolder())?.pid ?? 0;

  test('is made once, keeps what was written, and is gone after stop', async () => {
    rmSync(folder, { recursive: true });
    const first = await startPostgres({ folder, fast: true });
    await query(first.superuserUrl, 'create table kept (word text)');
    await query(first.superuserUrl, `insert into kept values ('tetap')`);
    const server = pid();
    await first.stop();
    expect(isAlive(server)).toBe(false);
    const second = await start();
    expect(second.superuserUrl).toBe(first.superuserUrl);
    expect(await query(second.superuserUrl, 'select word from kept')).toEqual([{ word: 'tetap' }]);
  });

  test('takes nobody without its password, and only from this machine', async () => {
    const server = await start();
    const wrong = new URL(server.superuserUrl);
    wrong.password = 'salah';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await query(server.superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(server.superuserUrl, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect(lstatSync(join(dataFolder(), 'tuntas.json')).mode & 0o777).toBe(0o600);
  });

  test('writes durably unless it is asked for speed', async () => {
    const server = await start({ fast: false });
    expect(await query(server.superuserUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.superuserUrl, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await query(server.superuserUrl, 'show full_page_writes')).toEqual([{ full_page_writes: 'on' }]);
  });

  test('outlives a killed Tuntas, and the next one attaches to it', async () => {
    const other = await startElsewhere();
    const server = pid();
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    expect(isAlive(server)).toBe(true);
    const mine = await start();
    expect(pid()).toBe(server);
    await mine.stop();
    expect(pid()).toBe(0);
  });

  test('is turned off by the last of several processes', async () => {
    const other = await startElsewhere();
    const mine = await start();
    const server = pid();
    await mine.stop();
    expect(isAlive(server)).toBe(true);
    other.kill('SIGTERM');
    await new Promise((resolve) => other.once('exit', resolve));
    expect(pid()).toBe(0);
  });

  test('comes back by itself on the same port when it is killed', async () => {
    const told: string[] = [];
    const server = await start({ fast: false, progress: (text) => told.push(text) });
    await query(server.superuserUrl, 'create table kept (word text)');
    const before = pid();
    process.kill(before, 'SIGKILL');
    await until(() => told.includes('the database server is back'));
    expect(pid()).not.toBe(before);
    expect(await query(server.superuserUrl, 'select * from kept')).toEqual([]);
  });

  test.each([
    ['of a process that is gone', () => 4_194_303],
    ['of a process that is something else', () => process.pid],
  ])('starts over a stale pid file %s', async (_what, stale) => {
    const first = await startPostgres({ folder, fast: true });
    const file = readFileSync(join(dataFolder(), 'postmaster.pid'), 'utf8');
    await first.stop();
    writeFileSync(join(dataFolder(), 'postmaster.pid'), file.replace(/^\d+/, String(stale())));
    const second = await start();
    expect(await query(second.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('never attaches to the server of a folder it was copied from', async () => {
    const original = await start();
    const copied = join(place, 'copy');
    await query(original.superuserUrl, 'checkpoint');
    cpSync(folder, copied, { recursive: true });
    const copy = await start({ folder: copied });
    expect(copy.access.port).not.toBe(original.access.port);
    await query(copy.superuserUrl, 'create table only_in_the_copy ()');
    expect(await query(original.superuserUrl, `select to_regclass('only_in_the_copy') as found`)).toEqual([{ found: null }]);
  });

  test('moves to another port when its own was taken while it was away', async () => {
    const first = await startPostgres({ folder, fast: true });
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.access.port, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => squatter.close(resolve)));
    const second = await start();
    expect(second.access.port).not.toBe(first.access.port);
    expect(await query(second.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is started once when two processes begin at the same moment', async () => {
    rmSync(folder, { recursive: true });
    const [one, two] = await Promise.all([startElsewhere(), startElsewhere()]);
    stops.push(
      async () => [one, two].map((child) => child.kill('SIGTERM')),
      () => sleep(500),
    );
    const mine = await start();
    expect(
      await query(
        mine.superuserUrl,
        `select count(*)::int as n from pg_stat_activity where application_name = 'tuntas presence'`,
      ),
    ).toEqual([{ n: 3 }]);
  });

  test('says why it does not start', async () => {
    const first = await startPostgres({ folder, fast: true });
    await first.stop();
    writeFileSync(join(dataFolder(), 'postgresql.conf'), 'shared_buffers = many\n');
    await expect(startPostgres({ folder, fast: true })).rejects.toThrow(/shared_buffers/);
  });

  test('says what to do when its passwords are lost', async () => {
    const first = await startPostgres({ folder, fast: true });
    await first.stop();
    rmSync(join(dataFolder(), 'tuntas.json'));
    await expect(startPostgres({ folder, fast: true })).rejects.toThrow(/restore it from a backup/);
  });

  test('names a wrong password instead of trying for ever', async () => {
    await start();
    const access = readAccess(dataFolder());
    writeAccess(dataFolder(), { ...access, superuserPassword: 'salah' }, undefined);
    await expect(startPostgres({ folder, fast: true })).rejects.toThrow(/does not open the database/);
    writeAccess(dataFolder(), access, undefined);
  });

  const othersReachUs = () => canWalkTo(import.meta.filename, { name: 'other', uid: 4_242_424, gid: 4_242_424 });
  test.runIf(process.getuid?.() === 0 && othersReachUs()).each([
    ['who has no name', 4_242_424, /none in \/etc\/passwd/],
    ['who is not its owner', 65_534, /belongs to another user/],
  ])('tells a user %s what to do', async (_what, uid, text) => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, 4_242_424, 4_242_424);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLDER, folder], { uid, gid: uid, cwd: '/' });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(said).toMatch(text);
  });

  test.runIf(process.getuid?.() === 0)(
    'runs for root as someone else, also below a folder that is closed to others',
    async () => {
      const closed = join(place, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      folder = join(closed, 'postgres');
      const server = await start();
      expect(await query(server.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(lstatSync(folder).isSymbolicLink()).toBe(true);
      expect(readFileSync(`/proc/${pid()}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\s/m);
    },
  );
});

/** Run by root, the server is another user and must be able to walk in. */
function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  chmodSync(folder, 0o711);
  return folder;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function until(ready: () => boolean): Promise<void> {
  for (let waited = 0; !ready(); waited += 50) {
    if (waited > 20_000) throw new Error('waited too long');
    await sleep(50);
  }
}
