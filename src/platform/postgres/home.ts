import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Binaries, binariesAt } from './binaries.ts';
import { canWalkTo, giveTo, type ServerUser } from './unprivileged.ts';

/** The settled places of one cluster, as real paths which the server's user can reach. */
export interface Home {
  /** Holds `data/` and `server.log`. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
}

/** Where a root's clusters lie when the server's user cannot walk to the wanted folder. Survives restarts, unlike /tmp. */
const SHARED_PLACE = '/var/lib/tuntas';

/**
 * Decides where the cluster lies and makes the folder.
 *
 * A clone in `/root` or in a `mktemp -d` folder (mode 0700) is closed to every other user. Opening those folders is not ours
 * to do, so both the cluster and a copy of the programs go to a place everyone can walk to, and the wanted folder becomes a
 * link to it.
 */
export function settleHome(wanted: string, binaries: Binaries, user: ServerUser | undefined): Home {
  const path = resolve(wanted);
  mkdirSync(dirname(path), { recursive: true });
  if (!isThere(path)) makeHome(path, user);
  let folder: string;
  try {
    folder = realpathSync(path);
  } catch (cause) {
    throw new Error(`${path} is a link to a database folder that is gone. Remove the link to begin with an empty database.`, {
      cause,
    });
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(`${folder} belongs to another user. Start Tuntas as the user who started it first.`, { cause });
  }
  return { folder, dataFolder: join(folder, 'data'), binaries: reachable(binaries, user), user };
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeHome(path: string, user: ServerUser | undefined): void {
  if (user && !canWalkTo(path, user)) {
    mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
    const home = mkdtempSync(join(SHARED_PLACE, 'postgres-'));
    giveTo(user, home);
    symlinkSync(home, path);
  } else {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    giveTo(user, path);
  }
}

function reachable(binaries: Binaries, user: ServerUser | undefined): Binaries {
  if (!user || canWalkTo(binaries.postgres, user)) return binaries;
  const copy = join(SHARED_PLACE, `programs-${binaries.version}`);
  if (!existsSync(copy)) {
    mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
    const draft = mkdtempSync(join(SHARED_PLACE, 'draft-'));
    cpSync(binaries.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(join(draft, 'native'), copy);
    } catch (error) {
      if (!existsSync(copy)) throw error; // else another process was faster
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return binariesAt(copy, binaries.version);
}
