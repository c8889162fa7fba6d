import type { Context, MiddlewareHandler } from 'hono';
import { acceptsFiles } from './accept-files.ts';
import { comesFromElsewhere, isCsrfToken } from './csrf.ts';
import type { WebEnv } from './env.ts';
import type { Form } from './form.ts';
import { answerOnce } from './once.ts';
import { receiveForm } from './read-form.ts';
import { RefusedRequest } from './refused-request.ts';
import { Spool } from './spool.ts';
import { visitOf } from './visit.ts';

/**
 * Stands before every route that changes something (everything but GET and HEAD, outside /api): reads the form, makes sure it was
 * sent from a page of ours, and lets a repeated submission act once. A route cannot forget any of it.
 */
export const guardForms: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const { settings } = c.get('tools');
  const elsewhere = comesFromElsewhere({
    secFetchSite: c.req.header('Sec-Fetch-Site'),
    origin: c.req.header('Origin'),
    host: c.req.header('Host'),
    baseUrl: settings.baseUrl,
  });
  const visit = visitOf(c);
  if (elsewhere || visit === undefined) throw new RefusedRequest('forged');

  const spool = new Spool(settings.dataFolder, c.get('requestId'));
  try {
    const form = await receiveForm(c, spool, (fields) => {
      mustHaveToken(c, visit, fields.get('_csrf')?.[0] ?? '');
      if (!acceptsFiles(c)) throw new RefusedRequest('malformed');
    });
    mustHaveToken(c, visit, form.text('_csrf'));
    await runOnce(c, visit, form, next);
  } finally {
    await spool.clear();
  }
  return;
};

function mustHaveToken(c: Context<WebEnv>, visit: string, token: string): void {
  if (!isCsrfToken(c.get('tools').keys, visit, token)) throw new RefusedRequest('forged');
}

async function runOnce(c: Context<WebEnv>, visit: string, form: Form, next: () => Promise<void>): Promise<void> {
  const token = form.text('_once');
  if (token === '') return next();
  if (token.length > 100) throw new RefusedRequest('malformed');
  await answerOnce(c, { visit, token, form }, next);
}
