import type { Json } from '../../audit/index.ts';
import { type KeyTools, signingKey } from '../keys/document-keys.ts';
import { newTwinKey } from './twin-keys.ts';

/**
 * What a document says, for machines. Its shape follows the W3C Verifiable Credentials data model 2.0; the signature is a plain JWS after
 * RFC 7515, as in "Securing Verifiable Credentials using JOSE". We claim no more: there is no DID, no status list and no schema registry,
 * and whether it still holds is answered by the page it names.
 */
export interface Twin {
  /** Address of the page that says whether it still holds. */
  readonly id: string;
  /** Kind of document: `ComplianceCertificate`. */
  readonly type: string;
  readonly issuer: { readonly id: string; readonly name: string };
  /** ISO 8601, the moment of issue. */
  readonly validFrom: string;
  readonly subject: { readonly [name: string]: Json };
}

/** Signs twins; take one for a batch, it holds the opened key. */
export interface TwinSigner {
  /** @returns JWS in compact serialisation, `EdDSA`, with `kid` */
  sign(twin: Twin): Promise<string>;
}

export const TWIN_TYPE = 'vc+jwt';

export async function twinSigner(tools: KeyTools): Promise<TwinSigner> {
  // Loaded where a twin is signed: most processes never do.
  const { CompactSign } = await import('jose');
  const { kid, privateKey } = await signingKey(tools, 'twin', newTwinKey);
  return {
    sign({ id, type, issuer, validFrom, subject }) {
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id,
        type: ['VerifiableCredential', type],
        issuer,
        validFrom,
        credentialSubject: subject,
      };
      return new CompactSign(Buffer.from(JSON.stringify(credential)))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: TWIN_TYPE, cty: 'vc' })
        .sign(privateKey);
    },
  };
}
