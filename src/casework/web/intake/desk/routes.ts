import type { WebRoutes } from '../../../../platform/http/env.ts';
import { onCase } from '../../opened.tsx';
import { mountCheck } from '../check-page.tsx';
import { mountReceipt } from '../receipt-page.tsx';
import { atDesk } from '../site.ts';
import { mountStart } from '../start-pages.tsx';
import { mountSteps } from '../step-page.tsx';
import { carriedFile, carriedPage } from './carried-page.tsx';
import { convert, convertPage } from './convert-page.tsx';
import { beginDesk, deskStart } from './desk-start.tsx';
import { idCardFile, look, reporterPage } from './reporter-page.tsx';

/** What officers of the Ombudsman do with what comes in, and what they see of it. */
export function mountDeskIntake(app: WebRoutes): void {
  const base = '/desk/cases/new';
  mountStart(app, base, atDesk, deskStart);
  app.post(base, atDesk(beginDesk));
  mountSteps(app, base, atDesk);
  mountCheck(app, base, atDesk);
  mountReceipt(app, base, atDesk);

  const one = '/desk/cases/:id';
  app.get(`${one}/complaint`, onCase(carriedPage));
  app.get(`${one}/complaint/files/:file`, onCase(carriedFile));
  app.get(`${one}/reporter`, onCase(reporterPage));
  app.post(`${one}/reporter`, onCase(look));
  app.post(`${one}/reporter/id-card`, onCase(idCardFile));
  app.get(`${one}/convert`, onCase(convertPage));
  app.post(`${one}/convert`, onCase(convert));
}
