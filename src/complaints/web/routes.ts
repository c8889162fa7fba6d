import type { WebRoutes } from '../../platform/http/env.ts';
import { mountDesk } from './desk/routes.ts';
import { mountFiling } from './filing/routes.ts';
import { mountFollow } from './follow/routes.ts';
import type { FollowSlot } from './follow/slot.ts';
import { mountPublicComplaints } from './public/routes.ts';

/** Every address of this room: filing, the complainant's way back, the officers' desk, what the public reads. (The JSON API: api/.) */
export function mountComplaints(app: WebRoutes, slots: { readonly casework?: FollowSlot } = {}): void {
  mountFiling(app);
  mountFollow(app, slots.casework);
  mountDesk(app);
  mountPublicComplaints(app);
}
