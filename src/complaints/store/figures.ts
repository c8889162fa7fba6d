/** Numbers over complaints. Each is counted by the same conditions as the list its link leads to. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ComplaintStatus } from '../rules/complaint.transitions.ts';
import type { Outcome } from '../rules/complaint.ts';

export interface Figures {
  /** All complaints, released or not, also archived ones. */
  readonly total: number;
  /** How many of them anyone may read. */
  readonly released: number;
  readonly byStatus: Readonly<Partial<Record<ComplaintStatus, number>>>;
  /** Closed ones by how they ended. */
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
  /** A running clock is past its due moment. */
  readonly overdue: number;
  readonly objections: number;
  readonly reopenings: number;
  readonly returns: number;
}

/** @param agencyId an agency and everything below it; `null` = the whole installation */
export async function figures(db: Db, agencyId: string | null, now: Moment): Promise<Figures> {
  const { rows } = await sql<{
    status: ComplaintStatus;
    outcome: Outcome | null;
    total: number;
    released: number;
    overdue: number;
    objections: number;
    reopenings: number;
    returns: number;
  }>`
    select c.status, c.outcome, count(*)::int as total,
      (count(*) filter (where c.released_at is not null and not c.confidential))::int as released,
      (count(*) filter (where c.next_due_at < ${now.toString()}::timestamptz))::int as overdue,
      sum(c.objections)::int as objections, sum(c.reopenings)::int as reopenings, sum(c.returns)::int as returns
    from complaints.complaints c
    where ${agencyId === null ? sql<boolean>`true` : sql<boolean>`c.reader_ids @> array[${agencyId}::uuid]`}
    group by c.status, c.outcome`.execute(db);
  const sum = (column: 'total' | 'released' | 'overdue' | 'objections' | 'reopenings' | 'returns') =>
    rows.reduce((all, row) => all + row[column], 0);
  const byStatus: Partial<Record<ComplaintStatus, number>> = {};
  const byOutcome: Partial<Record<Outcome, number>> = {};
  for (const row of rows) {
    byStatus[row.status] = (byStatus[row.status] ?? 0) + row.total;
    if (row.outcome) byOutcome[row.outcome] = (byOutcome[row.outcome] ?? 0) + row.total;
  }
  return {
    total: sum('total'),
    released: sum('released'),
    byStatus,
    byOutcome,
    overdue: sum('overdue'),
    objections: sum('objections'),
    reopenings: sum('reopenings'),
    returns: sum('returns'),
  };
}
