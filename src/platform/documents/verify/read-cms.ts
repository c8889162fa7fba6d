import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import { Certificate, ContentInfo, type IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';

/** A CMS signature (RFC 5652), as far as a seal of ours may have one. */
export interface CmsSignature {
  /** DER, the signer's own first is not required; every one must be known. */
  readonly certificates: readonly Buffer[];
  /** Which of them signed. */
  readonly signer: Buffer;
  readonly digest: 'sha256' | 'sha384' | 'sha512';
  /** Digest of the content, as it was signed. */
  readonly contentDigest: Buffer;
  /** What the signature is over. */
  readonly signedBytes: Buffer;
  readonly signature: Buffer;
  readonly signedAt: Date | null;
}

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const DIGESTS: Readonly<Record<string, CmsSignature['digest']>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** rsaEncryption and sha256WithRSAEncryption, which say the same here; ecdsa-with-SHA256, -SHA384, -SHA512. */
const SIGNATURES = new Set([
  '1.2.840.113549.1.1.1',
  '1.2.840.113549.1.1.11',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
]);

/**
 * Reads a signature strictly: one signer, detached, DER, nothing in it that is not signed or known. What the signature does not cover
 * (versions, parameters, unsigned attributes) could be changed unseen, so it must be exactly as it always is.
 *
 * @param content DER, filled up with zeros
 * @returns `undefined` for anything else
 */
export function readCms(content: Buffer): CmsSignature | undefined {
  try {
    return read(content);
  } catch {
    // Parsers of hostile bytes throw whatever they like.
    return undefined;
  }
}

function read(content: Buffer): CmsSignature | undefined {
  const { offset, result } = fromBER(exactly(content));
  if (offset <= 0 || !content.subarray(offset).every((byte) => byte === 0)) return undefined;
  const der = content.subarray(0, offset);
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== SIGNED_DATA) return undefined;
  const data = new SignedData({ schema: info.content });
  if (!Buffer.from(rewritten(data)).equals(der)) return undefined;

  const [signer] = data.signerInfos;
  if (!signer || data.signerInfos.length !== 1 || !hasUsualForm(data, signer)) return undefined;
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId];
  const certificates = (data.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = certificates.find((one) => isNamed(signer, one));
  const signed = signer.signedAttrs;
  if (!digest || !own || !signed || certificates.length !== data.certificates?.length) return undefined;

  const value = (type: string) => {
    const found = signed.attributes.filter((attribute) => attribute.type === type);
    return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
  };
  const type = value(CONTENT_TYPE);
  const contentDigest = value(MESSAGE_DIGEST);
  if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== DATA || !(contentDigest instanceof OctetString))
    return undefined;
  const at = value(SIGNING_TIME);
  return {
    certificates: certificates.map(derOf),
    signer: derOf(own),
    digest,
    contentDigest: Buffer.from(contentDigest.valueBlock.valueHexView),
    signedBytes: Buffer.from(signed.encodedValue),
    signature: Buffer.from(signer.signature.valueBlock.valueHexView),
    signedAt: at instanceof UTCTime || at instanceof GeneralizedTime ? at.toDate() : null,
  };
}

function hasUsualForm(data: SignedData, signer: SignerInfo): boolean {
  const { digestAlgorithms, encapContentInfo } = data;
  return (
    data.version === 1 &&
    signer.version === 1 &&
    digestAlgorithms.length === 1 &&
    digestAlgorithms[0]?.algorithmId === signer.digestAlgorithm.algorithmId &&
    [...digestAlgorithms, signer.digestAlgorithm, signer.signatureAlgorithm].every(hasNoParameters) &&
    SIGNATURES.has(signer.signatureAlgorithm.algorithmId) &&
    encapContentInfo.eContentType === DATA &&
    encapContentInfo.eContent === undefined &&
    data.crls === undefined &&
    signer.unsignedAttrs === undefined
  );
}

/** Absent or NULL, which mean the same in these algorithms. */
function hasNoParameters({ algorithmParams }: { readonly algorithmParams?: { toBER(): ArrayBuffer } }): boolean {
  if (algorithmParams === undefined) return true;
  const der = Buffer.from(algorithmParams.toBER());
  return der.length === 0 || der.equals(Buffer.of(0x05, 0x00));
}

function isNamed(signer: SignerInfo, certificate: Certificate): boolean {
  const sid = signer.sid as IssuerAndSerialNumber;
  return (
    sid.serialNumber?.isEqual(certificate.serialNumber) === true &&
    Buffer.from(sid.issuer.toSchema().toBER(false)).equals(Buffer.from(certificate.issuer.toSchema().toBER(false)))
  );
}

function rewritten(data: SignedData): ArrayBuffer {
  return new ContentInfo({ contentType: SIGNED_DATA, content: data.toSchema(true) }).toSchema().toBER(false);
}

const derOf = (certificate: Certificate) => Buffer.from(certificate.toSchema(false).toBER(false));

const exactly = (bytes: Buffer) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
