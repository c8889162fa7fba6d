import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { AGREEMENTS, onAgreement } from '../opened.tsx';
import { editLinePage, newLinePage, postEditLine, postNewLine } from './edit-pages.tsx';
import { linePage } from './line-page.tsx';
import { MY_LINES, myLinesPage } from './my-lines-page.tsx';
import { onLine } from './opened-line.ts';
import { orderPage, postOrder } from './order-page.tsx';
import { planPage } from './plan-page.tsx';
import { postLineStep } from './post-step.ts';
import { postTemplates, templatePage } from './template-page.tsx';

/** Plans and their lines at the desk, and what concerns one's own office over all of them. */
export function mountLines(app: WebRoutes): void {
  app.get(MY_LINES, myLinesPage);
  const plan = `${AGREEMENTS}/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}/lines` as const;
  app.get(plan, onAgreement(planPage));
  app.get(`${plan}/new`, onAgreement(newLinePage));
  app.post(`${plan}/new`, onAgreement(postNewLine));
  app.get(`${plan}/templates`, onAgreement(templatePage));
  app.post(`${plan}/templates`, onAgreement(postTemplates));
  app.get(`${plan}/order`, onAgreement(orderPage));
  app.post(`${plan}/order`, onAgreement(postOrder));
  const line = `${plan}/:ordinal{[1-9][0-9]{0,5}}` as const;
  app.get(
    line,
    onLine((opened) => linePage(opened)),
  );
  app.get(`${line}/edit`, onAgreement(editLinePage));
  app.post(`${line}/edit`, onAgreement(postEditLine));
  const step = `${line}/:step{start|report|withdraw|judge|judge-not-done|reopen|shift|officer|drop}` as const;
  app.post(step, acceptFiles, onLine(postLineStep));
  // The page of a step that was refused, reloaded or in the other language.
  app.get(
    step,
    onLine(async ({ c, here }) => c.redirect(here)),
  );
}
