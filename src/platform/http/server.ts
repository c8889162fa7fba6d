import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { WebRoutes } from './env.ts';

export interface RunningServer {
  readonly port: number;
  /** Takes no more connections, waits for open requests (10 s at most), then closes. */
  close(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Serves an application over HTTP. A sender must deliver its headers within 20 s and its body within ten minutes (a full upload over a
 * slow village line), so that no idle connection is held for ever.
 *
 * @throws when the address cannot be listened on, for example because the port is taken
 */
export async function listen(app: WebRoutes, at: { readonly host: string; readonly port: number }): Promise<RunningServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve(
      {
        fetch: app.fetch,
        hostname: at.host,
        port: at.port,
        serverOptions: { headersTimeout: 20_000, requestTimeout: 600_000, keepAliveTimeout: 20_000, maxHeaderSize: 32 * 1024 },
      },
      () => resolve(starting),
    ) as Server;
    starting.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const giveUp = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS);
        server.close(() => {
          clearTimeout(giveUp);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
