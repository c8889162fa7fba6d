/** Every day: both sides of a line are told of a session that is near, and whoever is responsible that nothing was recorded of one that is over. */
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { eachOnItsOwn } from '../../../platform/jobs/each-on-its-own.ts';
import type { Tools } from '../../../platform/tools.ts';
import { focalPointsOn } from '../../rules/agreement.ts';
import { addresseesOf, agenciesAsked } from '../../rules/lines/addressees.ts';
import { type SessionReminderDays, sessionReminder, sessionReminderDays } from '../../rules/sources/session-reminder.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { loadLine } from '../../store/lines.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { plannedSessions, type SessionRow } from '../../store/sources/session-reminders.ts';
import { lockSession } from '../../store/sources/sessions.ts';
import { lineHolders } from '../lines/tell-sides.ts';

const BATCH = 200;
/** Sessions that ended longer ago were told of on their day, and are not asked for every day for ever. */
const DAYS_BACK = 60;
const FIRST = '00000000-0000-0000-0000-000000000000';

export async function remindOfSessions(tools: Tools): Promise<void> {
  // The widest day there is: what is near is asked again in the zone of each agreement.
  const latest: Day = dayOf(tools.clock.now(), 'Asia/Jayapura');
  const days = sessionReminderDays(await lawBook(tools), latest);
  const span = { from: latest.subtract({ days: DAYS_BACK }), until: latest.add({ days: days.before }) };
  for (let after = FIRST; ; ) {
    const rows = await plannedSessions(tools.db, span, after, BATCH);
    await eachOnItsOwn(tools, rows, (row) => remindOf(tools, row, days));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

/** The ledger holds one row per session, person and stage: told twice by two workers it is told once. */
function remindOf(tools: Tools, { id, agreementId, lineId }: SessionRow, days: SessionReminderDays): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const session = await lockSession(tx, id);
    const agreement = await loadAgreement(tx, agreementId);
    const line = await loadLine(tx, lineId);
    if (!session || !line || agreement?.state !== 'signed') return;
    const today = dayOf(tools.clock.now(), agreement.zone);
    const reminder = sessionReminder(session, today, days);
    if (!reminder) return;
    const holders = await lineHolders(tx, agenciesAsked(line, agreement), today);
    const sides = reminder.everybody ? (['owner', 'other'] as const) : (['owner'] as const);
    const people = new Set(sides.flatMap((side) => addresseesOf(line, agreement, side, holders)));
    if (reminder.everybody) {
      const departed = await departedPoints(tx as Db, agreement.id, today);
      for (const party of agreement.parties)
        for (const { id: pointId, personId } of focalPointsOn(agreement, party.id, today))
          if (personId !== null && !departed.has(pointId)) people.add(personId);
    }
    // Where nobody holds the office any more, whoever keeps the plan finds somebody.
    if (people.size === 0) for (const person of addresseesOf(line, agreement, 'keeper', holders)) people.add(person);
    for (const personId of people)
      await tools.post(tx, {
        ...{ purpose: reminder.purpose, stage: reminder.stage, object: { kind: 'agreement-session', id } },
        recipient: { kind: 'person', id: personId },
        details: {
          ...{ code: agreement.code, line: line.ordinal, session: session.ordinal, form: line.form },
          on: (reminder.everybody ? session.startsOn : session.endsOn).toString(),
        },
      });
  });
}
