/** Who hands in a work report at an office for a month. */
import { positionsAt } from '../../../../directory/index.ts';
import { type Day, Temporal } from '../../../../kernel/time.ts';
import type { Db } from '../../../../platform/database/database.ts';
import { WORKING } from '../../../rules/reports/reach.ts';

/** Whoever held a position of casework there at the beginning, in the middle or at the end of the month; not after today. */
export async function authorsAt(db: Db, officeId: string, month: Day, today: Day): Promise<readonly string[]> {
  const end = month.add({ months: 1 }).subtract({ days: 1 });
  const days = [month, month.with({ day: 15 }), end].filter((day) => Temporal.PlainDate.compare(day, today) <= 0);
  const found = new Set<string>();
  for (const day of days) {
    for (const capability of WORKING)
      for (const { personId } of await positionsAt(db, officeId, capability, day)) found.add(personId);
  }
  return [...found].sort();
}
