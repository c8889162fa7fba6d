import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountFiles } from '../files/download.ts';
import { mountCeremonies } from './ceremony-routes.ts';
import { draftPdf, sealedDocument, signedDocument } from './downloads.ts';
import { myDocuments, postMyDocuments } from './mine-page.tsx';
import { commitmentsPage } from './public-signatures.tsx';
import { editSectionPage, newSectionPage, postMove, postNewSection, postRemove, postSection } from './section-pages.tsx';
import { mountSteps, onSection } from './shell.ts';
import { signingPage } from './signing-page.tsx';
import { SIGNING_STEPS } from './signing-steps.ts';
import { textPage } from './text-page.tsx';
import { TEXT_STEPS } from './text-steps.ts';
import { postVerify, verifyPage } from './verify-page.tsx';
import { postRestore, versionsPage } from './versions-page.tsx';

/** Drafting and signing of one agreement, what waits for one's signature, ceremonies, files, and commitments in public. */
export function mountSigning(app: WebRoutes): void {
  app.get('/desk/agreements/signing', myDocuments);
  app.post('/desk/agreements/signing', postMyDocuments);
  app.get('/agreements/commitments', commitmentsPage);
  app.get('/agreements/verify', verifyPage);
  app.post('/agreements/verify', acceptFiles, postVerify);
  mountCeremonies(app);
  mountFiles(app);

  const one = '/desk/agreements/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}';
  const section = `${one}/text/sections/:key{[0-9a-z-]{1,60}}`;
  app.get(`${one}/text/draft.pdf`, onSection('text', draftPdf));
  app.get(`${one}/text/versions`, onSection('text', versionsPage));
  app.post(`${one}/text/versions/:no{[0-9]{1,9}}/restore`, onSection('text', postRestore));
  app.get(`${one}/text/sections/new`, onSection('text', newSectionPage));
  app.post(`${one}/text/sections/new`, onSection('text', postNewSection));
  app.get(section, onSection('text', editSectionPage));
  app.post(section, onSection('text', postSection));
  app.post(`${section}/move`, onSection('text', postMove));
  app.post(`${section}/remove`, onSection('text', postRemove));
  app.get(`${one}/signing/document.pdf`, onSection('signing', signedDocument));
  app.get(`${one}/signing/sealed.pdf`, onSection('signing', sealedDocument));
  mountSteps(app, 'text', textPage, TEXT_STEPS);
  mountSteps(app, 'signing', signingPage, SIGNING_STEPS);
}
