/** The errand's part of an import: batch by batch, each with its progress in the same transaction, so that a killed process goes on where it stopped. */
import { actorFor } from '../../directory/index.ts';
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getSealed } from '../../platform/files/seal.ts';
import type { Tools } from '../../platform/tools.ts';
import { endImport, importById, lockImport, noteProgress, type TableImport } from '../store/imports.ts';
import { insertNew, replaceContentIn } from './describe-service.ts';
import { IMPORT_FILE } from './import-table.ts';
import { type JudgedRow, judgedRows } from './judge-table.ts';

/** What the public reads as the reason of a version that came from a table. */
const NOTE = 'Diperbarui melalui impor tabel layanan.';

export async function writeTable(tools: Tools, importId: string): Promise<void> {
  const order = await importById(tools.db, importId);
  if (!order || order.state === 'done' || order.state === 'failed') return;
  const actor = await actorFor(tools.db, order.personId, dayOf(tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) return end(tools, order, { kind: 'system', errand: 'services.import' }, '');
  const source = await getSealed(tools, order.storeKey);
  for await (const batch of judgedRows(tools, actor, source, { skip: order.done })) {
    const wrong = batch.find(({ what }) => what === 'wrong');
    // Someone has changed the services or the office since the dry run. What was written stays, the rest is left.
    if (wrong) return end(tools, order, actor, String(wrong.line));
    const goesOn = await inTransaction(tools, (tx) => writeBatch(tools, tx, actor, importId, batch));
    if (!goesOn) return;
  }
  await end(tools, order, actor, null);
}

/** @returns `false` when another process has ended the import meanwhile */
async function writeBatch(tools: Tools, tx: Tx, actor: Actor, importId: string, batch: readonly JudgedRow[]): Promise<boolean> {
  const held = await lockImport(tx, importId);
  if (!held || held.state === 'done' || held.state === 'failed') return false;
  const counts = { done: held.done + batch.length, created: held.created, changed: held.changed, unchanged: held.unchanged };
  for (const { what, agency, content, before } of batch) {
    if (what === 'unchanged' || !agency || !content) {
      counts.unchanged++;
    } else if (before === undefined) {
      await insertNew(tools, tx, actor, agency, content);
      counts.created++;
    } else {
      const replaced = await replaceContentIn(tools, tx, actor, before.service.id, content, NOTE);
      if (!replaced.ok) throw new Error(`an import met ${replaced.refusal.code}`);
      counts[replaced.value ? 'changed' : 'unchanged']++;
    }
  }
  await noteProgress(tx, importId, counts);
  return true;
}

/** @param problem the line at which it stopped, '' when nobody is there any more for whom it runs */
async function end(tools: Tools, order: TableImport, actor: Actor, problem: string | null): Promise<void> {
  await inTransaction(tools, async (tx) => {
    const held = await lockImport(tx, order.id);
    if (!held || held.state === 'done' || held.state === 'failed') return;
    const at = tools.clock.now();
    await endImport(tx, order.id, at, problem);
    const { done, created, changed, unchanged } = held;
    const payload = { done, created, changed, unchanged, isWhole: problem === null };
    await appendEvents(tools, tx, { kind: IMPORT_FILE, id: order.id }, [
      { type: 'import-ended', at, actor: actorReference(actor), payload },
    ]);
  });
  await tools.files.remove(order.storeKey);
}
