import type { Moment } from '../kernel/time.ts';
import type { Db } from './database/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { Keys } from './keys.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

export interface Clock {
  now(): Moment;
}

export interface Random {
  /** A new UUID v7. */
  id(): string;
  bytes(count: number): Uint8Array;
}

/** Everything of the world an action may touch, made once in `main.ts` (or by a test) and passed down. */
export interface Tools {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly log: Log;
  readonly settings: Settings;
}
