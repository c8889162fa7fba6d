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

/** Names a wrapping key without telling anything about it. */
function keyIdOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('key id').digest('hex').slice(0, 16);
}

const contextOf = (complaintId: string, part: SealedPart): string => `identity ${part} of ${complaintId}`;

export function sealRecord(
  tools: { readonly keys: Keys; readonly random: Pick<Random, 'bytes'> },
  complaintId: string,
  part: SealedPart,
  content: unknown,
): SealedRecord {
  const wrappingKey = tools.keys.derive('identity');
  const dataKey = tools.random.bytes(32);
  const context = contextOf(complaintId, part);
  const plain = Buffer.from(JSON.stringify(content));
  const padded = Buffer.concat([plain, Buffer.alloc((BLOCK - (plain.length % BLOCK)) % BLOCK, ' ')]);
  return {
    keyId: keyIdOf(wrappingKey),
    wrappedKey: seal(tools.random, wrappingKey, dataKey, `key of ${context}`),
    sealed: seal(tools.random, dataKey, padded, context),
  };
}

/** @throws SealBroken also when the record was sealed under a master secret this installation does not have */
export function openRecord(tools: Pick<Tools, 'keys'>, complaintId: string, part: SealedPart, record: SealedRecord): unknown {
  const wrappingKey = tools.keys.derive('identity');
  const context = contextOf(complaintId, part);
  if (record.keyId !== keyIdOf(wrappingKey)) throw new SealBroken(`${context}, sealed under key ${record.keyId}`);
  const dataKey = open(wrappingKey, record.wrappedKey, `key of ${context}`);
  return JSON.parse(open(dataKey, record.sealed, context).toString());
}
