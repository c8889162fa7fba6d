import type { WebRoutes } from '../../../platform/http/env.ts';
import { agreementPath } from '../opened.tsx';
import { grantCheckPage } from './check-page.tsx';
import {
  editGrantPage,
  GRANTS_CHECK,
  GRANTS_REGISTER,
  grantPage,
  grantsPage,
  newGrantPage,
  postGrant,
  postGrantStep,
  postNewGrant,
} from './grant-pages.tsx';
import { grantsCsv, grantsRegisterPage, publicGrantPage } from './public-grants.tsx';

const DESK = '/desk/agreements/:code/grants';
const ONE = `${DESK}/:ordinal{[0-9]{1,9}}` as const;

/** Data-sharing grants: of an agreement at its desk, and in public. */
export function mountGrants(app: WebRoutes): void {
  app.get(GRANTS_REGISTER, grantsRegisterPage);
  app.get(`${GRANTS_REGISTER}.csv`, grantsCsv);
  app.get(GRANTS_CHECK, grantCheckPage);
  app.get('/agreements/:code/grants/:ordinal{[0-9]{1,9}}', publicGrantPage);
  app.get(DESK, grantsPage);
  app.post(DESK, postNewGrant);
  app.get(`${DESK}/new`, newGrantPage);
  app.get(ONE, grantPage);
  app.post(ONE, postGrant);
  app.get(`${ONE}/edit`, editGrantPage);
  app.post(`${ONE}/:action`, postGrantStep);
  // The page of a step that was refused, reloaded or in the other language.
  app.get(`${ONE}/:action`, (c) =>
    c.redirect(`${agreementPath({ code: c.req.param('code') ?? '' })}/grants/${c.req.param('ordinal')}`),
  );
}
