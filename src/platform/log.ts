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
      formatters: { level: (label) => ({ level: label }), log: (fields) => withoutForbidden(fields, 0) },
    },
    { write: readable ? (line: string) => write(readableLines(line)) : write },
  );
}

function withoutForbidden(fields: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (value instanceof Error) return [field, describeFault(value)];
      if (FORBIDDEN.has(field)) return [field, '[removed]'];
      if (field === FAULT || typeof value !== 'object' || value === null || Array.isArray(value)) return [field, value];
      return [field, depth > 4 ? '[too deep]' : withoutForbidden(value as Record<string, unknown>, depth + 1)];
    }),
  );
}
