import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAboutService } from './about-service.tsx';
import { mountCheck } from './check.tsx';
import { mountVisits } from './counter/visits.tsx';
import { mountQuestion } from './question.tsx';
import { mountReceipt } from './receipt/receipt-page.tsx';
import { mountStart } from './start.tsx';
import { mountStartOver } from './start-over.tsx';
import { agencyQuestion } from './steps/agency.tsx';
import { categoryQuestion } from './steps/category.tsx';
import { channelQuestion, classQuestion, privacyQuestion } from './steps/choices.tsx';
import { contactQuestion } from './steps/contact.tsx';
import { mountFiles } from './steps/files.tsx';
import { placeQuestion } from './steps/place.tsx';
import { storyQuestion } from './steps/story.tsx';
import { whenQuestion } from './steps/when.tsx';
import { whereQuestion } from './steps/where.tsx';
import { CITIZEN, COUNTER, type Wizard } from './wizard.ts';

/** Filing: by a citizen, and by an officer at the counter for one; and the count of those who only came to ask. */
export function mountFiling(app: WebRoutes): void {
  mountWizard(app, CITIZEN);
  mountWizard(app, COUNTER);
  mountVisits(app);
}

function mountWizard(app: WebRoutes, wizard: Wizard): void {
  mountStart(app, wizard);
  mountStartOver(app, wizard);
  mountFiles(app, wizard);
  for (const question of [
    classQuestion,
    storyQuestion,
    whereQuestion,
    placeQuestion,
    whenQuestion,
    categoryQuestion,
    agencyQuestion,
    privacyQuestion,
    contactQuestion,
  ]) {
    mountQuestion(app, wizard, question);
  }
  if (wizard.mode === 'counter') mountQuestion(app, wizard, channelQuestion);
  mountAboutService(app, wizard);
  mountCheck(app, wizard);
  mountReceipt(app, wizard);
}
