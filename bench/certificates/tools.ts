import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { folderStore } from '../../src/platform/files/folder-store.ts';
import { keysFrom } from '../../src/platform/keys.ts';
import { systemRandom } from '../../src/platform/random.ts';
import type { Settings } from '../../src/platform/settings.ts';
import type { Tools } from '../../src/platform/tools.ts';

/** What a worker process of the installation works with, over the benchmark's own server and folder. */
export function workerTools(appUrl: string, folder: string): { readonly tools: Tools; close(): Promise<void> } {
  const { db, close } = connect(appUrl, { max: 4, name: 'bench certificates', statementTimeout: 0 });
  const settings = { baseUrl: 'https://tuntas.example.go.id', dataFolder: folder, exampleMode: false, databaseUrl: appUrl };
  const tools: Tools = {
    db,
    clock: systemClock,
    random: systemRandom(systemClock),
    keys: keysFrom('a secret of the benchmark that is long enough'),
    files: folderStore(join(folder, 'files')),
    log: pino({ level: 'silent' }),
    settings: settings as Settings,
    post: async () => {},
  };
  return { tools, close };
}
