/**
 * Secret keys, each for one purpose, derived from one master secret (HKDF-SHA-256, the purpose is the info).
 * The master is `TUNTAS_SECRET` (required in production) or is made once and kept in the data folder, mode 0600.
 */
export interface Keys {
  /** 32 bytes for one purpose, for example `receipt-code`, `csrf`, `draft`, `identity`, `session`. */
  derive(purpose: string): Uint8Array;
}
