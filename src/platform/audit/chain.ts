import type { Moment } from '../../kernel/time.ts';
import { type Digest, digestOf, sha256 } from './digest.ts';

/**
 * What is hashed, and in which order: the format of the chain. Nothing here may change once a root has been published; a new
 * format gets a new number in its domain and stands beside this one. docs/decisions/0006-audit-chain.md explains it to
 * someone who writes a checker of their own.
 *
 *   commitment = SHA-256(salt, canonical JSON of the payload)      the salt has 32 bytes
 *   digest     = H('tuntas/audit/event/1', type, at, actor, commitment)
 *   hash       = H('tuntas/audit/link/1', kind, file id, seq, hash of the event before, digest)
 *   leaf       = SHA-256(0x00, H('tuntas/audit/leaf/1', file salt, file id, head seq, head hash))
 *
 * An event is hashed in two steps so that a proof for one reader can leave an event closed (an internal note, who acted) and
 * show its digest alone. The digest gives nothing away, because the salted commitment inside cannot be guessed.
 */
export const SALT_BYTES = 32;

export interface FileName {
  readonly kind: string;
  readonly id: string;
}

/** What an event says apart from its payload. `at` as `momentText` writes it. */
export interface EventFacts {
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly commitment: Digest;
}

/** The last event of a chain; `seq` 0 and `NO_DIGEST` before the first. */
export interface Head {
  readonly seq: number;
  readonly hash: Digest;
}

/** Microseconds, always six digits: what `timestamptz` keeps, so that text and row never differ. Finer parts are cut off. */
export function momentText(at: Moment): string {
  return at.toString({ fractionalSecondDigits: 6, roundingMode: 'floor' });
}

/** @param payload as `canonicalJson` writes it */
export function commitmentTo(payload: string, salt: Uint8Array): Digest {
  return sha256(salt, Buffer.from(payload, 'utf8'));
}

export function eventDigest(event: EventFacts): Digest {
  return digestOf('tuntas/audit/event/1', event.type, event.at, event.actor, event.commitment);
}

export function linkHash(file: FileName, before: Head, digest: Digest): Digest {
  return digestOf('tuntas/audit/link/1', file.kind, file.id, before.seq + 1, before.hash, digest);
}

/** What the Merkle log holds of a file: reveals nothing to who does not know the file's salt. */
export function leafContent(fileSalt: Uint8Array, fileId: string, head: Head): Digest {
  return digestOf('tuntas/audit/leaf/1', fileSalt, fileId, head.seq, head.hash);
}

/** An event as it was stored, with what it claims about itself. */
export interface StoredLink extends EventFacts {
  readonly seq: number;
  readonly previousHash: Digest;
  readonly hash: Digest;
}

/**
 * How the chain breaks at an event: `missing` = the number after the last one is not there; `altered` = something it says, or
 * its place, is not what was hashed; `unlinked` = it is whole but follows another event than the one before it.
 */
export type Break = 'missing' | 'altered' | 'unlinked';

/** Whether an event continues a chain; `undefined` when it does. */
export function breakAt(file: FileName, before: Head, event: StoredLink): Break | undefined {
  if (event.seq > before.seq + 1) return 'missing';
  const itself = linkHash(file, { seq: event.seq - 1, hash: event.previousHash }, eventDigest(event));
  if (!itself.equals(event.hash)) return 'altered';
  return event.previousHash.equals(before.hash) ? undefined : 'unlinked';
}
