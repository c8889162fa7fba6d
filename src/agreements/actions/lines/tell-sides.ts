/** Tells a side of a line that something waits for it, in the transaction that made it wait. */
import { holdersAt } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { addresseesOf, agenciesAsked, type LineHolders } from '../../rules/lines/addressees.ts';

/** Whoever holds the offices of these agencies on a day, by what they may do with lines: three queries. */
export async function lineHolders(tx: Tx, agencyIds: Iterable<string>, day: Day): Promise<LineHolders> {
  const ids = new Set(agencyIds);
  return {
    progress: await holdersAt(tx, ids, 'agreement.progress', day),
    confirm: await holdersAt(tx, ids, 'agreement.confirm', day),
    prepare: await holdersAt(tx, ids, 'agreement.prepare', day),
  };
}

export interface News {
  readonly purpose: 'agreement.line-reported' | 'agreement.line-returned' | 'agreement.line-moved';
  readonly side: 'owner' | 'other';
  /** What it is about: the report or the delay. */
  readonly about: string;
}

/** Whoever did it is not told. */
export async function tellSides(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  line: Line,
  agreement: Agreement,
  { purpose, side, about }: News,
): Promise<void> {
  const day = dayOf(tools.clock.now(), agreement.zone);
  const holders = await lineHolders(tx, agenciesAsked(line, agreement), day);
  const self = actorReference(actor);
  for (const personId of addresseesOf(line, agreement, side, holders)) {
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
