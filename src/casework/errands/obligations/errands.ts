/** What happens later to obligations: the figure is pushed, reviews' ladders are climbed, due days follow a new calendar. */
import { lawBook, reCalendar } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { ErrandList, Recurring } from '../../../platform/jobs/errands.ts';
import type { Tools } from '../../../platform/tools.ts';
import { climbReviewAlerts, LATER } from '../../actions/obligations/climb-review-alerts.ts';
import { pushByTime, pushCompliance } from '../../actions/obligations/push-compliance.ts';
import { PUSH_ERRAND, pushComplianceLater } from '../../actions/obligations/push-later.ts';
import { surroundingsOf } from '../../actions/surroundings.ts';
import { nextAlert } from '../../rules/case-alerts.ts';
import { agencyClock } from '../../rules/obligations/clocks.ts';
import { clocksOfObligation, lockObligation, saveObligation, saveReviewClocks } from '../../store/obligations/obligations.ts';
import {
  followClocks,
  markReviewAlerts,
  reviewClocksToAlert,
  reviewClocksUnderOlder,
} from '../../store/obligations/review-alerts.ts';

const BATCH = 200;
/** Another errand ten minutes later goes on where this one stops. */
const MOST = 5_000;

export async function obligationDeadlines(tools: Tools): Promise<void> {
  for (let acted = 0; acted < MOST; ) {
    const due = await reviewClocksToAlert(tools.db, tools.clock.now(), BATCH);
    if (due.length === 0) return;
    for (const clock of due) {
      acted += 1;
      try {
        await climbReviewAlerts(tools, clock);
      } catch (error) {
        tools.log.error({ err: error, ...clock }, 'an alert failed; later again');
        await markReviewAlerts(tools.db, clock, null, LATER(tools.clock.now()));
      }
    }
  }
}

/** After the case clocks were reckoned anew: lists follow, and reviews' clocks are reckoned here. */
export async function recomputeObligations(tools: Tools): Promise<void> {
  await inTransaction(tools, followClocks);
  const { calendarVersion } = await lawBook(tools);
  for (;;) {
    const ids = await reviewClocksUnderOlder(tools.db, calendarVersion, BATCH);
    for (const id of ids) await reckonAnew(tools, id);
    if (ids.length < BATCH) return;
  }
}

function reckonAnew(tools: Tools, id: string): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const obligation = await lockObligation(tx, id);
    if (!obligation) return;
    const { ruleSet, issuedAt: registeredAt, zone, regionCode } = obligation;
    const { law, times } = surroundingsOf(await lawBook(tools, tx), { ruleSet, registeredAt, zone, regionCode });
    const before = await clocksOfObligation(tx, obligation);
    const clocks = before.map((clock) => reCalendar(clock, law));
    const moved = clocks.filter((clock, index) => clock !== before[index]);
    await saveReviewClocks(tx, id, moved, (clock) => nextAlert({ stage: 'monitoring' }, clock, 0, times)?.at ?? null);
    const dueAt = agencyClock(clocks, id)?.dueAt ?? obligation.dueAt;
    if (dueAt.equals(obligation.dueAt)) return;
    const after = { ...obligation, dueAt };
    await saveObligation(tx, after);
    await pushComplianceLater(tx, after, obligation);
    const payload = { obligation: id, why: 'calendar-changed', from: obligation.dueAt.toString(), to: dueAt.toString() };
    const event = { type: 'due-moved', at: tools.clock.now(), actor: 'errand:casework.recompute-obligations', payload };
    await appendEvents(tools, tx, { kind: 'obligation', id }, [event]);
  });
}

function asPush(payload: unknown): { readonly agencyId: string; readonly year: number } {
  const { agencyId, year } = payload as { agencyId?: unknown; year?: unknown };
  if (typeof agencyId !== 'string' || typeof year !== 'number') throw new TypeError('push-compliance: no agency or year');
  return { agencyId, year };
}

export const obligationErrands: ErrandList = {
  [PUSH_ERRAND]: async (tools, payload) => {
    const { agencyId, year } = asPush(payload);
    await pushCompliance(tools, agencyId, year);
  },
  'casework.push-compliance-by-time': (tools) => pushByTime(tools),
  'casework.obligation-deadlines': (tools) => obligationDeadlines(tools),
  'casework.recompute-obligations': (tools) => recomputeObligations(tools),
};

export const obligationRecurring: Recurring = [
  { errand: 'casework.push-compliance-by-time', crontab: '25 17 * * *' },
  { errand: 'casework.obligation-deadlines', crontab: '*/10 * * * *' },
  // After the clocks of cases (casework.recompute-deadlines).
  { errand: 'casework.recompute-obligations', crontab: '7 19 * * *' },
];
