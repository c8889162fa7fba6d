// Brings node_modules to what package-lock.json says, and only when it is not so already: a second start needs no network.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode, ROOT } from './find-node.mjs';
import { giveUp, tellWhile } from './progress.mjs';
import { run } from './run.mjs';

export async function installWhenNeeded() {
  if (isInstalled() && findNode()) return;
  const text = {
    id: 'memasang paket npm dari package-lock.json (sekitar satu menit, hanya sekali)',
    en: 'installing the npm packages of package-lock.json (about a minute, only once)',
  };
  const code = await tellWhile(text, () =>
    npm(['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error']),
  );
  if (code !== 0) {
    giveUp({
      id: 'Paket tidak dapat dipasang. Pemasangan pertama membutuhkan jaringan; alasannya tertulis di atas.',
      en: 'The packages could not be installed. The first installation needs a network; the reason stands above.',
    });
  }
  if (!findNode()) {
    giveUp({
      id: `Tuntas membutuhkan Node.js 24; mesin ini memakai ${process.version} dan untuk ${process.platform}-${process.arch} tidak ada paket Node. Pasang Node.js 24 dari nodejs.org.`,
      en: `Tuntas needs Node.js 24; this machine has ${process.version} and there is no Node package for ${process.platform}-${process.arch}. Install Node.js 24 from nodejs.org.`,
    });
  }
}

/** npm notes at the end of an installation what it has put there; that note is compared with the lock file. */
export function isInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = present[path];
    if (!there) return entry.optional === true && !isForThisMachine(entry);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Packages for one C library (`libc`) are npm's to choose: missing ones are not missed here. */
function isForThisMachine({ os, cpu, libc }) {
  return (os || cpu) && !libc && admits(os, process.platform) && admits(cpu, process.arch);
}

/** npm's lists of systems: absent = all, `linux`, `!win32`; one word may stand without a list. */
function admits(list, value) {
  const words = list === undefined ? [] : [list].flat();
  if (words.includes(`!${value}`)) return false;
  return words.every((word) => word.startsWith('!')) || words.includes(value);
}

function npm(args) {
  const env = { ...process.env };
  // Without a home folder npm would put its cache into the clone.
  if (!env.HOME && process.platform !== 'win32') env.npm_config_cache ??= join(tmpdir(), 'tuntas-npm-cache');
  // Started by npm, we use the same npm.
  if (process.env.npm_execpath?.endsWith('.js')) return run(process.execPath, [process.env.npm_execpath, ...args], { env });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env }).catch(() => 127);
}
