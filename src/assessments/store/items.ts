/** Improvement items: written when a result is published or corrected. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AssessmentTables } from './tables.ts';

export interface NewItem {
  readonly id: string;
  readonly unitNo: number;
  readonly indicator: string;
  readonly asked: { readonly id: string; readonly en: string };
  /** Two decimals. */
  readonly score: string;
  readonly ownerAgencyId: string;
  readonly governmentId: string;
  /** ISO. */
  readonly dueOn: string;
}

/** What the note of an item says that a correction has dropped; pages put it into words. */
export const DROPPED_BY_CORRECTION = '@correction';

/**
 * Brings the items of an assessment to what its newly published result says. An item that is there keeps its state, its day and its
 * evidence; one that falls short no longer is dropped unless it was confirmed; one that a correction had dropped is opened again.
 *
 * @returns how many are new, and how many were dropped
 */
export async function keepItems(
  tx: Tx,
  assessmentId: string,
  items: readonly NewItem[],
  at: Moment,
): Promise<{ readonly added: number; readonly dropped: number }> {
  const tables = tx.withTables<AssessmentTables>();
  const column = <T>(read: (item: NewItem) => T) => items.map(read);
  const now = at.toString();
  const { rows } = await sql<{ is_new: boolean }>`
    INSERT INTO assessments.items
      (id, assessment_id, unit_no, indicator, asked_id, asked_en, score, owner_agency_id, government_id, due_on, state, created_at, changed_at)
    SELECT id, ${assessmentId}::uuid, unit_no, indicator, asked_id, asked_en, score, owner, government, due_on, 'open', ${now}, ${now}
    FROM unnest(${column((item) => item.id)}::uuid[], ${column((item) => item.unitNo)}::smallint[],
      ${column((item) => item.indicator)}::text[], ${column((item) => item.asked.id)}::text[],
      ${column((item) => item.asked.en)}::text[], ${column((item) => item.score)}::numeric[],
      ${column((item) => item.ownerAgencyId)}::uuid[], ${column((item) => item.governmentId)}::uuid[],
      ${column((item) => item.dueOn)}::date[])
      AS new (id, unit_no, indicator, asked_id, asked_en, score, owner, government, due_on)
    ON CONFLICT (assessment_id, unit_no, indicator) DO UPDATE SET
      score = EXCLUDED.score,
      state = CASE WHEN items.state_note = ${DROPPED_BY_CORRECTION} THEN 'open' ELSE items.state END,
      state_note = CASE WHEN items.state_note = ${DROPPED_BY_CORRECTION} THEN NULL ELSE items.state_note END,
      changed_at = CASE WHEN items.state_note = ${DROPPED_BY_CORRECTION} THEN EXCLUDED.changed_at ELSE items.changed_at END,
      revision = items.revision + CASE WHEN items.state_note = ${DROPPED_BY_CORRECTION} THEN 1 ELSE 0 END
    RETURNING xmax = 0 AS is_new`.execute(tx);
  const kept = items.map(({ unitNo, indicator }) => `${unitNo} ${indicator}`);
  const { numUpdatedRows } = await tables
    .updateTable('assessments.items')
    .set((set) => ({
      state: 'dropped' as const,
      state_note: DROPPED_BY_CORRECTION,
      changed_at: now,
      revision: set('revision', '+', 1),
    }))
    .where('assessment_id', '=', assessmentId)
    .where('state', 'in', ['open', 'in-progress', 'reported'])
    .where(sql<boolean>`unit_no || ' ' || indicator <> ALL (${kept}::text[])`)
    .executeTakeFirst();
  return { added: rows.filter((row) => row.is_new).length, dropped: Number(numUpdatedRows) };
}
