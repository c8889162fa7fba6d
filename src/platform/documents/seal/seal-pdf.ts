import type { Moment } from '../../../kernel/time.ts';
import type { Signer } from './signer.ts';

export interface SealDetails {
  /** Why it is sealed, shown by readers of PDF. */
  readonly reason: string;
  readonly location?: string;
  /** When, as the sealing side claims; nobody else vouches for it. */
  readonly at: Moment;
  /** Name of the field in the file, one for each seal: "Segel 1". Left out, a free one is taken. */
  readonly field?: string;
}

/**
 * Puts a seal over a whole PDF: a detached CMS signature after PAdES baseline B-B (`ETSI.CAdES.detached`), appended to the file, so that
 * earlier seals stay what they were. The PDF must be one of ours; a stranger's is not for sealing.
 *
 * @throws when the file is no PDF that can be appended to, or the signer fails
 */
export async function sealPdf(pdf: Uint8Array, signer: Signer, details: SealDetails): Promise<Uint8Array> {
  // A large library: loaded when the first document is sealed, not at every start.
  const { PDF } = await import('@libpdf/core');
  const file = await PDF.load(pdf);
  const { bytes, warnings } = await file.sign({
    signer: {
      certificate: signer.certificate,
      certificateChain: [...signer.chain],
      keyType: signer.keyType,
      signatureAlgorithm: signer.keyType === 'RSA' ? 'RSASSA-PKCS1-v1_5' : 'ECDSA',
      sign: (data) => signer.sign(data),
    },
    subFilter: 'ETSI.CAdES.detached',
    digestAlgorithm: 'SHA-256',
    estimatedSize: signer.space,
    signingTime: new Date(details.at.epochMilliseconds),
    reason: details.reason,
    ...(details.location === undefined ? {} : { location: details.location }),
    ...(details.field === undefined ? {} : { fieldName: details.field }),
  });
  if (warnings.length > 0)
    throw new Error(`The document was sealed with warnings: ${warnings.map(({ code }) => code).join(', ')}`);
  return bytes;
}
