import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { agreementsOf } from '../../store/findings/agreements.ts';
import { mountSections } from '../sections/routes.ts';
import { closePage } from './close-page.tsx';
import { CLOSE_STEPS } from './close-steps.ts';
import { lhpPage } from './lhp-page.tsx';
import { lhpPreview } from './lhp-preview.tsx';
import { onLhpSection } from './lhp-section.ts';
import { LHP_STEPS } from './lhp-steps.ts';
import { recommendationPage } from './recommendation-page.tsx';
import { RECOMMENDATION_STEPS } from './recommendation-steps.ts';
import { resolutionPage } from './resolution-page.tsx';
import { RESOLUTION_STEPS } from './resolution-steps.ts';
import { mountSteps, onFindings } from './shell.ts';

const CASE = '/desk/cases/:id{[0-9a-f-]{36}}';

/** `/desk/cases/:id/findings`, `/resolution`, `/recommendation`, `/close`. */
export function mountCaseFindings(app: WebRoutes): void {
  app.get(`${CASE}/findings/preview/:no{[0-9]{1,4}}`, onFindings('findings', lhpPreview));
  mountSections(app, `${CASE}/findings/text/:section{[a-z]+}`, onLhpSection);
  mountSteps(app, 'findings', lhpPage, LHP_STEPS);
  app.get(
    `${CASE}/resolution/scan/:agreement{[0-9a-f-]{36}}/:no{[0-9]{1,4}}/:party{[0-9a-z-]{1,40}}`,
    onFindings('resolution', async ({ c, tools, file }) => {
      const { agreement: id, no, party } = c.req.param();
      const agreement = (await agreementsOf(tools.db, file.id)).find((one) => one.id === id);
      const scan = agreement?.consents.find((one) => String(one.versionNo) === no && one.party === party)?.scan;
      if (!scan) return c.notFound();
      const name = `persetujuan-${scan.sha256.slice(0, 8)}${scan.extension}`;
      return answerFile(c, {
        stream: await openFile(tools, scan.key),
        mediaType: scan.mediaType,
        size: scan.bytes,
        name,
        inline: false,
      });
    }),
  );
  mountSteps(app, 'resolution', resolutionPage, RESOLUTION_STEPS);
  mountSteps(app, 'recommendation', recommendationPage, RECOMMENDATION_STEPS);
  mountSteps(app, 'close', closePage, CLOSE_STEPS);
}
