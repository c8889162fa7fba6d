import { createHash } from 'node:crypto';
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Instrument } from '../rules/instrument.ts';

/** What happened to a version of an instrument: the file of the audit record is that of the instrument, over all its versions. */
export async function recordInstrument(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  what: 'drafted' | 'saved' | 'discarded' | 'published' | 'retired',
  more: { readonly [name: string]: Json },
): Promise<void> {
  const event = {
    type: `instrument.${what}`,
    at: tools.clock.now(),
    actor: actorReference(actor),
    payload: { instrument: id, version, ...more },
  };
  await appendEvents(tools, tx, { kind: 'instrument', id: auditFileOf(id) }, [event]);
}

/** The audit file of an instrument: a UUID of its code, the same in every installation. */
export function auditFileOf(instrumentId: string): string {
  const hash = createHash('sha256').update('tuntas/instrument/').update(instrumentId).digest().subarray(0, 16);
  hash[6] = 0x80 | ((hash[6] ?? 0) & 0x0f);
  hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f);
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What was published, as a digest: whoever has the file can show that it is that one. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
