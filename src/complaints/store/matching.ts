/** Searching in Indonesian: PostgreSQL's own stemmer, so that "memperbaiki" finds "perbaikan". A tracking number finds its complaint. */
import { type RawBuilder, sql } from 'kysely';
import { readTrackingNumber } from '../rules/tracking-number.ts';

/** Over the working text, for officers (alias `c`). */
export function matchesWords(typed: string): RawBuilder<boolean> {
  const number = readTrackingNumber(typed);
  if (number) return sql<boolean>`c.tracking_number = ${number}`;
  return sql<boolean>`c.words @@ websearch_to_tsquery('indonesian', ${typed})`;
}

/** Over the released text alone, for the public. */
export function matchesPublicWords(typed: string): RawBuilder<boolean> {
  const number = readTrackingNumber(typed);
  if (number) return sql<boolean>`c.tracking_number = ${number}`;
  return sql<boolean>`c.public_words @@ websearch_to_tsquery('indonesian', ${typed})`;
}
