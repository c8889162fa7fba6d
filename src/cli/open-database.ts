import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from '../kernel/language.ts';
import type { Configuration } from '../platform/configuration/read.ts';
import { prepareDatabase, startPostgres } from '../platform/postgres/index.ts';

export interface OpenDatabase {
  readonly appUrl: string;
  /** `null` when only the app's role is known here: then somebody else migrates. */
  readonly ownerUrl: string | null;
  /** Leaves the embedded server; the last process to leave turns it off. */
  stop(): Promise<void>;
}

/** The database of the settings: the one named there, or the embedded one, started or joined. */
export async function openDatabase(configuration: Configuration, tell: (step: Label) => void): Promise<OpenDatabase> {
  const { settings, embedded, ownerUrl } = configuration;
  // Open to walk through: run by root, the embedded server is another user. Each thing inside has its own lock.
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o755 });
  if (!embedded) return { appUrl: settings.databaseUrl, ownerUrl, stop: async () => {} };
  const server = await startPostgres({
    folder: join(settings.dataFolder, 'postgres'),
    progress: (text) => tell({ id: `PostgreSQL: ${text}`, en: `PostgreSQL: ${text}` }),
  });
  try {
    const urls = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    return { ...urls, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs a command's work on the database and leaves it in order, also when Ctrl-C comes in the middle. */
export async function onDatabase<T>(
  configuration: Configuration,
  tell: (step: Label) => void,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(configuration, tell);
  const end = () => void database.stop().finally(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(database);
  } finally {
    process.removeListener('SIGINT', end).removeListener('SIGTERM', end);
    await database.stop();
  }
}
