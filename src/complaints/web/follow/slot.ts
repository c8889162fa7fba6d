/** What a room to the right puts on the complainant's own pages; `main.ts` fills it. */
import type { Child } from 'hono/jsx';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Opened } from './opened.ts';

export interface FollowSlot {
  /** Stands on the page of one's own complaint, below what happens next: bringing it to the Ombudsman, and what becomes of that. */
  card(opened: Opened): Promise<Child>;
  /** A number and code that open no complaint but something else: opens it in this browser and gives its address, else `undefined`. */
  elsewhere(c: WebContext, shown: { readonly number: string; readonly code: string }): Promise<string | undefined>;
}
