/**
 * Who may see what of a complaint. This file is the one place that decides: pages, API, search, lists and messages ask here, and
 * `store/visible.ts` compiles the table below into SQL (a property test compares the two).
 *
 * The *respondent* is the whole government tree of every office ever addressed. An anonymous complainant's identity reaches nobody
 * in it: not the office, not its coordinator, not its leader.
 */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import type { Complaint } from './complaint.ts';
import type { EntryAudience } from './decision.ts';
import { isShieldedFrom } from './permissions.ts';
import { activeParts } from './status.ts';

/** How far a capability reaches. */
export type Reach =
  | 'every' // all complaints
  | 'tree' // the desk or an active part lies at or below the position's agency
  | 'office' // the position's own office holds an active part, or is the desk
  | 'escalated' // told to the position's Ombudsman office
  | 'filed-by-me'; // filed at the counter by this person

export interface VisibilityLine {
  readonly capability: Capability;
  readonly reach: Reach;
}

export const VISIBILITY: readonly VisibilityLine[] = [
  { capability: 'complaint.arbitrate', reach: 'every' },
  { capability: 'complaint.verify', reach: 'tree' },
  { capability: 'complaint.read', reach: 'tree' },
  { capability: 'complaint.follow-up', reach: 'office' },
  { capability: 'complaint.oversee', reach: 'escalated' },
  { capability: 'complaint.file-for-citizen', reach: 'filed-by-me' },
];

/** What visibility asks of a complaint; the store keeps exactly these as columns. */
export type Seen = Pick<
  Complaint,
  | 'id'
  | 'deskAgencyId'
  | 'deskPath'
  | 'parts'
  | 'ombudsmanOfficeId'
  | 'filedByPersonId'
  | 'shieldedGovernmentId'
  | 'confidential'
  | 'publicText'
  | 'anonymous'
  | 'respondentIds'
>;

/** Every agency at or above the desk and the active parts: a position at one of them has it in its tree. */
export function readerIds(complaint: Pick<Complaint, 'deskPath' | 'parts'>): string[] {
  return [...new Set([...complaint.deskPath, ...activeParts(complaint).flatMap((part) => part.agencyPath)])];
}

/** The desk and the offices that hold an active part. */
export function officeIds(complaint: Pick<Complaint, 'deskAgencyId' | 'parts'>): string[] {
  return [...new Set([complaint.deskAgencyId, ...activeParts(complaint).map((part) => part.agencyId)])];
}

function reaches(line: VisibilityLine, complaint: Seen, position: HeldPosition, personId: string): boolean {
  switch (line.reach) {
    case 'every':
      return !isShieldedFrom(complaint as Complaint, position);
    case 'tree':
      return readerIds(complaint).includes(position.agencyId) && !isShieldedFrom(complaint as Complaint, position);
    case 'office':
      return officeIds(complaint).includes(position.agencyId);
    case 'escalated':
      return complaint.ombudsmanOfficeId === position.agencyId;
    case 'filed-by-me':
      return complaint.filedByPersonId === personId;
  }
}

/** The positions through which an officer sees the complaint. */
export function seeingPositions(complaint: Seen, actor: Actor): readonly HeldPosition[] {
  if (actor.kind !== 'officer') return [];
  return actor.positions.filter((position) =>
    VISIBILITY.some(
      (line) => position.capabilities.includes(line.capability) && reaches(line, complaint, position, actor.personId),
    ),
  );
}

/** How an actor meets a complaint; `null` = exactly as if it did not exist. */
export type View = 'complainant' | 'officer' | 'public' | null;

export function viewOf(complaint: Seen, actor: Actor): View {
  if (actor.kind === 'complainant' && actor.complaintId === complaint.id) return 'complainant';
  if (seeingPositions(complaint, actor).length > 0) return 'officer';
  return complaint.publicText !== null && !complaint.confidential ? 'public' : null;
}

/**
 * Whether an officer may ask the room `identity` who complained, or for the complainant's own words. An anonymous complainant is
 * hidden from every position inside a respondent's government, whatever else that position may do.
 */
export function maySeeIdentity(complaint: Seen, actor: Actor): boolean {
  const seeing = new Set(seeingPositions(complaint, actor).map((position) => position.positionId));
  if (actor.kind === 'officer' && complaint.anonymous) {
    // One person, several positions: whoever sits anywhere in the respondent's tree does not learn it through another chair.
    if (actor.positions.some((position) => complaint.respondentIds.includes(position.governmentId))) return false;
  }
  return positionsWith(actor, 'identity.read').some((position) => seeing.has(position.positionId));
}

export interface SeenFile {
  readonly isImage: boolean;
  readonly releasedToOffices: boolean;
  readonly releasedToPublic: boolean;
}

/**
 * Images are re-encoded and carry no traces; any other file is the sealed original and may name its author, so in an anonymous
 * complaint it reaches the respondent only when someone outside has released it.
 */
export function mayReadFile(complaint: Seen, file: SeenFile, actor: Actor): boolean {
  const view = viewOf(complaint, actor);
  if (view === 'complainant') return true;
  if (view === 'officer')
    return file.isImage || file.releasedToOffices || !complaint.anonymous || maySeeIdentity(complaint, actor);
  return view === 'public' && file.releasedToPublic;
}

/** Whether an entry of the timeline is for this actor. */
export function mayReadEntry(
  complaint: Seen,
  entry: { readonly audience: EntryAudience; readonly governmentId: string | null },
  actor: Actor,
): boolean {
  const view = viewOf(complaint, actor);
  if (view === null) return false;
  if (entry.audience === 'public') return true;
  if (view === 'public') return false;
  if (entry.audience === 'parties') return true;
  if (view !== 'officer') return false;
  return seeingPositions(complaint, actor).some(
    (position) =>
      position.governmentId === entry.governmentId ||
      position.capabilities.includes('complaint.arbitrate') ||
      position.capabilities.includes('complaint.oversee'),
  );
}
