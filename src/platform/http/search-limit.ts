import type { Officer } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Tools } from '../tools.ts';
import { allow } from './rate-limit.ts';
import { RefusedRequest } from './refused-request.ts';

const SEARCHES = 120;
const MINUTES = 10;

/** Word searches cost the database more than anything else here. Far above what a person types. @throws RefusedRequest */
export async function maySearch({
  tools,
  actor,
  now,
}: {
  readonly tools: Tools;
  readonly actor: Officer;
  readonly now: Moment;
}): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'desk-search',
    key: actor.personId,
    limit: SEARCHES,
    windowSeconds: MINUTES * 60,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}
