// Notices when npm, which started us, was killed without a word: the server must not live on unseen and hold its port.
import { readFileSync } from 'node:fs';

/**
 * Calls `orphaned` once when the npm that started this process is gone. Between npm and us may stand the shell that npm starts its
 * scripts with; whoever started npm is no business of ours (`nohup npm start &` outlives its terminal).
 *
 * @returns {NodeJS.Timeout | undefined} a timer to clear; it does not keep the process alive
 */
export function watchParent(orphaned) {
  if (!process.env.npm_lifecycle_event || process.ppid === 1) return undefined;
  const before = lineage();
  const watch = setInterval(() => {
    if (lineage() === before) return;
    clearInterval(watch);
    orphaned();
  }, 1000);
  return watch.unref();
}

function lineage() {
  const parent = process.ppid;
  const { name, parent: grandparent } = procOf(parent);
  return /^(sh|dash|bash|ash|busybox|zsh)$/.test(name) ? `${parent} ${grandparent}` : String(parent);
}

/** Elsewhere than on Linux the shell replaces itself with us, and the parent alone is enough. */
function procOf(pid) {
  try {
    // `123 (sh) S 122 ...`
    const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent };
  } catch {
    return { name: '', parent: '' };
  }
}
