import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from '../../kernel/time.ts';
import type { Db } from '../database/database.ts';
import { folderStore } from '../files/folder-store.ts';
import { keysFrom } from '../keys.ts';
import { systemRandom } from '../random.ts';
import type { Settings } from '../settings.ts';
import type { Post, Tools } from '../tools.ts';

/** A Tuesday morning in Bali, of a week without holidays. */
export const TEST_NOW = '2026-03-17T10:00:00+08:00';

export interface TestTools extends Tools {
  /** Sets the clock; it stands still until set again. */
  setNow(at: string): void;
  /** Removes the folder of the file store. */
  dispose(): void;
}

/**
 * Tools for a test: a clock that stands still, real randomness, keys of a fixed secret, files in a temp folder, a silent log.
 * `post` keeps nothing unless a test passes the real one of the room `messages`.
 */
export function testTools(db: Db, given: { readonly post?: Post; readonly settings?: Partial<Settings> } = {}): TestTools {
  let now = Temporal.Instant.from(TEST_NOW);
  const dataFolder = mkdtempSync(join(tmpdir(), 'tuntas-files-'));
  const clock = { now: () => now };
  return {
    db,
    clock,
    random: systemRandom(clock),
    keys: keysFrom('a secret for tests that is long enough'),
    files: folderStore(join(dataFolder, 'files')),
    log: pino({ level: 'silent' }),
    settings: { ...testSettings(dataFolder), ...given.settings },
    post: given.post ?? (async () => {}),
    setNow(at) {
      now = Temporal.Instant.from(at);
    },
    dispose() {
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function testSettings(dataFolder: string): Settings {
  return {
    port: 0,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    exampleMode: true,
    dataFolder,
    databaseUrl: '',
    secureCookies: false,
    smtpUrl: null,
    mailFrom: 'tuntas@example.go.id',
    fileStoreUrl: null,
    clamdUrl: null,
    trustedProxies: 0,
    metricsToken: null,
    rateLimitFactor: 1,
    auditWitnesses: [],
  };
}
