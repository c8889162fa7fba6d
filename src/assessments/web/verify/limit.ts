import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';

/** In ten minutes, from one address: enough for a desk that verifies a pile, too few to go through all numbers or to keep us busy. */
const ALLOWANCES = { number: 120, file: 30 } as const;
const WINDOW_SECONDS = 600;

/** @throws RefusedRequest (429) when somebody verifies too often */
export async function countTry(c: WebContext, what: keyof typeof ALLOWANCES): Promise<void> {
  const tools = c.get('tools');
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: `verify-${what}`,
    key: clientAddress(c),
    limit: ALLOWANCES[what],
    windowSeconds: WINDOW_SECONDS,
    now: tools.clock.now(),
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}
