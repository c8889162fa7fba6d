// Runs a program and ends as it ends.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './find-node.mjs';
import { watchParent } from './parent.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program with our terminal and waits for it. Signals that reach us reach it: Ctrl-C goes to both from the terminal
 * itself, a SIGTERM only to us.
 *
 * @param {{ env?: NodeJS.ProcessEnv, tied?: boolean, quiet?: boolean }} [options]
 *   tied: a channel stays open, whose end tells a Node program that we were killed; quiet: its standard output is dropped
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { env = process.env, tied = false, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit', ...(tied ? ['ipc'] : [])],
      shell: process.platform === 'win32' && /\.cmd$/.test(command),
    });
    const forward = (signal) => {
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    const watch = tied ? watchParent(() => child.kill('SIGTERM')) : undefined;
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of FORWARDED) process.removeListener(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
