/**
 * Whether this actor may take this step on this case now: read from the transition table, nowhere else. Pages ask it which buttons to show,
 * `take` asks it before a case moves.
 */
import type { Actor, Capability, HeldPosition } from '../../kernel/actor.ts';
import { CASE_TRANSITIONS, type CaseAction, type CaseTransition, REOPENABLE, REVIVABLE } from './case.transitions.ts';
import { type Case, isOnTeam } from './case.ts';
import { isReporter, seeingPositions } from './visibility.ts';

/** An actor's position for a step, `null` for the reporter or the system acting as itself. */
export interface Standing {
  readonly position: HeldPosition | null;
}

/** Positions at the case's office or above it through which the actor has a capability for this case; none for the excluded. */
export function standingsWith(file: Case, actor: Actor, capability: Capability): readonly HeldPosition[] {
  return seeingPositions(file, actor).filter((position) => position.capabilities.includes(capability));
}

function standingFor(line: CaseTransition, file: Case, actor: Actor): Standing | undefined {
  if (line.by === 'system') return actor.kind === 'system' ? { position: null } : undefined;
  if (line.by === 'reporter') return isReporter(file, actor) ? { position: null } : undefined;
  if (line.team && !(actor.kind === 'officer' && isOnTeam(file, actor.personId))) return undefined;
  const position = standingsWith(file, actor, line.by).find((each) => line.at !== 'root' || each.agencyId === file.officePath[0]);
  return position && { position };
}

/** Lines of the table that the case's present state allows at all. */
export function openLines(file: Case): readonly CaseTransition[] {
  return CASE_TRANSITIONS.filter((line) => {
    if (line.from !== file.stage) return false;
    if (line.action === 'revive') return file.outcome !== null && REVIVABLE.includes(file.outcome);
    if (line.action === 'reopen') return file.outcome !== null && REOPENABLE.includes(file.outcome);
    // Whether a recommendation is asked for is decided once something was found; whether to examine, before.
    if (line.action === 'decide-examine') return file.conclusion === null;
    if (line.action === 'decide-recommend') return file.conclusion === 'found';
    return true;
  });
}

/** `undefined` = the table knows no such step from here; otherwise the line and through which position the actor may take it. */
export function caseStep(
  file: Case,
  action: CaseAction,
  actor: Actor,
): { readonly line: CaseTransition; readonly standing: Standing | undefined } | undefined {
  const lines = openLines(file).filter((line) => line.action === action);
  for (const line of lines) {
    const standing = standingFor(line, file, actor);
    if (standing) return { line, standing };
  }
  return lines[0] && { line: lines[0], standing: undefined };
}

/** The steps this actor may take now. */
export function possibleActions(file: Case, actor: Actor): CaseAction[] {
  const all = [...new Set(openLines(file).map((line) => line.action))];
  return all.filter((action) => caseStep(file, action, actor)?.standing !== undefined);
}

/**
 * Whether the actor may write in the case without moving it (plans, requests, evidence, findings, notes): a capability of the work at the
 * case's office or above, and for examiners a place on the team. A closed case is only read.
 */
export function mayWork(
  file: Case,
  actor: Actor,
  capability: 'case.verify' | 'case.examine' | 'case.resolve' | 'case.decide',
): boolean {
  if (file.stage === 'closed' || actor.kind !== 'officer') return false;
  if (standingsWith(file, actor, capability).length === 0) return false;
  return capability !== 'case.examine' || isOnTeam(file, actor.personId);
}
