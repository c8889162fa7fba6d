/**
 * Who may give which position to whom, and take it away.
 *
 * People are managed at one's agency and below it; only who keeps the whole directory (`directory.manage`) reaches everywhere.
 * Nobody appoints themselves, and nobody holds the system's keys and a view of complaints on the same day.
 */
import { type Actor, positionsWith } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import { type Agency, isInForce, NATIONAL_DESK_CODE, OMBUDSMAN_CODE } from './agency.ts';
import { covers, overlap, type Position } from './held.ts';
import { type PositionKind, type PositionKindData, positionKind, touchesComplaints } from './positions.ts';
import type { DirectoryRefusal } from './refusals.ts';

/** Whether the actor may manage the people of an agency. The installation itself (a command, an errand) may everywhere. */
export function mayManagePeople(actor: Actor, agency: Pick<Agency, 'path'>): boolean {
  if (actor.kind === 'system') return true;
  return positionsWith(actor, 'people.manage').some(
    (held) => held.capabilities.includes('directory.manage') || agency.path.includes(held.agencyId),
  );
}

/** Whether a kind of position can be held at an agency. */
export function fits(kind: PositionKind, agency: Pick<Agency, 'id' | 'code' | 'governmentId'>): boolean {
  const at: PositionKindData['at'] = positionKind(kind).at;
  switch (at) {
    case 'anywhere':
      return true;
    case 'government':
      return agency.id === agency.governmentId;
    case 'national-desk':
      return agency.code === NATIONAL_DESK_CODE;
    case 'ombudsman':
      return agency.code === OMBUDSMAN_CODE || agency.code.startsWith(`${OMBUDSMAN_CODE}.`);
  }
}

/** Whether the actor may hand out a kind of position at an agency, whoever gets it. */
export function mayGive(actor: Actor, kind: PositionKind, agency: Pick<Agency, 'path'>): boolean {
  if (!mayManagePeople(actor, agency)) return false;
  if (actor.kind === 'system' || positionKind(kind).givenBy === 'tree') return true;
  return positionsWith(actor, 'directory.manage').length > 0;
}

/** One person must not see complaints and keep the system on the same day. */
function isOtherSide(one: PositionKind, other: PositionKind): boolean {
  const sees = (kind: PositionKind) => positionKind(kind).capabilities.some(touchesComplaints);
  const keeps = (kind: PositionKind) => positionKind(kind).capabilities.includes('system.manage');
  return (sees(one) && keeps(other)) || (keeps(one) && sees(other));
}

export interface Appointment {
  readonly personId: string;
  readonly kind: PositionKind;
  readonly startsOn: Day;
}

/**
 * @param held every position the person has on record, also past and coming ones
 */
export function judgeAppointment(
  actor: Actor,
  appointment: Appointment,
  agency: Agency,
  held: readonly Position[],
): Result<null, DirectoryRefusal> {
  const { kind, personId, startsOn } = appointment;
  if (!mayGive(actor, kind, agency)) return refuse('not-yours-to-manage');
  if (actor.kind === 'officer' && actor.personId === personId) return refuse('own-position');
  if (!isInForce(agency, startsOn)) return refuse('agency-closed');
  if (!fits(kind, agency)) return refuse('position-not-here');
  const term = { startsOn, endsOn: null };
  const sharing = held.filter((position) => overlap(position, term));
  if (sharing.some((position) => position.kind === kind && position.agencyId === agency.id)) return refuse('position-held');
  if (sharing.some((position) => isOtherSide(position.kind, kind))) return refuse('both-sides');
  return ok(null);
}

export interface Ending {
  readonly endsOn: Day;
  /** Who takes over the open work; `null` = the coordinator of the agency. */
  readonly successor: Position | null;
}

/**
 * @param today the day it is at the agency
 * @param administrators positions of kind system-admin in force on the last day, this one among them if it is one
 */
export function judgeEnding(
  actor: Actor,
  position: Position,
  ending: Ending,
  agency: Agency,
  today: Day,
  administrators: readonly string[],
): Result<null, DirectoryRefusal> {
  if (!mayGive(actor, position.kind, agency)) return refuse('not-yours-to-manage');
  if (position.endsOn !== null) return refuse('position-ended');
  // The past is not rewritten: what was done until today was done in office.
  if (ending.endsOn.until(today).sign > 0) return refuse('end-in-the-past');
  if (ending.endsOn.until(position.startsOn).sign > 0) return refuse('end-before-start');
  const next = ending.successor;
  if (next !== null) {
    const sameDesk = next.agencyId === position.agencyId && next.kind === position.kind;
    if (!sameDesk || next.id === position.id || next.personId === position.personId) return refuse('successor-unfit');
    if (!covers(next, ending.endsOn)) return refuse('successor-unfit');
  }
  const leavesNone = administrators.includes(position.id) && administrators.length === 1;
  if (leavesNone) return refuse('last-administrator');
  return ok(null);
}
