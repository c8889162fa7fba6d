import type { Child } from 'hono/jsx';
import type { WebContext } from '../../platform/http/env.ts';

/** What rooms to the right put into pages of this one; `main.ts` fills it. */
export interface ServiceSlots {
  /** The public complaints about a service, for its page; `undefined` when there are none. */
  readonly complaintsAbout: (c: WebContext, serviceId: string) => Promise<Child | undefined>;
}
