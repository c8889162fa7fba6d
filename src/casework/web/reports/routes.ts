import type { WebRoutes } from '../../../platform/http/env.ts';
import { onOffice } from './asked.tsx';
import { reportPdf, reportXlsx } from './figures/files.ts';
import { REPORTS, reportPage } from './figures/report-page.tsx';
import { rowsPage, rowsXlsx } from './figures/rows-page.tsx';

/** What is made of cases: reports of offices, work reports of officers, year-end notes, load, bundles. */
export function mountReports(app: WebRoutes): void {
  app.get(REPORTS, onOffice(reportPage));
  app.get(`${REPORTS}.xlsx`, onOffice(reportXlsx));
  app.get(`${REPORTS}.pdf`, onOffice(reportPdf));
  app.get(`${REPORTS}/rows`, onOffice(rowsPage));
  app.get(`${REPORTS}/rows.xlsx`, onOffice(rowsXlsx));
}
