import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/index.ts';
import { isAlive, readPostmaster } from '../postgres/postmaster.ts';

const FOLDER = /^tuntas-test-(\d+)-/;

/**
 * Vitest's global set-up: one PostgreSQL server for the whole run, in a temp folder and without durability, unless
 * TUNTAS_TEST_POSTGRES names one that is there already.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TUNTAS_TEST_POSTGRES) return undefined;
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `tuntas-test-${process.pid}-`));
  chmodSync(folder, 0o711); // run by root, the server is another user and must be able to walk in
  const server = await startPostgres({ folder: join(folder, 'postgres'), fast: true });
  process.env.TUNTAS_TEST_POSTGRES = server.superuserUrl;
  return async () => {
    delete process.env.TUNTAS_TEST_POSTGRES;
    await server.stop();
    remove(folder);
  };
}

/** Servers of runs that were killed: nobody will come for them any more. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = FOLDER.exec(name)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    const folder = join(tmpdir(), name);
    const server = readPostmaster(join(folder, 'postgres', 'data'));
    if (server && isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
    remove(folder);
  }
}

function remove(folder: string): void {
  // The cluster may be a link to where the server's user can walk.
  const cluster = join(folder, 'postgres');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true, maxRetries: 5 });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
