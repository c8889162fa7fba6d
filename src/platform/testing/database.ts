import type { Pool } from 'pg';
import { connect } from '../database/connect.ts';
import type { Db } from '../database/database.ts';
import type { Settings } from '../settings.ts';
import type { Post } from '../tools.ts';
import { freshDatabase } from './fresh-database.ts';
import { type TestTools, testTools } from './tools.ts';

export interface TestDatabase {
  /** As the app sees it: the lesser role, real grants. */
  readonly db: Db;
  readonly pool: Pool;
  /** As its owner sees it. */
  readonly ownerDb: Db;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** The superuser, in this database. */
  readonly superuserUrl: string;
  readonly tools: TestTools;
  /** `t.setNow('2026-03-17T10:00:00+08:00')` */
  setNow(at: string): void;
  close(): Promise<void>;
}

/**
 * An own database for one test file (or one test), migrated and with the reference data, on the real server that
 * `vitest.config.ts` brought up. Call `close()` at the end, for example in `afterAll`.
 */
export async function testDatabase(
  options: { readonly post?: Post; readonly settings?: Partial<Settings> } = {},
): Promise<TestDatabase> {
  const serverUrl = process.env.TUNTAS_TEST_POSTGRES;
  if (!serverUrl) throw new Error('No test server: run through vitest, or set TUNTAS_TEST_POSTGRES to a superuser URL.');
  const fresh = await freshDatabase(serverUrl);
  const app = connect(fresh.appUrl, { max: 8, name: 'tuntas test' });
  const owner = connect(fresh.ownerUrl, { max: 2, name: 'tuntas test' });
  const tools = testTools(app.db, { ...options, settings: { databaseUrl: fresh.appUrl, ...options.settings } });
  const superuser = new URL(serverUrl);
  superuser.pathname = `/${fresh.database}`;
  return {
    db: app.db,
    pool: app.pool,
    ownerDb: owner.db,
    appUrl: fresh.appUrl,
    ownerUrl: fresh.ownerUrl,
    superuserUrl: superuser.href,
    tools,
    setNow: tools.setNow,
    async close() {
      await Promise.all([app.close(), owner.close()]);
      tools.dispose();
      await fresh.drop();
    },
  };
}
