// Builds dist/ from src/: the server and the commands, and what browsers load. Only what has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findNode, isNewEnough, ROOT } from './find-node.mjs';
import { giveUp, tell } from './progress.mjs';
import { run } from './run.mjs';

const BUNDLE = join(ROOT, 'dist', 'tuntas.mjs');

/** An installation without sources (an image that holds dist/ alone) is taken as it is. */
export async function buildWhenNeeded() {
  if (!existsSync(join(ROOT, 'src'))) return;
  const bundled = await bundle(join(ROOT, 'src', 'cli', 'index.ts'), BUNDLE);
  const paged = await buildPages();
  // Its helper process would stay as long as the server that we may become.
  if (bundled || paged) await (await import('esbuild')).stop();
}

/** Sass wants a Node newer than ours may be; in this process when it can, because most times there is nothing to do. */
async function buildPages() {
  try {
    if (isNewEnough) {
      const { buildAssets } = await import('./build-assets.mjs');
      return await buildAssets();
    } else if ((await run(findNode(), [join(ROOT, 'scripts', 'build-assets.mjs')], { quiet: true })) !== 0) {
      throw new Error('build-assets.mjs failed');
    }
    return false;
  } catch (error) {
    giveUp({
      id: `Gaya dan skrip halaman tidak dapat dibangun: ${error.message}`,
      en: `The styles and scripts of the pages could not be built: ${error.message}`,
    });
  }
}

/** Parts that no build names any more stay this long: a process that began before may still ask for one. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Bundles one entry point for Node, when any source is other than it was at the last time. Packages stay in node_modules.
 * What is imported when it is needed becomes a part of its own beside the bundle, so that a command loads only what it uses.
 *
 * @returns {Promise<boolean>} whether it built
 */
export async function bundle(entry, outfile) {
  const print = fingerprint(entry);
  const note = `${outfile}.fingerprint`;
  if (existsSync(outfile) && readIfThere(note) === print) return false;
  tell({ id: `membangun ${outfile.slice(ROOT.length + 1)}`, en: `building ${outfile.slice(ROOT.length + 1)}` });
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [{ in: entry, out: basename(outfile, '.mjs') }],
    outdir: dirname(outfile),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: `${basename(outfile, '.mjs')}-parts/[name]-[hash]`,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    sourcesContent: false,
    write: false,
    logLevel: 'error',
  }).catch(() =>
    giveUp({ id: 'Program tidak dapat dibangun; lihat di atas.', en: 'The program could not be built; see above.' }),
  );
  const parts = join(dirname(outfile), `${basename(outfile, '.mjs')}-parts`);
  mkdirSync(parts, { recursive: true });
  // Parts before the bundle that names them, maps before both, each by renaming: a process that starts now sees a whole program,
  // the old or the new.
  const turn = ({ path }) => (path === outfile ? 2 : path.endsWith('.map') ? 0 : 1);
  for (const { path, contents } of outputFiles.sort((a, b) => turn(a) - turn(b))) replace(path, contents);
  removeOld(parts, new Set(outputFiles.map(({ path }) => basename(path))));
  replace(note, print);
  return true;
}

function removeOld(folder, kept) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!kept.has(name) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}

function replace(path, contents) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** Over names and contents, because times do not survive a clone. Tests are not part of the program. */
function fingerprint(entry) {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  const folders = new Set(['src', entry.slice(ROOT.length + 1).split(/[\\/]/)[0]]);
  for (const folder of folders) {
    for (const name of filesBelow(join(ROOT, folder))) {
      if (/\.(ts|tsx|json|sql)$/.test(name) && !/\.test\.tsx?$/.test(name)) hash.update(name).update(readFileSync(name));
    }
  }
  return hash.update(readFileSync(join(ROOT, 'scripts', 'build.mjs'))).digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
