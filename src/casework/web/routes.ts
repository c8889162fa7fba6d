import type { WebRoutes } from '../../platform/http/env.ts';
import { mountCaseDesk } from './desk/routes.ts';
import { mountDocuments } from './documents/routes.ts';
import { mountCaseExamination } from './examination/routes.ts';
import { mountCaseFile } from './file/routes.ts';
import { mountCaseFindings } from './findings/routes.ts';
import { mountIntake } from './intake/routes.ts';
import { mountObligations } from './obligations/routes.ts';
import type { ObligationSlot } from './obligations/slot.ts';
import { mountReports } from './reports/routes.ts';
import { mountReviews } from './reviews/routes.ts';
import { mountCaseVerification } from './verification/routes.ts';

/** Every address of this room. Fixed addresses below /desk/cases come before those with an id. */
export function mountCasework(app: WebRoutes, slots: { readonly agreements?: ObligationSlot } = {}): void {
  mountIntake(app);
  mountCaseDesk(app);
  mountCaseFile(app);
  mountCaseExamination(app);
  mountCaseFindings(app);
  mountDocuments(app);
  mountObligations(app, slots.agreements);
  mountReports(app);
  mountReviews(app);
  mountCaseVerification(app);
}
