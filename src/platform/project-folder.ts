import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of package.json, from where `db/`, `data/` and `dist/` are reached. The code runs both from `src/` (tests) and
 * as one bundle in `dist/`, so it is looked for upwards.
 */
export const projectFolder: string = findUpwards(dirname(fileURLToPath(import.meta.url)));

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The folder of Tuntas (with its package.json) cannot be found.');
  return findUpwards(parent);
}
