/** Visits at the counter that needed information only: who may count them, and who may read the daily list. */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import type { CounterChannel } from './draft.ts';

/** Offices whose visits the actor counts. */
export function countingOffices(actor: Actor): readonly HeldPosition[] {
  return eachOffice(actor, ['complaint.file-for-citizen']);
}

/** Offices whose daily list the actor reads: whoever counts there, and whoever works on complaints at the same office. */
export function listedOffices(actor: Actor): readonly HeldPosition[] {
  return eachOffice(actor, ['complaint.file-for-citizen', 'complaint.verify', 'complaint.read', 'complaint.oversee']);
}

function eachOffice(actor: Actor, capabilities: readonly Capability[]): HeldPosition[] {
  const byOffice = new Map<string, HeldPosition>();
  for (const position of capabilities.flatMap((capability) => positionsWith(actor, capability))) {
    if (!byOffice.has(position.agencyId)) byOffice.set(position.agencyId, position);
  }
  return [...byOffice.values()];
}

/** A day's visits by the way people came. */
export type VisitCounts = Readonly<Record<CounterChannel, number>>;

export function totalOf(counts: VisitCounts): number {
  return counts.pojok + counts.telephone + counts.letter;
}
