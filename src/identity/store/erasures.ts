import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { IdentityTables, SealedPart } from './tables.ts';

/** What remains of an erased part: that it was erased, when, by whom and on what basis. */
export interface IdentityErasure {
  readonly id: string;
  readonly complaintId: string;
  readonly part: SealedPart;
  readonly actor: string;
  readonly basis: string;
  readonly at: Moment;
}

export async function insertErasure(tx: Tx, { complaintId, at, ...erasure }: IdentityErasure): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.erasures')
    .values({ ...erasure, complaint_id: complaintId, at: at.toString() })
    .execute();
}

/** The tombstones of one complaint, oldest first. */
export async function erasuresOf(db: Db | Tx, complaintId: string): Promise<IdentityErasure[]> {
  const rows = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.erasures')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .orderBy('id')
    .execute();
  return rows.map(({ complaint_id, ...erasure }) => ({ ...erasure, complaintId: complaint_id }));
}
