/** What the reporter answered to the LHP. The words are entries of the case. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseTables } from '../tables.ts';
import type { FindingsTables } from './tables.ts';

export interface LhpComment {
  readonly lhpId: string;
  readonly entryId: string;
  readonly at: Moment;
  readonly text: string;
  readonly decision: 'noted' | 're-examined' | null;
  readonly reason: string;
  readonly evidence: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
}

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables & CaseTables>();

export async function commentsOf(db: Db | Tx, caseId: string): Promise<LhpComment[]> {
  const rows = await tables(db)
    .selectFrom('casework.lhp_comments as m')
    .innerJoin('casework.entries as e', (join) => join.onRef('e.case_id', '=', 'm.case_id').onRef('e.id', '=', 'm.entry_id'))
    .selectAll('m')
    .select('e.text')
    .where('m.case_id', '=', caseId)
    .orderBy('m.at')
    .execute();
  return rows.map((row) => ({
    lhpId: row.lhp_id,
    entryId: row.entry_id,
    at: row.at,
    text: row.text,
    decision: row.decision,
    reason: row.reason,
    evidence: row.evidence,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }));
}

export async function insertComment(
  tx: Tx,
  comment: { readonly caseId: string; readonly lhpId: string; readonly entryId: string; readonly at: Moment },
): Promise<void> {
  await tables(tx)
    .insertInto('casework.lhp_comments')
    .values({ case_id: comment.caseId, lhp_id: comment.lhpId, entry_id: comment.entryId, at: comment.at.toString() })
    .execute();
}

/** @returns `false` when it was decided on already, or there is none */
export async function decideComment(
  tx: Tx,
  caseId: string,
  entryId: string,
  decided: {
    readonly decision: 'noted' | 're-examined';
    readonly reason: string;
    readonly evidence: string;
    readonly by: string;
    readonly at: Moment;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('casework.lhp_comments')
    .set({
      decision: decided.decision,
      reason: decided.reason,
      evidence: decided.evidence,
      decided_by: decided.by,
      decided_at: decided.at.toString(),
    })
    .where('case_id', '=', caseId)
    .where('entry_id', '=', entryId)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
