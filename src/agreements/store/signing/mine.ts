/** What waits for one person's signature, and commitments as the public sees them. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind, KINDS } from '../../rules/kinds.ts';
import { agreementsFrom, whole } from '../agreements.ts';

/** More than anybody signs on one day. */
const MOST = 100;

/** Agreements somebody is a signatory of in a round that is open and within their term, those asked for longest first and those not asked for yet last. */
export async function waitingFor(db: Db, personId: string, now: Moment): Promise<readonly Agreement[]> {
  const rows = await agreementsFrom(db)
    .where(
      sql<boolean>`state IN ('signing', 'signed') AND (in_force_until IS NULL OR in_force_until >= (${now.toString()}::timestamptz AT TIME ZONE zone)::date) AND id IN (
        SELECT s.agreement_id FROM agreements.signatories s JOIN agreements.signings r ON r.agreement_id = s.agreement_id AND r.closed_at IS NULL
        WHERE s.person_id = ${personId}::uuid AND s.signed_at IS NULL)`,
    )
    .orderBy(
      sql`(SELECT min(s.asked_at) FROM agreements.signatories s
        WHERE s.agreement_id = agreements.agreements.id AND s.person_id = ${personId}::uuid AND s.signed_at IS NULL) NULLS LAST`,
    )
    .orderBy('id')
    .limit(MOST)
    .execute();
  return whole(db, rows);
}

const MANY_HANDS = KINDS.filter((kind) => agreementKind(kind).manyHands);

/** Texts of many hands that are being signed or are signed, the newest first. @param after id of the last one shown */
export async function publicCommitments(
  db: Db,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly Agreement[]> {
  let query = agreementsFrom(db).where('kind', 'in', MANY_HANDS).where('state', 'in', ['signing', 'signed', 'ended']);
  if (page.after !== null) query = query.where('id', '<', page.after);
  return whole(db, await query.orderBy('id', 'desc').limit(page.limit).execute());
}
