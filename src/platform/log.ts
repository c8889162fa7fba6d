import type { Logger } from 'pino';

/** Structured log. Never pass a name, an address, a text someone typed, a query string or a body to it. */
export type Log = Logger;
