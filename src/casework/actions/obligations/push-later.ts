/** The compliance figure follows every change of an obligation: an errand in the same transaction. */
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';

export const PUSH_ERRAND = 'casework.push-compliance';

/** For every agency on the path, for the years the obligation counted in before and counts in now. */
export async function pushComplianceLater(tx: Tx, now: Obligation, before: Obligation = now): Promise<void> {
  const years = new Set([now, before].flatMap((each) => yearsTouched(each)));
  for (const agencyId of now.agencyPath) {
    for (const year of years) {
      await enqueue(tx, { errand: PUSH_ERRAND, payload: { agencyId, year }, key: `compliance:${agencyId}:${year}` });
    }
  }
}

function yearsTouched({ dueAt, judgedAt, zone }: Obligation): number[] {
  return [dayOf(dueAt, zone).year, ...(judgedAt ? [dayOf(judgedAt, zone).year] : [])];
}
