import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../src/platform/project-folder.ts';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => JSON.parse(readFileSync(join(projectFolder, file), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Entry>> };

describe('the lock file', () => {
  test('says what package.json says, else `npm ci` refuses', () => {
    const wanted = read('package.json') as Entry;
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
      expect(packages['']?.[kind], kind).toEqual(wanted[kind]);
    }
  });

  // `npm install` drops optional packages of other platforms when the registry at hand does not have them; `npm ci` then
  // refuses everywhere. Add them by hand, with version, os and cpu.
  test('knows every optional package, also those for other platforms', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !findUpwards(path, name)),
    );
    expect(missing).toEqual([]);
  });

  test('names no host: the registry is the business of whoever installs', () => {
    const named = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
  });

  test('and package.json hold exact versions only', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Entry;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

/** Where Node would find a package from a place in the tree. */
function findUpwards(path: string, name: string): boolean {
  const places = path
    .split('/node_modules/')
    .map((_part, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...places, ''].some((place) => `${place === '' ? '' : `${place}/`}node_modules/${name}` in packages);
}
