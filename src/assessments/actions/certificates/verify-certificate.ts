/** Verifying a certificate by its number, its file or its twin. Open to everyone; callers limit how often. */
import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/database.ts';
import {
  knownCertificates,
  SEAL_REASONS,
  TWIN_REASONS,
  twinKeys,
  verifySeal,
  verifyTwin,
} from '../../../platform/documents/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import {
  type Finding,
  findingOfFile,
  findingOfNumber,
  findingOfTwin,
  type Registered,
} from '../../rules/certificates/finding.ts';
import { type CertificateNumber, certificateNumber, numberIn, readCertificateNumber } from '../../rules/certificates/number.ts';
import { certificateByDigest, certificateByNumber, successorOf } from '../../store/certificates/certificates.ts';
import { resultVersionOf } from '../../store/certificates/published.ts';
import { CERTIFICATE_TWIN } from './make-certificate.ts';

type VerifyTools = Pick<Tools, 'db'>;

/** @param code the `k` of the address in the QR code; `null` when a number was typed */
export async function verifyNumber({ db }: VerifyTools, number: CertificateNumber, code: string | null): Promise<Finding> {
  return findingOfNumber(await registered(db, await certificateByNumber(db, certificateNumber(number))), code);
}

export async function verifyFile({ db }: VerifyTools, bytes: Uint8Array): Promise<Finding> {
  const seal = await verifySeal(bytes, await knownCertificates({ db }));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const named = numberWrittenIn(bytes);
  return findingOfFile({
    isIntact: seal.state === 'intact',
    reasons: seal.reasons.map((reason) => SEAL_REASONS[reason]),
    sameFile: await registered(db, await certificateByDigest(db, digest)),
    named: named && (await registered(db, await certificateByNumber(db, certificateNumber(named)))),
  });
}

export async function verifyTwinText({ db }: VerifyTools, typed: string): Promise<Finding> {
  const text = typed.replaceAll(/\s+/g, '');
  const twin = await verifyTwin(text, await twinKeys(db));
  if (!twin.ok) {
    const isAltered = twin.refusal === 'altered';
    return findingOfTwin({ isSigned: false, isAltered, reasons: [TWIN_REASONS[twin.refusal]], text, named: undefined });
  }
  const { number } = twin.value.subject;
  const read = twin.value.type === CERTIFICATE_TWIN && typeof number === 'string' ? readCertificateNumber(number) : undefined;
  const named = read && (await registered(db, await certificateByNumber(db, certificateNumber(read))));
  return findingOfTwin({ isSigned: true, isAltered: false, reasons: [], text, named });
}

async function registered(db: Db, certificate: Certificate | undefined): Promise<Registered | undefined> {
  if (!certificate) return undefined;
  const successor = await successorOf(db, certificate.id);
  return {
    certificate,
    successor: successor && successor.state !== 'in-making' ? successor : null,
    resultVersion: await resultVersionOf(db, certificate.assessmentId),
  };
}

/** Places looked at in a file: the title stands in its metadata, which is not compressed. */
const MOST_PLACES = 50;

/** The number that a file names, as a hint which certificate to show beside it. Proves nothing. */
function numberWrittenIn(bytes: Uint8Array): CertificateNumber | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf('SPP-');
  for (let place = 0; at >= 0 && place < MOST_PLACES; place += 1) {
    const found = numberIn(file.toString('latin1', at, at + 20));
    if (found) return found;
    at = file.indexOf('SPP-', at + 4);
  }
  return undefined;
}
