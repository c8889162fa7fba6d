/**
 * Who reads an obligation and who takes which step on it. The agency's side: whoever answers at the addressee, at the office it was given to, or
 * above them (a coordinator sees the whole government, a liaison officer the own office and below). The Ombudsman's side: the office it is owed
 * to, or one above it, for a case without whoever a conflict of interest shuts out. The agency never sees the case itself.
 */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../../kernel/actor.ts';
import { type Case, isOnTeam } from '../case.ts';
import { CASE_VISIBILITY, seeingPositions } from '../visibility.ts';
import { type ObligationTransition, openObligationLines, SIDES, type Side } from './obligation.transitions.ts';
import type { Obligation } from './obligation.ts';

type Placed = Pick<Obligation, 'agencyPath' | 'handlerPath' | 'officePath' | 'governmentId'>;

/** Through which positions a capability of the agency's side reaches it. */
export function agencyPositions(
  obligation: Placed,
  actor: Actor,
  capability: 'case.answer' | 'case.owed-read',
): readonly HeldPosition[] {
  return positionsWith(actor, capability).filter(
    ({ agencyId }) => obligation.agencyPath.includes(agencyId) || obligation.handlerPath.includes(agencyId),
  );
}

/** Positions of the Ombudsman that see it. @param file the case it comes from, `null` = it comes from a review */
export function ombudsmanPositions(obligation: Placed, actor: Actor, file: Case | null): readonly HeldPosition[] {
  if (actor.kind !== 'officer') return [];
  if (file) return seeingPositions(file, actor);
  // Nobody judges a government they hold a position in.
  if (actor.positions.some(({ agencyPath }) => agencyPath.includes(obligation.governmentId))) return [];
  return actor.positions.filter(
    (position) =>
      obligation.officePath.includes(position.agencyId) &&
      CASE_VISIBILITY.some((line) => line.reach === 'chain' && position.capabilities.includes(line.capability)),
  );
}

export type ObligationView = 'agency' | 'ombudsman' | null;

export function viewOfObligation(obligation: Placed, actor: Actor, file: Case | null): ObligationView {
  if (ombudsmanPositions(obligation, actor, file).length > 0) return 'ombudsman';
  const reads = (['case.answer', 'case.owed-read'] as const).some((each) => agencyPositions(obligation, actor, each).length > 0);
  return reads ? 'agency' : null;
}

/** Whether the actor acts for this side. An examiner of a case must be on its team. */
export function actsFor(side: Side, obligation: Placed, actor: Actor, file: Case | null): boolean {
  if (side === 'system') return actor.kind === 'system';
  if (side === 'agency') return agencyPositions(obligation, actor, 'case.answer').length > 0;
  const capabilities: readonly Capability[] = SIDES[side];
  return ombudsmanPositions(obligation, actor, file).some((position) =>
    capabilities.some(
      (capability) =>
        position.capabilities.includes(capability) &&
        // Those who review systems follow up what their review suggested; a case is its team's.
        (capability !== 'case.review' || file === null) &&
        (capability !== 'case.examine' || file === null || (actor.kind === 'officer' && isOnTeam(file, actor.personId))),
    ),
  );
}

export interface Held {
  readonly obligation: Obligation;
  readonly file: Case | null;
}

/** The line the actor may take for an action now, with the side it is taken for; the agency's own side first. */
export function lineFor(
  { obligation, file }: Held,
  action: string,
  actor: Actor,
): { readonly line: ObligationTransition; readonly side: Side } | undefined {
  for (const line of openObligationLines(obligation.state, obligation.judgedAt !== null)) {
    if (line.action !== action) continue;
    const side = line.by.find((each) => actsFor(each, obligation, actor, file));
    if (side) return { line, side };
  }
  return undefined;
}

/** The steps the actor may take now, in the order of the table. */
export function stepsFor(held: Held, actor: Actor): readonly { readonly line: ObligationTransition; readonly side: Side }[] {
  const actions = openObligationLines(held.obligation.state, held.obligation.judgedAt !== null).map((line) => line.action);
  return [...new Set(actions)].flatMap((action) => lineFor(held, action, actor) ?? []);
}

/** Whether anything is owed or followed up here by somebody like this: for the menu, before any row is read. */
export function mayListOwed(actor: Actor): boolean {
  return positionsWith(actor, 'case.answer').length > 0 || positionsWith(actor, 'case.owed-read').length > 0;
}

/** Whoever sees cases of their office and below follows up what agencies owe it. */
export const FOLLOWS_OBLIGATIONS: readonly Capability[] = CASE_VISIBILITY.flatMap(({ reach, capability }) =>
  reach === 'chain' ? [capability] : [],
);

export function mayListObligations(actor: Actor): boolean {
  return FOLLOWS_OBLIGATIONS.some((capability) => positionsWith(actor, capability).length > 0);
}
