import cluster from 'node:cluster';

/**
 * Resolves when this process is told to stop: Ctrl-C, `kill`, a closed terminal, or the end of the process that started it
 * (npm may be killed without a word, and a server nobody knows of would hold its port). Asked a second time it ends at once.
 */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const stop = () => {
      if (told) process.exit(130);
      told = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.connected && !cluster.isWorker) process.once('disconnect', resolve);
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event && !cluster.isWorker && parent !== 1) {
      setInterval(() => {
        if (process.ppid !== parent) resolve();
      }, 1000).unref();
    }
  });
}
