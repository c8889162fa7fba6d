import type { Label, Language } from '../../kernel/language.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Holiday } from './calendar.ts';
import { clock, dayList, join, longDay } from './day-words.ts';
import type { Due, LimitUnit, SkippedDay } from './due.ts';
import { HOLIDAY_KINDS } from './holiday-kinds.ts';

/** What starts a clock unless the caller says otherwise. */
const RECEIVED: Label = { id: 'diterima', en: 'receipt' };

/**
 * Says in one sentence how a due moment came about: the limit, the start, what did not count and why, the end.
 *
 * @param since what started the clock, as it follows "sejak" and "from": `{ id: 'tindak lanjut disampaikan', en: 'the follow-up' }`
 */
export function explainDue(due: Due, language: Language, since: Label = RECEIVED): string {
  const words = WORDS[language];
  const start = dayOf(due.from, due.zone);
  const parts = [
    words.limit(
      due.limit.value,
      due.limit.unit,
      since[language],
      `${longDay(start, language)} ${words.at} ${clock(due.from, due.zone, language)}`,
    ),
    countedPart(due, language),
    skippedPart(due.skipped, start.year, language),
    `${words.due} ${longDay(due.dueOn, language)} ${words.at} ${clock(due.dueAt, due.zone, language)}`,
    due.provisional ? words.provisional(join(due.undecreedYears.map(String), language)) : null,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function countedPart(due: Due, language: Language): string | null {
  const words = WORDS[language];
  const first = due.countedDays[0];
  if (due.limit.unit === 'hour' || !first) return due.pauses.length > 0 ? words.pausedHours : null;
  const told = due.countedDays.length > 1 ? `${words.firstDay} ${longDay(first, language)}` : null;
  return due.limit.unit === 'day' ? [words.everyDay, told].filter((part) => part !== null).join(', ') : told;
}

function skippedPart(skipped: readonly SkippedDay[], year: number, language: Language): string | null {
  const words = WORDS[language];
  const buckets = new Map<string, Day[]>();
  let weekends = false;
  for (const { day, reason } of skipped) {
    const label = reason === 'paused' ? words.paused : reason.weekend ? null : holidayLabel(reason.holiday, language);
    if (label === null) weekends = true;
    else buckets.set(label, [...(buckets.get(label) ?? []), day]);
  }
  const told = [...buckets].map(
    ([label, days]) => `${label === words.paused ? spans(days, year, language) : dayList(days, year, language)} (${label})`,
  );
  if (weekends) told.unshift(words.weekends);
  return told.length === 0 ? null : `${words.notCounted} ${join(told, language)}`;
}

function holidayLabel(holiday: Holiday | null, language: Language): string {
  if (!holiday) return WORDS[language].notCounted;
  const kind = HOLIDAY_KINDS[holiday.kind][language];
  return holiday.name ? `${kind}: ${holiday.name[language]}` : kind;
}

/** Days that follow each other as one span: `3 s.d. 9 Juni`. */
function spans(days: readonly Day[], year: number, language: Language): string {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.[1].add({ days: 1 }).equals(day)) last[1] = day;
    else runs.push([day, day]);
  }
  const told = runs.map(([first, last]) =>
    first.equals(last)
      ? dayList([first], year, language)
      : `${dayList([first], year, language)} ${WORDS[language].until} ${dayList([last], year, language)}`,
  );
  return join(told, language);
}

interface Words {
  readonly limit: (value: number, unit: LimitUnit, since: string, start: string) => string;
  readonly at: string;
  readonly firstDay: string;
  readonly everyDay: string;
  readonly weekends: string;
  readonly paused: string;
  readonly pausedHours: string;
  readonly notCounted: string;
  readonly until: string;
  readonly due: string;
  readonly provisional: (years: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  id: {
    limit: (value, unit, since, start) =>
      `${value} ${{ hk: 'hari kerja', day: 'hari', hour: 'jam' }[unit]} sejak ${since} ${start}`,
    at: 'pukul',
    firstDay: 'hari ke-1',
    everyDay: 'setiap hari dihitung',
    weekends: 'akhir pekan',
    paused: 'jeda',
    pausedHours: 'waktu jeda tidak dihitung',
    notCounted: 'tidak dihitung:',
    until: 's.d.',
    due: 'jatuh tempo',
    provisional: (years) =>
      `tanggal ini sementara karena hari libur tahun ${years} belum ditetapkan: baru akhir pekan dan hari libur bertanggal tetap yang diperhitungkan`,
  },
  en: {
    limit: (value, unit, since, start) => {
      const name = { hk: 'working day', day: 'day', hour: 'hour' }[unit];
      return `${value} ${name}${value === 1 ? '' : 's'} from ${since} on ${start}`;
    },
    at: 'at',
    firstDay: 'day 1 is',
    everyDay: 'every day counts',
    weekends: 'weekends',
    paused: 'paused',
    pausedHours: 'paused time does not count',
    notCounted: 'not counted:',
    until: 'to',
    due: 'due',
    provisional: (years) =>
      `this date is provisional because the holidays of ${years} are not decreed yet: only weekends and holidays of fixed date were taken into account`,
  },
};
