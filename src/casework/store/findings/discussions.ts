/** Bedah laporan: who took part and what was said. Internal. */
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { FindingsTables } from './tables.ts';

export interface Discussion {
  readonly id: string;
  readonly heldOn: Day;
  readonly personIds: readonly string[];
  readonly said: string;
  readonly recordedBy: string;
  readonly recordedAt: Moment;
}

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

export async function discussionsOf(db: Db | Tx, caseId: string, lhpId: string): Promise<Discussion[]> {
  const rows = await tables(db)
    .selectFrom('casework.lhp_discussions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('lhp_id', '=', lhpId)
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    personIds: row.person_ids,
    said: row.said,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}

export async function insertDiscussion(tx: Tx, caseId: string, lhpId: string, one: Discussion): Promise<void> {
  await tables(tx)
    .insertInto('casework.lhp_discussions')
    .values({
      case_id: caseId,
      lhp_id: lhpId,
      id: one.id,
      held_on: one.heldOn.toString(),
      person_ids: [...one.personIds],
      said: one.said,
      recorded_by: one.recordedBy,
      recorded_at: one.recordedAt.toString(),
    })
    .execute();
}
