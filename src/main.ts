/**
 * The only place where everything meets: rooms, platform and design know each other from here alone. Reads like a list of what
 * the product has; a new room adds its lines below.
 */
import type { Pool } from 'pg';
import { agreementErrands, agreementRecurring } from './agreements/errands/errands.ts';
import { agreementMails, officeMailOf } from './agreements/index.ts';
import { agreementsApi } from './agreements/web/public/api/agreements-api.ts';
import { mountAgreements } from './agreements/web/routes.ts';
import { agreementsAtVerify } from './agreements/web/signing/verify-page.tsx';
import { agreementsOnItem, agreementsOnObligation } from './agreements/web/sources/source-card.tsx';
import { assessmentErrands, assessmentRecurring } from './assessments/errands/errands.ts';
import { assessmentTemplates } from './assessments/index.ts';
import { instrumentApi } from './assessments/web/instruments/instrument-api.ts';
import { resultsApi } from './assessments/web/results/results-api.ts';
import { mountAssessments } from './assessments/web/routes.ts';
import { caseErrands, caseRecurring } from './casework/errands/errands.ts';
import { caseMails } from './casework/index.ts';
import { caseworkOnFollow } from './casework/web/intake/follow/own-page.tsx';
import { mountCasework } from './casework/web/routes.ts';
import { handOver } from './complaints/actions/hand-over.ts';
import { complaintErrands, complaintRecurring } from './complaints/errands/errands.ts';
import { complaintApi } from './complaints/web/api/complaint-api.ts';
import { complaintsAbout } from './complaints/web/public/about-service.tsx';
import { mountComplaints } from './complaints/web/routes.ts';
import { mountDashboards } from './dashboards/web/routes.ts';
import { settleAssets } from './design/assets.ts';
import { galleryRoutes } from './design/gallery.tsx';
import { page, statusPages } from './design/index.ts';
import { actorFor, directoryErrands, directoryTemplates } from './directory/index.ts';
import { directoryApi } from './directory/web/api/directory-api.ts';
import { mountDirectory } from './directory/web/routes.ts';
import { mountSignIn } from './directory/web/sign-in/routes.ts';
import { addressFor, identityErrands } from './identity/index.ts';
import type { Actor } from './kernel/actor.ts';
import { dayOf } from './kernel/time.ts';
import { lawApi } from './law/web/api/law-api.ts';
import { lawRoutes } from './law/web/routes.tsx';
import { complaintTemplates, makePost, messageErrands, messageRecurring, type PostOffice } from './messages/index.ts';
import { mountMessages } from './messages/web/messages.tsx';
import { auditErrands, auditRecurring, mountAudit } from './platform/audit/index.ts';
import { systemClock } from './platform/clock.ts';
import type { Db } from './platform/database/database.ts';
import { mountDocuments } from './platform/documents/index.ts';
import { platformErrands, platformRecurring } from './platform/errands.ts';
import { openFileStore } from './platform/files/open-store.ts';
import { mountApi } from './platform/http/api.ts';
import { createApp } from './platform/http/app.ts';
import { loadAssets } from './platform/http/assets.ts';
import type { WebContext, WebRoutes } from './platform/http/env.ts';
import type { ErrandList, Recurring } from './platform/jobs/errands.ts';
import type { Keys } from './platform/keys.ts';
import type { Log } from './platform/log.ts';
import { systemRandom } from './platform/random.ts';
import type { Settings } from './platform/settings.ts';
import {
  signedInPersonId,
  signInAddresses,
  signInErrands,
  signInOwnLinks,
  signInRecurring,
  signInTemplates,
} from './platform/sign-in/index.ts';
import type { Tools } from './platform/tools.ts';
import { serviceErrands } from './services/errands/errands.ts';
import { serviceApi } from './services/web/api/service-api.ts';
import { mountServices } from './services/web/routes.ts';

/** What the start-up has opened. */
export interface Opened {
  readonly db: Db;
  readonly pool: Pool;
  readonly keys: Keys;
  readonly log: Log;
}

export function assembleTools(settings: Settings, { db, keys, log }: Opened): Tools {
  const random = systemRandom(systemClock);
  return {
    db,
    clock: systemClock,
    random,
    keys,
    files: openFileStore(settings),
    log,
    settings,
    post: makePost({ random, clock: systemClock }),
  };
}

/** Who is asking: a signed-in person with the positions of today, else a visitor. Complainants are recognised by their room. */
async function actorOf(c: WebContext): Promise<Actor> {
  const personId = await signedInPersonId(c);
  if (personId === null) return { kind: 'visitor' };
  const tools = c.get('tools');
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  return (await actorFor(tools.db, personId, today)) ?? { kind: 'visitor' };
}

export async function assembleWeb(tools: Tools, { pool }: Pick<Opened, 'pool'>): Promise<WebRoutes> {
  return createApp(tools, {
    actorOf,
    pages: statusPages,
    frame: page,
    assets: await loadAssets(settleAssets()),
    pool,
    mount(app) {
      mountSignIn(app);
      app.route('/', lawRoutes);
      mountMessages(app);
      mountDirectory(app, { handOver: handOver(tools) });
      mountServices(app, { complaintsAbout });
      mountComplaints(app, { casework: caseworkOnFollow });
      mountAssessments(app, { agreements: agreementsOnItem, verify: agreementsAtVerify });
      mountCasework(app, { agreements: agreementsOnObligation });
      mountAgreements(app);
      mountDashboards(app);
      mountApi(
        app,
        [lawApi, directoryApi, serviceApi, complaintApi, instrumentApi, resultsApi, agreementsApi],
        tools.settings.baseUrl,
      );
      mountAudit(app, page);
      mountDocuments(app);
      if (tools.settings.exampleMode) app.route('/', galleryRoutes());
    },
  });
}

/** Who receives what, and where: resolved at the moment of sending. */
const postOffice: PostOffice = {
  templates: {
    ...complaintTemplates,
    ...assessmentTemplates,
    ...caseMails,
    ...agreementMails,
    ...directoryTemplates,
    ...signInTemplates,
  },
  addresses: {
    ...signInAddresses,
    complainant: (tools, complaintId) => addressFor(tools, tools.db, complaintId),
    'focal-point': async (tools, id) => {
      const email = await officeMailOf(tools.db, id, tools.clock.now());
      return email === null ? null : { email, language: 'id' };
    },
  },
  ownLinks: signInOwnLinks,
};

export function assembleErrands(): { errands: ErrandList; recurring: Recurring } {
  return {
    errands: {
      ...platformErrands,
      ...signInErrands,
      ...auditErrands,
      ...directoryErrands((tools) => ({ handOver: handOver(tools) })),
      ...messageErrands(postOffice),
      ...identityErrands,
      ...serviceErrands,
      ...complaintErrands,
      ...assessmentErrands,
      ...caseErrands,
      ...agreementErrands,
    },
    recurring: [
      ...platformRecurring,
      ...signInRecurring,
      ...auditRecurring,
      ...messageRecurring,
      ...complaintRecurring,
      ...assessmentRecurring,
      ...caseRecurring,
      ...agreementRecurring,
    ],
  };
}
