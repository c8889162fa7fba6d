// Runs a command of the built program on a Node that is new enough.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, isNewEnough, ROOT } from './find-node.mjs';
import { watchParent } from './parent.mjs';
import { run } from './run.mjs';

const PROGRAM = join(ROOT, 'dist', 'tuntas.mjs');

// Compiled code is kept from start to start, also for the processes we start.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules', '.cache', 'node');

/** In this process when it can, so that there is one process less to stop or to kill. */
export async function tuntas(args) {
  if (isNewEnough) {
    watchParent(() => process.kill(process.pid, 'SIGTERM'));
    process.argv = [process.argv[0], PROGRAM, ...args];
    process.setSourceMapsEnabled(true);
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(process.env.NODE_COMPILE_CACHE);
    await import(pathToFileURL(PROGRAM).href);
  } else {
    process.exitCode = await run(findNode(), ['--enable-source-maps', PROGRAM, ...args], { tied: true });
  }
}
