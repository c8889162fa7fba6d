import type { Moment } from '../kernel/time.ts';
import type { Db, Tx } from './database/database.ts';
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

/** To whom something is told: always a reference, resolved to an address only at the moment of sending. */
export type Recipient =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'complainant'; readonly id: string }
  | { readonly kind: 'invitee'; readonly id: string }
  | { readonly kind: 'focal-point'; readonly id: string };

/**
 * A message to be told once: (purpose, object, recipient, stage) is its key in the ledger, a second post of the same key is
 * silently the first. `details` holds references and dates for the text, never personal data.
 */
export interface OutgoingMessage {
  readonly purpose: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly recipient: Recipient;
  readonly stage: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes a message to the ledger inside the caller's transaction. Filled by the room `messages` in `main.ts`. */
export type Post = (tx: Tx, message: OutgoingMessage) => Promise<void>;

/** Everything of the world an action may touch, made once in `main.ts` (or by a test) and passed down. */
export interface Tools {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly log: Log;
  readonly settings: Settings;
  readonly post: Post;
}
