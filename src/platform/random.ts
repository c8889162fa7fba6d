import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../kernel/ids.ts';
import type { Clock, Random } from './tools.ts';

/** Fetched from the system at once: a filing alone asks a dozen times, and asking costs more than the bytes. */
const STOCK = 4096;

/** Unpredictable bytes of the system, and UUID v7 keys that sort by the clock given. */
export function systemRandom(clock: Clock): Random {
  let stock = new Uint8Array(0);
  let used = 0;
  const bytes = (count: number): Uint8Array => {
    if (count > STOCK / 4) return new Uint8Array(randomBytes(count));
    if (used + count > stock.length) {
      stock = new Uint8Array(randomBytes(STOCK));
      used = 0;
    }
    const given = stock.slice(used, used + count);
    // What was given away is nowhere but with whoever has it.
    stock.fill(0, used, used + count);
    used += count;
    return given;
  };
  return { id: () => uuidV7(clock.now().epochMilliseconds, bytes(10)), bytes };
}
