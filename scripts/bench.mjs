// `npm run bench -- NAME [arguments]`: runs bench/NAME.ts, which prints JSON lines; without a name it lists them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './build.mjs';
import { findNode, ROOT } from './find-node.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';

const names = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const [name, ...args] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  process.stderr.write(`npm run bench -- ${names.join(' | ') || '(none yet)'}\n`);
  process.exit(name ? 1 : 0);
}
await setUp();
const program = join(ROOT, 'dist', 'bench', `${name}.mjs`);
await bundle(join(ROOT, 'bench', `${name}.bench.ts`), program);
if (existsSync(program)) process.exitCode = await run(findNode(), ['--enable-source-maps', program, ...args]);
