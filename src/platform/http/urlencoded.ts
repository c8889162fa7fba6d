import { fieldText } from './field-text.ts';
import { FORM_LIMITS } from './form-limits.ts';
import { RefusedRequest } from './refused-request.ts';

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PLUS = 0x2b;
const PERCENT = 0x25;
const SPACE = 0x20;

/**
 * Reads `application/x-www-form-urlencoded`. The platform's own reader (`URLSearchParams`) mends broken UTF-8 in silence
 * and knows no limits; here broken is refused.
 *
 * @throws RefusedRequest malformed or too-large
 */
export function parseUrlencoded(body: Uint8Array): Map<string, string[]> {
  const values = new Map<string, string[]>();
  let count = 0;
  let start = 0;
  while (start < body.length) {
    let end = body.indexOf(AMPERSAND, start);
    if (end === -1) end = body.length;
    if (end > start) {
      if (++count > FORM_LIMITS.fields) throw new RefusedRequest('too-large');
      const pair = body.subarray(start, end);
      const equals = pair.indexOf(EQUALS);
      const nameBytes = unescapeBytes(equals === -1 ? pair : pair.subarray(0, equals));
      const valueBytes = equals === -1 ? new Uint8Array() : unescapeBytes(pair.subarray(equals + 1));
      if (nameBytes.length > FORM_LIMITS.nameBytes || valueBytes.length > FORM_LIMITS.fieldBytes)
        throw new RefusedRequest('too-large');
      const name = fieldText(nameBytes);
      const value = fieldText(valueBytes);
      const before = values.get(name);
      if (before === undefined) values.set(name, [value]);
      else before.push(value);
    }
    start = end + 1;
  }
  return values;
}

function unescapeBytes(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === PLUS) {
      text[length++] = SPACE;
    } else if (byte === PERCENT) {
      const high = hexDigit(bytes[i + 1]);
      const low = hexDigit(bytes[i + 2]);
      if (high === -1 || low === -1) throw new RefusedRequest('malformed');
      text[length++] = high * 16 + low;
      i += 2;
    } else {
      text[length++] = byte;
    }
  }
  return text.subarray(0, length);
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
