import type { WebRoutes } from '../../../platform/http/env.ts';
import { onOffice } from './asked.tsx';
import { reportPdf, reportXlsx } from './figures/files.ts';
import { REPORTS, reportPage } from './figures/report-page.tsx';
import { rowsPage, rowsXlsx } from './figures/rows-page.tsx';
import { onWork, WORK } from './work/asked.ts';
import { overviewPage } from './work/overview-page.tsx';
import { workPage } from './work/report-page.tsx';
import { workRowsPage } from './work/rows-page.tsx';
import { dropStatement, saveRemarks, saveStatement, takeStep } from './work/steps.ts';

/** What is made of cases: reports of offices, work reports of officers, year-end notes, load, bundles. */
export function mountReports(app: WebRoutes): void {
  app.get(REPORTS, onOffice(reportPage));
  app.get(`${REPORTS}.xlsx`, onOffice(reportXlsx));
  app.get(`${REPORTS}.pdf`, onOffice(reportPdf));
  app.get(`${REPORTS}/rows`, onOffice(rowsPage));
  app.get(`${REPORTS}/rows.xlsx`, onOffice(rowsXlsx));

  const month = `${WORK}/:month`;
  app.get(WORK, onOffice(overviewPage));
  app.get(
    month,
    onWork((asked) => workPage(asked)),
  );
  app.get(`${month}/rows/:group`, onWork(workRowsPage));
  app.post(`${month}/remarks`, onWork(saveRemarks));
  app.post(`${month}/statements`, onWork(saveStatement));
  app.post(`${month}/remove`, onWork(dropStatement));
  for (const action of ['submit', 'accept', 'return', 'reopen'] as const)
    app.post(`${month}/${action}`, onWork(takeStep(action)));
}
