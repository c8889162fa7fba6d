import { DayText, InsetText, LinkButton, SubNavigation, SummaryList, Table } from '../../design/index.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { Calendar, Holiday } from '../rules/calendar.ts';
import { HOLIDAY_KINDS } from '../rules/holiday-kinds.ts';
import type { LawBook } from '../rules/law-book.ts';
import { mayManageLaw } from '../rules/permission.ts';
import { lawBook } from '../store/law-book.ts';
import { lawPage, today, wordsFor } from './frame.tsx';
import { Certainty } from './parameters-page.tsx';

/** GET /law/holidays?year=2026: the days of one year with their kinds, and where they come from. */
export async function holidaysPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  const book = await lawBook(c.get('tools'));
  const calendar = book.calendar(null);
  const year = askedYear(c, today(c).year);
  const decree = book.years.find((one) => one.year === year);
  const regional = book.holidays.filter((day) => day.regionCode !== null && day.day.year === year);
  return lawPage(
    c,
    '/law/holidays',
    words.holidaysTitle,
    <>
      <p>{words.holidaysLead}</p>
      <SubNavigation
        label={words.year}
        items={years(book, year).map((each) => ({
          text: String(each),
          href: `/law/holidays?year=${each}`,
          current: each === year,
        }))}
      />
      {!decree && <InsetText>{words.notDecreed(year)}</InsetText>}
      {decree && (
        <SummaryList
          rows={[
            { key: words.decree, value: words.decreeNumbers(decree.skb.join(', ')) },
            decree.sources.length > 0 && { key: words.sources, value: decree.sources.join(', ') },
            decree.note && { key: words.note, value: decree.note[language] },
          ]}
        />
      )}
      <Table
        id="holidays"
        caption={words.yearCaption(year)}
        stacked
        columns={[{ label: words.date }, { label: words.name }, { label: words.kind }, { label: words.certainty }]}
        rows={calendar.holidays(year).map((day) => [
          <DayText on={day.day} />,
          day.name?.[language] ?? '',
          <>
            {HOLIDAY_KINDS[day.kind][language]}
            {worksAnyway(calendar, day) && `, ${words.jointLeaveWorks}`}
            {day.basis && <div class="govuk-hint">{day.basis}</div>}
          </>,
          <Certainty confirmed={day.confirmed} words={words} />,
        ])}
      />
      <p class="govuk-hint">
        {words.namesNote} {words.calendarVersion(book.calendarVersion)}.
      </p>
      <h2>{words.regionalTitle}</h2>
      {regional.length === 0 ? (
        <p>{words.regionalNone}</p>
      ) : (
        <Table
          id="regional"
          caption={words.regionalTitle}
          captionSize="hidden"
          stacked
          columns={[{ label: words.date }, { label: words.region }, { label: words.name }, { label: words.basis }]}
          rows={regional.map((day) => [<DayText on={day.day} />, day.regionCode, day.name?.[language] ?? '', day.basis ?? ''])}
        />
      )}
      {mayManageLaw(c.get('actor')) && <LinkButton href="/admin/law/holidays">{words.adminHolidays}</LinkButton>}
    </>,
  );
}

function askedYear(c: WebContext, fallback: number): number {
  const asked = Number(c.req.query('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : fallback;
}

/** The years on record, the one after them, and the one asked for. */
function years(book: LawBook, asked: number): number[] {
  const known = book.years.map((one) => one.year);
  return [...new Set([...known, Math.max(...known) + 1, asked])].sort((a, b) => a - b);
}

/** Joint leave on a weekday that the parameter lets count as work. */
function worksAnyway(calendar: Calendar, day: Holiday): boolean {
  return day.kind === 'cuti-bersama' && calendar.isWorkingDay(day.day);
}
