/** Tells the sides of a line what was done with it, in the transaction that did it. */
import { holdersAt } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { addresseesOf, agenciesAsked, type LineHolders, othersOf } from '../../rules/lines/addressees.ts';

/** Whoever holds the offices of these agencies on a day, by what they may do with lines: four queries. */
export async function lineHolders(tx: Tx, agencyIds: Iterable<string>, day: Day): Promise<LineHolders> {
  const ids = new Set(agencyIds);
  return {
    progress: await holdersAt(tx, ids, 'agreement.progress', day),
    confirm: await holdersAt(tx, ids, 'agreement.confirm', day),
    prepare: await holdersAt(tx, ids, 'agreement.prepare', day),
    sign: await holdersAt(tx, ids, 'agreement.sign', day),
  };
}

export interface News {
  readonly purpose:
    | 'agreement.line-reported'
    | 'agreement.line-returned'
    | 'agreement.line-moved'
    | 'agreement.line-added'
    | 'agreement.line-changed'
    | 'agreement.line-withdrawn';
  readonly sides: readonly ('owner' | 'other')[];
  /** What it is about: the report, the delay, the change. */
  readonly about: string;
  /** The line before, where those who stood beside it then are told as well. */
  readonly before?: Line;
}

/** Whoever did it is not told. */
export async function tellSides(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  line: Line,
  agreement: Agreement,
  { purpose, sides, about, before }: News,
): Promise<void> {
  const day = dayOf(tools.clock.now(), agreement.zone);
  const lines = before ? [before, line] : [line];
  const holders = await lineHolders(
    tx,
    lines.flatMap((each) => agenciesAsked(each, agreement)),
    day,
  );
  const people = new Set(lines.flatMap((each) => sides.flatMap((side) => addresseesOf(each, agreement, side, holders))));
  const self = actorReference(actor);
  for (const personId of people) {
    if (`person:${personId}` === self) continue;
    await tools.post(tx, {
      purpose,
      object: { kind: 'agreement-line', id: line.id },
      recipient: { kind: 'person', id: personId },
      stage: about,
      details: { code: agreement.code, line: line.ordinal, dueOn: line.dueOn.toString() },
    });
  }
}

export interface PlanNews {
  readonly purpose: 'agreement.plan-grown' | 'agreement.plan-changed';
  /** How many lines; `null` = more than are changed in one transaction. */
  readonly count: number | null;
  readonly about: string;
}

/** Many lines of a signed plan at once: the other parties hear of it once, not line by line. */
export async function tellOfPlan(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  { purpose, count, about }: PlanNews,
): Promise<void> {
  const own = actor.kind === 'officer' ? actor.positions.map(({ governmentId }) => governmentId) : [];
  const agencies = [...agreement.parties.flatMap(({ agencyPath }) => agencyPath), ...agreement.officePath];
  const prepare = await holdersAt(tx, new Set(agencies), 'agreement.prepare', dayOf(tools.clock.now(), agreement.zone));
  for (const personId of othersOf(agreement, own, prepare))
    await tools.post(tx, {
      purpose,
      object: { kind: 'agreement', id: agreement.id },
      recipient: { kind: 'person', id: personId },
      stage: about,
      details: { code: agreement.code, count },
    });
}
