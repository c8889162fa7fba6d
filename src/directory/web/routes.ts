import type { WebRoutes } from '../../platform/http/env.ts';
import type { DirectorySlots } from '../actions/slots.ts';
import { manageAgenciesPage } from './admin/agencies-page.tsx';
import { add, addForm, addRoot, addRootForm, change, changeForm, close, closeForm } from './admin/agency-forms.tsx';
import { agencyPage } from './admin/agency-page.tsx';
import { appoint, appointForm } from './admin/appoint-page.tsx';
import { end, endForm } from './admin/end-page.tsx';
import { invite, inviteForm } from './admin/invite-page.tsx';
import { peoplePage } from './admin/people-page.tsx';
import { inviteAnew, personPage } from './admin/person-page.tsx';
import { agenciesPage } from './public/agencies-page.tsx';
import { regionOptions } from './public/region-options.ts';

/** The pages of this room: the public list of agencies, and below /admin people, positions and agencies. */
export function mountDirectory(app: WebRoutes, slots: DirectorySlots): void {
  app.get('/agencies', agenciesPage);
  app.get('/regions/options', regionOptions);

  app.get('/admin/people', peoplePage);
  app.post('/admin/people', invite);
  app.get('/admin/people/new', inviteForm);
  app.get('/admin/people/:id', personPage);
  app.post('/admin/people/:id/invitations', inviteAnew);
  app.get('/admin/people/:id/positions/new', appointForm);
  app.post('/admin/people/:id/positions', appoint);
  app.get('/admin/people/:id/positions/:position/end', endForm);
  app.post('/admin/people/:id/positions/:position/end', end(slots));

  app.get('/admin/agencies', manageAgenciesPage);
  app.get('/admin/agencies/new', addRootForm);
  app.post('/admin/agencies/new', addRoot);
  app.get('/admin/agencies/:code', agencyPage);
  app.get('/admin/agencies/:code/change', changeForm);
  app.post('/admin/agencies/:code/change', change);
  app.get('/admin/agencies/:code/new', addForm);
  app.post('/admin/agencies/:code/new', add);
  app.get('/admin/agencies/:code/close', closeForm);
  app.post('/admin/agencies/:code/close', close);
}
