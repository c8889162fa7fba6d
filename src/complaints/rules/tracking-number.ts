/**
 * A tracking number: nine random digits and a check digit (Damm), written 123-456-7890. The check digit finds every single
 * wrong digit and every swap of two neighbours, so that a mistyped number is told apart from an unknown one.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** @param bytes at least eight random bytes */
export function trackingNumber(bytes: Uint8Array): string {
  const random = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) % 900_000_000n;
  const nine = String(random + 100_000_000n);
  return `${nine}${damm(nine)}`;
}

/** The ten digits of what someone typed, or `undefined` when it cannot be a tracking number (wrong length or check digit). */
export function readTrackingNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-#]/g, '');
  return /^[1-9]\d{9}$/.test(digits) && damm(digits) === 0 ? digits : undefined;
}

/** 123-456-7890 */
export function showTrackingNumber(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
