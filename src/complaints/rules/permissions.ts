/**
 * Whether this actor may take this step on this complaint now: read from the transition tables, nowhere else. The page asks it
 * which buttons to show, the rules ask it before they decide.
 */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import {
  DESK_TRANSITIONS,
  type DeskAction,
  PART_TRANSITIONS,
  type PartAction,
  type Where,
  type Who,
} from './complaint.transitions.ts';
import type { Complaint, Part } from './complaint.ts';
import { deskStateOf } from './status.ts';

/** An actor's position for a step, `null` for a complainant or the system acting as itself. */
export interface Standing {
  readonly position: HeldPosition | null;
}

/** The coordinator of a shielded government never acts: the complaint is about the coordinator's own office. */
export function isShieldedFrom(complaint: Complaint, position: HeldPosition): boolean {
  return (
    complaint.shieldedGovernmentId === position.governmentId &&
    position.capabilities.some((each) => each === 'complaint.verify' || each === 'complaint.forward')
  );
}

function standingAt(actor: Actor, by: Who, agencyId: string | null, complaint: Complaint): Standing | undefined {
  if (by === 'system') return actor.kind === 'system' ? { position: null } : undefined;
  if (by === 'complainant') {
    return actor.kind === 'complainant' && actor.complaintId === complaint.id ? { position: null } : undefined;
  }
  const position = positionsWith(actor, by as Capability).find(
    (held) => held.agencyId === agencyId && !isShieldedFrom(complaint, held),
  );
  return position && { position };
}

function place(where: Where, complaint: Complaint, part: Part | null): string | null {
  if (where === 'desk') return complaint.deskAgencyId;
  if (where === 'office') return part?.agencyId ?? null;
  if (where === 'government') return part?.governmentId ?? null;
  if (where === 'return-desk') return part?.returnToAgencyId ?? null;
  return null;
}

/** `undefined` = the table knows no such step from here; otherwise whether (and through which position) the actor may take it. */
export function deskStep(
  complaint: Complaint,
  action: DeskAction,
  actor: Actor,
): { readonly standing: Standing | undefined } | undefined {
  const state = deskStateOf(complaint);
  const lines = DESK_TRANSITIONS.filter((line) => line.from === state && line.action === action);
  if (lines.length === 0) return undefined;
  for (const line of lines) {
    const places =
      line.at === 'office' ? complaint.parts.map((part) => place('office', complaint, part)) : [place(line.at, complaint, null)];
    for (const agencyId of places) {
      const standing = standingAt(actor, line.by, agencyId, complaint);
      if (standing) return { standing };
    }
  }
  return { standing: undefined };
}

/** The same for one office's part. While facts are asked back nothing else moves. */
export function partStep(
  complaint: Complaint,
  part: Part,
  action: PartAction,
  actor: Actor,
): { readonly standing: Standing | undefined } | undefined {
  if (complaint.hold || complaint.stage === 'archived' || complaint.stage === 'verification') return undefined;
  const lines = PART_TRANSITIONS.filter((line) => line.from === part.state && line.action === action);
  if (lines.length === 0) return undefined;
  for (const line of lines) {
    const standing = standingAt(actor, line.by, place(line.at, complaint, part), complaint);
    if (standing) return { standing };
  }
  return { standing: undefined };
}

/** The desk's steps this actor may take now. */
export function possibleDeskActions(complaint: Complaint, actor: Actor): DeskAction[] {
  const all = [...new Set(DESK_TRANSITIONS.map((line) => line.action))];
  return all.filter((action) => deskStep(complaint, action, actor)?.standing !== undefined);
}

/** The steps this actor may take now on one part. */
export function possiblePartActions(complaint: Complaint, part: Part, actor: Actor): PartAction[] {
  const all = [...new Set(PART_TRANSITIONS.map((line) => line.action))];
  return all.filter(
    (action) => partStep(complaint, part, action, actor)?.standing !== undefined && !(action === 'return' && part.binding),
  );
}
