/** Focal points whose person has left: asked of the directory as it is, never kept. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { isInOffice } from './standing.ts';

/** Ids of an agreement's focal points whose person holds no position of that party's government on a day. */
export async function departedPoints(db: Db, agreementId: string, day: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT f.id FROM agreements.focal_points f JOIN agreements.parties p ON p.agreement_id = f.agreement_id AND p.id = f.party_id
    WHERE f.agreement_id = ${agreementId}::uuid AND f.person_id IS NOT NULL AND NOT ${isInOffice(sql`${day.toString()}::date`)}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
