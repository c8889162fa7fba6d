import type { FileVerdict } from './verdict.ts';

/** A certificate whose seals this installation takes for its own. */
export interface KnownCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Its key may be in other hands: its seals count no more. */
  readonly isDistrusted: boolean;
}

/** Larger files are not looked at: bytes. */
export const MOST_BYTES = 25_000_000;

/**
 * Judges a PDF by its seals alone: which bytes they cover, whether these are what was signed, by whose key, and whether anything was
 * added afterwards. It is `intact` only if every seal in it is a known one and the last covers every byte.
 *
 * Takes anything and throws nothing. Time grows with the file's size only: seals that overlap are refused before anything is hashed, so
 * each byte is hashed at most twice for each of three kinds of digest.
 */
export async function verifySeal(bytes: Uint8Array, known: readonly KnownCertificate[]): Promise<FileVerdict> {
  // The parser behind is loaded with the first file: most processes never judge one.
  const { judgeFile } = await import('./judge-file.ts');
  return judgeFile(bytes, known);
}
