import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../../src/platform/project-folder.ts';

const PROGRAM = join(projectFolder, 'dist', 'tuntas.mjs');

export interface AppProcess {
  readonly pid: number;
  readonly address: string;
  isRunning(): boolean;
  /** `kill -9`: nothing is finished, nothing is closed. */
  kill(): Promise<void>;
  /** As Ctrl-C does it. @returns its exit code */
  stop(): Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

/** The environment of this process without what is set for another Tuntas. */
function cleanEnvironment(env: Environment): NodeJS.ProcessEnv {
  const { BASE_URL, DATABASE_URL, DATABASE_OWNER_URL, PORT, HOST, npm_lifecycle_event, NODE_OPTIONS, ...inherited } = process.env;
  return { ...inherited, LANG: 'C', ...env };
}

/**
 * `tuntas serve` in a process of its own, as `npm start` runs it once everything is built. What it says goes to a file.
 *
 * @param nodeArgs for Node itself, such as `--cpu-prof`
 * @throws with the end of that file when it is not ready within three minutes
 */
export async function startApp(given: {
  readonly env: Environment;
  readonly port: number;
  readonly logFile: string;
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
}): Promise<AppProcess> {
  const log = openSync(given.logFile, 'a');
  const child = spawn(process.execPath, [...(given.nodeArgs ?? []), PROGRAM, 'serve', ...(given.args ?? [])], {
    cwd: projectFolder,
    env: cleanEnvironment({ ...given.env, PORT: String(given.port) }),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning(child)) child.kill(signal);
    return ended;
  };
  const app: AppProcess = {
    pid: child.pid ?? 0,
    address: `http://127.0.0.1:${given.port}`,
    isRunning: () => isRunning(child),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
  try {
    await untilReady(app);
  } catch (error) {
    await app.kill();
    throw new Error(`${(error as Error).message}\n${readFileSync(given.logFile, 'utf8').slice(-4000)}`, { cause: error });
  }
  return app;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Waits until the app says that it can work: it listens, and database and queue are there. */
export async function untilReady(app: Pick<AppProcess, 'address' | 'isRunning'>, patience = 180_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (!app.isRunning()) throw new Error('the app ended before it was ready');
    const ready = await fetch(`${app.address}/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await ready?.body?.cancel();
    if (ready?.ok) return;
    await sleep(100);
  }
  throw new Error(`the app was not ready after ${patience / 1000} s`);
}

/** Runs another command of `tuntas` to its end. */
export async function runCommand(
  args: readonly string[],
  env: Environment,
): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: projectFolder,
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  return { code, said };
}
