/**
 * Work reports, looked after: when a month is over each officer of the Ombudsman gets a draft with its due day, and is reminded before
 * it and once after it. The ledger sees to it that each is told once.
 */
import { type Agency, agenciesUnder, agencyByCode, OMBUDSMAN_CODE } from '../../../directory/index.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import { asLimit, lawBook, reminderMoment } from '../../../law/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { ErrandList, Recurring } from '../../../platform/jobs/errands.ts';
import type { Tools } from '../../../platform/tools.ts';
import { zoneOf } from '../../actions/reports/work/recorded-work.ts';
import { authorsAt } from '../../actions/reports/work/who-reports.ts';
import { workReportDue } from '../../actions/reports/work/work-report.ts';
import { insertDraft, openWorkReports, type WorkReportLine } from '../../store/reports/work-reports.ts';

const NAME = 'casework.work-reports';

export async function workReportsErrand(tools: Tools): Promise<void> {
  const root = await agencyByCode(tools.db, OMBUDSMAN_CODE);
  if (!root) return;
  const offices = new Map((await agenciesUnder(tools.db, root.id)).map((office) => [office.id, office]));
  const months = new Set<string>();
  for (const office of offices.values()) months.add((await makeDrafts(tools, office)).toString());
  for (const month of months) {
    for (const line of await openWorkReports(tools.db, Temporal.PlainDate.from(month))) {
      const office = offices.get(line.officeId);
      if (office) await remind(tools, office, line);
    }
  }
}

/** @returns the month that is over */
async function makeDrafts(tools: Tools, office: Agency): Promise<Day> {
  const today = dayOf(tools.clock.now(), zoneOf(office));
  const month = today.with({ day: 1 }).subtract({ months: 1 });
  const authors = await authorsAt(tools.db, office.id, month, today);
  if (authors.length === 0) return month;
  const dueAt = await workReportDue(tools, tools.db, office, month);
  for (const personId of authors)
    await insertDraft(tools.db, { officeId: office.id, personId, month }, { id: tools.random.id(), dueAt });
  return month;
}

async function remind(tools: Tools, office: Agency, line: WorkReportLine): Promise<void> {
  const now = tools.clock.now();
  const zone = zoneOf(office);
  const book = await lawBook(tools);
  const lead = asLimit(book.parameter('case.reminder-lead', dayOf(now, zone)));
  const isLate = Temporal.Instant.compare(now, line.dueAt) > 0;
  if (!isLate && Temporal.Instant.compare(now, reminderMoment(line.dueAt, lead, zone, book.calendar(office.regionCode))) < 0)
    return;
  await inTransaction(tools, (tx) =>
    tools.post(tx, {
      purpose: isLate ? 'case.work-report-late' : 'case.work-report-due',
      object: { kind: 'work-report', id: line.id },
      recipient: { kind: 'person', id: line.personId },
      stage: isLate ? 'late' : 'due',
      details: { office: line.officeId, month: line.month.toString().slice(0, 7) },
    }),
  );
}

export const workReportErrands: ErrandList = { [NAME]: (tools) => workReportsErrand(tools) };

/** Every morning and afternoon, so that one that was missed is made up for the same day. */
export const workReportRecurring: Recurring = [{ errand: NAME, crontab: '10 0,6 * * *' }];
