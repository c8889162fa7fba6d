/**
 * What may be written down about a fault. Messages of the database, of parsers and of mail servers quote what someone typed, so of
 * those only the kind, the code and the place in our code are kept. A bug's own message stays: it names code, not people.
 */
export interface FaultDescription {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** Schema names of the database: table, constraint, column. */
  readonly where?: string;
  readonly stack?: readonly string[];
  readonly cause?: FaultDescription;
}

export function describeFault(error: unknown, depth = 0): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table, column } = error as Partial<Record<'code' | 'constraint' | 'table' | 'column', unknown>>;
  const where = [table, column, constraint].filter((part) => typeof part === 'string').join(' ');
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(quotesOthers(error) ? {} : { message: error.message }),
    ...(where === '' ? {} : { where }),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeFault(error.cause, depth + 1) } : {}),
  };
}

/** One line for a column of the database or a health page. */
export function faultLine(error: unknown): string {
  const { name, code, message, where } = describeFault(error);
  return [name, code, where, message]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
    .slice(0, 500);
}

function quotesOthers(error: Error): boolean {
  const fromDatabase = 'severity' in error && 'routine' in error;
  const fromMail = 'responseCode' in error || 'command' in error;
  const fromSchema = 'issues' in error;
  return fromDatabase || fromMail || fromSchema || error instanceof SyntaxError || error instanceof URIError;
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
