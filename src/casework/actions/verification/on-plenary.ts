/** The shell of every step of a meeting: lock, ask whether the actor leads it, work, append the event to the meeting's own file. */
import { type Actor, actorReference, type Officer } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents, type NewEvent } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { Plenary } from '../../rules/verification/plenary.ts';
import { mayLead, maySeePlenary } from '../../rules/verification/plenary-permissions.ts';
import { loadPlenary, loadPlenaryForUpdate } from '../../store/verification/plenaries.ts';

export type PlenaryOutcome = Promise<Result<Plenary, CaseRefusal>>;

/** The kind of the meetings' own audit files. */
export const PLENARY_FILE = 'case-plenary';

export interface PlenaryTarget {
  readonly plenaryId: string;
  /** The version the form was made from; `null` = whatever it is now. */
  readonly version: number | null;
}

type Event = Omit<NewEvent, 'at' | 'actor'>;

/** A refusal rolls everything back. */
export function onPlenary(
  tools: Tools,
  actor: Actor,
  target: PlenaryTarget,
  work: (plenary: Plenary, tx: Tx, officer: Officer) => Promise<Result<Event, CaseRefusal>>,
): PlenaryOutcome {
  return orRollBack(tools, async (tx) => {
    const plenary = await loadPlenaryForUpdate(tx, target.plenaryId);
    if (!plenary || actor.kind !== 'officer' || !maySeePlenary(actor, plenary)) return refuse('case.absent');
    if (!mayLead(actor, plenary)) return refuse('case.not-yours');
    if (target.version !== null && target.version !== plenary.version) return refuse('case.plenary-moved-on');
    const done = await work(plenary, tx, actor);
    if (!done.ok) return done;
    await appendEvents(tools, tx, { kind: PLENARY_FILE, id: plenary.id }, [
      { ...done.value, at: tools.clock.now(), actor: actorReference(actor) },
    ]);
    return ok((await loadPlenary(tx, plenary.id)) as Plenary);
  });
}
