/** Importing a table of services: confirmed here after the dry run, written by an errand in batches. */

import { type Actor, actorReference, type Officer } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { putSealed } from '../../platform/files/seal.ts';
import type { Upload } from '../../platform/http/form.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { insertImport, openImport } from '../store/imports.ts';
import { type TableReport, tryTable } from './judge-table.ts';
import { refused, type Step } from './on-service.ts';

/** The audit file of an import. */
export const IMPORT_FILE = 'service-import';

/**
 * Puts the import into the queue when the file is the one that was checked and has no wrong row. The rows are judged once more by the
 * errand, at the moment of writing.
 *
 * @param checked SHA-256 of the file of the dry run
 * @returns the import's id
 * @throws UnreadableTable
 */
export async function confirmImport(
  tools: Tools,
  actor: Officer,
  upload: Upload,
  checked: string,
): Step<{ readonly importId: string }> {
  if (upload.sha256 !== checked) return refused('import.file-differs');
  const report = await tryTable(tools, actor, upload.stream());
  const problem = problemOf(report);
  if (problem !== undefined) return refused(problem);
  const running = await openImport(tools.db, actor.personId, upload.sha256);
  if (running) return ok({ importId: running.id });
  const id = tools.random.id();
  const storeKey = `imports/${id}`;
  await putSealed(tools, storeKey, upload.stream());
  try {
    await inTransaction(tools, async (tx) => {
      const askedAt = tools.clock.now();
      await insertImport(tx, { id, personId: actor.personId, sha256: upload.sha256, storeKey, rows: report.rows, askedAt });
      const payload = { sha256: upload.sha256, rows: report.rows, created: report.created, changed: report.changed };
      const event = { type: 'import-confirmed', at: askedAt, actor: actorReference(actor as Actor), payload };
      await appendEvents(tools, tx, { kind: IMPORT_FILE, id }, [event], { newFile: true });
      await enqueue(tx, { errand: 'services.import', payload: { importId: id }, key: `services.import:${id}` });
    });
  } catch (error) {
    await tools.files.remove(storeKey);
    throw error;
  }
  return ok({ importId: id });
}

function problemOf(report: TableReport) {
  if (report.wrong > 0) return 'import.file-wrong';
  return report.created + report.changed === 0 ? 'import.nothing-to-do' : undefined;
}
