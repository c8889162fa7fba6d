/** Giving a certificate its number: what it will say is fixed in the same transaction. The file is made afterwards (make-certificate.ts). */
import { agenciesByIds } from '../../../directory/index.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { shippedTemplate } from '../../data/certificate-templates.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { contentOf } from '../../rules/certificates/content.ts';
import { certificateNumber } from '../../rules/certificates/number.ts';
import type { CertificateRefusal } from '../../rules/certificates/refusals.ts';
import { templateFor } from '../../rules/certificates/template.ts';
import { aliveOf, certificateById, insertCertificate, nextNumber } from '../../store/certificates/certificates.ts';
import { lockPublished } from '../../store/certificates/published.ts';
import { templatesOf } from '../../store/certificates/templates.ts';
import { instrumentOf } from '../../store/instrument-of.ts';
import { resultOf } from '../../store/results.ts';

export interface NumberOrder {
  readonly assessmentId: string;
  /** Id of the person who issues. */
  readonly by: string;
  /** The certificate whose place it takes. */
  readonly replacesId: string | null;
}

/**
 * The certificate of a published result, with its number but without its file; the one that is being made already, if there is one.
 * Inside the caller's transaction, whose locks it holds until the end: keep it short.
 */
export async function numberCertificate(
  tools: Tools,
  tx: Tx,
  order: NumberOrder,
): Promise<Result<Certificate, CertificateRefusal>> {
  const { assessmentId, by, replacesId } = order;
  // Of two who issue at once, the second waits here and then finds what the first has done.
  const published = await lockPublished(tx, assessmentId);
  if (!published) return refuse('certificate.not-published');
  const alive = await aliveOf(tx, assessmentId);
  if (alive) return alive.state === 'in-making' ? ok(alive) : refuse('certificate.alive-already');

  const { year, version, agencyId } = published;
  const [line] = await resultOf(tx, assessmentId, version);
  const agency = (await agenciesByIds(tx, [agencyId])).get(agencyId);
  if (!agency) throw new Error('the agency of an assessment is gone');
  if (!line || line.score === null || line.category === null) return refuse('certificate.no-score');
  const instrument = await instrumentOf(tx, assessmentId);
  const template = templateFor(await templatesOf(tx, year), shippedTemplate, { year, category: line.category });

  const at = tools.clock.now();
  const seq = await nextNumber(tx, year);
  const number = certificateNumber({ year, seq });
  const checkCode = Buffer.from(tools.random.bytes(16)).toString('base64url');
  const content = contentOf({
    number,
    year,
    agency: { id: agency.id, code: agency.code, name: agency.name },
    line,
    resultVersion: version,
    instrument,
    template,
    at,
    isExample: published.isExample || tools.settings.exampleMode,
    address: `${tools.settings.baseUrl}/verify/${number}?k=${checkCode}`,
  });
  // Refusing rolls the number back only if the caller's transaction is: a fault does that.
  if (!content) throw new Error('a result with a score and a category has no label');
  const id = tools.random.id();
  const made = {
    id,
    number,
    year,
    seq,
    assessmentId,
    resultVersion: version,
    checkCode,
    content,
    issuedBy: by,
    numberedAt: at,
    replacesId,
  };
  await insertCertificate(tx, made);
  await appendEvents(
    tools,
    tx,
    { kind: 'certificate', id },
    [
      {
        type: 'certificate.numbered',
        at,
        actor: `person:${by}`,
        payload: { number, assessmentId, resultVersion: version, replacesId },
      },
    ],
    { newFile: true },
  );
  return ok((await certificateById(tx, id)) as Certificate);
}
