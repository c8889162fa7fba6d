/** Answers that came from a device after the same ones had changed here: both are kept until someone chooses. */

import type { Selectable } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { isSameValue, type KeptAnswer, type ReadChange, type SheetKey } from '../rules/filling.ts';
import type { AssessmentTables, ConflictsTable } from './tables.ts';

/** One side of a conflict; `null` where there is no answer. */
export interface Side {
  /** `null` = does not apply. */
  readonly value: string | null;
  readonly note: string | null;
}

export interface Conflict {
  readonly id: string;
  readonly key: SheetKey;
  readonly indicator: string;
  readonly baseRevision: number;
  readonly device: Side | null;
  /** As it was here when the device's answer came. */
  readonly server: Side | null;
  readonly serverRevision: number;
  /** By the device's clock. */
  readonly writtenAt: Moment | null;
  readonly receivedAt: Moment;
  readonly resolvedAt: Moment | null;
  readonly kept: 'server' | 'device' | null;
}

export async function openConflictsOf(db: Db | Tx, assessmentId: string): Promise<readonly Conflict[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.conflicts')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(conflictFrom);
}

export async function loadConflict(db: Db | Tx, assessmentId: string, id: string, lock = false): Promise<Conflict | undefined> {
  let query = db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.conflicts')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && conflictFrom(row);
}

export interface NewConflict {
  readonly id: string;
  readonly key: SheetKey;
  readonly change: ReadChange;
  readonly present: KeptAnswer | undefined;
  readonly writtenAt: Moment | null;
  readonly receivedAt: Moment;
  readonly receivedFrom: string;
}

/** Keeps both sides. The same answer that waits already is not kept twice; its id is given back then. */
export async function insertConflict(tx: Tx, conflict: NewConflict): Promise<string> {
  const { id, key, change, present } = conflict;
  const waiting = (await openConflictsOf(tx, key.assessmentId)).find(
    (each) => isOn(each, key, change.indicator) && saysSame(each.device, change),
  );
  if (waiting) return waiting.id;
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.conflicts')
    .values({
      id,
      assessment_id: key.assessmentId,
      unit_no: key.unitNo,
      rating: key.rating,
      sheet_no: key.sheetNo,
      indicator: change.indicator,
      device_value: change.value,
      device_note: change.note,
      device_clears: change.clears,
      base_revision: change.baseRevision,
      server_revision: present?.revision ?? 0,
      server_value: present?.value ?? null,
      server_note: present?.note ?? null,
      written_at: conflict.writtenAt?.toString() ?? null,
      received_at: conflict.receivedAt.toString(),
      received_from: conflict.receivedFrom,
      resolved_at: null,
      resolved_by: null,
      kept: null,
    })
    .execute();
  return id;
}

export async function markResolved(
  tx: Tx,
  id: string,
  resolution: { readonly kept: 'server' | 'device'; readonly by: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.conflicts')
    .set({ kept: resolution.kept, resolved_by: resolution.by, resolved_at: resolution.at.toString() })
    .where('id', '=', id)
    .execute();
}

function isOn(conflict: Conflict, key: SheetKey, indicator: string): boolean {
  const { unitNo, rating, sheetNo } = conflict.key;
  return conflict.indicator === indicator && unitNo === key.unitNo && rating === key.rating && sheetNo === key.sheetNo;
}

function saysSame(device: Side | null, change: ReadChange): boolean {
  if (device === null || change.clears) return device === null && change.clears;
  return isSameValue(device.value, change.value) && device.note === change.note;
}

function conflictFrom(row: Selectable<ConflictsTable>): Conflict {
  return {
    id: row.id,
    key: { assessmentId: row.assessment_id, unitNo: row.unit_no, rating: row.rating, sheetNo: row.sheet_no },
    indicator: row.indicator,
    baseRevision: row.base_revision,
    device: row.device_clears ? null : { value: row.device_value, note: row.device_note },
    server: row.server_revision === 0 ? null : { value: row.server_value, note: row.server_note },
    serverRevision: row.server_revision,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    resolvedAt: row.resolved_at,
    kept: row.kept,
  };
}
