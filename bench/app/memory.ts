import { readFileSync } from 'node:fs';
import { treeOf } from './cpu-time.ts';

const EVERY_MS = 100;
const MIB = 1024 * 1024;

export interface MemoryWatch {
  /** Ends the watch. @returns highest sums seen, in MiB: of this process, and of this process with all that belongs to the others */
  stop(): { readonly processMiB: number; readonly wholeMiB: number; readonly processAtStartMiB: number };
}

/**
 * Watches the memory of this process and of other process trees (the database server). Of what processes share (the server's
 * buffers) each is counted its part, so nothing is counted twice; where Linux does not tell, only this process is watched.
 */
export function watchMemory(otherPids: readonly number[]): MemoryWatch {
  const atStart = ownBytes();
  let own = atStart;
  let whole = atStart;
  const look = () => {
    const mine = ownBytes();
    own = Math.max(own, mine);
    whole = Math.max(whole, mine + otherPids.reduce((total, pid) => total + treeBytes(pid), 0));
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      return { processMiB: own / MIB, wholeMiB: whole / MIB, processAtStartMiB: atStart / MIB };
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
