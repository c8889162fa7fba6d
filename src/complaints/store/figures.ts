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
  /** The same of each other number: as many lines has the public list behind it. */
  readonly readable: {
    readonly byStatus: Readonly<Partial<Record<ComplaintStatus, number>>>;
    readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
    readonly overdue: number;
  };
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
    readable_overdue: number;
    objections: number;
    reopenings: number;
    returns: number;
  }>`
    select c.status, c.outcome, count(*)::int as total,
      (count(*) filter (where c.released_at is not null and not c.confidential))::int as released,
      (count(*) filter (where c.next_due_at < ${now.toString()}::timestamptz))::int as overdue,
      (count(*) filter (where c.next_due_at < ${now.toString()}::timestamptz and c.released_at is not null
        and not c.confidential))::int as readable_overdue,
      sum(c.objections)::int as objections, sum(c.reopenings)::int as reopenings, sum(c.returns)::int as returns
    from complaints.complaints c
    where ${agencyId === null ? sql<boolean>`true` : sql<boolean>`c.reader_ids @> array[${agencyId}::uuid]`}
    group by c.status, c.outcome`.execute(db);
  const sum = (column: 'total' | 'released' | 'overdue' | 'readable_overdue' | 'objections' | 'reopenings' | 'returns') =>
    rows.reduce((all, row) => all + row[column], 0);
  const byStatus = (column: 'total' | 'released') => grouped(rows, (row) => row.status, column);
  const byOutcome = (column: 'total' | 'released') => grouped(rows, (row) => row.outcome, column);
  return {
    total: sum('total'),
    released: sum('released'),
    readable: { byStatus: byStatus('released'), byOutcome: byOutcome('released'), overdue: sum('readable_overdue') },
    byStatus: byStatus('total'),
    byOutcome: byOutcome('total'),
    overdue: sum('overdue'),
    objections: sum('objections'),
    reopenings: sum('reopenings'),
    returns: sum('returns'),
  };
}

function grouped<Row extends { readonly total: number; readonly released: number }, Key extends string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
  column: 'total' | 'released',
): Partial<Record<Key, number>> {
  const sums: Partial<Record<Key, number>> = {};
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) sums[key] = (sums[key] ?? 0) + row[column];
  }
  return sums;
}

/** How many complaints each of these agencies has with everything below it, and how many of them are past a time limit. One query for all. */
export async function figuresByOffice(
  db: Db,
  agencyIds: readonly string[],
  now: Moment,
): Promise<ReadonlyMap<string, { readonly total: number; readonly overdue: number }>> {
  if (agencyIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; total: number; overdue: number }>`
    select reader as id, count(*)::int as total, (count(*) filter (where c.next_due_at < ${now.toString()}::timestamptz))::int as overdue
    from complaints.complaints c cross join lateral unnest(c.reader_ids) as reader
    where c.reader_ids && ${[...agencyIds]}::uuid[] and reader = any (${[...agencyIds]}::uuid[]) group by reader`.execute(db);
  return new Map(rows.map(({ id, total, overdue }) => [id, { total, overdue }]));
}
