/** What waits for whom: one line for each thing an officer's desk must do next. Derived from the complaint at every save. */
import type { Capability } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import { runningClock } from './clock-changes.ts';
import type { Complaint } from './complaint.ts';

export const WAITING_KINDS = ['verify', 'redirect', 'arbitrate', 'receive', 'work', 'oversee'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface Waiting {
  readonly kind: WaitingKind;
  readonly partId: string | null;
  readonly agencyId: string;
  /** Any of these at the agency makes it this position's work. */
  readonly capabilities: readonly Capability[];
  readonly dueAt: Moment;
}

export function waitingFor(complaint: Complaint): Waiting[] {
  if (complaint.stage === 'closed' || complaint.stage === 'archived' || complaint.hold) return [];
  const finish =
    runningClock(complaint, { kind: 'finish' })?.dueAt ?? complaint.clocks.findLast((each) => each.kind === 'finish')?.dueAt;
  const arbitrate = runningClock(complaint, { kind: 'arbitrate' })?.dueAt;
  const fallback = finish ?? complaint.filedAt;
  const lines: Waiting[] = [];
  if (complaint.stage === 'verification') {
    lines.push({
      kind: arbitrate ? 'arbitrate' : complaint.isBounced ? 'redirect' : 'verify',
      partId: null,
      agencyId: complaint.deskAgencyId,
      capabilities: ['complaint.verify'],
      dueAt: arbitrate ?? runningClock(complaint, { kind: 'verify' })?.dueAt ?? fallback,
    });
  }
  for (const part of complaint.parts) {
    const followUp = runningClock(complaint, { kind: 'follow-up', partId: part.id })?.dueAt;
    if (part.state === 'forwarded') {
      lines.push({
        kind: 'receive',
        partId: part.id,
        agencyId: part.agencyId,
        capabilities: ['complaint.follow-up', 'complaint.forward'],
        dueAt: followUp ?? fallback,
      });
    } else if (part.state === 'in-progress') {
      lines.push({
        kind: 'work',
        partId: part.id,
        agencyId: part.agencyId,
        capabilities: ['complaint.follow-up'],
        dueAt: followUp ?? fallback,
      });
    } else if (part.state === 'returned') {
      lines.push({
        kind: arbitrate ? 'arbitrate' : 'redirect',
        partId: part.id,
        agencyId: part.returnToAgencyId,
        capabilities: ['complaint.forward'],
        dueAt: arbitrate ?? fallback,
      });
    }
  }
  if (complaint.ombudsmanOfficeId) {
    lines.push({
      kind: 'oversee',
      partId: null,
      agencyId: complaint.ombudsmanOfficeId,
      capabilities: ['complaint.oversee'],
      dueAt: fallback,
    });
  }
  return lines;
}
