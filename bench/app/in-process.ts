import type { Pool } from 'pg';
import { pino } from 'pino';
import { assembleTools, assembleWeb } from '../../src/main.ts';
import { readConfiguration } from '../../src/platform/configuration/read.ts';
import { connect } from '../../src/platform/database/connect.ts';
import type { WebRoutes } from '../../src/platform/http/env.ts';
import { keysFrom } from '../../src/platform/keys.ts';
import type { Tools } from '../../src/platform/tools.ts';
import type { Caller } from '../load/client.ts';

export interface AppInProcess {
  readonly call: Caller;
  readonly tools: Tools;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** The whole app in this process over a database of its own, to look over its shoulder. It listens nowhere. */
export async function assembleInProcess(env: Readonly<Record<string, string>>, databaseUrl: string): Promise<AppInProcess> {
  const { settings, secret } = readConfiguration({ ...env, DATABASE_URL: databaseUrl });
  const { db, pool, close } = connect(databaseUrl, { max: 4, name: 'bench recording' });
  const tools = assembleTools(
    { ...settings, databaseUrl },
    { db, pool, keys: keysFrom(secret ?? ''), log: pino({ level: 'silent' }) },
  );
  return { call: callerOf(await assembleWeb(tools, { pool })), tools, pool, close };
}

function callerOf(app: WebRoutes): Caller {
  return async ({ method, path, headers = {}, body }) => {
    const answer = await app.request(path, { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) });
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'set-cookie': answer.headers.getSetCookie() },
      body: await answer.text(),
    };
  };
}
