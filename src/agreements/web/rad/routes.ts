import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { onAgreement } from '../opened.tsx';
import { COLLECTIONS, RAD_BEGIN, RAD_DESK, RAD_PUBLIC, RESULTS, TEMPLATES } from './addresses.ts';
import { onRad } from './asked.ts';
import { begin, beginPage } from './begin-page.tsx';
import { createCollection, newCollectionPage } from './collection-form.tsx';
import { ask, askAgain, close, collectionPage, excuse, extend, onCollection, remind } from './collection-page.tsx';
import { deskPage } from './desk-page.tsx';
import { governmentPage } from './government-page.tsx';
import { addDecree, decreeFile, evaluationStep, take, withdrawDecree } from './government-steps.ts';
import { onGovernment } from './opened-government.ts';
import { planPage } from './plan-page.tsx';
import { addOwnFile, adopt, beginEdition, takeStep } from './plan-steps.ts';
import { placePage } from './public-government-page.tsx';
import { nationalPage } from './public-national-page.tsx';
import { publicRecordsPage, resultPage } from './public-result-page.tsx';
import { yearPage } from './public-year-page.tsx';
import { recordsPage } from './records-page.tsx';
import { resultsPage, takeMany } from './results-page.tsx';
import { addLine, dropLine, newTemplate, onTemplate, settle, templatePage, templatesPage } from './template-pages.tsx';
import { yearCsv } from './year-csv.ts';

/** Action plans of SP4N-LAPOR! and their evaluation. Fixed addresses come before those with a code. */
export function mountRad(app: WebRoutes): void {
  app.get(RAD_DESK, onRad(deskPage));
  app.get(RAD_BEGIN, onRad(beginPage));
  app.post(RAD_BEGIN, onRad(begin));

  app.get(`${COLLECTIONS}/new`, onRad(newCollectionPage));
  app.post(COLLECTIONS, onRad(createCollection));
  const collection = `${COLLECTIONS}/:collection`;
  app.get(collection, onRad(onCollection((opened) => collectionPage(opened))));
  app.post(`${collection}/extend`, onRad(onCollection(extend)));
  app.post(`${collection}/excuse`, onRad(onCollection(excuse)));
  app.post(`${collection}/ask-again`, onRad(onCollection(askAgain)));
  app.post(`${collection}/ask`, onRad(onCollection(ask)));
  app.post(`${collection}/close`, onRad(onCollection(close(true))));
  app.post(`${collection}/reopen`, onRad(onCollection(close(false))));
  app.post(`${collection}/remind`, onRad(onCollection(remind)));

  app.get(
    TEMPLATES,
    onRad((asked) => templatesPage(asked)),
  );
  app.post(TEMPLATES, onRad(newTemplate));
  const template = `${TEMPLATES}/:template`;
  app.get(template, onRad(onTemplate((opened) => templatePage(opened))));
  app.post(`${template}/lines`, onRad(onTemplate(addLine)));
  app.post(`${template}/drop`, onRad(onTemplate(dropLine)));
  app.post(`${template}/publish`, onRad(onTemplate(settle('published'))));
  app.post(`${template}/retire`, onRad(onTemplate(settle('retired'))));

  for (const path of [RESULTS, `${RESULTS}/:year`]) {
    app.get(
      path,
      onRad((asked) => resultsPage(asked)),
    );
  }
  app.post(`${RESULTS}/:year/take`, onRad(takeMany));

  const government = `${RAD_DESK}/governments/:region`;
  const year = `${government}/:year`;
  for (const path of [government, year]) app.get(path, onRad(onGovernment((opened) => governmentPage(opened))));
  app.get(`${year}/records/:indicator`, onRad(onGovernment(recordsPage)));
  app.post(`${year}/take`, onRad(onGovernment(take)));
  for (const action of ['answer', 'publish', 'withdraw'] as const)
    app.post(`${year}/${action}`, onRad(onGovernment(evaluationStep(action))));
  app.post(`${year}/decrees`, acceptFiles, onRad(onGovernment(addDecree)));
  app.post(`${year}/decrees/withdraw`, onRad(onGovernment(withdrawDecree)));
  app.get(`${year}/decrees/:decree`, onRad(onGovernment(decreeFile)));

  const plan = '/desk/agreements/:code/rad';
  app.get(
    plan,
    onAgreement((opened) => planPage(opened)),
  );
  for (const action of ['hand-in', 'take-back', 'accept', 'return', 'amend', 'drop'] as const)
    app.post(`${plan}/${action}`, onAgreement(takeStep(action)));
  app.post(`${plan}/adopt`, acceptFiles, onAgreement(adopt));
  app.post(`${plan}/edition`, onAgreement(beginEdition));
  app.post(`${plan}/file`, acceptFiles, onAgreement(addOwnFile));

  app.get(RAD_PUBLIC, nationalPage);
  app.get(`${RAD_PUBLIC}/results/:year`, (c) => (c.req.param('year').endsWith('.csv') ? yearCsv(c) : yearPage(c)));
  app.get(`${RAD_PUBLIC}/:region`, placePage);
  app.get(`${RAD_PUBLIC}/:region/:year`, resultPage);
  app.get(`${RAD_PUBLIC}/:region/:year/records/:indicator`, publicRecordsPage);
}
