import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of 10 ms. */
const TICKS_PER_SECOND = 100;

/**
 * Processor time used so far by a process and all below it, in seconds: unlike a rate it says the same on a busy machine.
 * Time of processes that have ended counts where their parent has waited for them. `undefined` other than on Linux.
 */
export function cpuSeconds(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return statsOfTree(pid).reduce((total, { seconds }) => total + seconds, 0);
}

/** A process and all below it; empty other than on Linux. */
export function treeOf(pid: number): readonly number[] {
  return process.platform === 'linux' ? statsOfTree(pid).map((stat) => stat.pid) : [];
}

function statsOfTree(pid: number) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const stats = all.flatMap((name) => statOf(Number(name)));
  const tree = new Set([pid]);
  // A child has nearly always a higher number than its parent; numbers that wrapped around cost one more turn.
  for (let grown = -1; grown !== tree.size; ) {
    grown = tree.size;
    for (const stat of stats) if (tree.has(stat.parent)) tree.add(stat.pid);
  }
  return stats.filter((stat) => tree.has(stat.pid));
}

function statOf(pid: number): { readonly pid: number; readonly parent: number; readonly seconds: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0);
    return [{ pid, parent, seconds: ticks / TICKS_PER_SECOND }];
  } catch {
    return []; // it has just ended
  }
}
