/** What each page of the questions asks. */
import type { IntakeStep } from '../../rules/intake/answers.ts';
import type { StepBody } from './step-page.tsx';
import { agencyBody, whereBody } from './steps/place-steps.tsx';
import { arrivalBody, kindBody } from './steps/start-steps.tsx';
import { beforeBody, filesBody, storyBody, wishBody } from './steps/story-steps.tsx';
import { youBody } from './steps/you-step.tsx';

export const BODIES: Readonly<Record<IntakeStep, StepBody>> = {
  arrival: arrivalBody,
  kind: kindBody,
  story: storyBody,
  where: whereBody,
  agency: agencyBody,
  before: beforeBody,
  wish: wishBody,
  you: youBody,
  files: filesBody,
};
