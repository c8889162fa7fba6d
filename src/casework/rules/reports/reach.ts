/** Whose figures, load and work reports somebody may see. Pure. */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../../kernel/actor.ts';

/** Whoever works on cases at an office of the Ombudsman sees the figures of that office and of those below it. */
export const WORKING: readonly Capability[] = [
  'case.verify',
  'case.deliberate',
  'case.decide',
  'case.examine',
  'case.resolve',
  'case.review',
];

/** Positions that do casework, each office once. */
export function workingPositions(actor: Actor): readonly HeldPosition[] {
  const found = new Map<string, HeldPosition>();
  for (const capability of WORKING) for (const held of positionsWith(actor, capability)) found.set(held.agencyId, held);
  return [...found.values()];
}

interface Office {
  readonly id: string;
  readonly path: readonly string[];
}

export function mayReportOn(actor: Actor, office: Office): boolean {
  return workingPositions(actor).some(({ agencyId }) => office.path.includes(agencyId));
}

/** The head of the office, or of one above it. */
export function isHeadOf(actor: Actor, office: Office): boolean {
  return positionsWith(actor, 'case.decide').some(({ agencyId }) => office.path.includes(agencyId));
}

/** Who hands in a work report at an office: whoever holds a position there that does casework. The head of the whole Ombudsman has nobody above. */
export function reportsWorkAt(actor: Actor, office: Office): boolean {
  return workingPositions(actor).some(({ agencyId }) => agencyId === office.id);
}
