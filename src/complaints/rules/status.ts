import { type ComplaintStatus, type DeskState, PART_STATES, type PartState } from './complaint.transitions.ts';
import type { Complaint, Part } from './complaint.ts';

/** The parts that count: an excused office no longer has one. */
export function activeParts(complaint: Pick<Complaint, 'parts'>): readonly Part[] {
  return complaint.parts.filter((part) => part.state !== 'excused');
}

/** A complaint is as far as its least advanced part; `undefined` when nobody has a part. */
export function leastAdvanced(parts: readonly Part[]): Exclude<PartState, 'excused'> | undefined {
  return PART_STATES.find((state) => state !== 'excused' && parts.some((part) => part.state === state)) as
    | Exclude<PartState, 'excused'>
    | undefined;
}

/** The one word the complaint's lists and headings show. */
export function statusOf(complaint: Pick<Complaint, 'stage' | 'hold' | 'isBounced' | 'parts'>): ComplaintStatus {
  if (complaint.stage === 'archived') return 'archived';
  if (complaint.stage === 'closed') return 'closed';
  if (complaint.hold) return 'on-hold';
  if (complaint.stage === 'verification') return complaint.isBounced ? 'returned' : 'received';
  return leastAdvanced(complaint.parts) ?? 'received';
}

/** The complaint's place in the desk's table. */
export function deskStateOf(complaint: Pick<Complaint, 'stage' | 'hold' | 'isBounced' | 'parts'>): DeskState {
  if (complaint.stage === 'handling') {
    if (complaint.hold) return 'on-hold';
    return activeParts(complaint).every((part) => part.state === 'returned') ? 'returned' : 'handling';
  }
  const status = statusOf(complaint);
  return status as Exclude<DeskState, 'handling'>;
}
