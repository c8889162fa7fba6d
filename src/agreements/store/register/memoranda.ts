import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db } from '../../../platform/database/database.ts';
import { insideAgreements } from '../visible.ts';
import { COVERS } from './standing.ts';

const MOST = 300;

/** Signed memoranda the actor works on, newest first: what a plan or a cooperation agreement can be made under. */
export async function memorandaOf(
  db: Db,
  actor: Actor,
): Promise<readonly { readonly code: string; readonly title: string; readonly parties: readonly string[] }[]> {
  const { rows } = await sql<{ code: string; title: string; parties: string[] }>`
    SELECT a.code, a.title, coalesce((SELECT array_agg(p.name ORDER BY p.ordinal) FROM agreements.parties p
      WHERE p.agreement_id = a.id AND p.side = 'government'), '{}') AS parties
    FROM agreements.agreements a WHERE ${COVERS} AND a.state = 'signed' AND ${insideAgreements(actor)}
    ORDER BY a.signed_on DESC, a.id DESC LIMIT ${MOST}`.execute(db);
  return rows;
}
