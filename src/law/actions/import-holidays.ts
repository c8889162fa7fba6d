import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { type CalendarPlan, planImport } from '../rules/calendar-change.ts';
import { readHolidayCsv } from '../rules/holiday-csv.ts';
import { type FileReading, readHolidayJson } from '../rules/holiday-file.ts';
import type { HolidayDoubt, HolidayProblem } from '../rules/holiday-problems.ts';
import { judgeHolidays } from '../rules/judge-holidays.ts';
import { mayManageLaw } from '../rules/permission.ts';
import type { LawRefusal } from '../rules/refusals.ts';
import { addCalendarYear, calendarYears } from '../store/calendar-years.ts';
import { logChange, loggedDays } from '../store/changes.ts';
import { currentEdition, lockLaw, nextEdition } from '../store/editions.ts';
import { announceCalendar } from './announce-calendar.ts';

export interface HolidayUpload {
  /** The file's text. JSON when it begins with `{`, otherwise CSV. */
  readonly text: string;
  /** Decree numbers for the whole years of a CSV. */
  readonly skb: readonly string[];
}

/** What an import would do, or has done. */
export interface ImportReport {
  readonly plan: CalendarPlan;
  readonly doubts: readonly HolidayDoubt[];
  /** The edition the plan was made against; send it back to confirm exactly this plan. */
  readonly edition: number;
  /** The new calendar version; `null` for a dry run. */
  readonly calendarVersion: number | null;
}

export type ImportRefusal = { readonly code: LawRefusal; readonly problems: readonly HolidayProblem[] };

/** Longest file in characters: a year needs about five thousand, and a form field takes no more. */
const MOST = 200_000;

/** Says what an import would change. Writes nothing. */
export async function tryImport(tools: Tools, actor: Actor, upload: HolidayUpload): Promise<Result<ImportReport, ImportRefusal>> {
  if (!mayManageLaw(actor)) return refuse({ code: 'law.forbidden', problems: [] });
  return consider(tools.db, upload, tools.clock.now().toZonedDateTimeISO('Asia/Jakarta').year);
}

/**
 * Imports a file of holidays: a new calendar version, a line in the public log for each year, and the errand that works out open
 * deadlines again, all or nothing.
 *
 * @param order.edition the edition of the dry run that is confirmed, `null` to go ahead whatever it is
 */
export async function importHolidays(
  tools: Tools,
  actor: Actor,
  order: HolidayUpload & { readonly edition: number | null; readonly reason: string },
): Promise<Result<ImportReport, ImportRefusal>> {
  if (!mayManageLaw(actor)) return refuse({ code: 'law.forbidden', problems: [] });
  const reason = order.reason.trim();
  if (reason === '') return refuse({ code: 'law.reason-missing', problems: [] });
  if (reason.length > 500) return refuse({ code: 'law.text-too-long', problems: [] });
  return inTransaction(tools, async (tx) => {
    await lockLaw(tx);
    const at = tools.clock.now();
    const considered = await consider(tx, order, at.toZonedDateTimeISO('Asia/Jakarta').year);
    if (!considered.ok) return considered;
    const { plan, doubts, edition } = considered.value;
    if (order.edition !== null && order.edition !== edition) return refuse({ code: 'law.moved-on', problems: [] });
    if (plan.years.length === 0) return refuse({ code: 'law.nothing-changed', problems: [] });
    const next = await nextEdition(tx, at, true);
    for (const { after } of plan.years) {
      await addCalendarYear(tx, next, after, 'administrator');
      const changes = plan.changes.filter((one) => one.regionCode === after.regionCode && yearOf(one) === after.year);
      await logChange(tx, {
        edition: next.edition,
        at,
        by: actorReference(actor),
        basis: basisOf(
          after.skb,
          changes.map((one) => one.after?.basis ?? null),
        ),
        reason,
        change: {
          kind: 'holidays',
          regionCode: after.regionCode,
          year: after.year,
          old: loggedDays(changes, 'before'),
          new: loggedDays(changes, 'after'),
        },
      });
    }
    await announceCalendar(tx, next.calendarVersion);
    return ok({ plan, doubts, edition: next.edition, calendarVersion: next.calendarVersion });
  });
}

async function consider(db: Db, upload: HolidayUpload, thisYear: number): Promise<Result<ImportReport, ImportRefusal>> {
  const { file, problems } = read(upload);
  if (!file) return refuse({ code: 'law.file-invalid', problems });
  const judged = judgeHolidays(file, thisYear);
  const { edition } = await currentEdition(db);
  const plan = planImport(await calendarYears(db, edition), file);
  const all = [...problems, ...judged.problems, ...plan.problems];
  if (all.length > 0) return refuse({ code: 'law.file-invalid', problems: all });
  return ok({ plan, doubts: [...judged.doubts, ...plan.doubts], edition, calendarVersion: null });
}

function read({ text, skb }: HolidayUpload): FileReading {
  if (text.length > MOST) return { file: null, problems: [{ code: 'too-big', place: '' }] };
  return text.trimStart().startsWith('{') ? readHolidayJson(text) : readHolidayCsv(text, skb);
}

function yearOf(change: CalendarPlan['changes'][number]): number | undefined {
  return (change.after ?? change.before)?.day.year;
}

function basisOf(skb: readonly string[], given: readonly (string | null)[]): string {
  const own = [...new Set(given.filter((basis) => basis !== null))];
  const decree = skb.length > 0 ? [`SKB 3 Menteri ${skb.join(', ')}`] : [];
  return [...own, ...decree].join('; ') || 'pencabutan';
}
