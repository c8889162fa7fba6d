/** The product as someone who installs it runs it: its own process, its own embedded database, real time, the example data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../src/platform/postgres/postmaster.ts';
import { projectFolder } from '../src/platform/project-folder.ts';

/** What a story needs to know of the running product. */
export interface Product {
  /** `http://localhost:PORT` */
  readonly address: string;
  readonly dataFolder: string;
  /** Everything the product has said so far, on both streams. */
  readonly logFile: string;
}

const PATIENCE_MS = 240_000;
const STARTED = /"port":(\d+),"msg":"started"/;

/** Builds if needed, starts `tuntas serve` in example mode and waits until it serves. Call `stop()`; it leaves nothing behind. */
export async function startProduct(): Promise<Product & { stop(): Promise<void> }> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `tuntas-stories-${process.pid}-`));
  chmodSync(folder, 0o711); // run by root, the embedded server is another user and must be able to walk in
  const dataFolder = join(folder, 'data');
  const logFile = join(folder, 'product.log');
  // Vite has a BASE_URL of its own; a database of one's own would end example mode.
  const { BASE_URL, DATABASE_URL, DATABASE_OWNER_URL, HOST, SMTP_URL, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(projectFolder, 'bin', 'tuntas.mjs'), 'serve'], {
    cwd: projectFolder,
    env: {
      ...inherited,
      PORT: '0',
      LANG: 'C',
      LOG_LEVEL: 'info',
      TUNTAS_DATA: dataFolder,
      // One machine plays the whole country.
      RATE_LIMIT_FACTOR: '10000',
      // With this set the product watches whoever started it, and ends when a killed test run cannot end it.
      npm_lifecycle_event: 'stories',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(child);
    remove(folder);
  };
  try {
    return { address: `http://localhost:${await portOf(child, logFile)}`, dataFolder, logFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLong = setTimeout(() => reject(new Error(`the product did not start in time:\n${said}`)), PATIENCE_MS);
    const hear = (chunk: Buffer) => {
      appendFileSync(logFile, chunk);
      said += chunk;
      const port = STARTED.exec(said)?.[1];
      if (port) {
        clearTimeout(tooLong);
        resolve(port);
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => {
      clearTimeout(tooLong);
      reject(new Error(`the product ended before it served:\n${said}`));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await end;
  clearTimeout(tooLong);
}

/** What runs left behind that were killed; their products have ended by themselves. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = /^tuntas-stories-(\d+)-/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) remove(join(tmpdir(), name));
  }
}

function remove(folder: string): void {
  // The cluster may be a link to where the database server's user can walk.
  const cluster = join(folder, 'data', 'postgres');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true, maxRetries: 5 });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
