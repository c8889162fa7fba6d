import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../kernel/ids.ts';
import type { Clock, Random } from './tools.ts';

/** Fetched from the system at once: a filing alone asks a dozen times, and asking costs more than the bytes. */
const STOCK = 4096;

/** Steps within one millisecond (12 bits); a millisecond begins in the lower half, so that there is room to count. */
const STEPS = 0x1000;
/** A clock that was turned back further than this is followed; less is only its wobble. Milliseconds. */
const WOBBLE = 60_000;

/** Unpredictable bytes of the system, and UUID v7 keys that sort by their making, also within a millisecond. */
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
  let [moment, step] = [-1, 0];
  // RFC 9562, 6.2, method 1: the first of the random bits count what one process makes within a millisecond.
  const id = (): string => {
    const random = bytes(10);
    const now = clock.now().epochMilliseconds;
    step += 1;
    if (now > moment || now < moment - WOBBLE) moment = now;
    else if (step < STEPS) return uuidV7(moment, counted(random, step));
    else moment += 1;
    step = ((random[0] ?? 0) & 0x07) * 0x100 + (random[1] ?? 0);
    return uuidV7(moment, counted(random, step));
  };
  return { id, bytes };
}

function counted(random: Uint8Array, step: number): Uint8Array {
  random[0] = step >> 8;
  random[1] = step & 0xff;
  return random;
}
