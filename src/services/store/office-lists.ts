/** Lists for the desk: what an office has, drafts included. */
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Count } from '../rules/completeness.ts';
import { COMPONENT_CODES, DELIVERY_CODES } from '../rules/components.ts';
import type { ServiceField } from '../rules/fields.ts';
import { officesWithCharter } from './charters.ts';
import { inForce } from './lists.ts';

/** The latest version of a service in short. */
export interface LatestLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly field: ServiceField;
  readonly isDraft: boolean;
  /** Whether any version is published: in force or to come. */
  readonly isOffered: boolean;
  readonly stated: number;
  readonly statedDelivery: number;
}

interface LatestRow {
  id: string;
  number: string;
  name: string;
  field: ServiceField;
  is_draft: boolean;
  is_offered: boolean;
  stated: number;
  stated_delivery: number;
}

/** The services of exactly one office, drafts first, then by name. */
export async function latestOf(db: Db, agencyId: string): Promise<LatestLine[]> {
  const { rows } = await sql<LatestRow>`
    SELECT s.id, s.number, v.name, v.field, v.state = 'draft' AS is_draft, v.stated, v.stated_delivery,
      EXISTS (SELECT FROM services.versions p WHERE p.service_id = s.id AND p.state = 'published') AS is_offered
    FROM services.services s
    JOIN LATERAL (SELECT * FROM services.versions WHERE service_id = s.id ORDER BY version DESC LIMIT 1) v ON true
    WHERE s.agency_id = ${agencyId}
    ORDER BY is_draft DESC, is_offered DESC, lower(v.name), s.id LIMIT 500`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    field: row.field,
    isDraft: row.is_draft,
    isOffered: row.is_offered,
    stated: row.stated,
    statedDelivery: row.stated_delivery,
  }));
}

export interface OfficeCounts {
  /** Services in force. */
  readonly published: number;
  readonly drafts: number;
  readonly all: Count;
  readonly delivery: Count;
  readonly hasCharter: boolean;
}

/** Counts of each of these offices alone, without what stands below them. */
export async function officeCounts(db: Db, agencyIds: readonly string[], day: Day): Promise<ReadonlyMap<string, OfficeCounts>> {
  if (agencyIds.length === 0) return new Map();
  const { rows } = await sql<{ agency_id: string; published: number; drafts: number; stated: number; stated_delivery: number }>`
    SELECT s.agency_id, (count(*) FILTER (WHERE ${inForce(day)}))::int AS published,
      (count(*) FILTER (WHERE v.state = 'draft'))::int AS drafts,
      coalesce(sum(v.stated) FILTER (WHERE ${inForce(day)}), 0)::int AS stated,
      coalesce(sum(v.stated_delivery) FILTER (WHERE ${inForce(day)}), 0)::int AS stated_delivery
    FROM services.services s JOIN services.versions v ON v.service_id = s.id
    WHERE s.agency_id = ANY (${[...agencyIds]}::uuid[]) GROUP BY s.agency_id`.execute(db);
  const withCharter = await officesWithCharter(db, agencyIds, day);
  const counts = new Map<string, OfficeCounts>();
  for (const row of rows) {
    counts.set(row.agency_id, {
      published: row.published,
      drafts: row.drafts,
      all: { stated: row.stated, of: row.published * COMPONENT_CODES.length },
      delivery: { stated: row.stated_delivery, of: row.published * DELIVERY_CODES.length },
      hasCharter: withCharter.has(row.agency_id),
    });
  }
  return counts;
}
