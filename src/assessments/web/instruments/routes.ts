import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { copyDraft, deskList, importFile, newDraftForm } from './author/desk-pages.tsx';
import { versionPage } from './author/draft-page.tsx';
import { discard, discardForm, publish, publishForm, retire, retireForm } from './author/ending-pages.tsx';
import { authoring, DESK, withDraft, withVersion } from './author/opened.ts';
import { previewForm, tryScore } from './author/preview-page.tsx';
import { saveSection, sectionForm } from './author/section-page.tsx';
import { fileAnswer, instrumentFile, instrumentPage, listPage } from './public-pages.tsx';

const VERSION = `${DESK}/:id/:version`;
const SECTION = `${VERSION}/edit/:section/:code?`;

/** Instruments: public below /instruments, for their authors below /desk/instruments. */
export function mountInstruments(app: WebRoutes): void {
  app
    .get('/instruments', listPage)
    .get('/instruments/:id/:version{[0-9]+\\.json}', instrumentFile)
    .get('/instruments/:id/:version', instrumentPage)
    .get(DESK, (c) => authoring(c, deskList))
    .get(`${DESK}/new`, (c) => authoring(c, newDraftForm))
    .post(`${DESK}/new`, (c) => authoring(c, copyDraft))
    .get(`${DESK}/import`, (c) => c.redirect(`${DESK}/new`))
    .post(`${DESK}/import`, acceptFiles, (c) => authoring(c, importFile))
    .get(`${DESK}/:id/:version{[0-9]+\\.json}`, (c) => withVersion(c, async ({ record }) => fileAnswer(c, record)))
    .get(VERSION, (c) => withVersion(c, versionPage))
    .get(`${VERSION}/preview`, (c) => withVersion(c, previewForm))
    .post(`${VERSION}/preview`, (c) => withVersion(c, tryScore))
    .get(`${VERSION}/publish`, (c) => withDraft(c, publishForm))
    .post(`${VERSION}/publish`, (c) => withDraft(c, publish))
    .get(`${VERSION}/discard`, (c) => withDraft(c, discardForm))
    .post(`${VERSION}/discard`, (c) => withDraft(c, discard))
    .get(`${VERSION}/retire`, (c) => withVersion(c, retireForm))
    .post(`${VERSION}/retire`, (c) => withVersion(c, retire))
    .get(SECTION, (c) => withDraft(c, sectionForm))
    .post(SECTION, (c) => withDraft(c, saveSection));
}
