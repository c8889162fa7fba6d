/** Making the file of a certificate that has its number: PDF, seal, twin. Safe to run again after a crash at any point. */
import { createHash } from 'node:crypto';
import { Temporal } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  composePdf,
  type Signer,
  sealPdf,
  type Twin,
  type TwinSigner,
  trialSigner,
  twinSigner,
} from '../../../platform/documents/index.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { saveMade } from '../../store/certificates/certificates.ts';
import { certificateDocument } from './certificate-document.ts';

/** Kind of document that twins of certificates name. */
export const CERTIFICATE_TWIN = 'PublicServiceAssessmentCertificate';

/** Opened keys, taken once for many certificates. */
export interface Signers {
  readonly seal: Signer;
  readonly twin: TwinSigner;
}

export async function openSigners(tools: Tools): Promise<Signers> {
  return { seal: await trialSigner(tools), twin: await twinSigner(tools) };
}

/** Makes the file and lets the certificate be valid. When somebody else was faster, theirs stays. */
export async function makeCertificate(tools: Tools, signers: Signers, certificate: Certificate): Promise<void> {
  const { id, number, content } = certificate;
  const plain = await composePdf(certificateDocument(content));
  const pdf = await sealPdf(plain, signers.seal, {
    reason: `Segel percobaan (trial seal) atas ${number}`,
    location: content.place,
    at: Temporal.Instant.from(content.issuedAt),
    field: 'Segel 1',
  });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const twin = await signers.twin.sign(twinOf(certificate, tools.settings.baseUrl, sha256));
  // Named by its content: two who make it at once do not overwrite one another's.
  const key = `certificates/${id}/${sha256}.pdf`;
  await putSealed(tools, key, pdf);
  const at = tools.clock.now();
  const isOurs = await inTransaction(tools, async (tx) => {
    if (!(await saveMade(tx, id, { key, bytes: pdf.length, sha256, twin }, at))) return false;
    await appendEvents(tools, tx, { kind: 'certificate', id }, [
      { type: 'certificate.issued', at, actor: `person:${certificate.issuedBy}`, payload: { number, sha256 } },
    ]);
    return true;
  });
  if (!isOurs) tools.log.info({ certificate: id }, 'certificate was made by another process meanwhile');
}

/** What the twin says: the certificate itself, and the digest of its PDF, which ties the two together. */
function twinOf({ content, number }: Certificate, baseUrl: string, pdfSha256: string): Twin {
  const { result, agency, instrument } = content;
  return {
    id: `${baseUrl}/verify/${number}`,
    type: CERTIFICATE_TWIN,
    issuer: { id: baseUrl, name: content.signatory.id },
    validFrom: content.issuedAt,
    subject: {
      id: `${baseUrl}/agencies/${agency.code}`,
      number,
      year: content.year,
      agency: { code: agency.code, name: agency.name },
      result: {
        version: result.version,
        score: result.score,
        category: result.category,
        zone: result.zone,
        label: { ...result.label },
      },
      instrument: { id: instrument.id, version: instrument.version },
      basis: content.basis.map(({ id }) => id),
      markedDefaults: content.defaults.count,
      isExample: content.isExample,
      pdfSha256,
    },
  };
}
