import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childOptions } from './child.ts';
import type { Home } from './home.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

/**
 * Row values must not reach a log: terse messages drop DETAIL and CONTEXT, where PostgreSQL quotes them, and failing statements
 * are not repeated.
 */
const QUIET_LOG = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_timezone: 'UTC' };

const DURABLE: Readonly<Record<string, string>> = {
  max_connections: '100',
  // On macOS a plain fsync stops at the drive's cache.
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
};

/** For tests: nothing survives a power cut, everything is quicker. */
const FAST = {
  max_connections: '400',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '1h',
  // Databases are cloned for every test file: let the file system do the copying.
  ...(process.platform === 'win32' ? {} : { file_copy_method: 'clone' }),
};

/** The server could not take its port: someone else listens there now. */
export class PortTaken extends Error {}

/** Server processes of a killed postmaster still hold its memory; they end by themselves within moments. */
export class StillEnding extends Error {}

/**
 * Starts the server and waits until it takes connections. It is a session of its own: Ctrl-C in the terminal reaches Tuntas,
 * which then stops the server in order.
 *
 * @throws PortTaken, StillEnding, or an Error with the last lines of the server's log
 */
export async function launch(home: Home, port: number, fast: boolean, progress: (text: string) => void): Promise<void> {
  const logFile = join(home.folder, 'server.log');
  if (existsSync(logFile) && statSync(logFile).size > 8_000_000) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = fstatSync(log).size;
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    ...QUIET_LOG,
    ...(fast ? FAST : DURABLE),
  };
  const args = ['-D', home.dataFolder, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(home.binaries.postgres, args, { ...childOptions(home), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `${signal ?? code}`;
  });
  for (let waited = 0; ; waited += 50) {
    if (ended !== undefined) throw failure(ended, readFileSync(logFile).subarray(logStart).toString());
    const now = readPostmaster(home.dataFolder);
    if (now?.pid === child.pid && now?.status === 'ready') break;
    if (waited > 0 && waited % 5000 === 0) progress(`the database is recovering, ${waited / 1000} s so far`);
    await sleep(50);
  }
  child.unref();
}

function failure(ended: string, log: string): Error {
  const text = log.trim().split('\n').slice(-12).join('\n');
  if (/could not bind|could not create any TCP\/IP sockets/.test(log)) return new PortTaken(text);
  if (/pre-existing shared memory block|lock file "postmaster.pid" (already exists|is empty)/.test(log))
    return new StillEnding(text);
  return new Error(`The database server did not start (${ended}).\n${text}`);
}

/**
 * Stops the server in order: open transactions are rolled back, everything committed is on disk.
 *
 * @throws when it still runs after a minute
 */
export async function shutDown(home: Home): Promise<void> {
  const running = readPostmaster(home.dataFolder);
  if (!running || !isAlive(running.pid)) return;
  if (process.platform === 'win32') {
    // A signal would end the process at once there; pg_ctl knows PostgreSQL's own way of telling it.
    spawnSync(home.binaries.pgCtl, ['stop', '-D', home.dataFolder, '-m', 'fast'], { ...childOptions(home), stdio: 'ignore' });
  } else {
    process.kill(running.pid, 'SIGINT');
  }
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (readPostmaster(home.dataFolder)?.pid !== running.pid || !isAlive(running.pid)) return;
    await sleep(25);
  }
  throw new Error(`The database server (process ${running.pid}) does not stop; see ${join(home.folder, 'server.log')}.`);
}
