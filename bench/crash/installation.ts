import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, readAccess, superuserUrl } from '../../src/platform/postgres/access.ts';
import { isAlive, readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { type AppProcess, runCommand, startApp } from '../app/app-process.ts';
import { makeFolder, removeFolder } from '../folder.ts';

/** A whole installation in a temp folder as `npm start` makes it, with its embedded server, outbox and example data. */
export class Installation {
  readonly folder: string = makeFolder('crash');
  readonly #postgres = join(this.folder, 'data', 'postgres');
  readonly #env = { TUNTAS_DATA: join(this.folder, 'data'), TRUSTED_PROXIES: '1', RATE_LIMIT_FACTOR: '1000000' };
  #port = 0;

  /** Always the same command, on the same port. */
  async start(): Promise<AppProcess> {
    this.#port ||= await freePort();
    mkdirSync(this.#env.TUNTAS_DATA, { recursive: true });
    return startApp({ env: this.#env, port: this.#port, logFile: join(this.folder, 'app.log') });
  }

  command(...args: readonly string[]): ReturnType<typeof runCommand> {
    return runCommand(args, this.#env);
  }

  /** The process of the database server that starts all its others; 0 when it does not run. */
  postmaster(): number {
    return readPostmaster(join(this.#postgres, 'data'))?.pid ?? 0;
  }

  /** Works with a connection as the superuser, who sees every table. */
  async query<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const url = new URL(superuserUrl(readAccess(join(this.#postgres, 'data'))));
    url.pathname = '/tuntas';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  remove(): void {
    const left = this.postmaster();
    if (left !== 0 && isAlive(left)) process.kill(left, 'SIGQUIT');
    removeFolder(this.folder, this.#postgres);
  }
}
