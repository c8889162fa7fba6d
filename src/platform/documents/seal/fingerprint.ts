import { createHash } from 'node:crypto';

/** SHA-256 of a certificate, in hexadecimal. */
export function fingerprintOf(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}
