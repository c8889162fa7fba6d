import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountItemPage } from './item-page.tsx';
import { mountItemList } from './list-page.tsx';
import type { ItemSlot } from './slot.ts';

/** Improvement items at the desk: for the offices that own them and for the Ombudsman, who confirms. */
export function mountImprovements(app: WebRoutes, slot?: ItemSlot): void {
  mountItemList(app);
  mountItemPage(app, slot);
}
