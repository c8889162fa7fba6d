import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../kernel/ids.ts';
import type { Clock, Random } from './tools.ts';

/** Unpredictable bytes of the system, and UUID v7 keys that sort by the clock given. */
export function systemRandom(clock: Clock): Random {
  return {
    id: () => uuidV7(clock.now().epochMilliseconds, randomBytes(10)),
    bytes: (count) => new Uint8Array(randomBytes(count)),
  };
}
