/**
 * Who sees which agreements: data, from which store/visible.ts compiles the SQL; a property test compares the two. What is signed is public; until
 * then it is for the officers of the parties and of the Ombudsman's office that follows it.
 */
import type { Actor, Capability, HeldPosition, Officer } from '../../kernel/actor.ts';
import type { AgreementState } from './agreement.transitions.ts';
import type { Agreement } from './agreement.ts';

/** Any of them opens the desk of agreements. */
export const READING: readonly Capability[] = [
  'agreement.prepare',
  'agreement.progress',
  'agreement.confirm',
  'agreement.sign',
  'agreement.read',
  'agreement.review-rad',
];

/** States that anyone may see. */
export const PUBLIC_STATES: readonly AgreementState[] = ['signed', 'ended'];

export function isPublic(agreement: Pick<Agreement, 'state'>): boolean {
  return PUBLIC_STATES.includes(agreement.state);
}

/** Positions that read agreements at all. */
export function readingPositions(actor: Actor): readonly HeldPosition[] {
  return actor.kind === 'officer'
    ? actor.positions.filter(({ capabilities }) => READING.some((each) => capabilities.includes(each)))
    : [];
}

export function mayList(actor: Actor): actor is Officer {
  return readingPositions(actor).length > 0;
}

type Seen = Pick<Agreement, 'parties' | 'officePath' | 'keeperPath' | 'kind'>;

/**
 * Through which positions somebody sees an agreement that is not public: of a government that is a party (at any of its offices), of the Ombudsman's
 * office that follows it or one above, of the keeper's tree; for action plans also whoever reviews them for the province or the ministry.
 */
export function seeingPositions(actor: Actor, agreement: Seen): readonly HeldPosition[] {
  const roots = new Set(
    agreement.parties.flatMap(({ side, governmentId }) => (side === 'government' && governmentId !== null ? [governmentId] : [])),
  );
  return readingPositions(actor).filter(
    (position) =>
      roots.has(position.governmentId) ||
      agreement.officePath.includes(position.agencyId) ||
      agreement.keeperPath.includes(position.agencyId) ||
      (agreement.kind === 'rad' && position.capabilities.includes('agreement.review-rad')),
  );
}

export function maySee(actor: Actor, agreement: Seen & Pick<Agreement, 'state'>): boolean {
  return isPublic(agreement) || seeingPositions(actor, agreement).length > 0;
}

/** Whether the actor works on it: sees drafts, comments, what was returned and why. */
export function isInside(actor: Actor, agreement: Seen): boolean {
  return seeingPositions(actor, agreement).length > 0;
}
