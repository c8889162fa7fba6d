/** The texts and hand-overs of one complaint, as stored; `rules/timeline.ts` decides who reads which. */
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Entry } from '../rules/decision.ts';
import type { ComplaintTables } from './tables.ts';

export interface KeptEntry extends Entry {
  readonly at: Moment;
  /** A reference (person:ID, complainant, errand:NAME), never a name. */
  readonly author: string;
}

export async function entriesOf(db: Db | Tx, complaintId: string): Promise<KeptEntry[]> {
  const rows = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.entries')
    .selectAll()
    .where('complaint_id', '=', complaintId)
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
    governmentId: row.government_id,
    agencyId: row.agency_id,
    author: row.author,
  }));
}
