/** Steps on an improvement item: begun, reported with evidence, confirmed or sent back, dropped with a reason. */
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import type { ItemAction, ItemState } from '../rules/item.transitions.ts';
import { actionsOn, type ItemRefusal, mayReadItem, moveItem } from '../rules/items.ts';
import { itemById, lockItem } from '../store/item-lists.ts';
import type { AssessmentTables } from '../store/tables.ts';

/** Files of one report. No regulation sets it. */
export const MOST_ITEM_FILES = 10;

export interface ItemOrder {
  readonly itemId: string;
  readonly action: ItemAction;
  /** What was done, what is missing still, why it is dropped. */
  readonly note: string;
  readonly revision: number;
  /** Evidence; taken with a report alone. */
  readonly files: readonly Uint8Array[];
}

export interface ItemStepRefusal {
  readonly code: ItemRefusal | 'assessment.file-refused';
  readonly file?: FileRefusal;
}

/** @returns the state it is in now */
export async function changeItem(tools: Tools, actor: Actor, order: ItemOrder): Promise<Result<ItemState, ItemStepRefusal>> {
  // Asked before pictures are worked on, which costs much more, and once more behind the lock.
  const early = await itemById(tools.db, order.itemId);
  if (!early || !mayReadItem(actor, early)) return refuse({ code: 'assessment.absent' });
  if (!actionsOn(actor, early).some(({ action }) => action === order.action)) return refuse({ code: 'assessment.not-now' });
  const bytes = order.action === 'report' ? order.files : [];
  if (bytes.length > MOST_ITEM_FILES) return refuse({ code: 'assessment.file-refused' });
  const taken: StoredFile[] = [];
  let isKept = false;
  try {
    for (const one of bytes) {
      const file = await takeFile(tools, one);
      if (!file.ok) return refuse({ code: 'assessment.file-refused', file: file.refusal });
      taken.push(file.value);
    }
    const done = await save(tools, actor, order, taken);
    isKept = done.ok;
    return done;
  } finally {
    if (!isKept) for (const file of taken) await removeFile(tools, file.key);
  }
}

function save(
  tools: Tools,
  actor: Actor,
  order: ItemOrder,
  files: readonly StoredFile[],
): Promise<Result<ItemState, ItemStepRefusal>> {
  return inTransaction(tools, async (tx) => {
    const item = await lockItem(tx, order.itemId);
    if (!item) return refuse({ code: 'assessment.absent' });
    const moved = moveItem(item, actor, order);
    if (!moved.ok) return refuse({ code: moved.refusal });
    const { to, note } = moved.value;
    const at = tools.clock.now();
    const tables = tx.withTables<AssessmentTables>();
    await tables
      .updateTable('assessments.items')
      .set({ state: to, state_note: note, revision: item.revision + 1, changed_at: at.toString() })
      .where('id', '=', item.id)
      .execute();
    if (files.length > 0 && actor.kind === 'officer') {
      const rows = files.map((file) => ({
        id: tools.random.id(),
        item_id: item.id,
        file_key: file.key,
        thumbnail_key: file.picture?.thumbnailKey ?? null,
        media_type: file.mediaType,
        extension: file.extension,
        size: file.size,
        sha256: file.sha256,
        added_by: actor.personId,
        added_at: at.toString(),
      }));
      await tables.insertInto('assessments.item_files').values(rows).execute();
    }
    await appendEvents(tools, tx, { kind: 'assessment', id: item.assessmentId }, [
      {
        type: `assessment.item-${order.action}`,
        at,
        actor: actorReference(actor),
        payload: { item: item.id, from: item.state, to, files: files.map(({ sha256 }) => sha256) },
      },
    ]);
    return { ok: true, value: to };
  });
}
