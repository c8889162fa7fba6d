// Builds what browsers load: one stylesheet, one small script per island, the field app, the icons. Files are named after their content,
// so they can be cached for ever; dist/assets/manifest.json maps the plain names to them.
//
//   node scripts/build-assets.mjs            builds when a source is newer than the manifest
//   node scripts/build-assets.mjs --force    builds always
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DESIGN = join(ROOT, 'src', 'design');
const FIELD_APP = join(ROOT, 'src', 'assessments', 'web', 'field', 'app');
const OUT = join(ROOT, 'dist', 'assets');
const MANIFEST = join(OUT, 'manifest.json');

/** Everything whose change means a rebuild: this script, the sources, and the versions in the lock file. */
async function sources() {
  const folders = ['styles', 'islands', 'images'].map((name) => join(DESIGN, name));
  const files = await Promise.all(
    folders.filter(existsSync).map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
  );
  const app = (await readdir(FIELD_APP)).filter((file) => !file.includes('.test.')).map((file) => join(FIELD_APP, file));
  return [...files.flat(), ...app, fileURLToPath(import.meta.url), join(ROOT, 'package-lock.json')];
}

/** A hash over names and contents of all sources: unlike times, it survives a fresh clone and a copied cache. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const file of (await sources()).sort())
    hash
      .update(`${file.slice(ROOT.length)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

async function stylesheet() {
  const { compileAsync, Logger } = await import('sass');
  const { css } = await compileAsync(join(DESIGN, 'styles', 'main.scss'), {
    style: 'compressed',
    loadPaths: [ROOT],
    quietDeps: true,
    // Deprecation notes of the two libraries about each other; errors still throw.
    logger: Logger.silent,
  });
  const { transform } = await import('esbuild');
  const { code } = await transform(css, { loader: 'css', minify: true, target: ['chrome87', 'firefox78', 'safari14'] });
  return code;
}

async function islands() {
  const folder = join(DESIGN, 'islands');
  const names = existsSync(folder)
    ? (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    : [];
  return scripts(names.map((name) => join(folder, name)));
}

/** The installable app of the field form and the service worker that keeps its shell. */
async function fieldApp() {
  const entries = [
    { in: join(FIELD_APP, 'main.ts'), out: 'field-app' },
    { in: join(FIELD_APP, 'worker.ts'), out: 'field-worker' },
  ];
  return scripts(entries);
}

async function scripts(entryPoints) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints,
    outdir: OUT,
    bundle: true,
    minify: true,
    format: 'esm',
    // What browsers that know `<script type=module>` and custom elements have understood since 2020.
    target: 'es2020',
    write: false,
    legalComments: 'none',
  });
  return result.outputFiles.map((file) => ({ name: file.path.slice(OUT.length + 1), content: Buffer.from(file.contents) }));
}

async function images() {
  const folder = join(DESIGN, 'images');
  if (!existsSync(folder)) return [];
  return Promise.all((await readdir(folder)).map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

/** Builds when needed and says whether it did. Safe to be called by several processes at once: the manifest is moved in last. */
export async function buildAssets({ force = false } = {}) {
  const wanted = await fingerprint();
  if (!force && existsSync(MANIFEST)) {
    const built = JSON.parse(await readFile(MANIFEST, 'utf8'));
    if (built['@sources'] === wanted) return false;
  }
  await mkdir(OUT, { recursive: true });
  const files = [
    { name: 'main.css', content: Buffer.from(await stylesheet()) },
    ...(await islands()),
    ...(await fieldApp()),
    ...(await images()),
  ];
  const manifest = { '@sources': wanted };
  for (const { name, content } of files) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const hashed = name.replace(/(\.[^.]+)$/, `.${hash}$1`);
    await writeFile(join(OUT, hashed), content);
    manifest[name] = hashed;
  }
  const draft = `${MANIFEST}.${process.pid}`;
  await writeFile(draft, JSON.stringify(manifest, null, 1));
  await rename(draft, MANIFEST);
  await removeOld(new Set(Object.values(manifest)));
  return true;
}

/** Files of earlier builds go after an hour, so that a running server's pages still find theirs. */
async function removeOld(current) {
  const hourAgo = Date.now() - 3_600_000;
  for (const file of await readdir(OUT)) {
    if (file === 'manifest.json' || current.has(file)) continue;
    if ((await stat(join(OUT, file))).mtimeMs < hourAgo) await rm(join(OUT, file), { force: true });
  }
}

/** Vitest's global set-up: pages under test link to what is built. */
export const setup = async () => {
  await buildAssets();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildAssets({ force: process.argv.includes('--force') });
  process.stdout.write(built ? 'assets: built\n' : 'assets: up to date\n');
}
