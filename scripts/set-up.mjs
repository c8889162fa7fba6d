// `npm run build`, and the first step of every other command: packages, then program.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhenNeeded } from './build.mjs';
import { installWhenNeeded } from './install.mjs';

export async function setUp() {
  await installWhenNeeded();
  await buildWhenNeeded();
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await setUp();
