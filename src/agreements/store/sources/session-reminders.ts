/** Sessions that come, and sessions nothing was recorded of, in batches by key. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface SessionRow {
  readonly id: string;
  readonly agreementId: string;
  readonly lineId: string;
}

/** Planned ones of signed agreements that end on `from` or later and begin on `until` or earlier. */
export async function plannedSessions(
  db: Db,
  { from, until }: { readonly from: Day; readonly until: Day },
  after: string,
  limit: number,
): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    SELECT s.id, s.agreement_id AS "agreementId", s.line_id AS "lineId" FROM agreements.sessions s
    JOIN agreements.agreements a ON a.id = s.agreement_id AND a.state = 'signed'
    JOIN agreements.lines l ON l.agreement_id = s.agreement_id AND l.id = s.line_id AND l.state <> 'dropped'
    WHERE s.state = 'planned' AND s.starts_on <= ${until.toString()}::date AND s.ends_on >= ${from.toString()}::date AND s.id > ${after}::uuid
    ORDER BY s.id LIMIT ${limit}`.execute(db);
  return rows;
}
