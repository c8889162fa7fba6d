import { join } from 'node:path';
import { Client } from 'pg';
import { loadReference } from '../../src/cli/reference.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { prepareDatabase, startPostgres } from '../../src/platform/postgres/index.ts';
import { readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { tell } from '../report.ts';
import { type Generated, generateRound } from './generate.ts';
import { nationalInstrument } from './instrument.ts';

/** A durable server of its own that holds one generated national round. */
export interface RoundServer {
  readonly folder: string;
  readonly appUrl: string;
  /** The superuser, in the database of the installation. */
  readonly superuserUrl: string;
  readonly postmasterPid: number;
  readonly generated: Generated;
  remove(): Promise<void>;
}

export async function makeRoundServer(name: string): Promise<RoundServer> {
  const folder = makeFolder(name);
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  const remove = async () => {
    await server.stop();
    removeFolder(folder, postgres);
  };
  try {
    tell(`${name}: an empty installation`);
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    try {
      await loadReference(owner.db);
    } finally {
      await owner.close();
    }
    tell(`${name}: a national round, written straight into its tables`);
    const url = new URL(server.superuserUrl);
    url.pathname = '/tuntas';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      const generated = await generateRound(client, nationalInstrument());
      tell(`${name}: ${JSON.stringify(generated)}`);
      return {
        folder,
        appUrl,
        superuserUrl: url.href,
        postmasterPid: readPostmaster(join(postgres, 'data'))?.pid ?? 0,
        generated,
        remove,
      };
    } finally {
      await client.end();
    }
  } catch (error) {
    await remove();
    throw error;
  }
}
