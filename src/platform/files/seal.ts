import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Tools } from '../tools.ts';

/**
 * Files at rest are encrypted, each with a key of its own, so that a stolen disk or bucket shows nothing.
 *
 * Layout: `TNT1`, 16 bytes of salt, then pieces of 64 KiB (the last one shorter), each sealed with AES-256-GCM and followed by its 16-byte
 * tag. The key is derived from the master secret, the salt and the file's place in the store; the nonce is the piece's number and
 * whether it is the last. A file that was changed, cut short, reordered or put in another's place cannot be opened.
 */
const MAGIC = Buffer.from('TNT1');
const SALT_BYTES = 16;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;

type Vault = Pick<Tools, 'files' | 'keys' | 'random'>;

/** Encrypts a stream into the store; durable when it resolves. */
export async function putSealed(tools: Vault, key: string, body: Uint8Array | Readable): Promise<void> {
  const source = body instanceof Readable ? body : Readable.from([body], { objectMode: false });
  const salt = tools.random.bytes(SALT_BYTES);
  await tools.files.put(key, Readable.from(seal(fileKey(tools, key, salt), salt, source), { objectMode: false }));
}

/** Decrypts a file as it is read. @throws when there is none; the stream fails when the file is damaged or not ours */
export async function getSealed(tools: Vault, key: string): Promise<Readable> {
  const source = await tools.files.get(key);
  return Readable.from(
    unseal((salt) => fileKey(tools, key, salt), source),
    { objectMode: false },
  );
}

/** A whole small file (a picture, a document for scanning). */
export async function readSealed(tools: Vault, key: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await getSealed(tools, key)) as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
}

export class DamagedFile extends Error {
  constructor(cause?: unknown) {
    super('a stored file is damaged or is not the one that was put there', { cause });
    this.name = 'DamagedFile';
  }
}

async function* seal(key: Uint8Array, salt: Uint8Array, source: Readable): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([MAGIC, salt]);
  let number = 0;
  for await (const { bytes, last } of inPieces(source, PIECE_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

async function* unseal(keyFor: (salt: Uint8Array) => Uint8Array, source: Readable): AsyncGenerator<Uint8Array> {
  let key: Uint8Array | undefined;
  let number = 0;
  const head = MAGIC.length + SALT_BYTES;
  for await (const { bytes, last } of inPieces(source, PIECE_BYTES + TAG_BYTES, head)) {
    if (key === undefined) {
      if (last || bytes.length < head || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new DamagedFile();
      key = keyFor(bytes.subarray(MAGIC.length));
      continue;
    }
    if (bytes.length < TAG_BYTES) throw new DamagedFile();
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number++, last));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const opened = decipher.update(bytes.subarray(0, -TAG_BYTES));
      // GCM has nothing left at the end but to check the tag: what was changed is never handed on.
      decipher.final();
      yield opened;
    } catch (error) {
      throw new DamagedFile(error);
    }
  }
}

/** Cuts a stream into pieces of one size (a first one of another size, if asked) and marks the last; an empty stream is one empty piece. */
async function* inPieces(source: Readable, size: number, firstSize = size): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  let wanted = firstSize;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    waiting.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.length;
    // One byte more than a piece must be here before it is known not to be the last.
    while (length > wanted) {
      const all = Buffer.concat(waiting);
      yield { bytes: all.subarray(0, wanted), last: false };
      waiting = [all.subarray(wanted)];
      length -= wanted;
      wanted = size;
    }
  }
  yield { bytes: Buffer.concat(waiting), last: true };
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes[0] = last ? 1 : 0;
  bytes.writeBigUInt64BE(BigInt(number), 4);
  return bytes;
}

function fileKey(tools: Pick<Tools, 'keys'>, key: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', tools.keys.derive('files'), salt, `file ${key}`, 32));
}
