import cluster from 'node:cluster';

const AGAIN_MILLISECONDS = 1500;

export interface Stopping {
  readonly told: Promise<void>;
  isTold(): boolean;
}

/**
 * From now on this process stops when it is told to, and not in the middle of something: Ctrl-C, `kill`, a closed terminal, or
 * the end of the process that holds a channel to it (scripts/run.mjs). Asked again, it ends at once; but one Ctrl-C may
 * arrive twice, from the terminal and through npm.
 */
export function stopWhenTold(): Stopping {
  let isTold = false;
  const told = new Promise<void>((resolve) => {
    const stop = () => {
      isTold = true;
      resolve();
    };
    let firstAsked = 0;
    const asked = () => {
      if (isTold && Date.now() - firstAsked > AGAIN_MILLISECONDS) process.exit(130);
      firstAsked ||= Date.now();
      stop();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
    if (process.connected && !cluster.isWorker) process.once('disconnect', stop);
  });
  return { told, isTold: () => isTold };
}
