/** What a room to the right puts on the page of an improvement item; `main.ts` fills it. */
import type { Child } from 'hono/jsx';
import type { Item } from '../../rules/items.ts';
import type { Asked } from '../rounds/opened.tsx';

export interface ItemSlot {
  /** Stands below what the item is: the line of a work plan it became, or the way into one. */
  card(asked: Asked, item: Item): Promise<Child>;
}
