import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { giveTo, type ServerUser } from './unprivileged.ts';

/** How to reach the server of a data folder. It lies inside that folder, so that cluster and passwords are born together. */
export interface Access {
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export const SUPERUSER = 'tuntas_superuser';

export async function newAccess(): Promise<Access> {
  const password = () => randomBytes(24).toString('base64url');
  return {
    port: await freePort(),
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
}

const fileIn = (dataFolder: string) => join(dataFolder, 'tuntas.json');

/** @throws with the way out, when the file is missing or belongs to another user */
export function readAccess(dataFolder: string): Access {
  const file = fileIn(dataFolder);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Access;
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === 'EACCES'
        ? 'it belongs to another user; start Tuntas as the user who started it first'
        : 'it is missing or broken; restore it from a backup of the data folder';
    throw new Error(`Cannot read ${file}: ${why}.`, { cause });
  }
}

/** Replaces the file in one step, readable by its owner alone. */
export function writeAccess(dataFolder: string, access: Access, user: ServerUser | undefined): void {
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  giveTo(user, draft);
  renameSync(draft, fileIn(dataFolder));
}

export function superuserUrl(access: Access): string {
  return `postgres://${SUPERUSER}:${access.superuserPassword}@127.0.0.1:${access.port}/postgres`;
}

/** A TCP port of the loopback address that nobody listens on right now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
