import { type FileYear, type HolidayFile, readHolidayJson } from '../rules/holiday-file.ts';
import type { DecreedYear, LawBook } from '../rules/law-book.ts';
import { makeLawBook } from '../rules/law-book.ts';
import holidays from './holidays.json' with { type: 'json' };
import { SHIPPED_PARAMETERS } from './parameters.ts';

/**
 * The law as Tuntas is shipped with it, without a database: for the command line, for tests, and as what is loaded into a new
 * database.
 */
export const SHIPPED_HOLIDAYS: HolidayFile = readShipped();

function readShipped(): HolidayFile {
  const { file, problems } = readHolidayJson(JSON.stringify(holidays));
  if (!file || problems.length > 0) throw new Error(`the shipped holidays cannot be read: ${JSON.stringify(problems)}`);
  return file;
}

export function decreedYear({ year, skb, sources, note }: FileYear): DecreedYear {
  return { year, skb, sources, note };
}

let book: LawBook | undefined;

/** Edition 0, calendar version 0: what is computed with it says that no installation's calendar was asked. */
export function shippedLawBook(): LawBook {
  book ??= makeLawBook({
    edition: 0,
    calendarVersion: 0,
    parameters: SHIPPED_PARAMETERS,
    years: SHIPPED_HOLIDAYS.years.map(decreedYear),
    holidays: SHIPPED_HOLIDAYS.years.flatMap((year) => year.days),
  });
  return book;
}
