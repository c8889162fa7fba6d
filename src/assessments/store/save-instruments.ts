/** Versions of instruments, written. A published body is frozen by a trigger of the table besides. */
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Instrument } from '../rules/instrument.ts';
import type { AssessmentTables } from './tables.ts';

export interface NewDraft {
  readonly instrument: Instrument;
  readonly changeNote: string | null;
  readonly by: string;
  readonly at: Moment;
}

/** The number the next version of an instrument gets: 1 for a new one. */
export async function nextVersion(tx: Tx, id: string): Promise<number> {
  const { last } = await tx
    .withTables<AssessmentTables>()
    .selectFrom('assessments.instruments')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** @returns whether it was written: not when the version is there, nor when the instrument has a draft already */
export async function insertDraft(tx: Tx, { instrument, changeNote, by, at }: NewDraft): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.instruments')
    .values({
      id: instrument.id,
      version: instrument.version,
      state: 'draft',
      body: JSON.stringify(instrument),
      change_note: changeNote,
      created_by: by,
      created_at: at.toString(),
      edited_at: at.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The next revision of a draft that is locked. */
export async function updateDraft(
  tx: Tx,
  instrument: Instrument,
  more: { readonly changeNote: string | null; readonly revision: number; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.instruments')
    .set({
      body: JSON.stringify(instrument),
      change_note: more.changeNote,
      revision: more.revision + 1,
      edited_at: more.at.toString(),
    })
    .where('id', '=', instrument.id)
    .where('version', '=', instrument.version)
    .execute();
}

export async function markPublished(
  tx: Tx,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  by: { readonly decidedBy: string; readonly decidedOn: Day; readonly changeNote: string | null; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.instruments')
    .set({
      state: 'published',
      decided_by: by.decidedBy,
      decided_on: by.decidedOn.toString(),
      change_note: by.changeNote,
      published_at: by.at.toString(),
      edited_at: by.at.toString(),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

export async function markRetired(tx: Tx, { id, version }: Pick<Instrument, 'id' | 'version'>, at: Moment): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.instruments')
    .set({ state: 'retired', edited_at: at.toString() })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

export async function deleteDraft(tx: Tx, { id, version }: Pick<Instrument, 'id' | 'version'>): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .deleteFrom('assessments.instruments')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute();
}

/** The instruments Tuntas is shipped with, published as they are; what is there already is left alone. */
export async function insertShipped(
  db: Db,
  instruments: readonly Instrument[],
  decision: { readonly decidedBy: string; readonly decidedOn: Day; readonly at: Moment },
): Promise<void> {
  if (instruments.length === 0) return;
  const at = decision.at.toString();
  await db
    .withTables<AssessmentTables>()
    .insertInto('assessments.instruments')
    .values(
      instruments.map((instrument) => ({
        id: instrument.id,
        version: instrument.version,
        state: 'published' as const,
        body: JSON.stringify(instrument),
        decided_by: decision.decidedBy,
        decided_on: decision.decidedOn.toString(),
        created_by: 'shipped',
        created_at: at,
        edited_at: at,
        published_at: at,
        origin: 'shipped' as const,
      })),
    )
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute();
}
