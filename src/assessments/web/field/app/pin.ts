/** What a PIN must be, and how long to wait after wrong ones. */
export const PIN_LENGTH = { least: 6, most: 64 } as const;

export type PinFault = 'too-short' | 'too-easy';

/** Digits or words, as long as wanted; not one sign again and again, and no run. */
export function pinFault(pin: string): PinFault | undefined {
  const signs = [...pin];
  if (signs.length < PIN_LENGTH.least || signs.length > PIN_LENGTH.most) return 'too-short';
  const steps = signs.slice(1).map((sign, place) => (sign.codePointAt(0) ?? 0) - (signs[place]?.codePointAt(0) ?? 0));
  const isRun = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
  const isPair = new Set(signs).size <= 2;
  return isRun || isPair ? 'too-easy' : undefined;
}

/** A slip of the finger costs nothing; then it doubles. */
const FREE_FAILURES = 3;
const LONGEST_SECONDS = 15 * 60;

/** Seconds to wait after so many wrong PINs in a row. Waiting is all that happens: nothing is ever wiped. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_SECONDS, 5 * 2 ** Math.min(20, failures - FREE_FAILURES));
}

/**
 * Seconds that are still to be waited. A clock that was turned back does not make it longer than the longest wait, and one that was
 * turned forward is believed: the wait slows guessing at the screen, what stops guessing beside it is the key derivation.
 */
export function waitLeft(failures: number, failedAt: number, now: number): number {
  const wait = waitAfter(failures);
  const passed = (now - failedAt) / 1000;
  return Math.ceil(Math.min(wait, Math.max(0, wait - passed)));
}
