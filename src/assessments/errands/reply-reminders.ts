/**
 * The time for replies, looked after: when days off were decreed meanwhile it becomes longer (never shorter, for it was promised), and
 * those who answer are reminded before it ends. The ledger sees to it that each is told once.
 */
import type { System } from '../../kernel/actor.ts';
import { actorReference } from '../../kernel/actor.ts';
import { dayOf, Temporal } from '../../kernel/time.ts';
import { asLimit, type LawBook, lawBook, reminderMoment } from '../../law/index.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import type { Tools } from '../../platform/tools.ts';
import { replyDue, zoneOfAssessment } from '../actions/reply-time.ts';
import { assessedSide, tell } from '../actions/tell.ts';
import type { Assessment, Round } from '../rules/assessment.ts';
import { lockAssessment, saveAssessment } from '../store/assessments.ts';
import { repliesRunning } from '../store/replies.ts';
import { loadRound } from '../store/rounds.ts';

const SYSTEM: System = { kind: 'system', errand: 'assessments.reply-reminders' };

export async function replyRemindersErrand(tools: Tools): Promise<void> {
  const book = await lawBook(tools);
  for (const id of await repliesRunning(tools.db, tools.clock.now())) {
    await inTransaction(tools, async (tx) => {
      const locked = await lockAssessment(tx, id);
      // Waived, decided or ended since the list was made.
      if (!locked || locked.repliesWaived || !['notified', 'in-reply'].includes(locked.stage)) return;
      const round = await loadRound(tx, locked.roundId);
      if (!round) return;
      await remind(tools, tx, book, round, await extend(tools, tx, book, round, locked));
    });
  }
}

async function extend(tools: Tools, tx: Tx, book: LawBook, round: Round, assessment: Assessment): Promise<Assessment> {
  const { notified, replyDueAt } = assessment;
  if (!notified || !replyDueAt) return assessment;
  const { dueAt } = replyDue(book, round, assessment, notified.at);
  if (Temporal.Instant.compare(dueAt, replyDueAt) <= 0) return assessment;
  const saved = await saveAssessment(tx, { ...assessment, replyDueAt: dueAt });
  const payload = { from: replyDueAt.toString(), to: dueAt.toString(), calendarVersion: book.calendarVersion };
  await appendEvents(tools, tx, { kind: 'assessment', id: assessment.id }, [
    { type: 'reply.due-moved', at: tools.clock.now(), actor: actorReference(SYSTEM), payload },
  ]);
  const side = await assessedSide(tools, tx, saved);
  const stage = `moved:${dayOf(dueAt, zoneOfAssessment(saved)).toString()}`;
  await tell(tools, tx, round, saved, side, { purpose: 'assessment.reply-moved', stage, dueAt });
  return saved;
}

async function remind(tools: Tools, tx: Tx, book: LawBook, round: Round, assessment: Assessment): Promise<void> {
  const due = assessment.replyDueAt;
  if (!due) return;
  const [zone, now] = [zoneOfAssessment(assessment), tools.clock.now()];
  const lead = asLimit(book.parameter('assessment.reply-reminder', dayOf(now, zone)));
  const at = reminderMoment(due, lead, zone, book.calendar(assessment.regionCode));
  if (Temporal.Instant.compare(now, at) < 0) return;
  const side = await assessedSide(tools, tx, assessment, 'answering');
  const stage = `reminder:${dayOf(due, zone).toString()}`;
  await tell(tools, tx, round, assessment, side, { purpose: 'assessment.reply-reminder', stage, dueAt: due });
}

export const roundErrands: ErrandList = {
  'assessments.reply-reminders': (tools) => replyRemindersErrand(tools),
};

export const roundRecurring: Recurring = [{ errand: 'assessments.reply-reminders', crontab: '*/10 * * * *' }];
