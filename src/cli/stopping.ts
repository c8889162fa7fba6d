import cluster from 'node:cluster';

export interface Stopping {
  readonly told: Promise<void>;
  isTold(): boolean;
}

/**
 * From now on this process stops when it is told to, and not in the middle of something: Ctrl-C, `kill`, a closed terminal, or the end of the process that started it
 * (npm may be killed without a word, and a server nobody knows of would hold its port). Asked a second time it ends at once.
 */
export function stopWhenTold(): Stopping {
  let isTold = false;
  const told = new Promise<void>((resolve) => {
    const stop = () => {
      isTold = true;
      resolve();
    };
    const asked = () => {
      if (isTold) process.exit(130);
      stop();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
    if (process.connected && !cluster.isWorker) process.once('disconnect', stop);
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event && !cluster.isWorker && parent !== 1) {
      setInterval(() => {
        if (process.ppid !== parent) stop();
      }, 1000).unref();
    }
  });
  return { told, isTold: () => isTold };
}
