/**
 * One sealed part of one complaint: a random data key seals the content, the installation's identity key wraps the data key.
 * Forgetting the wrapped key (61 bytes) is enough to forget the content, and a new master secret only needs new wrappings.
 */
import { createHmac } from 'node:crypto';
import type { Keys } from '../../platform/keys.ts';
import type { Random, Tools } from '../../platform/tools.ts';
import { open, SealBroken, seal } from './envelope.ts';
import type { SealedPart } from './tables.ts';

/** The length of a contact would tell whether it holds a NIK; contents are filled up with spaces to whole blocks. */
const BLOCK = 256;

export interface SealedRecord {
  readonly keyId: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

interface WrappingKey {
  readonly key: Uint8Array;
  /** Names the key without telling anything about it. */
  readonly id: string;
}

/** One installation has one; naming it anew for every complaint would cost as much as sealing it. */
const wrappingKeys = new WeakMap<Keys, WrappingKey>();

function wrappingKeyOf(keys: Keys): WrappingKey {
  let known = wrappingKeys.get(keys);
  if (known === undefined) {
    const key = keys.derive('identity');
    known = { key, id: createHmac('sha256', key).update('key id').digest('hex').slice(0, 16) };
    wrappingKeys.set(keys, known);
  }
  return known;
}

const contextOf = (complaintId: string, part: SealedPart): string => `identity ${part} of ${complaintId}`;

export function sealRecord(
  tools: { readonly keys: Keys; readonly random: Pick<Random, 'bytes'> },
  complaintId: string,
  part: SealedPart,
  content: unknown,
): SealedRecord {
  const wrapping = wrappingKeyOf(tools.keys);
  const dataKey = tools.random.bytes(32);
  const context = contextOf(complaintId, part);
  const plain = Buffer.from(JSON.stringify(content));
  const padded = Buffer.concat([plain, Buffer.alloc((BLOCK - (plain.length % BLOCK)) % BLOCK, ' ')]);
  return {
    keyId: wrapping.id,
    wrappedKey: seal(tools.random, wrapping.key, dataKey, `key of ${context}`),
    sealed: seal(tools.random, dataKey, padded, context),
  };
}

/** @throws SealBroken also when the record was sealed under a master secret this installation does not have */
export function openRecord(tools: Pick<Tools, 'keys'>, complaintId: string, part: SealedPart, record: SealedRecord): unknown {
  const wrapping = wrappingKeyOf(tools.keys);
  const context = contextOf(complaintId, part);
  if (record.keyId !== wrapping.id) throw new SealBroken(`${context}, sealed under key ${record.keyId}`);
  const dataKey = open(wrapping.key, record.wrappedKey, `key of ${context}`);
  return JSON.parse(open(dataKey, record.sealed, context).toString());
}
