import type { WebRoutes } from '../../../platform/http/env.ts';
import { CODE, COVERAGE, REGISTER } from './addresses.ts';
import { publicAgreementPage } from './agreement-page.tsx';
import { agreementEvidencePage, governmentEvidencePage } from './evidence.tsx';
import { governmentCsv } from './government-csv.ts';
import { governmentPage } from './government-page.tsx';
import { leaderPage } from './leader/leader-page.tsx';
import { LEADER } from './leader/leading.ts';
import { leaderRowsPage } from './leader/rows-page.tsx';
import { publicLinePage, publicLinesPage } from './lines-page.tsx';
import { agreementPromisesPage } from './promises-page.tsx';
import { registerCsv, registerPage } from './register-page.tsx';

/** What everyone may read of agreements, and the page of those who lead a government or an office. */
export function mountPublic(app: WebRoutes): void {
  app.get(REGISTER, registerPage);
  app.get(`${REGISTER}.csv`, registerCsv);
  // All of them stand on the board.
  app.get(`${REGISTER}/governments`, (c) => c.redirect(COVERAGE));
  app.get(`${REGISTER}/governments/:agency`, governmentPage);
  app.get(`${REGISTER}/governments/:agency/promises.csv`, governmentCsv);
  app.get(`${REGISTER}/governments/:agency/evidence`, governmentEvidencePage);
  app.get(`${REGISTER}/${CODE}`, publicAgreementPage);
  app.get(`${REGISTER}/${CODE}/lines`, publicLinesPage);
  app.get(`${REGISTER}/${CODE}/promises`, agreementPromisesPage);
  app.get(`${REGISTER}/${CODE}/evidence`, agreementEvidencePage);
  app.get(`${REGISTER}/${CODE}/lines/:ordinal{[0-9]{1,9}}`, publicLinePage);
  app.get(LEADER, leaderPage);
  app.get(`${LEADER}/rows`, leaderRowsPage);
}
