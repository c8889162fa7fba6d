import type { WebRoutes } from '../../../platform/http/env.ts';
import { certificatePage, certificatePdf, certificateTwin, endOne, issueOne } from './certificate-page.tsx';
import { asPublisher, onCertificate, onRound } from './opened.ts';
import { issueRound, roundPage } from './round-page.tsx';
import { asAuthor, publishTyped, templatesPage } from './templates-page.tsx';
import { roundZip } from './zip.ts';

/** The publisher's desk for certificates: those of a round, and each. */
export function mountCertificates(app: WebRoutes): void {
  const round = '/desk/assessments/rounds/:round/certificates';
  app.get(
    round,
    onRound((asked) => roundPage(asked)),
  );
  app.post(`${round}/issue`, onRound(issueRound));
  app.get(`${round}.zip`, onRound(roundZip));
  app.post('/desk/assessments/:assessment/certificate', asPublisher(issueOne));

  app.get(
    '/desk/assessments/certificate-templates',
    asAuthor((c) => templatesPage(c)),
  );
  app.post('/desk/assessments/certificate-templates', asAuthor(publishTyped));

  const one = '/desk/assessments/certificates/:certificate';
  app.get(
    one,
    onCertificate((asked) => certificatePage(asked)),
  );
  app.get(`${one}/certificate.pdf`, onCertificate(certificatePdf));
  app.get(`${one}/certificate.jwt`, onCertificate(certificateTwin));
  app.post(`${one}/replace`, onCertificate(endOne('replace')));
  app.post(`${one}/revoke`, onCertificate(endOne('revoke')));
}
