/** What was written on a case, oldest first, a page at a time. Who may read an entry: `mayReadAudience`. */
import type { Moment } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { EntryAudience } from '../rules/decision.ts';
import type { CaseTables } from './tables.ts';

export interface WrittenEntry {
  readonly id: string;
  readonly kind: string;
  readonly audience: EntryAudience;
  readonly at: Moment;
  readonly text: string;
  readonly partId: string | null;
  readonly agencyId: string | null;
  /** A reference: `person:ID`, `complainant`, `errand:NAME`. */
  readonly author: string;
}

/** @param audiences only entries of these */
export async function caseEntries(db: Db, caseId: string, audiences: readonly EntryAudience[]): Promise<WrittenEntry[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom('casework.entries')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('audience', 'in', [...audiences])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    at: row.at,
    text: row.text,
    partId: row.part_id,
    agencyId: row.agency_id,
    author: row.author,
  }));
}
