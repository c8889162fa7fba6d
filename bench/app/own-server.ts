import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { prepareDatabase, startPostgres } from '../../src/platform/postgres/index.ts';
import { readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { runCommand } from './app-process.ts';

/** An installation as in production: a durable server of its own with two like databases, one for the app, one for the bare loop. */
export interface OwnServer {
  readonly folder: string;
  /** The environment of `tuntas` over the app's database. */
  readonly env: Readonly<Record<string, string>>;
  readonly appUrl: string;
  readonly bareUrl: string;
  /** Durability as the server itself reports it. */
  readonly durable: Readonly<Record<string, string>>;
  readonly postmasterPid: number;
  remove(): Promise<void>;
}

export async function makeOwnServer(): Promise<OwnServer> {
  const folder = makeFolder('intake');
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  const remove = async () => {
    await server.stop();
    removeFolder(folder, postgres);
  };
  try {
    const main = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    const data = join(folder, 'data');
    mkdirSync(data);
    const env = {
      TUNTAS_DATA: data,
      TUNTAS_SECRET: randomBytes(48).toString('base64url'),
      DATABASE_URL: main.appUrl,
      // Every filing comes from an address of its own, told by a proxy, as in production.
      TRUSTED_PROXIES: '1',
      RATE_LIMIT_FACTOR: '1000000',
    };
    const migrated = await runCommand(['migrate'], { ...env, DATABASE_OWNER_URL: main.ownerUrl });
    if (migrated.code !== 0) throw new Error(`tuntas migrate failed:\n${migrated.said}`);
    const durable = await copyDatabase(server.superuserUrl);
    const bare = await prepareDatabase(server.superuserUrl, 'bare', server.access);
    const postmasterPid = readPostmaster(join(postgres, 'data'))?.pid ?? 0;
    return { folder, env, appUrl: main.appUrl, bareUrl: bare.appUrl, durable, postmasterPid, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

async function copyDatabase(superuserUrl: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('create database bare template tuntas');
    const { rows } = await client.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any ($1) order by name',
      [DURABILITY],
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  } finally {
    await client.end();
  }
}
