/** Completeness and the digital share, summed in the database over services in force. */
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Count } from '../rules/completeness.ts';
import { COMPONENT_CODES, type ComponentCode, DELIVERY_CODES, isComponentCode } from '../rules/components.ts';
import { inForce } from './lists.ts';

export interface ServiceSums {
  /** Services in force. */
  readonly services: number;
  /** Components fully stated, of 14 times the services. */
  readonly all: Count;
  /** The same for the 6 that must be public. */
  readonly delivery: Count;
  /** Services with all 14. */
  readonly whole: number;
  /** Services that can be had online (also beside a counter): the digital share, as a count. */
  readonly online: number;
}

export interface OfficeSums extends ServiceSums {
  readonly agencyId: string;
}

interface SumRow {
  agency_id: string;
  services: number;
  stated: number;
  stated_delivery: number;
  whole: number;
  online: number;
}

const SUMS = sql`count(*)::int AS services, coalesce(sum(v.stated), 0)::int AS stated,
  coalesce(sum(v.stated_delivery), 0)::int AS stated_delivery,
  (count(*) FILTER (WHERE v.stated = ${COMPONENT_CODES.length}))::int AS whole,
  (count(*) FILTER (WHERE v.channel <> 'counter'))::int AS online`;

function toSums(row: Omit<SumRow, 'agency_id'>): ServiceSums {
  return {
    services: row.services,
    all: { stated: row.stated, of: row.services * COMPONENT_CODES.length },
    delivery: { stated: row.stated_delivery, of: row.services * DELIVERY_CODES.length },
    whole: row.whole,
    online: row.online,
  };
}

/** An agency and everything below it. */
export async function sumsUnder(db: Db, agencyId: string, day: Day): Promise<ServiceSums> {
  const { rows } = await sql<SumRow>`
    SELECT ${SUMS} FROM services.versions v JOIN services.services s ON s.id = v.service_id
    WHERE ${inForce(day)} AND s.agency_path @> ARRAY[${agencyId}]::uuid[]`.execute(db);
  return toSums(rows[0] as SumRow);
}

/** The offices at and below these agencies that have services in force. A government has a few hundred offices at most. */
export async function sumsByOffice(db: Db, agencyIds: readonly string[], day: Day): Promise<OfficeSums[]> {
  const { rows } = await sql<SumRow>`
    SELECT s.agency_id, ${SUMS} FROM services.versions v JOIN services.services s ON s.id = v.service_id
    WHERE ${inForce(day)} AND s.agency_path && ${[...agencyIds]}::uuid[]
    GROUP BY s.agency_id ORDER BY s.agency_id`.execute(db);
  return rows.map((row) => ({ agencyId: row.agency_id, ...toSums(row) }));
}

/** A component that is not fully stated, and who is to mend it. */
export interface MissingLine {
  readonly serviceId: string;
  readonly number: string;
  readonly name: string;
  readonly agencyId: string;
  /** A position; '' = the head of the office. */
  readonly ownerPosition: string;
  readonly missing: readonly ComponentCode[];
}

/**
 * What is missing at and below an agency, worst first.
 *
 * @param codes the components that count; the public is told of those of delivery alone
 */
export async function missingUnder(
  db: Db,
  agencyId: string,
  day: Day,
  limit: number,
  codes: readonly ComponentCode[] = COMPONENT_CODES,
): Promise<MissingLine[]> {
  const { rows } = await sql<{
    id: string;
    number: string;
    name: string;
    agency_id: string;
    owner_position: string;
    missing: string[];
  }>`
    SELECT s.id, s.number, v.name, s.agency_id, v.owner_position, v.missing
    FROM services.versions v JOIN services.services s ON s.id = v.service_id
    WHERE ${inForce(day)} AND s.agency_path @> ARRAY[${agencyId}]::uuid[] AND v.missing && ${[...codes]}::text[]
    ORDER BY v.stated, lower(v.name), s.id LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({
    serviceId: row.id,
    number: row.number,
    name: row.name,
    agencyId: row.agency_id,
    ownerPosition: row.owner_position,
    missing: row.missing.filter(isComponentCode).filter((code) => codes.includes(code)),
  }));
}
