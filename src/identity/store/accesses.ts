import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { IdentityTables, SealedPart } from './tables.ts';

/** One look at, or change of, a sealed part. */
export interface Access {
  readonly id: string;
  readonly complaintId: string;
  readonly part: SealedPart;
  readonly act: 'read' | 'change';
  /** A reference as `actorReference` makes it. */
  readonly actor: string;
  readonly purpose: string;
  readonly at: Moment;
}

export async function insertAccess(tx: Tx, { complaintId, at, ...access }: Access): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.accesses')
    .values({ ...access, complaint_id: complaintId, at: at.toString() })
    .execute();
}

/**
 * Who opened or changed sealed parts, newest first, for auditors: of one complaint or of all.
 *
 * @param page `before`: the id of the last access of the page before
 */
export async function listAccesses(
  db: Db | Tx,
  page: { readonly complaintId?: string; readonly before?: string; readonly limit: number },
): Promise<Access[]> {
  let query = db.withTables<IdentityTables>().selectFrom('identity.accesses').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.complaintId !== undefined) query = query.where('complaint_id', '=', page.complaintId);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  const rows = await query.execute();
  return rows.map(({ complaint_id, ...access }) => ({ ...access, complaintId: complaint_id }));
}
