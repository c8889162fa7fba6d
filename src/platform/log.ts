import { type Logger, pino } from 'pino';
import type { LogLevel } from './configuration/lines.ts';
import { describeFault } from './faults.ts';
import { readableLines } from './readable-lines.ts';

/** Structured log. Never pass a name, an address, a text someone typed, a query string or a body to it. */
export type Log = Logger;

/**
 * Fields that would hold personal data or a secret if someone passed them after all, on the top and one and two levels down.
 * The rule stays: do not pass them.
 */
const FORBIDDEN = [
  ...['name', 'fullName', 'email', 'phone', 'address', 'nik', 'contact', 'identity', 'complainant'],
  ...['title', 'description', 'text', 'body', 'query', 'url', 'ip', 'userAgent'],
  ...['password', 'token', 'secret', 'code', 'receiptCode', 'totp', 'cookie', 'authorization', 'headers'],
];

/** A described fault has a name and a code too, but they are the program's own. */
function censored(value: unknown, path: string[]): unknown {
  const ofFault = ['fault', 'err', 'error'].includes(path[0] ?? '') && ['name', 'code'].includes(path.at(-1) ?? '');
  return ofFault ? value : '[removed]';
}

export interface LogOptions {
  readonly level: LogLevel;
  /** Lines for a person at a terminal instead of JSON. */
  readonly readable?: boolean;
  /** Where lines go; default standard output. */
  readonly write?: (line: string) => void;
}

/** JSON lines, one event each, with an ISO time. Errors are described by `describeFault`, which leaves out what they quote. */
export function createLog({ level, readable = false, write = (line) => process.stdout.write(line) }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeFault, error: describeFault },
      redact: { paths: FORBIDDEN.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: censored },
    },
    { write: readable ? (line: string) => write(readableLines(line)) : write },
  );
}
