// Makes the pictures of the README anew in docs/screenshots/, by hand when pages have changed: `node scripts/screenshots.mjs`.
import { join } from 'node:path';
import { findNode, ROOT } from './find-node.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';

await setUp();
process.exitCode = await run(
  findNode(),
  [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'pictures', ...process.argv.slice(2)],
  { env: { ...process.env, TUNTAS_PICTURES: 'yes' } },
);
