/** The way in and the reporter's way back. Mounted before the addresses of a case with an id. */
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountOwnAgreements } from '../findings/own-agreements.tsx';
import { aboutPage } from './about-page.tsx';
import { mountCheck } from './check-page.tsx';
import { mountDeskIntake } from './desk/routes.ts';
import { enter, entryForm } from './follow/entry-page.tsx';
import { leave, mountHandOuts } from './follow/hand-outs.ts';
import { OWN_CASE, OWN_COMPLAINTS_CASE, onComplaintsCase, onOwnCase } from './follow/opened.ts';
import { ownCasePage } from './follow/own-page.tsx';
import { mountWhoSteps } from './follow/who-steps.tsx';
import { mountWordSteps } from './follow/word-steps.tsx';
import { mountReceipt } from './receipt-page.tsx';
import { direct, ofComplaint } from './site.ts';
import { appealStart, beginAppeal, beginDirect, directStart, mountStart } from './start-pages.tsx';
import { mountSteps } from './step-page.tsx';

export function mountIntake(app: WebRoutes): void {
  app.get('/ombudsman', aboutPage);

  mountStart(app, '/ombudsman/new', direct, directStart);
  app.post('/ombudsman/new', direct(beginDirect));
  mountSteps(app, '/ombudsman/new', direct);
  mountCheck(app, '/ombudsman/new', direct);
  mountReceipt(app, '/ombudsman/new', direct);

  mountStart(app, OWN_COMPLAINTS_CASE, ofComplaint, appealStart);
  app.post(OWN_COMPLAINTS_CASE, ofComplaint(beginAppeal));
  mountSteps(app, OWN_COMPLAINTS_CASE, ofComplaint);
  mountCheck(app, OWN_COMPLAINTS_CASE, ofComplaint);

  app.get('/ombudsman/follow', entryForm);
  app.post('/ombudsman/follow', enter);
  app.get(OWN_CASE, onOwnCase(ownCasePage));
  app.post(`${OWN_CASE}/leave`, onOwnCase(leave));
  for (const [base, guard] of [
    [OWN_CASE, onOwnCase],
    [OWN_COMPLAINTS_CASE, onComplaintsCase],
  ] as const) {
    mountWordSteps(app, base, guard);
    mountWhoSteps(app, base, guard);
    mountHandOuts(app, base, guard);
    mountOwnAgreements(app, base, guard);
  }

  mountDeskIntake(app);
}
