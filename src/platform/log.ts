import { type Logger, pino } from 'pino';
import type { LogLevel } from './configuration/lines.ts';
import { describeFault } from './faults.ts';
import { readableLines } from './readable-lines.ts';

/** Structured log. Never pass a name, an address, a text someone typed, a query string or a body to it. */
export type Log = Logger;

/**
 * Fields that would hold personal data or a secret if someone passed them after all, at any depth. The rule stays: do not
 * pass them.
 */
const FORBIDDEN = new Set([
  ...['name', 'fullName', 'email', 'phone', 'address', 'nik', 'contact', 'identity', 'complainant'],
  ...['title', 'description', 'text', 'body', 'query', 'url', 'ip', 'userAgent'],
  ...['password', 'token', 'secret', 'code', 'receiptCode', 'totp', 'cookie', 'authorization', 'headers'],
]);

/** Holds a `FaultDescription`, whose name and code are the program's own. */
const FAULT = 'fault';

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
      // Not pino's own `redact`: its wildcards cannot spare the description of a fault.
      hooks: {
        // An error alone would give its message to the line, and messages quote.
        logMethod(args: unknown[], method) {
          const [first, ...rest] = args;
          method.apply(this, (first instanceof Error ? [{ [FAULT]: describeFault(first) }, 'fault', ...rest] : args) as [string]);
        },
      },
      formatters: { level: (label) => ({ level: label }), log: (fields) => withoutForbidden(fields, 0) },
    },
    { write: readable ? (line: string) => write(readableLines(line)) : write },
  );
}

function withoutForbidden(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (FORBIDDEN.has(field)) return [field, '[removed]'];
      return [field, field === FAULT ? value : harmless(value, depth)];
    }),
  );
}

function harmless(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeFault(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '[too deep]';
  return Array.isArray(value) ? value.map((one) => harmless(one, depth + 1)) : withoutForbidden(value, depth + 1);
}
