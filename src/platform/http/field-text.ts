import { RefusedRequest } from './refused-request.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of bytes from outside: strict UTF-8 without NUL, which PostgreSQL cannot keep, and with the line breaks of
 * HTML forms (`\r\n`) made `\n`, so that lengths are counted as the writer counts them.
 */
export function fieldText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new RefusedRequest('malformed');
  }
  if (text.includes('\0')) throw new RefusedRequest('malformed');
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
