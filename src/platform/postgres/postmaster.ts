import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What `postmaster.pid` says of the server of a data folder. The file's lines are fixed by PostgreSQL (miscadmin.h). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown';
}

/** Reads `postmaster.pid`; `undefined` when there is none or it is not yet fully written. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // A negative pid is a stand-alone backend (initdb); its file has no port.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const word = (lines[7] ?? '').trim();
  const status = word === 'ready' || word === 'starting' || word === 'stopping' ? word : 'unknown';
  return { pid, port: Number(lines[3] ?? 0), status };
}

/** Whether a process with this number lives. A process of another user counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process is the server of exactly this folder. Process numbers are reused, in containers almost surely after a
 * restart, and PostgreSQL itself refuses to start while any process has the number in its file. The command line is asked and
 * not the working directory, because a container's root may not read the latter of another user's process.
 *
 * @param dataFolder the real path, as the server was given it
 * @returns `undefined` when it cannot be known from here: ask the server itself
 */
export function isServerOf(pid: number, dataFolder: string): boolean | undefined {
  const words = commandLine(pid);
  if (words === undefined) return undefined;
  if (basename(words[0] ?? '') !== 'postgres') return false; // a zombie has no words at all
  return words.includes(dataFolder) ? true : undefined; // else perhaps ours, before the folder was moved
}

function commandLine(pid: number): readonly string[] | undefined {
  if (process.platform === 'linux' && existsSync('/proc/self')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  }
  if (process.platform === 'darwin') {
    const answer = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    // A path may hold blanks: keep program and folder recognisable by splitting at our own option only.
    return answer.stdout.trim().split(/ -D | -c /);
  }
  return undefined;
}

/** Removes the file a server left behind when it could not clean up. Only for a server known to be gone. */
export function forgetPostmaster(dataFolder: string): void {
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}
