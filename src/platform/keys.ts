import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Secret keys, each for one purpose, derived from one master secret (HKDF-SHA-256, the purpose is the info).
 * The master is `TUNTAS_SECRET` (required in production) or is made once and kept in the data folder, mode 0600.
 */
export interface Keys {
  /** 32 bytes for one purpose, for example `receipt-code`, `csrf`, `draft`, `identity`, `session`. */
  derive(purpose: string): Uint8Array;
}

/** Keys from a master secret of any form with at least 32 bytes of text; the same master gives the same keys for ever. */
export function keysFrom(master: string): Keys {
  if (Buffer.byteLength(master) < 32) throw new Error('The master secret is shorter than 32 bytes.');
  const known = new Map<string, Uint8Array>();
  return {
    derive(purpose) {
      let key = known.get(purpose);
      if (!key) {
        key = new Uint8Array(hkdfSync('sha256', master, 'tuntas', purpose, 32));
        known.set(purpose, key);
      }
      // A copy: a caller that wipes its key must not wipe everyone's.
      return key.slice();
    },
  };
}

/**
 * The master secret of a data folder, made when it is not there. Who loses this file loses every sealed identity, so it is
 * never replaced by us.
 *
 * @throws when the file can be read by others
 */
export function masterSecretIn(dataFolder: string): string {
  const file = join(dataFolder, 'master-secret');
  if (!existsSync(file)) makeMasterSecret(dataFolder, file);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`);
  }
  const master = readFileSync(file, 'utf8').trim();
  if (master.length < 32) throw new Error(`${file} is damaged: it holds fewer than 32 characters. Restore it from a backup.`);
  return master;
}

/** Of two processes that begin at once both take the same secret: a link fails when the name is there. */
function makeMasterSecret(dataFolder: string, file: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
