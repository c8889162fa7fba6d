import type { Db } from '../../platform/database/database.ts';
import { type LawBook, makeLawBook } from '../rules/law-book.ts';
import { calendarYears } from './calendar-years.ts';
import { currentEdition, type Edition, editionOf } from './editions.ts';
import { parameterRows } from './parameters.ts';

/**
 * Reads the whole law of this installation, as it stands or as it stood at an edition.
 *
 * @throws Error when nothing has been loaded: `tuntas migrate` does it
 */
export async function loadLawBook(db: Db, edition?: number): Promise<LawBook> {
  return bookOf(db, edition === undefined ? await currentEdition(db) : await editionOf(db, edition));
}

async function bookOf(db: Db, { edition, calendarVersion }: Edition): Promise<LawBook> {
  if (edition === 0) throw new Error('the law has not been loaded into this database: run "tuntas migrate"');
  const [parameters, years] = await Promise.all([parameterRows(db, edition), calendarYears(db, edition)]);
  return makeLawBook({
    edition,
    calendarVersion,
    parameters,
    years: years.filter((year) => year.decreed).map(({ year, skb, sources, note }) => ({ year, skb, sources, note })),
    holidays: years.flatMap((year) => year.days),
  });
}

const books = new WeakMap<Db, LawBook>();

/**
 * The law as it stands, kept in the process and read again only when its edition has moved, which one small query tells.
 *
 * Inside a transaction pass it as `tx`, so that the query does not wait for a second connection while holding the first.
 */
export async function lawBook(tools: { readonly db: Db }, tx: Db = tools.db): Promise<LawBook> {
  const now = await currentEdition(tx);
  const kept = books.get(tools.db);
  if (kept && kept.edition === now.edition) return kept;
  const book = await bookOf(tx, now);
  // A transaction may see its own edition before anyone else does; only what is committed is kept for the others.
  if (tx === tools.db) books.set(tools.db, book);
  return book;
}
