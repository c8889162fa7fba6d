import type { Label, Language } from '../kernel/language.ts';
import { type Configuration, readConfiguration } from '../platform/configuration/read.ts';
import type { Tools } from '../platform/tools.ts';

/** What every command is given. */
export interface Cli {
  readonly language: Language;
  /** Whether `--json` was given. */
  readonly json: boolean;
  /** A label in the terminal's language. */
  text(label: Label): string;
  /** The command's answer: the text for people, the value as one line of JSON for programs. */
  print(value: unknown, text: string): void;
  /** A step on the way, with the seconds since the start. Goes to the error stream. */
  tell(step: Label): void;
  /** @throws SettingsFault */
  configuration(): Configuration;
  /** Opens everything, runs the work, closes everything. */
  withTools<T>(work: (tools: Tools) => Promise<T>): Promise<T>;
}

/** What a command cannot do, in a sentence for whoever gave it. */
export class CommandFault extends Error {
  readonly label: Label;

  constructor(label: Label) {
    super(label.en);
    this.name = 'CommandFault';
    this.label = label;
  }
}

export function makeCli(env: NodeJS.ProcessEnv, args: readonly string[]): Cli {
  const language: Language = /^id/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'id' : 'en';
  const json = args.includes('--json');
  const beganAt = Number(env.TUNTAS_BEGAN_AT) || Date.now();
  const cli: Cli = {
    language,
    json,
    text: (label) => label[language],
    print: (value, text) => process.stdout.write(`${json ? JSON.stringify(value) : text}\n`),
    tell: (step) => {
      const seconds = ((Date.now() - beganAt) / 1000).toFixed(1).padStart(5);
      process.stderr.write(`[${seconds} s] ${step[language]}\n`);
    },
    configuration: () => readConfiguration(env),
    withTools: async (work) => {
      const configuration = cli.configuration();
      // Only now: a command that needs no database does not wait for its libraries.
      const [{ onDatabase }, { openTools }] = await Promise.all([import('./open-database.ts'), import('./open-tools.ts')]);
      return onDatabase(configuration, cli.tell, async (database) => {
        const { tools, close } = openTools(configuration, database);
        try {
          return await work(tools);
        } finally {
          await close();
        }
      });
    },
  };
  return cli;
}
