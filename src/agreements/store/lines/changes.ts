/** What a line promised before it was changed, and why. */
import { type ColumnType, type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type LineField, PRIVATE_FIELDS, publicFieldsOf } from '../../rules/lines/changed-fields.ts';
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
  /** The plan was signed already: everybody may read what was changed. */
  readonly afterSigning: boolean;
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
  after_signing: boolean;
}
type Tables = { 'agreements.line_changes': ChangesTable };

export async function insertChange(
  tx: Tx,
  line: { readonly agreementId: string; readonly id: string },
  change: LineChange,
): Promise<void> {
  await insertChanges(tx, [{ ...change, agreementId: line.agreementId, lineId: line.id }]);
}

export async function insertChanges(
  tx: Tx,
  changes: readonly (LineChange & { readonly agreementId: string; readonly lineId: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    ...{ agreement_id: change.agreementId, line_id: change.lineId, id: change.id, at: change.at.toString() },
    ...{ author: change.author, reason: change.reason, after_signing: change.afterSigning },
    ...{ before: JSON.stringify(change.before), after: JSON.stringify(change.after) },
  }));
  await tx.withTables<Tables>().insertInto('agreements.line_changes').values(rows).execute();
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
  return {
    ...{ id: row.id, at: row.at, author: row.author, reason: row.reason, before: row.before, after: row.after },
    afterSigning: row.after_signing,
  };
}

/** Numbers of the lines of a plan that were changed after it was signed, but for who reports and confirms by name. */
export async function changedAfterSigning(db: Db | Tx, agreementId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ line_id: string }>`
    SELECT DISTINCT c.line_id FROM agreements.line_changes c WHERE c.agreement_id = ${agreementId}::uuid AND c.after_signing
      AND c.after - ${[...PRIVATE_FIELDS]}::text[] <> '{}'::jsonb`.execute(db as Db);
  return new Set(rows.map(({ line_id }) => line_id));
}

/** What was changed in the lines of some plans after they were signed, the oldest first, but for who reports and confirms by name. */
export async function changesAfterSigning(
  db: Db | Tx,
  agreementIds: readonly string[],
): Promise<
  readonly { readonly lineId: string; readonly at: Moment; readonly fields: readonly LineField[]; readonly reason: string }[]
> {
  if (agreementIds.length === 0) return [];
  const rows = await db
    .withTables<Tables>()
    .selectFrom('agreements.line_changes')
    .select(['line_id', 'at', 'after', 'reason'])
    .where('agreement_id', 'in', [...agreementIds])
    .where('after_signing', '=', true)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows
    .map(({ line_id, at, after, reason }) => ({ lineId: line_id, at, fields: publicFieldsOf(after), reason }))
    .filter(({ fields }) => fields.length > 0);
}
