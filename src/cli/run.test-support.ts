import { Command } from 'commander';
import { vi } from 'vitest';
import { type Cli, makeCli } from './cli.ts';

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs commands in this process as `npx tuntas` would: what they print, what they tell, and how they end. */
export function runnerOf(register: (program: Command, cli: Cli) => void, more: Partial<Cli> = {}, lang = 'en_GB.UTF-8') {
  return async (...args: string[]): Promise<Ran> => {
    const told = { out: '', err: '' };
    const into = (stream: 'out' | 'err') => (text: unknown, done?: unknown) => {
      told[stream] += String(text);
      if (typeof done === 'function') done();
      return true;
    };
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
      vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
    ];
    const program = new Command();
    register(program, { ...makeCli({ LANG: lang }, args), ...more });
    for (const command of program.commands) command.option('--json');
    process.exitCode = undefined;
    try {
      await program.parseAsync(args, { from: 'user' });
      return { ...told, code: Number(process.exitCode ?? 0) };
    } finally {
      for (const spy of spies) spy.mockRestore();
      process.exitCode = undefined;
    }
  };
}
