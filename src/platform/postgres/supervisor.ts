import { existsSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Access, freePort, readAccess, superuserUrl, writeAccess } from './access.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { type Home, settleHome } from './home.ts';
import { launch, PortTaken, StillEnding, shutDown } from './launch.ts';
import { forgetPostmaster, isAlive, isServerOf, readPostmaster } from './postmaster.ts';
import { serverUser } from './unprivileged.ts';

export interface PostgresServer {
  /** Of the database `postgres`; the password is random and lies in the data folder. */
  readonly superuserUrl: string;
  readonly access: Access;
  /** Leaves the server; the last Tuntas process to leave turns it off. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The cluster lives here, in `data/`, with the server's log beside it. Made when it is not there. */
  readonly folder: string;
  /** Without durability, for tests. */
  readonly fast?: boolean;
  /** Is told what takes long, and what happened to the server while Tuntas ran. */
  readonly progress?: (text: string) => void;
}

const PRESENCE = 'tuntas presence';

/**
 * Brings up the server of a folder, or attaches to the one that is already there, and keeps it up until `stop()`.
 *
 * Every process holds one idle connection, its *presence*: when it breaks, the server has died and is started again on the
 * same port, so that pools find it again by themselves; and whoever stops sees in it whether others still need the server.
 */
export async function startPostgres({ folder, fast = false, progress = () => {} }: PostgresOptions): Promise<PostgresServer> {
  const home = settleHome(folder, findBinaries(), serverUser(folder));
  if (!existsSync(home.dataFolder)) progress('making the database');
  await ensureCluster(home);
  let stopping = false;
  let presence: Client | undefined;
  let reviving: Promise<void> | undefined;

  const bringUp = async () => {
    const client = await attachOrLaunch(home, fast, progress);
    presence = client;
    client.once('end', () => {
      if (stopping || presence !== client) return;
      progress('the database server has gone; starting it again');
      reviving = revive();
    });
  };
  const revive = async () => {
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 10_000)) {
      try {
        await bringUp();
        progress('the database server is back');
        return;
      } catch (error) {
        progress(`the database server does not start: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(pause);
      }
    }
  };

  await bringUp();
  const access = readAccess(home.dataFolder);
  return {
    access,
    superuserUrl: superuserUrl(access),
    async stop() {
      if (stopping) return;
      stopping = true;
      await reviving;
      const alone = presence ? await isAlone(presence) : true;
      await presence?.end().catch(() => {});
      if (alone) await shutDown(home);
    },
  };
}

/** @returns an open connection to a server that is certainly the one of this folder */
async function attachOrLaunch(home: Home, fast: boolean, progress: (text: string) => void): Promise<Client> {
  const began = Date.now();
  for (;;) {
    const running = readPostmaster(home.dataFolder);
    if (running && isAlive(running.pid)) {
      const ours = isServerOf(running.pid, home.dataFolder);
      if (ours === false) {
        forgetPostmaster(home.dataFolder);
        continue;
      }
      const client = await connectTo(home, running.port);
      if (client === 'another') {
        forgetPostmaster(home.dataFolder);
        continue;
      }
      if (client) return client;
      if (Date.now() - began > (ours ? 120_000 : 15_000)) {
        if (ours) throw new Error(`A database server (process ${running.pid}) runs in ${home.dataFolder} but does not answer.`);
        forgetPostmaster(home.dataFolder);
      }
      await sleep(100);
      continue;
    }
    try {
      await launch(home, readAccess(home.dataFolder).port, fast, progress);
    } catch (error) {
      if (error instanceof PortTaken) {
        writeAccess(home.dataFolder, { ...readAccess(home.dataFolder), port: await freePort() }, home.user);
      } else if (!(error instanceof StillEnding) || Date.now() - began > 30_000) {
        throw error;
      } else {
        await sleep(200);
      }
    }
  }
}

/** `undefined` while the server starts, stops or does not listen yet; `another` when it serves another folder. */
async function connectTo(home: Home, port: number): Promise<Client | 'another' | undefined> {
  const access = readAccess(home.dataFolder);
  const client = new Client({
    connectionString: superuserUrl({ ...access, port }),
    application_name: PRESENCE,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // 'end' follows and is acted upon
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    // A copied folder has the same passwords, and the copied pid file points at the original's server.
    const served = rows[0]?.data_directory ?? '';
    if (!existsSync(served) || realpathSync(served) === home.dataFolder) {
      if (access.port !== port) writeAccess(home.dataFolder, { ...access, port }, home.user);
      return client;
    }
    await client.end();
    return 'another';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '28P01') {
      throw new Error(`The password in ${home.dataFolder}/tuntas.json does not open the database of that folder.`, {
        cause: error,
      });
    }
  }
  await client.end().catch(() => {});
  return undefined;
}

async function isAlone(presence: Client): Promise<boolean> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [PRESENCE],
    );
    return rows[0]?.others === 0;
  } catch {
    return true;
  }
}
