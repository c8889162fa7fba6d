import type { Child } from 'hono/jsx';
import { Temporal } from '../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../http/env.ts';
import { consistencyBetween } from '../consistency.ts';
import { lastRoot, rootOfDay, rootsNewestFirst } from '../log/root-store.ts';
import { witnessesOf } from '../witnesses/ledger.ts';
import { AuditPage } from './audit-page.tsx';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

const PAGE_SIZE = 400;
const ROOTS_SHOWN = 14;

/** How a page of the product is framed; `page` of design/, filled in where everything meets, because the platform knows no design. */
export type PageFrame = (
  c: WebContext,
  options: { readonly title: string; readonly description: string; readonly robots: 'index' },
  body: Child,
) => Promise<Response>;

/** `/audit` in plain words, and the roots for machines: `/audit/roots.json`, `/audit/roots/{day}.json`, `/audit/consistency/{a}/{b}.json`. */
export function mountAudit(app: WebRoutes, frame: PageFrame): void {
  app.get('/audit', async (c) => {
    const { db } = c.get('tools');
    const words = c.get('language') === 'en' ? en : id;
    const roots = await rootsNewestFirst(db, ROOTS_SHOWN);
    const witnesses = roots[0] ? await witnessesOf(db, roots[0].number) : [];
    const body = <AuditPage words={words} language={c.get('language')} roots={roots} witnesses={witnesses} />;
    return frame(c, { title: words.title, description: words.description, robots: 'index' }, body);
  });

  app.get('/audit/roots.json', async (c) => {
    const { db } = c.get('tools');
    const before = wholeNumber(c.req.query('before') ?? '');
    const roots = await rootsNewestFirst(db, PAGE_SIZE, before);
    const last = roots.at(-1);
    const next = roots.length === PAGE_SIZE && last ? `/audit/roots.json?before=${last.number}` : null;
    return open(c, { publicKey: (await lastRoot(db))?.publicKey ?? null, roots, next });
  });

  app.get('/audit/roots/:file{[0-9]{4}-[0-9]{2}-[0-9]{2}\\.json}', async (c) => {
    const day = dayOrNone(c.req.param('file').slice(0, -'.json'.length));
    return open(c, day && (await rootOfDay(c.get('tools').db, day)));
  });

  app.get('/audit/consistency/:earlier{[0-9]+}/:file{[0-9]+\\.json}', async (c) => {
    const earlier = wholeNumber(c.req.param('earlier'));
    const later = wholeNumber(c.req.param('file').slice(0, -'.json'.length));
    const proof = earlier && later ? await consistencyBetween(c.get('tools').db, earlier, later) : undefined;
    return open(c, proof);
  });
}

/** For everyone, also for scripts of other sites: whoever wants to be a witness may fetch it. */
function open(c: WebContext, body: object | undefined): Response | Promise<Response> {
  if (!body) return c.notFound();
  return c.json(body, 200, { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' });
}

/** Numbers of roots fit PostgreSQL's integer. */
function wholeNumber(text: string): number | undefined {
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
}

function dayOrNone(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
