// Runs a command of the built program on a Node that is new enough.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, isNewEnough, ROOT } from './find-node.mjs';
import { watchParent } from './parent.mjs';
import { run } from './run.mjs';

const PROGRAM = join(ROOT, 'dist', 'tuntas.mjs');

/** In this process when it can, so that there is one process less to stop or to kill. */
export async function tuntas(args) {
  if (isNewEnough) {
    watchParent(() => process.kill(process.pid, 'SIGTERM'));
    process.argv = [process.argv[0], PROGRAM, ...args];
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(PROGRAM).href);
  } else {
    process.exitCode = await run(findNode(), ['--enable-source-maps', PROGRAM, ...args], { tied: true });
  }
}
