import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type AtOffice, type AtService, forOfficers, onOffice, onServiceFile, writing } from './asked.tsx';
import { charterPage, draftScan, postCharter, postWithdrawCharter } from './charter-page.tsx';
import { deskList, officePage } from './desk-pages.tsx';
import { saveSection, sectionForm } from './edit-section.tsx';
import { newServiceForm, postNewService } from './new-service.tsx';
import { postProcedure, postRetire, procedureFile, procedurePage, proceduresPage } from './procedures-page.tsx';
import { postPublish, publishForm, versionPage } from './publish.tsx';
import { postBegin, postDiscard, postWithdraw, serviceFile } from './service-file.tsx';
import { exportMine, importPage, postCheck, postImport, tablePage } from './table-page.tsx';

/** Pages on which offices describe their services. */
export function mountServiceDesk(app: WebRoutes): void {
  app.get('/desk/services', forOfficers(deskList));
  app.get('/desk/services/table', forOfficers(tablePage));
  app.post('/desk/services/table/check', acceptFiles, forOfficers(postCheck));
  app.post('/desk/services/table', acceptFiles, forOfficers(postImport));
  app.get('/desk/services/table/imports/:id', forOfficers(importPage));
  app.get('/desk/services/layanan.csv', forOfficers(exportMine));

  const office = '/desk/services/offices/:code';
  const atOffice = (answer: (at: AtOffice) => Promise<Response>) => onOffice(writing(answer));
  app.get(office, onOffice(officePage));
  app.get(`${office}/new`, atOffice(newServiceForm));
  app.post(`${office}/new`, atOffice(postNewService));
  app.get(`${office}/charter`, onOffice(charterPage));
  app.get(`${office}/charter/file`, onOffice(draftScan));
  app.post(`${office}/charter`, acceptFiles, atOffice(postCharter));
  app.post(`${office}/charter/withdraw`, atOffice(postWithdrawCharter));
  app.get(`${office}/procedures`, onOffice(proceduresPage));
  app.get(`${office}/procedures/new`, onOffice(procedurePage));
  app.post(`${office}/procedures/new`, acceptFiles, atOffice(postProcedure));
  app.get(`${office}/procedures/:id`, onOffice(procedurePage));
  app.post(`${office}/procedures/:id`, acceptFiles, atOffice(postProcedure));
  app.post(`${office}/procedures/:id/retire`, atOffice(postRetire));
  app.get(`${office}/procedures/:id/file`, onOffice(procedureFile));

  const one = '/desk/services/:number{[0-9]+}';
  const atService = (answer: (at: AtService) => Promise<Response>) => onServiceFile(writing(answer));
  app.get(
    one,
    onServiceFile((at) => serviceFile(at)),
  );
  app.get(`${one}/edit/:section`, atService(sectionForm));
  app.post(`${one}/edit/:section`, atService(saveSection));
  app.get(`${one}/publish`, atService(publishForm));
  app.post(`${one}/publish`, atService(postPublish));
  app.get(`${one}/versions/:version`, onServiceFile(versionPage));
  app.post(`${one}/begin`, atService(postBegin));
  app.post(`${one}/discard`, atService(postDiscard));
  app.post(`${one}/withdraw`, atService(postWithdraw));
}
