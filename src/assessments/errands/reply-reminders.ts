/** Reminds those who answer for an agency that the time for replies ends. The ledger sees to it that each is told once. */
import { dayOf, Temporal } from '../../kernel/time.ts';
import { asLimit, lawBook, reminderMoment } from '../../law/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import type { Tools } from '../../platform/tools.ts';
import { zoneOfAssessment } from '../actions/reply-time.ts';
import { assessedSide, tell } from '../actions/tell.ts';
import { lockAssessment } from '../store/assessments.ts';
import { repliesEndingSoon } from '../store/replies.ts';
import { loadRound } from '../store/rounds.ts';

/** The longest that a reminder of some working days can lie before the day itself: two weeks with the long holidays. */
const LOOK_AHEAD_DAYS = 30;

export async function replyRemindersErrand(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  const book = await lawBook(tools);
  for (const id of await repliesEndingSoon(tools.db, now, LOOK_AHEAD_DAYS)) {
    await inTransaction(tools, async (tx) => {
      const assessment = await lockAssessment(tx, id);
      const due = assessment?.replyDueAt;
      // Waived, decided or ended since the list was made.
      if (!assessment || !due || assessment.repliesWaived || !['notified', 'in-reply'].includes(assessment.stage)) return;
      const zone = zoneOfAssessment(assessment);
      const lead = asLimit(book.parameter('assessment.reply-reminder', dayOf(now, zone)));
      const at = reminderMoment(due, lead, zone, book.calendar(assessment.regionCode));
      if (Temporal.Instant.compare(now, at) < 0) return;
      const round = await loadRound(tx, assessment.roundId);
      if (!round) return;
      const side = await assessedSide(tools, tx, assessment, 'answering');
      const stage = `reminder:${dayOf(due, zone).toString()}`;
      await tell(tools, tx, round, assessment, side, { purpose: 'assessment.reply-reminder', stage, dueAt: due });
    });
  }
}

export const roundErrands: ErrandList = {
  'assessments.reply-reminders': (tools) => replyRemindersErrand(tools),
};

export const roundRecurring: Recurring = [{ errand: 'assessments.reply-reminders', crontab: '*/10 * * * *' }];
