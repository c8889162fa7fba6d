/** What a room to the right puts on the pages of an obligation, the agency's and the Ombudsman's; `main.ts` fills it. */
import type { Child } from 'hono/jsx';
import type { OpenedObligation } from './opened.tsx';

export interface ObligationSlot {
  /** Stands below what is owed: the line of a work plan it became, or the way into one. */
  card(opened: OpenedObligation): Promise<Child>;
}
