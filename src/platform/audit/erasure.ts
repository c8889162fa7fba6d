import type { Json } from './canonical-json.ts';

/** The event that says why a payload is no longer there. The database looks for this word too (0007-audit.sql). */
export const PAYLOAD_ERASED = 'payload-erased';

/** What such an event says. Its own payload is never erased. */
export interface ErasureRecord {
  /** Of the event whose payload is gone. */
  readonly seq: number;
  /** The citation that allowed or demanded it. */
  readonly basis: string;
}

/** Reads the payload of a `payload-erased` event; `undefined` when it is not one of ours. */
export function erasureRecord(payload: Json): ErasureRecord | undefined {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return undefined;
  const { seq, basis } = payload as { readonly [member: string]: Json | undefined };
  return typeof seq === 'number' && typeof basis === 'string' ? { seq, basis } : undefined;
}
