import { readFileSync } from 'node:fs';
import { treeOf } from './cpu-time.ts';

const EVERY_MS = 100;
const MIB = 1024 * 1024;

export interface MemoryWatch {
  /** Ends the watch. @returns highest sums seen, in MiB: of this process, and of this process with all that belongs to the others */
  stop(): {
    readonly processMiB: number;
    readonly wholeMiB: number;
    /** Of the others alone, at the start and at most. */
    readonly othersAtStartMiB: number;
    readonly othersMiB: number;
  };
}

/**
 * Watches the memory of this process and of other process trees (the database server). Of what processes share (the server's
 * buffers) each is counted its part, so nothing is counted twice; where Linux does not tell, only this process is watched.
 */
export function watchMemory(otherPids: readonly number[]): MemoryWatch {
  const othersNow = () => otherPids.reduce((total, pid) => total + treeBytes(pid), 0);
  const atStart = othersNow();
  const most = { own: 0, others: 0, whole: 0 };
  const look = () => {
    const [own, others] = [ownBytes(), othersNow()];
    most.own = Math.max(most.own, own);
    most.others = Math.max(most.others, others);
    most.whole = Math.max(most.whole, own + others);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      return {
        processMiB: most.own / MIB,
        wholeMiB: most.whole / MIB,
        othersAtStartMiB: atStart / MIB,
        othersMiB: most.others / MIB,
      };
    },
  };
}

function ownBytes(): number {
  return process.memoryUsage.rss();
}

function treeBytes(pid: number): number {
  return treeOf(pid).reduce((total, each) => total + proportionalBytes(each), 0);
}

/** PSS: what is shared is divided among those who share it. */
function proportionalBytes(pid: number): number {
  try {
    const kib = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0; // it has just ended, or there is no /proc
  }
}
