import { createHash, timingSafeEqual } from 'node:crypto';
import { queueGauges } from '../jobs/queue-gauges.ts';
import { registry } from '../metrics.ts';
import type { Settings } from '../settings.ts';
import { isLoopback, socketAddress } from './client-address.ts';
import type { WebContext, WebRoutes } from './env.ts';
import { checkReadiness, type Readiness } from './health.ts';

/** Anything with the counts of a `pg` pool. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const READINESS_MILLISECONDS = 1000;

/** The three addresses for those who run an installation: `/health`, `/ready`, `/metrics`. */
export function mountOperations(app: WebRoutes, pool: PoolCounts | undefined): void {
  app.get('/health', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));

  // Everyone may ask, so the asking must cost next to nothing.
  let known: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  app.get('/ready', async (c) => {
    if (known === undefined || performance.now() - known.at > READINESS_MILLISECONDS) {
      known = { at: performance.now(), readiness: checkReadiness(c.get('tools')) };
    }
    const { ready, parts } = await known.readiness;
    return c.json({ status: ready ? 'ready' : 'not ready', parts }, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  app.get('/metrics', async (c, next) => {
    const tools = c.get('tools');
    if (!mayReadMetrics(c, tools.settings)) return next();
    const own = await registry.metrics();
    const body = `${own}\n${await queueGauges(tools.db)}${pool === undefined ? '' : poolGauges(pool)}`;
    return c.body(body, 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  });
}

/** Whoever brings the token; without a token set, only programs on the same machine that no proxy speaks for. */
function mayReadMetrics(c: WebContext, settings: Pick<Settings, 'metricsToken'>): boolean {
  if (settings.metricsToken === null) return isLoopback(socketAddress(c)) && c.req.header('X-Forwarded-For') === undefined;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.header('Authorization') ?? ''), digest(`Bearer ${settings.metricsToken}`));
}

function poolGauges(pool: PoolCounts): string {
  return [
    '# HELP tuntas_database_connections Connections of the pool by what they do.',
    '# TYPE tuntas_database_connections gauge',
    `tuntas_database_connections{state="busy"} ${pool.totalCount - pool.idleCount}`,
    `tuntas_database_connections{state="idle"} ${pool.idleCount}`,
    '# HELP tuntas_database_waiting Requests waiting for a connection.',
    '# TYPE tuntas_database_waiting gauge',
    `tuntas_database_waiting ${pool.waitingCount}`,
    '',
  ].join('\n');
}
