/** Whether this actor may take this step now: read from the transition tables, nowhere else. Pages ask it which buttons to show. Pure. */
import type { Actor, Capability, HeldPosition } from '../../kernel/actor.ts';
import { AGREEMENT_TRANSITIONS, type AgreementAction, type AgreementTransition } from './agreement.transitions.ts';
import type { Agreement, Party } from './agreement.ts';
import { agreementKind } from './kinds.ts';
import { LINE_TRANSITIONS, type LineAction, type LineSide, type LineTransition } from './line.transitions.ts';
import type { Line } from './line.ts';
import type { AgreementRefusal } from './refusals.ts';

function positionsWith(actor: Actor, capability: Capability): readonly HeldPosition[] {
  return actor.kind === 'officer' ? actor.positions.filter(({ capabilities }) => capabilities.includes(capability)) : [];
}

/** Positions at the keeper or above it that prepare the agreement. */
export function keeperPositions(actor: Actor, agreement: Pick<Agreement, 'keeperPath'>): readonly HeldPosition[] {
  return positionsWith(actor, 'agreement.prepare').filter(({ agencyId }) => agreement.keeperPath.includes(agencyId));
}

export function mayPrepare(actor: Actor, agreement: Pick<Agreement, 'keeperPath'>): boolean {
  return keeperPositions(actor, agreement).length > 0;
}

/** The parties somebody speaks for with a capability: positions at the party's agency or above it in its tree. */
export function partiesSpokenFor(actor: Actor, agreement: Pick<Agreement, 'parties'>, capability: Capability): readonly Party[] {
  const held = positionsWith(actor, capability);
  return agreement.parties.filter((party) => held.some(({ agencyId }) => party.agencyPath.includes(agencyId)));
}

/** Transitions open in its state to whoever may take them. */
export function openTransitions(agreement: Pick<Agreement, 'state'>): readonly AgreementTransition[] {
  return AGREEMENT_TRANSITIONS.filter(({ from }) => from === agreement.state);
}

/** What others review is not signed in turn: it is recorded once it is adopted; while it is with them nothing moves but the review. */
function fitsKind(agreement: Pick<Agreement, 'kind' | 'isUnderReview'>, { action }: AgreementTransition): boolean {
  if (agreement.isUnderReview) return false;
  return !agreementKind(agreement.kind).isReviewed || action === 'record' || action === 'drop' || action === 'end';
}

/** `undefined` = the table knows no such step from here; `allowed` says whether this actor may take it. */
export function agreementStep(
  agreement: Agreement,
  action: AgreementAction,
  actor: Actor,
): { readonly line: AgreementTransition; readonly allowed: boolean } | undefined {
  const line = openTransitions(agreement).find((each) => each.action === action && fitsKind(agreement, each));
  if (!line) return undefined;
  const allowed = line.by === 'system' ? actor.kind === 'system' : mayPrepare(actor, agreement);
  return { line, allowed };
}

export function possibleActions(agreement: Agreement, actor: Actor): readonly AgreementAction[] {
  return openTransitions(agreement)
    .map(({ action }) => action)
    .filter((action) => agreementStep(agreement, action, actor)?.allowed === true);
}

/** Whether the text, parties, signatories and days may be changed now. */
export function mayEdit(actor: Actor, agreement: Agreement): boolean {
  return (
    (agreement.state === 'draft' || agreement.state === 'commenting') && !agreement.isUnderReview && mayPrepare(actor, agreement)
  );
}

/** Focal points change while an agreement is in force: by the keeper, and each side for itself. */
export function mayNameFocalPoint(actor: Actor, agreement: Agreement, partyId: string): boolean {
  if (agreement.state === 'dropped' || agreement.state === 'ended') return false;
  return mayPrepare(actor, agreement) || partiesSpokenFor(actor, agreement, 'agreement.prepare').some(({ id }) => id === partyId);
}

/**
 * Lines may be added and changed by the keeper until the agreement ends, but for the time between settling the text and its last signature: what was agreed
 * to is what is signed. What was promised at signing stays in the events. A plan adopted at the end of its review changes by a new edition alone.
 */
export function mayEditLines(actor: Actor, agreement: Agreement): boolean {
  return (
    agreementKind(agreement.kind).hasLines &&
    !agreement.isUnderReview &&
    !agreement.isAdopted &&
    !(['ready', 'signing', 'ended', 'dropped'] as const).some((state) => state === agreement.state) &&
    mayPrepare(actor, agreement)
  );
}

/** Why the lines cannot be changed by this actor now; `null` = they can. */
export function refusalOfLines(actor: Actor, agreement: Agreement): AgreementRefusal | null {
  if (mayEditLines(actor, agreement)) return null;
  return isHeldByEdition(actor, agreement) ? 'agreement.rad-by-edition' : 'agreement.not-yours';
}

/** Whether the actor would change it, were it not adopted: told where a new edition begins. */
export function isHeldByEdition(actor: Actor, agreement: Agreement): boolean {
  return agreement.isAdopted && agreement.state === 'signed' && mayPrepare(actor, agreement);
}

/** Which sides of a line the actor stands on. Nobody stands on both: whoever belongs to the owner's tree never confirms. */
export function sidesOf(actor: Actor, agreement: Agreement, line: Pick<Line, 'owner' | 'other'>): readonly LineSide[] {
  const sides: LineSide[] = [];
  if (positionsWith(actor, 'agreement.progress').some(({ agencyId }) => line.owner.agencyPath.includes(agencyId)))
    sides.push('owner');
  if (confirms(actor, agreement, line)) sides.push('other');
  if (mayPrepare(actor, agreement)) sides.push('keeper');
  return sides;
}

function confirms(actor: Actor, agreement: Agreement, line: Pick<Line, 'owner' | 'other'>): boolean {
  const root = line.owner.agencyPath[0];
  const held = positionsWith(actor, 'agreement.confirm').filter(({ governmentId }) => governmentId !== root);
  if (actor.kind === 'officer' && actor.positions.some(({ governmentId }) => governmentId === root)) return false;
  const paths = line.other
    ? [line.other.agencyPath]
    : agreement.parties.filter(({ id }) => id !== line.owner.partyId).map(({ agencyPath }) => agencyPath);
  // The office of the Ombudsman that follows an agreement confirms what governments report, also where it is no party.
  return held.some(({ agencyId }) => [...paths, agreement.officePath].some((path) => path.includes(agencyId)));
}

/** What the actor may do with a line now, each action once. Lines are carried out once the agreement is signed, and dropped while the plan may change. */
export function lineActions(actor: Actor, agreement: Agreement, line: Line): readonly LineTransition[] {
  const sides = sidesOf(actor, agreement, line);
  const open = LINE_TRANSITIONS.filter(
    ({ from, by, action }) =>
      from === line.state &&
      sides.includes(by) &&
      (action === 'drop' ? mayEditLines(actor, agreement) : agreement.state === 'signed'),
  );
  return open.filter(({ action }) => isTimely(line, action));
}

/** Whether the other side has not yet spoken to what was last reported: another amount, or the same on a later day. */
export function awaitsConfirmation({ reported, confirmed }: Pick<Line, 'reported' | 'confirmed'>): boolean {
  return reported !== null && (reported.amount !== confirmed?.amount || !reported.on.equals(confirmed.on));
}

/** Confirming, sending back and taking back need a report that waits for it. */
function isTimely(line: Line, action: LineAction): boolean {
  if (action !== 'confirm' && action !== 'return' && action !== 'withdraw') return true;
  return line.state === 'reported' || awaitsConfirmation(line);
}
