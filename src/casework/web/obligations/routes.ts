import { openFile } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { filesOfObligation } from '../../store/obligations/obligations.ts';
import { caseObligationsPage } from './case-section.tsx';
import { followedListPage } from './followed-list.tsx';
import { obligationPage } from './obligation-page.tsx';
import { FOLLOWED, OWED, onObligation } from './opened.tsx';
import { owedListPage } from './owed-list.tsx';
import { postStep } from './post-step.ts';
import { complianceAgencyPage, complianceCsv } from './public/compliance-agency.tsx';
import { complianceListPage } from './public/compliance-list.tsx';
import { findingPage, findingsPage } from './public/findings.tsx';
import { findingsFeed } from './public/findings-feed.ts';
import { officesPage } from './public/offices.tsx';
import { COMPLIANCE, FINDINGS, OFFICES } from './public/telling.ts';
import { postPublication, publicationPage } from './publication-page.tsx';
import type { ObligationSlot } from './slot.ts';

/** What agencies owe: their own page, the Ombudsman's, and the section of a case. */
export function mountObligations(app: WebRoutes, slot?: ObligationSlot): void {
  app.get(OWED, owedListPage);
  app.get(FOLLOWED, followedListPage);
  for (const desk of [OWED, FOLLOWED] as const) {
    const path = `${desk}/:id{[0-9a-f-]{36}}` as const;
    app.get(
      path,
      onObligation(desk, (opened) => obligationPage(opened, slot)),
    );
    app.get(
      `${path}/files/:file`,
      onObligation(desk, async ({ c, tools, obligation }) => {
        const file = (await filesOfObligation(tools.db, obligation.id)).find((one) => one.id === c.req.param('file'));
        if (!file) return c.notFound();
        return answerFile(c, {
          stream: await openFile(tools, file.store_key),
          mediaType: file.media_type,
          size: file.bytes,
          name: `bukti-${file.sha256.slice(0, 8)}${file.extension}`,
          inline: file.thumbnail_key !== null,
        });
      }),
    );
    app.post(
      `${path}/:action`,
      acceptFiles,
      onObligation(desk, (opened) => postStep(opened, slot)),
    );
    // The page of a step that was refused, reloaded or in the other language.
    app.get(
      `${path}/:action`,
      onObligation(desk, ({ c, path: home }) => c.redirect(home)),
    );
  }
  app.get('/desk/cases/:id{[0-9a-f-]{36}}/obligations', caseObligationsPage);
  app.get('/desk/cases/:id{[0-9a-f-]{36}}/publication', publicationPage);
  app.post('/desk/cases/:id{[0-9a-f-]{36}}/publication/:step', postPublication);
  app.get('/desk/cases/:id{[0-9a-f-]{36}}/publication/:step', (c) => c.redirect(`/desk/cases/${c.req.param('id')}/publication`));
  app.get(COMPLIANCE, complianceListPage);
  app.get(`${COMPLIANCE}/:agency`, complianceAgencyPage);
  app.get(`${COMPLIANCE}/:agency/rows.csv`, complianceCsv);
  app.get(FINDINGS, findingsPage);
  app.get(`${FINDINGS}.atom`, findingsFeed);
  app.get(`${FINDINGS}/:number`, findingPage);
  app.get(OFFICES, officesPage);
}
