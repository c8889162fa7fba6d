/**
 * Who may see what of a case. This file is the one place that decides: pages, lists, letters, bundles and reports ask here, and
 * `store/visible.ts` compiles it into SQL (a property test compares the two).
 *
 * Officers of the case's office, and of an office above it in the Ombudsman's tree, see it through a case capability, unless a conflict of
 * interest shuts them out. The respondent's officers never see the case: only the letters and obligations addressed to them, which their own
 * areas show. The reporter sees what is written for reporters. Internal opinions never leave.
 */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import { type Case, isOnTeam } from './case.ts';
import type { EntryAudience } from './decision.ts';

/** `chain` = the position's agency is the case's office or above it; `registered-by-me` = recorded at the counter by this person. */
export type CaseReach = 'chain' | 'registered-by-me';

export const CASE_VISIBILITY: readonly { readonly capability: Capability; readonly reach: CaseReach }[] = [
  { capability: 'case.verify', reach: 'chain' },
  { capability: 'case.deliberate', reach: 'chain' },
  { capability: 'case.decide', reach: 'chain' },
  { capability: 'case.examine', reach: 'chain' },
  { capability: 'case.resolve', reach: 'chain' },
  { capability: 'case.review', reach: 'chain' },
  { capability: 'case.intake', reach: 'registered-by-me' },
];

/** What visibility asks of a case; the store keeps exactly these as columns. */
export type SeenCase = Pick<
  Case,
  'id' | 'complaintId' | 'officePath' | 'registeredByPersonId' | 'exclusions' | 'respondents' | 'secret' | 'team'
>;

export function excludedPersonIds(file: Pick<Case, 'exclusions'>): string[] {
  return [
    ...new Set(file.exclusions.flatMap((each) => (each.liftedAt === null && each.personId !== null ? [each.personId] : []))),
  ];
}

/** Units shut out by an exclusion; the governments of respondents are shut out as a whole besides. */
export function excludedAgencyIds(file: Pick<Case, 'exclusions' | 'respondents'>): string[] {
  const units = file.exclusions.flatMap((each) => (each.liftedAt === null && each.agencyId !== null ? [each.agencyId] : []));
  return [...new Set([...units, ...file.respondents.map((each) => each.governmentId)])];
}

/**
 * Whether a conflict of interest shuts this actor out: by name or declared relation, or because a position of theirs lies in an excluded unit
 * or in a respondent's government. One person, several chairs: any of them counts.
 */
export function isExcluded(file: Pick<Case, 'exclusions' | 'respondents'>, actor: Actor): boolean {
  if (actor.kind !== 'officer') return false;
  if (excludedPersonIds(file).includes(actor.personId)) return true;
  const units = excludedAgencyIds(file);
  return actor.positions.some((position) => position.agencyPath.some((id) => units.includes(id)));
}

function reaches(reach: CaseReach, file: SeenCase, position: HeldPosition, personId: string): boolean {
  return reach === 'chain' ? file.officePath.includes(position.agencyId) : file.registeredByPersonId === personId;
}

/** The positions through which an officer of the Ombudsman sees the case. */
export function seeingPositions(file: SeenCase, actor: Actor): readonly HeldPosition[] {
  if (actor.kind !== 'officer' || isExcluded(file, actor)) return [];
  return actor.positions.filter((position) =>
    CASE_VISIBILITY.some(
      (line) => position.capabilities.includes(line.capability) && reaches(line.reach, file, position, actor.personId),
    ),
  );
}

/** Whether the actor has shown the receipt code of this case, or of the complaint it came from. */
export function isReporter(file: Pick<Case, 'id' | 'complaintId'>, actor: Actor): boolean {
  return actor.kind === 'complainant' && (actor.complaintId === file.id || actor.complaintId === file.complaintId);
}

/** How an actor meets a case; `null` = exactly as if it did not exist. */
export type CaseView = 'reporter' | 'officer' | null;

export function viewOf(file: SeenCase, actor: Actor): CaseView {
  if (isReporter(file, actor)) return 'reporter';
  return seeingPositions(file, actor).length > 0 ? 'officer' : null;
}

/** Whether an entry, letter or file of this audience is for this actor. Respondents are served by their letters, never from the case. */
export function mayReadAudience(file: SeenCase, audience: EntryAudience, actor: Actor): boolean {
  const view = viewOf(file, actor);
  if (view === 'officer') return mayReadInside(file, actor) || audience !== 'internal';
  return view === 'reporter' && (audience === 'reporter' || audience === 'parties' || audience === 'public');
}

/** Who recorded a report at the counter sees how it goes on, but not the opinions of those who work on it. */
function mayReadInside(file: SeenCase, actor: Actor): boolean {
  return seeingPositions(file, actor).some((position) =>
    CASE_VISIBILITY.some(
      (line) =>
        line.reach === 'chain' && position.capabilities.includes(line.capability) && file.officePath.includes(position.agencyId),
    ),
  );
}

/**
 * Whether an officer may ask the room `identity` who reported (the look is recorded there, with its purpose): whoever verifies or leads at the
 * case's office or above it, and whoever is on the case's team. Nobody through a chair at a respondent's.
 */
export function maySeeReporter(file: SeenCase, actor: Actor): boolean {
  if (actor.kind !== 'officer') return false;
  const seeing = new Set(seeingPositions(file, actor).map((position) => position.positionId));
  const looking = positionsWith(actor, 'identity.read').filter((position) => seeing.has(position.positionId));
  if (looking.length === 0) return false;
  return (
    isOnTeam(file, actor.personId) ||
    looking.some((position) => position.capabilities.includes('case.verify') || position.capabilities.includes('case.decide'))
  );
}
