import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** The user a server runs as when Tuntas itself runs as root, which PostgreSQL refuses. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The names we look for, best first. `tuntas` is made when there is none of them. */
const CANDIDATES = ['tuntas', 'nobody'];

/**
 * The user to drop to, or `undefined` when we are not root (or on Windows) and simply stay who we are. A cluster that someone
 * else began stays theirs.
 */
export function serverUser(folder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && there.uid !== 0) return { name: String(there.uid), uid: there.uid, gid: there.gid };
  const found = findUser();
  if (found) return found;
  makeUser();
  const made = findUser();
  if (made) return made;
  throw new Error(
    'PostgreSQL may not run as root, and no unprivileged user could be made. ' +
      'Run `useradd --system tuntas`, or start Tuntas as a normal user, or set DATABASE_URL.',
  );
}

function findUser(): ServerUser | undefined {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const candidate of CANDIDATES) {
    const fields = users.find(([name]) => name === candidate);
    if (fields && Number(fields[2]) > 0) return { name: candidate, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return undefined;
}

/** initdb asks the system for the name of its user, so a bare number without an entry in /etc/passwd is not enough. */
function makeUser(): void {
  const shell = '/usr/sbin/nologin';
  const commands: readonly [string, readonly string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, 'tuntas']],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'tuntas']], // BusyBox
  ];
  for (const [command, args] of commands) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return;
  }
}

/** Whether a user can walk down to a path: every folder above it must let others (or the user itself) pass. */
export function canWalkTo(path: string, user: ServerUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === parse(folder).root) return true;
  }
}

/** Gives a folder and everything in it to the user. Links are given, not followed. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (!user) return;
  chownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) giveTo(user, join(path, entry.name));
  }
}
