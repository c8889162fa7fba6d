import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementsFrom, whole } from '../agreements.ts';

/** Agreements in the order of their ids given; what is gone is left out. */
export async function agreementsByIds(db: Db | Tx, ids: readonly string[]): Promise<readonly Agreement[]> {
  if (ids.length === 0) return [];
  const found = await whole(db, await agreementsFrom(db).where('id', 'in', ids).execute());
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}
