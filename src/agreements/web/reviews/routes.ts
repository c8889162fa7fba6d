import type { WebRoutes } from '../../../platform/http/env.ts';
import { AGREEMENTS } from '../opened.tsx';
import { attendancePage, attendanceStep } from './attendance-page.tsx';
import {
  decisionActionPage,
  decisionActionPost,
  decisionPage,
  decisionStepPost,
  toLinePage,
  toLineStep,
} from './decision-pages.tsx';
import { REVIEW_DESK, reviewDeskPage } from './desk-page.tsx';
import { dropPage, dropYear, evaluationPage, evaluationsPage, onEvaluation, openYear, rowsPage } from './evaluation-pages.tsx';
import { chooseRhythm, newReviewPage, plan, reviewsPage } from './list-page.tsx';
import { onPart, onReview } from './opened-review.tsx';
import { publicEvaluationPage, publicRowsPage } from './public-reviews.tsx';
import { endOld, renewPage, renewStep } from './renew-page.tsx';
import { reviewPage } from './review-page.tsx';
import {
  bringPoint,
  call,
  confirm,
  hold,
  keepDiscussion,
  movePage,
  moveStep,
  reasonPage,
  reasonStep,
  seal,
  withdraw,
} from './review-steps.tsx';
import { wordsPage, wordsStep } from './words-page.tsx';

const OF = `${AGREEMENTS}/:code`;
const REVIEW = `${OF}/reviews/:ordinal`;
const YEAR = `${OF}/evaluation/:year`;

/** Joint reviews, yearly evaluations and renewals; fixed addresses before those with a number. */
export function mountReviews(app: WebRoutes): void {
  app.get(REVIEW_DESK, reviewDeskPage);
  mountList(app);
  mountOne(app);
  mountDecisions(app);
  mountEvaluations(app);
  app.get(`${OF}/renew`, onPart(renewPage));
  app.post(`${OF}/renew`, onPart(renewStep));
  app.post(`${OF}/renew/end-old`, onPart(endOld));
  app.get(
    `${OF}/renew/end-old`,
    onPart(({ c, path }) => c.redirect(`${path}/renew`)),
  );
  app.get('/agreements/:code/evaluations/:year', publicEvaluationPage);
  app.get('/agreements/:code/evaluations/:year/rows', publicRowsPage);
}

function mountList(app: WebRoutes): void {
  app.get(
    `${OF}/reviews`,
    onPart((opened) => reviewsPage(opened)),
  );
  app.get(`${OF}/reviews/new`, onPart(newReviewPage));
  app.post(`${OF}/reviews/new`, onPart(plan));
  app.post(`${OF}/reviews/rhythm`, onPart(chooseRhythm));
  app.get(
    `${OF}/reviews/rhythm`,
    onPart(({ c, path }) => c.redirect(`${path}/reviews`)),
  );
}

function mountOne(app: WebRoutes): void {
  app.get(
    REVIEW,
    onReview((opened) => reviewPage(opened)),
  );
  for (const [step, act] of Object.entries({ call, hold, seal, confirm, points: bringPoint, discussion: keepDiscussion })) {
    app.post(`${REVIEW}/${step}`, onReview(act));
    // The address of a step that was refused, reloaded.
    app.get(
      `${REVIEW}/${step}`,
      onReview(({ c, here }) => c.redirect(here)),
    );
  }
  app.post(`${REVIEW}/points/:point/withdraw`, onReview(withdraw));
  app.get(
    `${REVIEW}/points/:point/withdraw`,
    onReview(({ c, here }) => c.redirect(here)),
  );
  app.get(`${REVIEW}/move`, onReview(movePage));
  app.post(`${REVIEW}/move`, onReview(moveStep));
  app.get(`${REVIEW}/attendance`, onReview(attendancePage));
  app.post(`${REVIEW}/attendance`, onReview(attendanceStep));
  for (const step of ['cancel', 'ask-correction', 'correct'] as const) {
    app.get(
      `${REVIEW}/${step}`,
      onReview((opened) => reasonPage(opened, step)),
    );
    app.post(
      `${REVIEW}/${step}`,
      onReview((opened) => reasonStep(opened, step)),
    );
  }
}

function mountDecisions(app: WebRoutes): void {
  app.get(`${REVIEW}/decisions/new`, onReview(decisionPage));
  app.post(`${REVIEW}/decisions/new`, onReview(decisionStepPost));
  const one = `${REVIEW}/decisions/:decision`;
  app.get(one, onReview(decisionPage));
  app.post(one, onReview(decisionStepPost));
  app.get(`${one}/line`, onReview(toLinePage));
  app.post(`${one}/line`, onReview(toLineStep));
  for (const action of ['report', 'agree', 'return', 'withdraw'] as const) {
    app.get(
      `${one}/${action}`,
      onReview((opened) => decisionActionPage(opened, action)),
    );
    app.post(
      `${one}/${action}`,
      onReview((opened) => decisionActionPost(opened, action)),
    );
  }
}

function mountEvaluations(app: WebRoutes): void {
  app.get(
    `${OF}/evaluation`,
    onPart((opened) => evaluationsPage(opened)),
  );
  app.post(`${OF}/evaluation/open`, onPart(openYear));
  app.get(
    `${OF}/evaluation/open`,
    onPart(({ c, path }) => c.redirect(`${path}/evaluation`)),
  );
  app.get(YEAR, onPart(onEvaluation((opened) => evaluationPage(opened))));
  app.get(`${YEAR}/rows`, onPart(onEvaluation(rowsPage)));
  app.get(`${YEAR}/words/:side`, onPart(onEvaluation(wordsPage)));
  app.post(`${YEAR}/words/:side`, onPart(onEvaluation(wordsStep)));
  app.get(`${YEAR}/drop`, onPart(onEvaluation((opened) => dropPage(opened))));
  app.post(`${YEAR}/drop`, onPart(onEvaluation(dropYear)));
}
