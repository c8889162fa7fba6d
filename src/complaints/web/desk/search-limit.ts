import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Asked } from './opened.tsx';

const SEARCHES = 120;
const MINUTES = 10;

/** Word searches cost the database more than anything else here. Far above what a person types. @throws RefusedRequest */
export async function maySearch({ tools, actor, now }: Asked): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'desk-search',
    key: actor.personId,
    limit: SEARCHES,
    windowSeconds: MINUTES * 60,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}
