import { Hono } from 'hono';
import type { Pool } from 'pg';
import { systemClock } from './platform/clock.ts';
import type { Db } from './platform/database/database.ts';
import { platformErrands, platformRecurring } from './platform/errands.ts';
import { openFileStore } from './platform/files/open-store.ts';
import type { WebEnv, WebRoutes } from './platform/http/env.ts';
import type { ErrandList, Recurring } from './platform/jobs/errands.ts';
import type { Keys } from './platform/keys.ts';
import type { Log } from './platform/log.ts';
import { systemRandom } from './platform/random.ts';
import type { Settings } from './platform/settings.ts';
import type { Tools } from './platform/tools.ts';

/** What the start-up has opened. */
export interface Opened {
  readonly db: Db;
  readonly pool: Pool;
  readonly keys: Keys;
  readonly log: Log;
}

export function assembleTools(settings: Settings, { db, keys, log }: Opened): Tools {
  return {
    db,
    clock: systemClock,
    random: systemRandom(systemClock),
    keys,
    files: openFileStore(settings),
    log,
    settings,
    post: async () => {},
  };
}

export async function assembleWeb(_tools: Tools, _opened: Pick<Opened, 'pool'>): Promise<WebRoutes> {
  return new Hono<WebEnv>().get('/health', (c) => c.json({ status: 'ok' }));
}

export function assembleErrands(): { errands: ErrandList; recurring: Recurring } {
  return { errands: platformErrands, recurring: platformRecurring };
}
