/** What `mayAppeal` asks of a complaint, gathered from the complaints room and from the cases there are. */
import { type Complaint, isPaused, isRunning, statusOf } from '../../../complaints/index.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { isRuleSet, lawBook } from '../../../law/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { AGENCY_CLOCKS, type AgencyClock, type Appeal, mayAppeal } from '../../rules/intake/may-appeal.ts';
import { earlierCase } from '../../rules/intake/may-return.ts';

export async function appealOf(
  tools: Tools,
  complaint: Complaint,
  cases: readonly Pick<Case, 'stage' | 'outcome'>[],
  now: Moment,
  tx?: Tx,
): Promise<Appeal> {
  const book = await lawBook(tools, tx);
  const ruleSet = isRuleSet(complaint.ruleSet) ? complaint.ruleSet : undefined;
  const returnsBorne = book.parameter(
    'complaint.returns-before-arbitration',
    dayOf(complaint.filedAt, complaint.zone),
    ruleSet,
  ).value;
  return mayAppeal(
    {
      status: statusOf(complaint),
      outcome: complaint.outcome,
      objections: complaint.objections,
      returns: complaint.returns,
      returnsBorne,
      running: complaint.clocks.flatMap((clock) => {
        const kind = AGENCY_CLOCKS.find((each) => each === clock.kind) as AgencyClock | undefined;
        return kind !== undefined && isRunning(clock) && !isPaused(clock) ? [{ kind, dueAt: clock.dueAt }] : [];
      }),
      earlier: earlierCase(cases),
    },
    now,
  );
}
