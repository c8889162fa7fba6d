/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so that keys sort by their making.
 * Time and randomness are arguments: the platform's `random.id()` supplies them.
 *
 * @param milliseconds Unix time in ms
 * @param bytes at least ten random bytes
 */
export function uuidV7(milliseconds: number, bytes: Uint8Array): string {
  const id = new Uint8Array(16);
  new DataView(id.buffer).setUint32(0, Math.floor(milliseconds / 0x10000));
  new DataView(id.buffer).setUint16(4, milliseconds % 0x10000);
  id.set(bytes.subarray(0, 10), 6);
  id[6] = 0x70 | ((id[6] ?? 0) & 0x0f);
  id[8] = 0x80 | ((id[8] ?? 0) & 0x3f);
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += HEX[id[i] ?? 0];
  }
  return text;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
