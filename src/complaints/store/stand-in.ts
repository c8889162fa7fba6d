/** Waiting work by the office and the capability it needs, so that work nobody can see can be found. */
import { type RawBuilder, sql } from 'kysely';
import type { Capability } from '../../kernel/actor.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { uncovered } from '../rules/unstaffed.ts';

/** One kind of work at one office. */
export interface WaitingAt {
  readonly agencyId: string;
  /** Any of these at the office makes it somebody's work. */
  readonly capabilities: readonly Capability[];
}

/** Work of one government's offices that someone else looks after. */
export interface StandIn {
  readonly lines: readonly WaitingAt[];
  readonly governmentId: string;
  /** `true`: only complaints about the coordinator's own office; `false`: all others. */
  readonly shielded: boolean;
}

/** The same text as `lineKey`, of alias `w`. */
export const LINE_KEY: RawBuilder<string> = sql<string>`(w.agency_id::text || ' ' || array_to_string(w.capabilities, ','))`;

export function lineKey({ agencyId, capabilities }: WaitingAt): string {
  return `${agencyId} ${capabilities.join(',')}`;
}

/**
 * Which kinds of work wait at which offices.
 *
 * @param readerId only complaints in the tree of this agency; `null` = all
 */
export async function waitingPlaces(db: Db | Tx, readerId: string | null): Promise<WaitingAt[]> {
  const inTree =
    readerId === null
      ? sql``
      : sql`join complaints.complaints c on c.id = w.complaint_id and c.reader_ids @> array[${readerId}::uuid]`;
  const { rows } = await sql<{ agency_id: string; capabilities: Capability[] }>`
    select distinct w.agency_id, w.capabilities from complaints.waiting w ${inTree}`.execute(db);
  return rows.map((row) => ({ agencyId: row.agency_id, capabilities: row.capabilities }));
}

/** Complaints that wait at an office for one of the capabilities given up, and for none that is still held there. */
export async function complaintsWaitingAt(
  db: Db | Tx,
  agencyId: string,
  left: readonly Capability[],
  held: ReadonlySet<Capability>,
): Promise<string[]> {
  const { rows } = await sql<{ complaint_id: string; capabilities: Capability[] }>`
    select distinct complaint_id, capabilities from complaints.waiting
    where agency_id = ${agencyId}::uuid and capabilities && ${[...left]}::text[]
    order by complaint_id`.execute(db);
  return [...new Set(rows.filter((row) => uncovered(row.capabilities, held)).map((row) => row.complaint_id))];
}
