/** What a while of load gave. */
export interface Held {
  readonly done: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Of one piece of work, in milliseconds. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** The poorest whole second. */
  readonly slowest: number;
}

/**
 * Keeps `connections` pieces of work going for some time; what is begun is finished, and the time until then counts.
 *
 * @param work answers `'over'` when there is nothing left to do: then it ends before its time
 * @throws what the work throws, once the others have ended
 */
export async function hold(connections: number, seconds: number, work: () => Promise<unknown>): Promise<Held> {
  const began = performance.now();
  const until = began + seconds * 1000;
  const latencies: number[] = [];
  const perSecond: number[] = [];
  let isOver = false;
  const oneAfterTheOther = async () => {
    while (!isOver && performance.now() < until) {
      const from = performance.now();
      try {
        if ((await work()) === 'over') {
          isOver = true;
          break;
        }
      } catch (error) {
        isOver = true;
        throw error;
      }
      const now = performance.now();
      latencies.push(now - from);
      const second = Math.floor((now - began) / 1000);
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: connections }, oneAfterTheOther));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const took = (performance.now() - began) / 1000;
  const whole = Array.from({ length: Math.floor(Math.min(seconds, took)) }, (_, second) => perSecond[second] ?? 0);
  return {
    done: latencies.length,
    seconds: took,
    perSecond: latencies.length / took,
    latency: percentiles(latencies),
    slowest: whole.length === 0 ? 0 : Math.min(...whole),
  };
}

function percentiles(values: readonly number[]): Held['latency'] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Several whiles as one: rates over the sum of times, latencies weighted by what was done. */
export function together(parts: readonly Held[]): Held {
  const sum = (of: (part: Held) => number) => parts.reduce((total, part) => total + of(part), 0);
  const done = sum((part) => part.done);
  const seconds = sum((part) => part.seconds);
  const mean = (of: (part: Held) => number) => Math.round(sum((part) => of(part) * part.done) / Math.max(1, done));
  return {
    done,
    seconds,
    perSecond: done / seconds,
    latency: {
      p50: mean((part) => part.latency.p50),
      p95: mean((part) => part.latency.p95),
      p99: mean((part) => part.latency.p99),
    },
    slowest: Math.min(...parts.map((part) => part.slowest)),
  };
}
