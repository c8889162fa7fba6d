/** What a line promised before it was changed, and why. */
import type { ColumnType, Selectable } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Timestamp } from '../tables.ts';

/** Fields of a line by their name in `LinePromise`, as text. */
export type ChangedFields = Readonly<Record<string, string | null>>;

export interface LineChange {
  readonly id: string;
  readonly at: Moment;
  readonly author: string;
  /** '' before the signing. */
  readonly reason: string;
  readonly before: ChangedFields;
  readonly after: ChangedFields;
}

interface ChangesTable {
  agreement_id: string;
  line_id: string;
  id: string;
  at: Timestamp;
  author: string;
  reason: string;
  before: ColumnType<ChangedFields, string, never>;
  after: ColumnType<ChangedFields, string, never>;
}
type Tables = { 'agreements.line_changes': ChangesTable };

export async function insertChange(
  tx: Tx,
  line: { readonly agreementId: string; readonly id: string },
  change: LineChange,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('agreements.line_changes')
    .values({
      ...{ agreement_id: line.agreementId, line_id: line.id, id: change.id, at: change.at.toString(), author: change.author },
      ...{ reason: change.reason, before: JSON.stringify(change.before), after: JSON.stringify(change.after) },
    })
    .execute();
}

/** The oldest first. */
export async function changesOf(db: Db | Tx, agreementId: string, lineId: string): Promise<readonly LineChange[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('agreements.line_changes')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('line_id', '=', lineId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toChange);
}

function toChange(row: Selectable<ChangesTable>): LineChange {
  return { id: row.id, at: row.at, author: row.author, reason: row.reason, before: row.before, after: row.after };
}
