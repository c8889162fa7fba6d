import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built assets by their plain names: `main.css` -> `main.3f9c1b2a.css`. */
type Manifest = Readonly<Record<string, string>>;

/** The folder with package.json above this file: the same from `src/design` and from the bundle in `dist`. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('No package.json above the design room: where are the built assets?');
    folder = parent;
  }
  return folder;
}

/** Where the build puts what is served at /assets/. */
export const ASSETS_FOLDER = join(projectRoot(), 'dist', 'assets');

let manifest: Manifest | undefined;

function readManifest(): Manifest {
  const path = join(ASSETS_FOLDER, 'manifest.json');
  if (!existsSync(path)) throw new Error('dist/assets/manifest.json is missing: run `node scripts/build-assets.mjs`');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/**
 * Fixes which files pages name, and says where they lie. Called before the files themselves are read: pages of a process go on naming
 * what it serves when somebody builds anew meanwhile (builds remove files only after an hour).
 */
export function settleAssets(): string {
  manifest = readManifest();
  return ASSETS_FOLDER;
}

/** The public address of a built asset, e.g. `asset('main.css')` -> `/assets/main.3f9c1b2a.css`. Throws for unknown names. */
export function asset(name: string): string {
  manifest ??= readManifest();
  const file = manifest[name];
  if (!file) throw new Error(`No built asset is called ${name}`);
  return `/assets/${file}`;
}
