import type { Pool } from 'pg';
import { assembleTools } from '../main.ts';
import type { LogLevel } from '../platform/configuration/lines.ts';
import type { Configuration } from '../platform/configuration/read.ts';
import { connect } from '../platform/database/connect.ts';
import { describeFault } from '../platform/faults.ts';
import { keysFrom, masterSecretIn } from '../platform/keys.ts';
import { createLog } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import type { Tools } from '../platform/tools.ts';
import type { OpenDatabase } from './open-database.ts';

export interface OpenTools {
  readonly tools: Tools;
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * All that a process needs over an open database, as the app's lesser role. Whoever opened the database closes it after this.
 *
 * @param server whether this process serves: then standard output is the log's, else the command's answer stands there
 */
export function openTools(configuration: Configuration, database: OpenDatabase, server = false): OpenTools {
  const settings: Settings = { ...configuration.settings, databaseUrl: database.appUrl };
  const stream = server ? process.stdout : process.stderr;
  // At a terminal the log only speaks up when something is wrong.
  const level: LogLevel = configuration.logLevel ?? (server && !stream.isTTY ? 'info' : 'warn');
  const log = createLog({ level, readable: stream.isTTY === true, write: (line) => stream.write(line) });
  const { db, pool, close } = connect(database.appUrl, {
    max: configuration.databaseConnections,
    onError: (error) => log.warn({ fault: describeFault(error) }, 'database connection lost'),
  });
  const keys = keysFrom(configuration.secret ?? masterSecretIn(settings.dataFolder));
  return {
    tools: assembleTools(settings, { db, pool, keys, log }),
    pool,
    close,
  };
}
