/** Focal points whose person has left: asked of the directory as it is, never kept. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { dayThere, isInOffice } from './standing.ts';

/** Ids of an agreement's focal points whose person holds no position of that party's government on a day. */
export async function departedPoints(db: Db, agreementId: string, day: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT f.id FROM agreements.focal_points f JOIN agreements.parties p ON p.agreement_id = f.agreement_id AND p.id = f.party_id
    WHERE f.agreement_id = ${agreementId}::uuid AND f.person_id IS NOT NULL AND NOT ${isInOffice(sql`${day.toString()}::date`)}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The address of the office of a focal point, while it is one somewhere in the country; `null` = there is none (any more). For the post office. */
export async function officeMailOf(db: Db, id: string, now: Moment): Promise<string | null> {
  const { rows } = await sql<{ office_mail: string }>`
    SELECT f.office_mail FROM agreements.focal_points f JOIN agreements.agreements a ON a.id = f.agreement_id
    WHERE f.id = ${id}::uuid AND f.office_mail <> '' AND (f.until IS NULL OR f.until > ${dayThere(now)})`.execute(db);
  return rows[0]?.office_mail ?? null;
}

/** As `departedPoints`, of many agreements at once, each on the day it is there. */
export async function departedAmong(db: Db, agreementIds: readonly string[], now: Moment): Promise<ReadonlySet<string>> {
  if (agreementIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT f.id FROM agreements.focal_points f JOIN agreements.parties p ON p.agreement_id = f.agreement_id AND p.id = f.party_id
    JOIN agreements.agreements a ON a.id = f.agreement_id
    WHERE f.agreement_id = ANY (${[...agreementIds]}::uuid[]) AND f.person_id IS NOT NULL AND NOT ${isInOffice(dayThere(now))}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
