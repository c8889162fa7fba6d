import type { WebRoutes } from '../../platform/http/env.ts';
import { mountServiceDesk } from './desk/routes.ts';
import { mountPublicServices } from './public/routes.tsx';
import type { ServiceSlots } from './slots.ts';

export function mountServices(app: WebRoutes, slots: ServiceSlots): void {
  mountServiceDesk(app);
  mountPublicServices(app, slots);
}
