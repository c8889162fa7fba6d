import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temp folder for a whole installation. Run by root, the database server is another user, who must be able to walk in. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tuntas-bench-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes a folder with the cluster below `postgres/`, which may be a link to where the server's user can walk. */
export function removeFolder(folder: string, postgres: string): void {
  if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true, maxRetries: 5 });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
