import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Keys } from '../../keys.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/**
 * A root of the Merkle log with its signature, as it is published, sent to witnesses and kept by whoever wants to check later.
 * Hashes, key and signature are in hexadecimal, the key is the raw Ed25519 key of 32 bytes. Unknown members are ignored.
 */
export const signedRoot = z.object({
  format: z.literal('tuntas-audit-root/1'),
  /** Roots are numbered from 1 without gaps. */
  number: z.int().positive().max(2_147_483_647),
  /** In Jakarta (WIB). */
  day: z.iso.date(),
  at: z.iso.datetime({ precision: 6 }),
  /** Public address of the installation when it signed. */
  origin: z.string().regex(/^[!-~]{1,500}$/),
  /** Leaves in the log. */
  size: z.int().nonnegative(),
  rootHash: hex(32),
  publicKey: hex(32),
  signature: hex(64),
});

export type SignedRoot = Readonly<z.infer<typeof signedRoot>>;

/** What a root says before it is signed. */
export type Root = Omit<SignedRoot, 'format' | 'publicKey' | 'signature'>;

/** The text that is signed: lines that a person can read and any Ed25519 tool can check. */
export function rootStatement(root: Root): string {
  return [
    'tuntas audit root 1',
    `origin ${root.origin}`,
    `number ${root.number}`,
    `day ${root.day}`,
    `at ${root.at}`,
    `size ${root.size}`,
    `root ${root.rootHash}`,
    '',
  ].join('\n');
}

export function signRoot(root: Root, key: KeyObject): SignedRoot {
  const signature = sign(null, Buffer.from(rootStatement(root)), key).toString('hex');
  return { format: 'tuntas-audit-root/1', ...root, publicKey: publicKeyOf(key), signature };
}

/** Whether the signature was made with the key the root names. Whose key that is, the root itself cannot prove. */
export function isSignedWell(root: SignedRoot): boolean {
  const der = Buffer.concat([PUBLIC_PREFIX, Buffer.from(root.publicKey, 'hex')]);
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(rootStatement(root)), key, Buffer.from(root.signature, 'hex'));
  } catch {
    return false; // 32 bytes that are no point of the curve
  }
}

// The fixed beginnings of an Ed25519 key in DER (RFC 8410); the 32 bytes of the key follow.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The installation's signing key, derived from its master secret: whoever restores that secret signs as before. */
export function rootKey(keys: Keys): KeyObject {
  const der = Buffer.concat([PRIVATE_PREFIX, keys.derive('audit-root')]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The raw public key, in hexadecimal. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length).toString('hex');
}
