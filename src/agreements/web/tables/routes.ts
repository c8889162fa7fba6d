import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { markedFile, originalFile, planFile } from './downloads.ts';
import { importPage, postAccept, postDiscard } from './import-page.tsx';
import { publicLinesCsv } from './public-csv.ts';
import { postTable, tablesPage } from './tables-page.tsx';

/** The plan as a table: out, in again, what it would change; and the lines of signed plans for the public. */
export function mountTables(app: WebRoutes): void {
  const base = '/desk/agreements/:code/lines/tables';
  app.get(base, tablesPage);
  app.post(base, acceptFiles, postTable);
  app.get(`${base}/plan.xlsx`, planFile('xlsx'));
  app.get(`${base}/plan.csv`, planFile('csv'));
  app.get(`${base}/:id`, importPage);
  app.get(`${base}/:id/original`, originalFile);
  app.get(`${base}/:id/marked.xlsx`, markedFile);
  app.post(`${base}/:id/accept`, postAccept);
  app.post(`${base}/:id/discard`, postDiscard);
  app.get('/agreements/:code/lines.csv', publicLinesCsv);
}
