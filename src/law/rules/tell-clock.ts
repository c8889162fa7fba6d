/** A clock in words: how near its due moment is, and how the date came about. */
import type { Label, Language } from '../../kernel/language.ts';
import { dayOf, type Moment, type Zone } from '../../kernel/time.ts';
import { cite } from './citation.ts';
import type { Clock } from './clock.ts';
import { dueMoment } from './due.ts';
import { explainDue } from './explain-due.ts';
import type { LawBook } from './law-book.ts';
import { isRuleSet, type ParameterRule } from './parameters.ts';
import { workingDaysBetween } from './working-days.ts';

/** Where a file's days are counted. */
export interface Placed {
  readonly zone: Zone;
  readonly regionCode: string | null;
}

/** "sisa 2 hari kerja", "lewat 3 hari kerja", "jatuh tempo hari ini" */
export function nearness(dueAt: Moment, now: Moment, file: Placed, book: LawBook, language: Language): string {
  const calendar = book.calendar(file.regionCode);
  const late = now.epochMilliseconds > dueAt.epochMilliseconds;
  const days = late
    ? Math.max(1, workingDaysBetween(dueAt, now, file.zone, calendar))
    : workingDaysBetween(now, dueAt, file.zone, calendar);
  if (language === 'en') {
    const count = `${days} working ${days === 1 ? 'day' : 'days'}`;
    return late ? `${count} late` : days === 0 ? 'due today' : `${count} left`;
  }
  return late ? `lewat ${days} hari kerja` : days === 0 ? 'jatuh tempo hari ini' : `sisa ${days} hari kerja`;
}

/** The colour that repeats what `nearness` says: late, two working days or less, or time left. */
export function nearnessTone(dueAt: Moment, now: Moment, file: Placed, book: LawBook): 'danger' | 'warning' | 'info' {
  if (now.epochMilliseconds > dueAt.epochMilliseconds) return 'danger';
  return workingDaysBetween(now, dueAt, file.zone, book.calendar(file.regionCode)) <= 2 ? 'warning' : 'info';
}

const BASIS: Label = { id: 'Dasar:', en: 'Basis:' };
const UNCONFIRMED: Label = { id: ' (angka ini belum dipastikan)', en: ' (this number is not confirmed)' };

/**
 * One sentence on how the date came about, and the rule with its mark when it is not confirmed.
 * @param since what started the clock, as it follows "sejak" and "from"
 * @param openedAt the moment whose day decides which numbers the file keeps
 */
export function explainClock(
  clock: Clock,
  file: Placed & { readonly ruleSet: string; readonly openedAt: Moment },
  since: Label,
  book: LawBook,
  language: Language,
): string {
  const closed = clock.pauses.flatMap((pause) => (pause.to === null ? [] : [{ from: pause.from, to: pause.to }]));
  const due = dueMoment({
    from: clock.startedAt,
    limit: { value: clock.limit.value, unit: clock.limit.unit },
    zone: file.zone,
    calendar: book.calendar(file.regionCode),
    pauses: closed,
  });
  const ruleSet = isRuleSet(file.ruleSet) ? file.ruleSet : undefined;
  const parameter = book.parameter(clock.limit.rule as ParameterRule, dayOf(file.openedAt, file.zone), ruleSet);
  const doubt = parameter.confirmed ? '' : UNCONFIRMED[language];
  return `${explainDue(due, language, since)} ${BASIS[language]} ${cite(parameter.basis)[language]}${doubt}.`;
}
