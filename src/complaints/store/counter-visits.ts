/** Visits at the counter that needed information only; see db/migrations/0010-counter-visits.sql. */
import { type ColumnType, sql } from 'kysely';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { VisitCounts } from '../rules/counter-visit.ts';
import type { CounterChannel } from '../rules/draft.ts';

type Tables = {
  'complaints.counter_visits': {
    agency_id: string;
    id: string;
    visited_on: ColumnType<Day, string, string>;
    at: ColumnType<Moment, string, string>;
    channel: CounterChannel;
    person_id: string;
    withdrawn_at: ColumnType<Moment | null, string | null, string | null>;
  };
};

export interface Visit {
  readonly id: string;
  readonly agencyId: string;
  /** The day in the office's zone. */
  readonly on: Day;
  readonly at: Moment;
  readonly channel: CounterChannel;
  readonly personId: string;
}

export async function insertVisit(db: Db, visit: Visit): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('complaints.counter_visits')
    .values({
      agency_id: visit.agencyId,
      id: visit.id,
      visited_on: visit.on.toString(),
      at: visit.at.toString(),
      channel: visit.channel,
      person_id: visit.personId,
    })
    .execute();
}

/** Takes back the last visit a person has counted that day. @returns whether there was one */
export async function withdrawLastVisit(
  db: Db,
  whose: { readonly agencyId: string; readonly personId: string; readonly on: Day },
  at: Moment,
): Promise<boolean> {
  const result = await db
    .withTables<Tables>()
    .updateTable('complaints.counter_visits')
    .set({ withdrawn_at: at.toString() })
    .where('agency_id', '=', whose.agencyId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('complaints.counter_visits')
        .select('id')
        .where('agency_id', '=', whose.agencyId)
        .where('person_id', '=', whose.personId)
        .where(sql<boolean>`visited_on = ${whose.on.toString()}::date`)
        .where('withdrawn_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(1),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface VisitDay {
  readonly on: Day;
  readonly counts: VisitCounts;
}

/**
 * Days with visits, newest first.
 *
 * @param before only days before this one: the next page of the list
 */
export async function visitDays(db: Db, agencyId: string, before: Day | undefined, limit: number): Promise<VisitDay[]> {
  const count = (channel: CounterChannel) => sql<number>`count(*) filter (where channel = ${channel})`;
  const rows = await db
    .withTables<Tables>()
    .selectFrom('complaints.counter_visits')
    .select(['visited_on', count('pojok').as('pojok'), count('telephone').as('telephone'), count('letter').as('letter')])
    .where('agency_id', '=', agencyId)
    .where('withdrawn_at', 'is', null)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`visited_on < ${before?.toString() ?? ''}::date`))
    .groupBy('visited_on')
    .orderBy('visited_on', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ visited_on: on, ...counts }) => ({ on, counts }));
}
