// `npm test`: lint, types, and every test. `npm test -- src/law` runs only the tests below a path.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, ROOT } from './find-node.mjs';
import { tell } from './progress.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';

const counts = { passed: 0, failed: 0 };
// Said at every end, also when the program cannot even be built.
process.once('exit', (code) => {
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
});

await setUp();
const node = findNode();
const bin = (name, ...path) => join(ROOT, 'node_modules', name, ...path);
// Programs that tests start find the same Node.
const env = { ...process.env, PATH: `${join(node, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` };

async function check(text, args) {
  tell(text);
  const code = await run(node, args, { env });
  counts[code === 0 ? 'passed' : 'failed'] += 1;
}

/** What was skipped is said: a seal that nothing but ourselves has looked at is not proven. */
function tellMissingTools() {
  const missing = ['pdfsig', 'pdftotext', 'pdfinfo', 'pdftoppm', 'pdffonts', 'qpdf'].filter(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore', env }).error !== undefined,
  );
  if (missing.length > 0)
    tell({
      id: `tanpa pemeriksaan PDF oleh ${missing.join(', ')}: tidak terpasang (paket poppler-utils dan qpdf)`,
      en: `PDFs were not judged by ${missing.join(', ')}: not installed (packages poppler-utils and qpdf)`,
    });
}

const chosen = process.argv.slice(2);
if (chosen.length === 0) {
  await check({ id: 'memeriksa gaya kode', en: 'checking the style' }, [
    bin('@biomejs/biome', 'bin', 'biome'),
    'ci',
    '--error-on-warnings',
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
  ]);
  await check({ id: 'memeriksa tipe', en: 'checking the types' }, [bin('typescript', 'bin', 'tsc'), '-p', '.']);
}

tell({ id: 'menjalankan pengujian', en: 'running the tests' });
const report = join(ROOT, '.tmp', `tests-${process.pid}.json`);
mkdirSync(join(ROOT, '.tmp'), { recursive: true });
const code = await run(
  node,
  [bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen],
  { env },
);
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += numPassedTests;
  // A file that cannot be loaded fails without a single failed test in it.
  counts.failed += code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
} catch {
  counts.failed += 1;
}
rmSync(report, { force: true });
tellMissingTools();

process.exitCode = counts.failed === 0 ? 0 : 1;
