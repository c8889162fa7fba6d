import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAccess, SUPERUSER, writeAccess } from './access.ts';
import { childOptions } from './child.ts';
import type { Home } from './home.ts';
import { isAlive } from './postmaster.ts';
import { giveTo } from './unprivileged.ts';

const DRAFT = /^draft-(\d+)$/;

/**
 * Makes the cluster when there is none yet. It is made aside and renamed when whole, so a kill in the middle leaves no half
 * cluster, and of two processes that begin at once one wins and the other takes the winner's.
 */
export async function ensureCluster(home: Home): Promise<void> {
  if (existsSync(join(home.dataFolder, 'PG_VERSION'))) {
    setRights(home);
    return;
  }
  sweepDrafts(home.folder);
  const draft = join(home.folder, `draft-${process.pid}`);
  const passwordFile = `${draft}.password`;
  const access = await newAccess();
  mkdirSync(draft, { mode: 0o700 });
  giveTo(home.user, draft);
  try {
    writeFileSync(passwordFile, `${access.superuserPassword}\n`, { mode: 0o600 });
    giveTo(home.user, passwordFile);
    await initdb(home, draft, passwordFile);
    writeAccess(draft, access, home.user);
    renameSync(draft, home.dataFolder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(home.dataFolder, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A folder that root copied or brought back from a backup has root's rights, which PostgreSQL refuses. */
function setRights({ folder, dataFolder, user }: Home): void {
  for (const path of [folder, dataFolder]) {
    const { uid, mode } = statSync(path);
    if (user && uid === 0) giveTo(user, path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(path, 0o700);
  }
}

function sweepDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = DRAFT.exec(name.replace(/\.password$/, ''))?.[1];
    if (maker && (Number(maker) === process.pid || !isAlive(Number(maker)))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * The built-in C.UTF-8 locale orders and folds the same on every machine and after every upgrade of the system's libc, so no
 * index can rot; where people read an order, a query names an ICU collation.
 */
async function initdb(home: Home, folder: string, passwordFile: string): Promise<void> {
  const args = [
    ...['-D', folder, '-U', SUPERUSER, `--pwfile=${passwordFile}`],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(home.binaries.initdb, args, { ...childOptions(home), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (cause) => reject(new Error(`Cannot run ${home.binaries.initdb}: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => (code === 0 ? resolve() : reject(failure(`${signal ?? code}`, output.trim()))));
  });
}

function failure(ended: string, output: string): Error {
  if (output.includes('could not look up effective user ID')) {
    return new Error(
      'PostgreSQL must know the name of the user it runs as, and this user has none in /etc/passwd. ' +
        'Add one, or start Tuntas as another user, or name a PostgreSQL server of your own in DATABASE_URL.',
    );
  }
  return new Error(`The database could not be made (initdb: ${ended}).\n${output}`);
}
