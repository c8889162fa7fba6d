import { z } from 'zod';
import type { Label } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Twin } from './sign-twin.ts';
import type { TwinKey } from './twin-keys.ts';

export const TWIN_REASONS = {
  'not-a-twin': {
    id: 'Teks ini bukan salinan digital bertanda tangan dari kami.',
    en: 'This text is not a signed digital copy of ours.',
  },
  'unknown-key': {
    id: 'Salinan digital ini ditandatangani dengan kunci yang tidak kami kenal.',
    en: 'This digital copy is signed with a key that we do not know.',
  },
  'distrusted-key': {
    id: 'Kunci salinan digital ini sudah dinyatakan tidak dapat dipercaya.',
    en: 'The key of this digital copy has been declared untrustworthy.',
  },
  altered: {
    id: 'Isi salinan digital ini berubah sesudah ditandatangani.',
    en: 'The content of this digital copy was changed after it was signed.',
  },
} as const satisfies Record<string, Label>;

export type TwinReason = keyof typeof TWIN_REASONS;

/** Characters; ours have about two thousand. */
const MOST = 200_000;

const credential = z.object({
  id: z.string(),
  type: z.tuple([z.literal('VerifiableCredential'), z.string()]),
  issuer: z.object({ id: z.string(), name: z.string() }),
  validFrom: z.string(),
  credentialSubject: z.record(z.string(), z.json()),
});

/** Verifies a twin against keys of ours. Takes any text and throws nothing; white space around and inside it does not matter. */
export async function verifyTwin(
  text: string,
  keys: readonly TwinKey[],
): Promise<Result<Twin & { readonly kid: string }, TwinReason>> {
  if (text.length > MOST) return refuse('not-a-twin');
  const jws = text.replaceAll(/\s+/g, '');
  const kid = kidOf(jws);
  if (kid === undefined) return refuse('not-a-twin');
  const key = keys.find(({ jwk }) => jwk.kid === kid);
  if (!key) return refuse('unknown-key');
  const parsed = credential.safeParse(await signedBy(jws, key));
  if (!parsed.success) return refuse('altered');
  if (key.isDistrusted) return refuse('distrusted-key');
  const { id, type, issuer, validFrom, credentialSubject } = parsed.data;
  return ok({ id, type: type[1], issuer, validFrom, subject: credentialSubject as Twin['subject'], kid });
}

function kidOf(jws: string): string | undefined {
  // Base64url leaves bits unused at the end of a part: only the one spelling that encoding gives is taken.
  const parts = jws.split('.');
  if (parts.length !== 3 || parts.some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) return undefined;
  try {
    const { alg, kid } = JSON.parse(Buffer.from(parts[0] as string, 'base64url').toString());
    return alg === 'EdDSA' && typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

async function signedBy(jws: string, { jwk }: TwinKey): Promise<unknown> {
  const { compactVerify } = await import('jose');
  try {
    const { payload } = await compactVerify(jws, jwk, { algorithms: ['EdDSA'] });
    return JSON.parse(Buffer.from(payload).toString());
  } catch {
    return undefined;
  }
}
