import { sign, X509Certificate } from 'node:crypto';
import { documentKeys, type KeyTools, type NewKey, replaceKey, signingKey } from '../keys/document-keys.ts';
import type { KnownCertificate } from '../verify/verify-seal.ts';
import type { Signer } from './signer.ts';

/** A certificate that ends sooner than this is followed by a new one: about a month, in milliseconds. */
const NEAR_END = 30 * 24 * 3_600_000;

/**
 * The installation's own signer, for trial: its key is made at first use, kept sealed in the database, and vouched for by nobody else. Take
 * it once for a batch: it holds the opened key.
 */
export async function trialSigner(tools: KeyTools): Promise<Signer> {
  const now = tools.clock.now();
  const { privateKey, certificate } = await signingKey(
    tools,
    'seal',
    () => newKey(tools),
    (key) => key.certificate !== null && endOf(key.certificate) - now.epochMilliseconds > NEAR_END,
  );
  return {
    certificate: certificate as Buffer,
    chain: [],
    keyType: 'RSA',
    space: 4096,
    async sign(bytes) {
      return sign('sha256', bytes, privateKey);
    },
  };
}

/** A new key signs from now on; what older ones signed stays good. */
export async function renewSealKey(tools: KeyTools): Promise<void> {
  const [current] = (await documentKeys(tools.db, 'seal')).filter((key) => key.retiredAt === null);
  const made = await newKey(tools);
  await replaceKey(tools, 'seal', made, current?.kid);
}

/** Loads the maker of certificates only where one is made: once in years. */
async function newKey(tools: KeyTools): Promise<NewKey> {
  const { newSealKey } = await import('./certificate.ts');
  return newSealKey(tools.settings.baseUrl, tools.random.bytes(16), tools.clock.now());
}

/** Certificates this installation ever sealed with, for `verifySeal`. */
export async function knownCertificates(tools: Pick<KeyTools, 'db'>): Promise<readonly KnownCertificate[]> {
  const keys = await documentKeys(tools.db, 'seal');
  return keys.map(({ certificate, distrustedAt }) => ({
    certificate: certificate as Buffer,
    isDistrusted: distrustedAt !== null,
  }));
}

function endOf(certificate: Uint8Array): number {
  return new X509Certificate(certificate).validToDate.getTime();
}
