import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { COVERAGE, coverageFile, coveragePage, provinceCoveragePage } from './coverage-page.tsx';
import { deskPage } from './desk-page.tsx';
import { editFacts, newAgreement } from './facts-pages.tsx';
import { filesPage, postClosed, postCompared, postFile, postOpened } from './files-page.tsx';
import { focalPointsPage, postFocalPoint } from './focal-points-page.tsx';
import { handsPage, postHands } from './hands-page.tsx';
import { historyPage } from './history-page.tsx';
import { listPage } from './list-page.tsx';
import { overviewPage } from './overview-page.tsx';
import { postProgramme, programmesPage } from './programmes-page.tsx';
import { postRecord, recordPage } from './record-page.tsx';
import { postStep, stepPage } from './step-page.tsx';
import { exportCsv, postCheck, postScans, postTable, tablePage, templateCsv } from './table-page.tsx';

/** The register: desk, list, entry, and the overview of each agreement with its files, focal points and history. */
export function mountRegister(app: WebRoutes): void {
  app.get(COVERAGE, coveragePage);
  app.get('/agreements/:file{coverage\\.(?:json|csv)}', coverageFile);
  app.get(`${COVERAGE}/:province{[0-9]{2}}`, provinceCoveragePage);
  app.get(`${COVERAGE}/:file{[0-9]{2}\\.(?:json|csv)}`, coverageFile);

  const desk = '/desk/agreements';
  app.get(desk, deskPage);
  app.get(`${desk}/all`, listPage);
  app.get(`${desk}/all.csv`, exportCsv);
  app.get(`${desk}/table`, tablePage);
  app.get(`${desk}/table/contoh.csv`, templateCsv);
  // A report has no address of its own: reloaded, or in the other language, it begins again.
  app.get(`${desk}/table/:step{check|scans}`, (c) => c.redirect(`${desk}/table`));
  app.post(`${desk}/table/check`, acceptFiles, postCheck);
  app.post(`${desk}/table/scans`, acceptFiles, postScans);
  app.post(`${desk}/table`, acceptFiles, postTable);
  app.get(`${desk}/new`, newAgreement);
  app.post(`${desk}/new`, newAgreement);
  app.get(`${desk}/programmes`, programmesPage);
  app.post(`${desk}/programmes`, postProgramme);

  const one = `${desk}/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}`;
  app.get(one, overviewPage);
  app.get(`${one}/edit`, editFacts);
  app.post(`${one}/edit`, editFacts);
  app.get(`${one}/hands`, handsPage);
  app.post(`${one}/hands`, postHands);
  app.get(`${one}/record`, recordPage);
  app.post(`${one}/record`, acceptFiles, postRecord);
  app.get(`${one}/steps/:step`, stepPage);
  app.post(`${one}/steps/:step`, postStep);
  app.get(`${one}/focal-points`, focalPointsPage);
  app.post(`${one}/focal-points`, postFocalPoint);
  app.get(`${one}/files`, filesPage);
  app.post(`${one}/files`, acceptFiles, postFile);
  app.post(`${one}/files/:file{[0-9a-f-]{36}}/compared`, postCompared);
  app.post(`${one}/files/:file{[0-9a-f-]{36}}/opened`, postOpened);
  app.post(`${one}/files/:file{[0-9a-f-]{36}}/closed`, postClosed);
  app.get(`${one}/history`, historyPage);
}
