import { createHash, type Hash, verify, X509Certificate } from 'node:crypto';
import { fingerprintOf } from '../seal/fingerprint.ts';
import { findSeals, MOST_SEALS, type SealPlace } from './find-seals.ts';
import { type CmsSignature, readCms } from './read-cms.ts';
import { type FileVerdict, fileVerdict, type SealReason, type SealVerdict } from './verdict.ts';
import { type KnownCertificate, MOST_BYTES } from './verify-seal.ts';

/** See `verifySeal`, the lazy door to this. */
export function judgeFile(bytes: Uint8Array, known: readonly KnownCertificate[]): FileVerdict {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > MOST_BYTES) return { state: 'unreadable', reasons: ['too-large'], seals: [] };
  if (!file.subarray(0, 1024).includes('%PDF-')) return { state: 'unreadable', reasons: ['not-a-pdf'], seals: [] };
  const found = findSeals(file);
  if (found.length === 0) return { state: 'unsealed', reasons: ['no-seal'], seals: [] };
  if (found.length > MOST_SEALS) return { state: 'altered', reasons: ['too-many-seals'], seals: [] };
  if (found.includes(undefined)) return { state: 'altered', reasons: ['malformed-range'], seals: [] };
  const places = (found as readonly SealPlace[]).toSorted((one, other) => one.gapStart - other.gapStart);
  if (places.some((place, index) => index > 0 && place.gapStart < (places[index - 1] as SealPlace).end)) {
    return { state: 'altered', reasons: ['overlapping-ranges'], seals: [] };
  }
  const digests = digestsOf(file, places);
  const seals = places.map((place, index) => judge(place, digests[index] as DigestOf, file.length, known));
  return fileVerdict(seals, seals.at(-1)?.coversWholeFile ? [] : ['content-after-seal']);
}

type DigestOf = (algorithm: CmsSignature['digest']) => Buffer;

/** Digests over what each seal covers, the common beginning hashed once. */
function digestsOf(file: Buffer, places: readonly SealPlace[]): readonly DigestOf[] {
  const running = new Map<CmsSignature['digest'], { readonly hash: Hash; at: number }>();
  return places.map(({ gapStart, gapEnd, end }) => (algorithm) => {
    let beginning = running.get(algorithm);
    if (!beginning) {
      beginning = { hash: createHash(algorithm), at: 0 };
      running.set(algorithm, beginning);
    }
    beginning.hash.update(file.subarray(beginning.at, gapStart));
    beginning.at = gapStart;
    return beginning.hash.copy().update(file.subarray(gapEnd, end)).digest();
  });
}

function judge(place: SealPlace, digestOf: DigestOf, size: number, known: readonly KnownCertificate[]): SealVerdict {
  const coversWholeFile = place.end === size;
  const cms = readCms(place.content);
  if (!cms) return { isValid: false, reasons: ['malformed-seal'], coversWholeFile, fingerprint: null, signedAt: null };
  const reasons = reasonsAgainst(cms, digestOf, known);
  return {
    isValid: reasons.length === 0,
    reasons,
    coversWholeFile,
    fingerprint: fingerprintOf(cms.signer),
    signedAt: cms.signedAt && !Number.isNaN(cms.signedAt.getTime()) ? cms.signedAt.toISOString() : null,
  };
}

function reasonsAgainst(cms: CmsSignature, digestOf: DigestOf, known: readonly KnownCertificate[]): SealReason[] {
  const reasons: SealReason[] = [];
  if (!digestOf(cms.digest).equals(cms.contentDigest)) reasons.push('content-differs');
  const match = (der: Buffer) => known.find(({ certificate }) => der.equals(certificate));
  const own = match(cms.signer);
  // A stranger's key is not even tried: nothing that it could say would count.
  if (!own || cms.certificates.some((certificate) => !match(certificate))) return [...reasons, 'foreign-certificate'];
  const certificate = new X509Certificate(own.certificate);
  if (!isSignedBy(certificate, cms)) reasons.push('signature-differs');
  if (own.isDistrusted) reasons.push('distrusted-certificate');
  const at = cms.signedAt?.getTime();
  if (at !== undefined && !(at >= certificate.validFromDate.getTime() && at <= certificate.validToDate.getTime())) {
    reasons.push('outside-validity');
  }
  return reasons;
}

function isSignedBy(certificate: X509Certificate, cms: CmsSignature): boolean {
  try {
    return verify(cms.digest, cms.signedBytes, certificate.publicKey, cms.signature);
  } catch {
    return false; // a signature of impossible form
  }
}
