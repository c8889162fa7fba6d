/** Records that may be of one paper. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { partyAgencies } from '../../rules/agreement.ts';
import { agreementsFrom, whole } from '../agreements.ts';

/**
 * Signed agreements of the same kind, day and agencies. Until the transaction ends nobody else passes here for the same kind and day, so that two
 * people who record one paper at once do not both find nothing.
 */
export async function recordsLike(
  tx: Tx,
  agreement: Pick<Agreement, 'kind' | 'signedOn' | 'parties'>,
): Promise<readonly Agreement[]> {
  const day = agreement.signedOn?.toString();
  if (day === undefined) return [];
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`agreement record ${agreement.kind} ${day}`}, 0))`.execute(tx);
  return likeRecords(tx, agreement);
}

/** The same without holding anybody up, for a dry run. */
export async function likeRecords(
  db: Db | Tx,
  agreement: Pick<Agreement, 'kind' | 'signedOn' | 'parties'>,
): Promise<readonly Agreement[]> {
  const day = agreement.signedOn?.toString();
  if (day === undefined) return [];
  const ids = [...partyAgencies(agreement)];
  const rows = await agreementsFrom(db)
    .where('kind', '=', agreement.kind)
    .where('signed_on', '=', sql<never>`${day}::date`)
    .where('state', 'in', ['signed', 'ended'])
    .where(sql<boolean>`party_ids @> ${ids}::uuid[] AND party_ids <@ ${ids}::uuid[]`)
    .execute();
  return whole(db, rows);
}
