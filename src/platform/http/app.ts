import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Actor } from '../../kernel/actor.ts';
import type { RefusalKind } from '../../kernel/result.ts';
import { describeFault } from '../faults.ts';
import { mountOutbox, type OutboxFrame } from '../mail/outbox.tsx';
import { faults, refusedRequests } from '../metrics.ts';
import type { Tools } from '../tools.ts';
import { arrival } from './arrival.ts';
import { type Assets, serveAssets } from './assets.ts';
import { compress } from './compression.ts';
import type { WebContext, WebEnv, WebRoutes } from './env.ts';
import { guardApi } from './guard-api.ts';
import { guardForms } from './guard-forms.ts';
import { chooseLanguage, switchLanguage } from './language.ts';
import { mountOperations, type PoolCounts } from './operations.ts';
import { problem } from './problem.ts';
import { REQUEST_REFUSALS, RefusedRequest } from './refused-request.ts';
import { securityHeaders } from './security-headers.ts';
import { openVisit } from './visit.ts';
import { words } from './words.ts';

type Answer = Response | Promise<Response>;

export interface AppParts {
  /** Who is asking; called once for each request that is not below /api or /assets. */
  actorOf(c: WebContext): Promise<Actor>;
  /** Adds the rooms' routes. */
  mount(app: WebRoutes): void;
  readonly pages: {
    /** The apology for a fault, with its reference number. */
    fault(c: WebContext, requestId: string): Answer;
    notFound(c: WebContext): Answer;
    /** A refusal of the transport (malformed, too large, forged, too often), already in the reader's language. */
    refused(c: WebContext, kind: RefusalKind, text: string): Answer;
  };
  /** Around the platform's own page of example mails. */
  readonly frame?: OutboxFrame;
  readonly assets?: Assets;
  readonly pool?: PoolCounts;
}

/**
 * The web application: everything a request passes before it reaches a room, in one order for all. Rooms cannot leave any of it out.
 */
export function createApp(tools: Tools, parts: AppParts): WebRoutes {
  const app = new Hono<WebEnv>();
  app.onError((error, c) => answerError(error, c, parts));
  app.notFound(async (c) =>
    wantsProblem(c) ? problem(c, { status: 404, title: 'Not found' }) : withStatus(await parts.pages.notFound(c), 404),
  );

  app.use(arrival(tools), securityHeaders(tools.settings), compress);
  mountOperations(app, parts.pool);
  if (parts.assets !== undefined) app.get('/assets/*', serveAssets(parts.assets));
  app.use(refuseBrokenAddresses, chooseLanguage);
  app.use('/api/*', guardApi);
  app.use(async (c, next) => {
    if (isApi(c)) return next();
    return openVisit(c, async () => {
      c.set('actor', await parts.actorOf(c));
      await guardForms(c, next);
    });
  });
  app.get('/language', switchLanguage);
  if (tools.settings.exampleMode) mountOutbox(app, parts.frame);
  parts.mount(app);
  return app;
}

/** A NUL character in an address ends in the database as an error; nobody types one. */
const refuseBrokenAddresses: (c: WebContext, next: () => Promise<void>) => Promise<void> = async (c, next) => {
  if (c.req.url.includes('%00')) throw new RefusedRequest('malformed');
  await next();
};

function isApi(c: WebContext): boolean {
  return c.req.path === '/api' || c.req.path.startsWith('/api/');
}

/** Programs get problem documents: callers of the API, and scripts of our pages that ask for JSON. */
function wantsProblem(c: WebContext): boolean {
  const accept = c.req.header('Accept') ?? '';
  return isApi(c) || (/application\/(problem\+)?json/.test(accept) && !accept.includes('text/html'));
}

async function answerError(error: unknown, c: WebContext, parts: AppParts): Promise<Response> {
  const refused = asRefusedRequest(error);
  if (refused !== undefined) return answerRefused(refused, c, parts);
  if (error instanceof HTTPException && error.status < 500) {
    if (wantsProblem(c)) return problem(c, { status: error.status, title: error.message === '' ? 'Refused' : error.message });
    if (error.status === 404) return withStatus(await parts.pages.notFound(c), 404);
    return withStatus(await parts.pages.refused(c, 'invalid', words(c.get('language')).malformed), error.status);
  }

  const requestId = c.get('requestId');
  faults.inc();
  c.get('tools').log.error({ requestId, method: c.req.method, fault: describeFault(error) }, 'fault');
  if (wantsProblem(c)) return problem(c, { status: 500, title: 'Something went wrong on our side' });
  try {
    return withStatus(await parts.pages.fault(c, requestId), 500);
  } catch {
    // The page that apologises is broken itself.
    return c.text(`Terjadi kesalahan pada sistem kami. / Something went wrong on our side.\n${requestId}\n`, 500);
  }
}

async function answerRefused(error: RefusedRequest, c: WebContext, parts: AppParts): Promise<Response> {
  const { status, kind, word } = REQUEST_REFUSALS[error.refusal];
  const text = words(c.get('language'))[word];
  refusedRequests.inc({ refusal: error.refusal });
  const answer = wantsProblem(c)
    ? problem(c, { status, title: text })
    : withStatus(await parts.pages.refused(c, kind, text), status);
  if (error.retryAfterSeconds !== undefined) answer.headers.set('Retry-After', String(error.retryAfterSeconds));
  return answer;
}

/**
 * The refusal an error stands for, if it is one. Text that PostgreSQL cannot keep (22021: NUL or broken UTF-8; 22P05: the same within JSON)
 * is the sender's mistake wherever it slipped through.
 */
function asRefusedRequest(error: unknown): RefusedRequest | undefined {
  if (error instanceof RefusedRequest) return error;
  const code = (error as { code?: unknown } | undefined)?.code;
  return code === '22021' || code === '22P05' ? new RefusedRequest('malformed') : undefined;
}

function withStatus(answer: Response, status: number): Response {
  return answer.status === status ? answer : new Response(answer.body, { status, headers: answer.headers });
}
