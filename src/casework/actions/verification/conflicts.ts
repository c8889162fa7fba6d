/** Whether a conflict of interest keeps people from a case today: asked of exclusions, positions held and positions left lately. */
import { actorFor, agenciesByIds, positionsOf } from '../../../directory/index.ts';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type Conflict, conflictOf, type HeldTerm } from '../../rules/verification/conflict.ts';

/** Those of these people who have one, with what it is. */
export async function conflictsAmong(
  tools: Tools,
  db: Db | Tx,
  file: Case,
  personIds: readonly string[],
  now: Moment,
): Promise<ReadonlyMap<string, Conflict>> {
  const today = dayOf(now, file.zone);
  const daysAfter = (await lawBook(tools, db as Db)).parameter('case.tie', today, file.ruleSet).value;
  const found = new Map<string, Conflict>();
  for (const personId of new Set(personIds)) {
    const person = { personId, actor: await actorFor(db as Db, personId, today), terms: await termsOf(db, personId) };
    const conflict = conflictOf(file, person, today, daysAfter);
    if (conflict) found.set(personId, conflict);
  }
  return found;
}

async function termsOf(db: Db | Tx, personId: string): Promise<readonly HeldTerm[]> {
  const positions = await positionsOf(db as Db, personId);
  const agencies = await agenciesByIds(
    db as Db,
    positions.map((each) => each.agencyId),
  );
  return positions.map((each) => {
    const agency = agencies.get(each.agencyId);
    return {
      governmentId: agency?.governmentId ?? each.agencyId,
      agencyPath: agency?.path ?? [each.agencyId],
      startsOn: each.startsOn,
      endsOn: each.endsOn as Day | null,
    };
  });
}
