import { createApp } from '../../platform/http/app.ts';
import { loadAssets } from '../../platform/http/assets.ts';
import type { WebRoutes } from '../../platform/http/env.ts';
import { listen } from '../../platform/http/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { ASSETS_FOLDER } from '../assets.ts';
import { galleryRoutes } from '../gallery.tsx';
import { statusPages } from '../status-pages.tsx';

export interface ServedGallery {
  readonly url: string;
  readonly app: WebRoutes;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** The real application with nothing but the gallery (and `extra` routes) in it, on a port of its own. */
export async function serveGallery(extra: (routes: WebRoutes) => void = () => undefined): Promise<ServedGallery> {
  const database = await testDatabase({ settings: { exampleMode: true } });
  const app = createApp(database.tools, {
    actorOf: async () => ({ kind: 'visitor' }),
    mount: (routes) => {
      routes.route('/', galleryRoutes());
      extra(routes);
    },
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${server.port}`,
    app,
    database,
    async close() {
      await server.close();
      await database.close();
    },
  };
}
