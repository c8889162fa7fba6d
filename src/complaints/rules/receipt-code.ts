/**
 * The receipt code with which a complainant comes back without an account: 16 digits, about 53 bits, written in fours.
 * It is derived, never stored: an HMAC over the complaint's id and a secret only the client has (the idempotency key or the
 * draft's cookie), so a repeated submit gives the same code. The database keeps a keyed hash of the code alone.
 */
import { createHmac, type KeyObject } from 'node:crypto';

const DIGITS = 16;

/** @param key the installation's key for receipt codes  @param clientSecret known to the client that filed; a browser's has 32 random bytes, an idempotency key at least 8 characters */
export function receiptCode(key: Uint8Array | KeyObject, complaintId: string, clientSecret: string): string {
  const mac = createHmac('sha256', key).update(`receipt-code\0${complaintId}\0${clientSecret}`).digest();
  return (mac.readBigUInt64BE(0) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
}

/** What the database keeps. Bound to the complaint, so equal codes of two complaints do not show. */
export function receiptCodeHash(key: Uint8Array | KeyObject, complaintId: string, code: string): Buffer {
  return createHmac('sha256', key).update(`receipt-code-hash\0${complaintId}\0${code}`).digest();
}

/** The sixteen digits of what someone typed, or `undefined`. */
export function readReceiptCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{16}$/.test(digits) ? digits : undefined;
}

/** 1234 5678 9012 3456 */
export function showReceiptCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}
