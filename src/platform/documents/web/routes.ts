import type { WebRoutes } from '../../http/env.ts';
import { documentKeys } from '../keys/document-keys.ts';
import { twinKeys } from '../twin/twin-keys.ts';

/**
 * What others need to verify our documents without us: `/.well-known/jwks.json` (keys of twins) and `/.well-known/tuntas-seals.pem`
 * (certificates of seals). Keys that count no more are in neither.
 */
export function mountDocuments(app: WebRoutes): void {
  app.get('/.well-known/jwks.json', async (c) => {
    const keys = (await twinKeys(c.get('tools').db)).filter((key) => !key.isDistrusted).map(({ jwk }) => jwk);
    return c.body(JSON.stringify({ keys }), 200, { ...OPEN, 'Content-Type': 'application/jwk-set+json' });
  });

  app.get('/.well-known/tuntas-seals.pem', async (c) => {
    const keys = (await documentKeys(c.get('tools').db, 'seal')).filter((key) => key.distrustedAt === null);
    const text = keys.map(({ certificate }) => pem(certificate as Buffer)).join('');
    return c.body(text, 200, { ...OPEN, 'Content-Type': 'application/x-pem-file' });
  });
}

/** For everyone, also for scripts of other sites. Short, so that a distrusted key is gone soon. */
const OPEN = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' };

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
