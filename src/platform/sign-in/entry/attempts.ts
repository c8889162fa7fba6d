import { ok, type Result } from '../../../kernel/result.ts';
import { allow } from '../../http/rate-limit.ts';
import type { Tools } from '../../tools.ts';
import { CODES, CODES_A_DAY, type Limit, PER_ACCOUNT, PER_ADDRESS, PER_KNOWN_BROWSER } from '../limits.ts';
import type { Refused } from '../refusals.ts';

/** One allowance: which limit, and whose. The key (an address, an account) is hashed before it is kept. */
export type Allowance = readonly [Limit, string];

/** Takes one attempt from each allowance, in order; refused with the time to wait by the first that is used up. */
export async function takeAttempt(tools: Tools, allowances: readonly Allowance[]): Promise<Result<void, Refused>> {
  for (const [limit, key] of allowances) {
    const answer = await allow(tools, { ...limit, key, now: tools.clock.now() });
    if (!answer.allowed) return { ok: false, refusal: { code: 'too-often', retryAfterSeconds: answer.retryAfterSeconds } };
  }
  return ok(undefined);
}

/** A password for an account, from an address. A browser that has signed in before has its own allowance. */
export function passwordAllowances(email: string, address: string, browser: string | null): readonly Allowance[] {
  if (browser !== null) return [[PER_KNOWN_BROWSER, browser]];
  return [
    [PER_ADDRESS, address],
    [PER_ACCOUNT, email],
  ];
}

/** A code for a person, or for an invitation or a reset link; `whose` is the id. */
export function codeAllowances(whose: string): readonly Allowance[] {
  return [
    [CODES, whose],
    [CODES_A_DAY, whose],
  ];
}
