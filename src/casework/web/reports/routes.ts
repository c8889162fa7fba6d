import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { onOffice } from './asked.tsx';
import { onBundle, onPiece, onVariant } from './bundle/asked.ts';
import { begin, bundlePage } from './bundle/bundle-page.tsx';
import { pieceVersion, variantPdf, variantZip, wholePdf, wholeZip } from './bundle/downloads.ts';
import { decide, piecePage } from './bundle/piece-page.tsx';
import { includeFree, variantPage } from './bundle/variant-page.tsx';
import { reportPdf, reportXlsx } from './figures/files.ts';
import { REPORTS, reportPage } from './figures/report-page.tsx';
import { rowsPage, rowsXlsx } from './figures/rows-page.tsx';
import { LOAD, loadPage } from './load/load-page.tsx';
import { loadRowsPage } from './load/rows-page.tsx';
import { onWork, WORK } from './work/asked.ts';
import { overviewPage } from './work/overview-page.tsx';
import { workPage } from './work/report-page.tsx';
import { workRowsPage } from './work/rows-page.tsx';
import { dropStatement, saveRemarks, saveStatement, takeStep } from './work/steps.ts';
import { onYear, YEAR_NOTES } from './year/asked.ts';
import { notesPdf, publicNotes } from './year/notes-document.ts';
import { notesPage } from './year/notes-page.tsx';
import { addAppreciation, appreciationRows, dropAppreciation, saveTexts, takeNotesStep } from './year/steps.tsx';

/** What is made of cases: reports of offices, work reports of officers, year-end notes, load, bundles. */
export function mountReports(app: WebRoutes): void {
  app.get(REPORTS, onOffice(reportPage));
  app.get(`${REPORTS}.xlsx`, onOffice(reportXlsx));
  app.get(`${REPORTS}.pdf`, onOffice(reportPdf));
  app.get(`${REPORTS}/rows`, onOffice(rowsPage));
  app.get(`${REPORTS}/rows.xlsx`, onOffice(rowsXlsx));

  app.get(LOAD, onOffice(loadPage));
  app.get(`${LOAD}/rows`, onOffice(loadRowsPage));

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

  const bundle = '/desk/cases/:id/bundle';
  const variant = `${bundle}/variants/:variant`;
  const piece = `${variant}/pieces/:piece`;
  app.get(
    bundle,
    onBundle((asked) => bundlePage(asked)),
  );
  app.get(`${bundle}.zip`, onBundle(wholeZip));
  app.get(`${bundle}.pdf`, onBundle(wholePdf));
  app.post(`${bundle}/variants`, onBundle(begin));
  app.get(
    variant,
    onVariant((asked) => variantPage(asked)),
  );
  app.get(`${variant}/bundle.zip`, onVariant(variantZip));
  app.get(`${variant}/bundle.pdf`, onVariant(variantPdf));
  app.post(`${variant}/include`, onVariant(includeFree));
  app.get(
    piece,
    onPiece((asked) => piecePage(asked)),
  );
  app.post(piece, acceptFiles, onPiece(decide));
  app.get(`${piece}/version`, onPiece(pieceVersion));

  const year = `${YEAR_NOTES}/:year`;
  for (const path of [YEAR_NOTES, year]) {
    app.get(
      path,
      onYear((asked) => notesPage(asked)),
    );
  }
  app.get(`${year}/rows`, onYear(appreciationRows));
  app.get(`${year}/notes.pdf`, onYear(notesPdf));
  app.post(`${year}/texts`, onYear(saveTexts));
  app.post(`${year}/appreciations`, onYear(addAppreciation));
  app.post(`${year}/remove`, onYear(dropAppreciation));
  for (const action of ['approve', 'publish', 'keep', 'withdraw'] as const)
    app.post(`${year}/${action}`, onYear(takeNotesStep(action)));
  app.get('/ombudsman/year-notes/:office/:file', publicNotes);
}
