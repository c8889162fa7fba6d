import { setTimeout } from 'node:timers/promises';
import { STEADY_MILLISECONDS } from '../limits.ts';

/**
 * Does the work and answers no sooner than a fixed time after the start, so that the time tells nothing about an account.
 * The work of all branches is alike to begin with (a password is always hashed); this hides the rest.
 */
export async function steady<T>(work: () => Promise<T>): Promise<T> {
  const floor = setTimeout(STEADY_MILLISECONDS);
  try {
    return await work();
  } finally {
    await floor;
  }
}
