import type { WebRoutes } from '../../../platform/http/env.ts';
import { onCase } from '../opened.tsx';
import { candidatePage, tellPage } from './candidate-page.tsx';
import { memberStep, reviewPage } from './file-page.tsx';
import { reviewFilesPage } from './files-page.tsx';
import { reviewListPage, searchNow } from './list-page.tsx';
import { FILES, onCandidate, onReview, REVIEWS } from './opened.tsx';
import { mountReviewSections } from './sections.tsx';
import { settle, settleForm } from './settle-pages.tsx';
import { similarPage } from './similar-section.tsx';
import { stepForm, suggest, suggestForm, takeStep } from './step-pages.tsx';
import { draftLhaStep, takeBackStep } from './suggestions-section.tsx';

/** `/desk/reviews`: possible recurring problems; `/desk/reviews/files`: review files (kajian). Fixed addresses come before those with an id. */
export function mountReviews(app: WebRoutes): void {
  app.get(REVIEWS, reviewListPage);
  app.post(`${REVIEWS}/search`, searchNow);
  app.get(`${REVIEWS}/search`, (c) => c.redirect(REVIEWS));
  app.get(FILES, reviewFilesPage);
  app.get(
    `${FILES}/:id`,
    onReview((opened) => reviewPage(opened)),
  );
  app.get(`${FILES}/:id/steps/:action`, onReview(stepForm));
  app.post(`${FILES}/:id/steps/:action`, onReview(takeStep));
  app.get(`${FILES}/:id/suggest`, onReview(suggestForm));
  app.post(`${FILES}/:id/suggest`, onReview(suggest));
  app.post(`${FILES}/:id/lha`, onReview(draftLhaStep));
  app.post(`${FILES}/:id/suggestions/:no/take-back`, onReview(takeBackStep));
  for (const step of ['lha', 'suggestions/:no/take-back'])
    app.get(
      `${FILES}/:id/${step}`,
      onReview((opened) => opened.c.redirect(opened.path)),
    );
  app.post(`${FILES}/:id/members`, onReview(memberStep));
  app.get(
    `${FILES}/:id/members`,
    onReview((opened) => opened.c.redirect(opened.path)),
  );
  mountReviewSections(app);
  app.get(
    `${REVIEWS}/:id`,
    onCandidate((opened) => candidatePage(opened)),
  );
  for (const step of ['dismiss', 'review', 'initiative'] as const) {
    app.get(
      `${REVIEWS}/:id/${step}`,
      onCandidate((opened) => settleForm(opened, step)),
    );
    app.post(
      `${REVIEWS}/:id/${step}`,
      onCandidate((opened) => settle(opened, step)),
    );
  }
  app.get('/desk/cases/:id/similar', onCase(similarPage));
  app.post(`${REVIEWS}/:id/tell`, onCandidate(tellPage));
  app.get(
    `${REVIEWS}/:id/tell`,
    onCandidate((opened) => opened.c.redirect(opened.path)),
  );
}
