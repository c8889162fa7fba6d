import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAgenciesPage } from './agencies-page.tsx';
import { mountAssessmentPage } from './assessment-page.tsx';
import { mountCorrection } from './correction-page.tsx';
import { mountDecision } from './decide-page.tsx';
import { mountHome } from './home-page.tsx';
import { mountReplyFiles } from './reply-files.ts';
import { mountReply } from './reply-page.tsx';
import { mountRoundForms } from './round-form.tsx';
import { mountRoundPage } from './round-page.tsx';
import { mountSelf } from './self-page.tsx';
import { mountStep } from './step-page.tsx';
import { mountTeam } from './team-page.tsx';
import { mountTies } from './ties-page.tsx';
import { mountUnitPage } from './unit-page.tsx';
import { mountUnits } from './units-page.tsx';

/** `/desk/assessments`: rounds and their plans, stages, replies and corrections. Fixed addresses come before those with an id. */
export function mountRounds(app: WebRoutes): void {
  mountHome(app);
  mountTies(app);
  mountRoundForms(app);
  mountRoundPage(app);
  mountAgenciesPage(app);
  mountUnits(app);
  mountTeam(app);
  mountAssessmentPage(app);
  mountUnitPage(app);
  mountStep(app);
  mountSelf(app);
  mountReply(app);
  mountReplyFiles(app);
  mountDecision(app);
  mountCorrection(app);
}
