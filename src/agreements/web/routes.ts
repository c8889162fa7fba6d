import type { WebRoutes } from '../../platform/http/env.ts';
import { mountGrants } from './grants/routes.ts';
import { mountLines } from './lines/routes.ts';
import { mountPublic } from './public/routes.ts';
import { mountRad } from './rad/routes.ts';
import { mountRegister } from './register/routes.ts';
import { mountReviews } from './reviews/routes.ts';
import { mountSigning } from './signing/routes.ts';
import { mountSources } from './sources/routes.ts';
import { mountTables } from './tables/routes.ts';

/**
 * Every address of this room. Fixed addresses come before those with a code: an area with a fixed address below /desk/agreements or /agreements is
 * mounted before `register` and `public`, which hold `/:code`.
 */
export function mountAgreements(app: WebRoutes): void {
  mountTables(app);
  mountLines(app);
  mountSources(app);
  mountSigning(app);
  mountReviews(app);
  mountRad(app);
  mountGrants(app);
  mountRegister(app);
  mountPublic(app);
}
