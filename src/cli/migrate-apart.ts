import { spawn } from 'node:child_process';
import type { Cli } from './cli.ts';
import { CommandFault } from './cli.ts';
import { type Migrated, tellMigrated } from './migrate.ts';
import type { Stopping } from './stopping.ts';

/**
 * Migrates in a process of its own that ends before anything is served: the process that talks to the world never holds the
 * owner's password.
 */
export async function migrateApart(cli: Cli, stopping: Stopping): Promise<void> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, '--enable-source-maps', process.argv[1] ?? '', 'migrate', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  void stopping.told.then(() => child.kill('SIGTERM'));
  let answer = '';
  child.stdout.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (stopping.isTold()) return;
  if (code !== 0) {
    throw new CommandFault({
      id: 'Basis data tidak dapat dimigrasi; alasannya tertulis di atas.',
      en: 'The database could not be migrated; the reason stands above.',
    });
  }
  const migrated = JSON.parse(answer) as Migrated;
  if (migrated.applied.length > 0) process.stderr.write(`${tellMigrated(cli, migrated).replaceAll(/^/gm, '          ')}\n`);
}

/** Continues without the owner's address in the environment, also in what the system shows of it (`/proc/PID/environ`). */
export function forgetOwner(): void {
  if (process.env.DATABASE_OWNER_URL === undefined) return;
  delete process.env.DATABASE_OWNER_URL;
  if (process.execve && !process.connected && process.platform !== 'win32') {
    process.execve(
      process.execPath,
      [process.execPath, ...process.execArgv, ...process.argv.slice(1), '--prepared'],
      process.env,
    );
  }
}
