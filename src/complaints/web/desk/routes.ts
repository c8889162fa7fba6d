import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountDeskPage } from './desk-page.tsx';
import { mountFilePage } from './file-page.tsx';
import { mountFiles } from './files.ts';
import { excuseStep, forwardStep, passOnStep, redirectStep, returnStep } from './forward-steps.tsx';
import { followUpStep, noteStep, proposeStep, replyStep, withdrawStep } from './handle-steps.tsx';
import { mountIdentity } from './identity.tsx';
import { mountList } from './list-page.tsx';
import { mountProof } from './proof.ts';
import { mountRelease } from './release.tsx';
import { mountSimilar } from './similar.tsx';
import { mountStep } from './step.tsx';
import { archiveStep, askBackStep, correctStep, reopenStep, restoreStep, sendUpStep } from './verify-steps.tsx';

const STEPS = [
  correctStep,
  askBackStep,
  archiveStep,
  restoreStep,
  reopenStep,
  sendUpStep,
  forwardStep,
  passOnStep,
  returnStep,
  redirectStep,
  excuseStep,
  followUpStep,
  replyStep,
  proposeStep,
  withdrawStep,
  noteStep,
];

/** The officers' desk: `/desk`, `/desk/complaints` and everything about one complaint below it. */
export function mountDesk(app: WebRoutes): void {
  mountDeskPage(app);
  mountList(app);
  mountFilePage(app);
  mountFiles(app);
  mountProof(app);
  mountRelease(app);
  mountIdentity(app);
  mountSimilar(app);
  for (const step of STEPS) mountStep(app, step);
}
