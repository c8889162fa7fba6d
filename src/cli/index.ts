import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { SettingsFault } from '../platform/configuration/read.ts';
import { describeFault } from '../platform/faults.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { type Cli, CommandFault, makeCli } from './cli.ts';

/** Every command, in the order of `--help`; see README.md. Each is loaded when it is asked for: a sum needs no server. */
const COMMANDS: Readonly<Record<string, () => Promise<{ register(program: Command, cli: Cli): void }>>> = {
  serve: () => import('./serve.ts'),
  worker: () => import('./worker.ts'),
  migrate: () => import('./migrate.ts'),
  'example-data': () => import('./example-data.ts'),
  admin: () => import('./admin.ts'),
  due: () => import('./due.ts'),
  holidays: () => import('./holidays.ts'),
  zone: () => import('./zone.ts'),
  score: () => import('./score.ts'),
  round: () => import('./round.ts'),
  documents: () => import('./documents.ts'),
  audit: () => import('./audit.ts'),
};

const cli = makeCli(process.env, process.argv.slice(2));
const program = new Command('tuntas').description(
  cli.text({
    id: 'Mengawasi layanan publik Indonesia sampai tuntas.',
    en: "Indonesia's public services, seen through to the end.",
  }),
);
program.version(version());
for (const load of asked(process.argv.slice(2))) (await load()).register(program, cli);
offerJson(program, cli);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

// A channel to whoever started us would keep this process alive.
if (process.connected) process.disconnect();

/** The one command that is called; all of them for `--help`, for `help`, and for a name that is none of them. */
function asked(args: readonly string[]) {
  const name = args.find((arg) => !arg.startsWith('-'));
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return load ? [load] : Object.values(COMMANDS);
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** `--json` belongs to every command, wherever it stands. */
function offerJson(command: Command, to: Cli): void {
  command.option('--json', to.text({ id: 'jawaban sebagai JSON, untuk program', en: 'answer as JSON, for programs' }));
  for (const inner of command.commands) offerJson(inner, to);
}

function explain(error: unknown): string {
  if (error instanceof CommandFault) return cli.text(error.label);
  if (error instanceof SettingsFault) {
    return [cli.text({ id: 'Pengaturan salah:', en: 'The settings are wrong:' }), error.message].join('\n');
  }
  // A plain Error is a sentence of ours; everything else is a fault whose place is worth knowing.
  if (error instanceof Error && error.constructor === Error) return error.message;
  const { name, code, message, stack = [] } = describeFault(error);
  const what = [name, code, message ?? (error instanceof Error ? error.message.split('\n')[0] : '')].filter(Boolean).join(' · ');
  return [what, ...stack.slice(0, 6).map((frame) => `    ${frame}`)].join('\n');
}
