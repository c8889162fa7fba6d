/** Who is told of reviews and evaluations, through the ledger: references and days, never what anybody wrote. */
import { holdersOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { OutgoingMessage, Tools } from '../../../platform/tools.ts';
import { type Agreement, focalPointsOn } from '../../rules/agreement.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import { departedPoints } from '../../store/register/focal-points.ts';

/**
 * The focal points of some sides who still hold an office on a day, and whoever prepares agreements or confirms what the others report at the agency that stands for them.
 */
export async function peopleOfSides(
  db: Db | Tx,
  agreement: Agreement,
  roots: readonly string[],
  day: Day,
): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  const departed = await departedPoints(db as Db, agreement.id, day);
  for (const voice of voicesOf(agreement).filter(({ root }) => roots.includes(root))) {
    for (const partyId of voice.partyIds)
      for (const { id, personId } of focalPointsOn(agreement, partyId, day))
        if (personId !== null && !departed.has(id)) people.add(personId);
    for (const capability of ['agreement.prepare', 'agreement.confirm'] as const)
      for (const person of await holdersOf(db as Db, voice.agencyId, capability, day)) people.add(person);
  }
  return people;
}

/** Each of them once; not whoever caused it. */
export async function tell(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  people: ReadonlySet<string>,
  message: Omit<OutgoingMessage, 'recipient'>,
): Promise<void> {
  for (const id of people) {
    if (actor.kind === 'officer' && actor.personId === id) continue;
    await tools.post(tx, { ...message, recipient: { kind: 'person', id } });
  }
}
