import type { WebRoutes } from '../../../platform/http/env.ts';
import { ceremoniesPage, editCeremonyPage, newCeremonyPage, postCeremony, postNewCeremony } from './ceremony-pages.tsx';
import { postPublish, pressPage, sheetPage, sheetPdf } from './ceremony-sheet.tsx';

const ID = ':id{[0-9a-f-]{36}}';

/** Days on which agreements are signed: sheet and press page. */
export function mountCeremonies(app: WebRoutes): void {
  const desk = '/desk/agreements/ceremonies';
  app.get(desk, ceremoniesPage);
  app.get(`${desk}/new`, newCeremonyPage);
  app.post(`${desk}/new`, postNewCeremony);
  app.get(`${desk}/${ID}`, sheetPage);
  app.get(`${desk}/${ID}/sheet.pdf`, sheetPdf);
  app.get(`${desk}/${ID}/edit`, editCeremonyPage);
  app.post(`${desk}/${ID}/edit`, postCeremony);
  app.post(`${desk}/${ID}/publish`, postPublish);
  app.get(`/agreements/ceremonies/${ID}`, pressPage);
}
