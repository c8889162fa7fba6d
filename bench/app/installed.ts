import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadReference } from '../../src/cli/reference.ts';
import { ASSETS_FOLDER } from '../../src/design/assets.ts';
import { page, statusPages } from '../../src/design/index.ts';
import { actorFor, loadExamplePeople } from '../../src/directory/index.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { dayOf } from '../../src/kernel/time.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { createApp } from '../../src/platform/http/app.ts';
import { loadAssets } from '../../src/platform/http/assets.ts';
import type { WebRoutes } from '../../src/platform/http/env.ts';
import { prepareDatabase, startPostgres } from '../../src/platform/postgres/index.ts';
import { readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import type { Tools } from '../../src/platform/tools.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { assembleInProcess } from './in-process.ts';

/** An installation of its own in this process: migrated, with reference data and the example people, over a durable server. */
export interface Installed {
  readonly tools: Tools;
  /** The superuser in the app's database, for writing what no action would write in time. */
  readonly client: Client;
  readonly databasePid: number;
  /** What another process needs to serve the same installation. */
  readonly env: Readonly<Record<string, string>>;
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly folder: string;
}

/** Removes everything again, whatever the work does. @param name of the bench */
export async function withInstalled(name: string, work: (installed: Installed) => Promise<void>): Promise<void> {
  const folder = makeFolder(name);
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    await loadReference(owner.db).finally(() => owner.close());
    const env = {
      TUNTAS_DATA: join(folder, 'data'),
      TUNTAS_SECRET: randomBytes(48).toString('base64url'),
      RATE_LIMIT_FACTOR: '1000000',
    };
    const { tools, close } = await assembleInProcess(env, appUrl);
    const url = new URL(server.superuserUrl);
    url.pathname = '/tuntas';
    const client = new Client({ connectionString: url.href });
    try {
      // Example people exist in example mode only; nothing of it is served here.
      await loadExamplePeople({ ...tools, settings: { ...tools.settings, exampleMode: true } });
      await client.connect();
      const databasePid = readPostmaster(join(postgres, 'data'))?.pid ?? 0;
      await work({ tools, client, databasePid, env, appUrl, superuserUrl: server.superuserUrl, folder });
    } finally {
      await client.end();
      await close();
    }
  } finally {
    await server.stop();
    removeFolder(folder, postgres);
  }
}

/** The real application with the pages of a room; who asks comes with the header X-Bench-Person, since signing in is not what is measured. */
export async function appOf(tools: Tools, mount: (app: WebRoutes) => void): Promise<WebRoutes> {
  return createApp(tools, {
    pages: statusPages,
    frame: page,
    assets: await loadAssets(ASSETS_FOLDER),
    mount,
    async actorOf(c): Promise<Actor> {
      const id = c.req.header('X-Bench-Person') ?? '';
      return (id && (await actorFor(tools.db, id, dayOf(tools.clock.now(), 'Asia/Jakarta')))) || { kind: 'visitor' };
    },
  });
}
