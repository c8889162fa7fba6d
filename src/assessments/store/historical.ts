/** Results taken over from sources. A source that says something else later replaces its own row, never another source's. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { HistoricalRow } from '../rules/historical.ts';

export interface Known {
  readonly agency_id: string;
  readonly year: number;
  readonly source: string;
  readonly score: string | null;
  readonly zone: string | null;
  readonly category: string | null;
  readonly note: string | null;
}

/** Everything known of these agencies in these years, of whatever source. */
export async function knownHistorical(
  db: Db | Tx,
  rows: readonly Pick<HistoricalRow, 'agencyId' | 'year'>[],
): Promise<readonly Known[]> {
  if (rows.length === 0) return [];
  const { rows: found } = await sql<Known>`
    SELECT DISTINCT h.agency_id, h.year, h.source, h.score::text AS score, h.zone, h.category, h.note
    FROM assessments.historical h
    JOIN unnest(${rows.map(({ agencyId }) => agencyId)}::uuid[], ${rows.map(({ year }) => year)}::int[]) AS wanted (agency_id, year)
      USING (agency_id, year)`.execute(db);
  return found;
}

export async function saveHistorical(
  tx: Tx,
  rows: readonly (HistoricalRow & { readonly id: string })[],
  by: { readonly personId: string; readonly at: string },
): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
  await sql`
    INSERT INTO assessments.historical (id, agency_id, year, score, zone, category, source, note, doubts, imported_by, imported_at)
    SELECT id, agency_id, year, score, zone, category, source, note, string_to_array(doubts, ' '), ${by.personId}::uuid, ${by.at}::timestamptz
    FROM unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.agencyId)}::uuid[], ${column((row) => row.year)}::int[],
      ${column((row) => row.score)}::numeric[], ${column((row) => row.zone)}::text[], ${column((row) => row.category)}::text[],
      ${column((row) => row.source)}::text[], ${column((row) => row.note)}::text[], ${column((row) => row.doubts.join(' '))}::text[])
      AS new (id, agency_id, year, score, zone, category, source, note, doubts)
    ON CONFLICT (agency_id, year, source) DO UPDATE SET score = EXCLUDED.score, zone = EXCLUDED.zone, category = EXCLUDED.category,
      note = EXCLUDED.note, doubts = EXCLUDED.doubts, imported_by = EXCLUDED.imported_by, imported_at = EXCLUDED.imported_at`.execute(
    tx,
  );
}
