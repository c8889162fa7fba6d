/**
 * What was chosen of a table becomes the plan: each line judged by itself, a hundred in a transaction. What cannot be kept any more, because somebody was
 * faster, stays in the upload and is shown again; a line is never half changed. Accepting twice changes nothing more.
 */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { cellsOfLine } from '../../rules/tables/cells.ts';
import type { RowKind } from '../../rules/tables/difference.ts';
import { orderOf, withChanges } from '../../rules/tables/judge-row.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { append } from '../../store/save.ts';
import {
  type Counts,
  loadImport,
  lockImport,
  noteAdded,
  noteCounts,
  noteKept,
  type TableImport,
} from '../../store/tables/imports.ts';
import type { Refused } from '../create-agreement.ts';
import { addLinesIn } from '../lines/add-line.ts';
import { editLinesIn } from '../lines/edit-lines.ts';
import { reportProgress } from '../lines/report-progress.ts';
import { tellOfPlan } from '../lines/tell-sides.ts';
import type { Choices, Everything } from './choices.ts';
import { finishTable } from './finish-table.ts';
import { mayOpenTable, openTable } from './open-table.ts';
import { type Pick, pick, reasonFor } from './pick.ts';

export interface Accepted {
  readonly changed: number;
  readonly added: number;
  readonly reported: number;
  /** Conflicts settled in favour of what the line says now. */
  readonly kept: number;
  /** Rows that could not be kept, and why. */
  readonly refused: readonly { readonly row: number; readonly code: AgreementRefusal }[];
  /** Nothing of the file is left to be decided: the upload is finished. */
  readonly isFinished: boolean;
}

export async function acceptTable(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  importId: string,
  chosen: Choices | Everything,
): Promise<Result<Accepted, AgreementRefusal>> {
  const brought = await loadImport(tools.db, agreement.id, importId);
  if (!brought || !mayOpenTable(actor, brought)) return refuse('agreement.absent');
  if (brought.state !== 'open') return refuse('agreement.table-closed');
  const { rows } = await openTable(tools, tools.db, actor, agreement, brought);
  const picks = rows.map((row) => pick(row, chosen));
  const missed = picks.flatMap(({ row, missed: code }) => (code === null ? [] : [{ row: row.row, code }]));
  if (picks.every(({ isEmpty }) => isEmpty)) return refuse(missed[0]?.code ?? 'agreement.table-nothing-chosen');
  const needsReason =
    agreement.state === 'signed' && picks.some(({ row, changes }) => changes.length > 0 && reasonFor(row, chosen) === '');
  if (needsReason) return refuse('agreement.reason-missing');
  if (agreement.state === 'signed' && hasPersonalData(chosen.reason)) return refuse('agreement.personal-data');
  const kept = picks.flatMap(({ row, stays }) =>
    stays.map((cell) => ({ row: row.row, column: cell.column, value: cell.now ?? '' })),
  );
  const refused: { row: number; code: AgreementRefusal }[] = [...missed];
  const edited = await editRows(tools, actor, { agreement, brought, picks, chosen });
  let [changed, reported] = [0, 0];
  for (const { row, report } of picks) {
    const edit = edited.get(row.row);
    if (edit?.ok) changed++;
    if (edit?.ok === false) refused.push({ row: row.row, code: edit.refusal[0]?.code ?? 'agreement.line-moved-on' });
    const line = edit?.ok ? edit.value : row.line;
    if (!line || !report || !row.report || edit?.ok === false) continue;
    const { achieved, asOf, text, isLast } = row.report;
    const told = await reportProgress(
      tools,
      actor,
      { lineId: line.id, version: line.version },
      { achieved, asOf, text, isLast, forPublic: false, evidence: [] },
    );
    if (told.ok) reported++;
    else refused.push({ row: row.row, code: told.refusal[0]?.code as AgreementRefusal });
  }
  const added = await addRows(
    tools,
    actor,
    agreement,
    brought,
    new Map(picks.flatMap(({ row, adds }) => (adds ? [[row.row, row.kind] as const] : []))),
  );
  if (!added.ok) refused.push(...added.refusal);
  const counts = { changed, added: added.ok ? added.value.length : 0, reported };
  await settle(tools, actor, agreement, brought, counts, kept);
  const isFinished = await finishIfNothingIsLeft(tools, actor, agreement, brought.id);
  return { ok: true, value: { ...counts, kept: kept.length, refused, isFinished } };
}

/** Lines in one transaction: few enough that nobody who works at one of them waits for long. */
const LINES_AT_ONCE = 100;

interface Edits {
  readonly agreement: Agreement;
  readonly brought: TableImport;
  readonly picks: readonly Pick[];
  readonly chosen: Choices | Everything;
}

/** What was chosen of lines that are there, by row. What changes a signed plan is told in the transaction that changes it, to each once however many there are. */
async function editRows(
  tools: Tools,
  actor: Officer,
  { agreement, brought, picks, chosen }: Edits,
): Promise<ReadonlyMap<number, Result<Line, readonly Refused[]>>> {
  const about = `${brought.id}:${tools.clock.now().epochMilliseconds}`;
  const edits = picks.flatMap(({ row, changes }) => {
    const { line } = row;
    if (!line || changes.length === 0) return [];
    const order = orderOf(withChanges(cellsOfLine(line), changes), line);
    return [{ row: row.row, lineId: line.id, version: line.version, order, reason: reasonFor(row, chosen) }];
  });
  const done = new Map<number, Result<Line, readonly Refused[]>>();
  for (let from = 0; from < edits.length; from += LINES_AT_ONCE) {
    const some = edits.slice(from, from + LINES_AT_ONCE);
    const results = await inTransaction(tools, async (tx) => {
      const written = await editLinesIn(tools, tx, actor, some);
      const changed = written.filter((each, index) => each.ok && each.value.version !== some[index]?.version).length;
      // How many there will be is not known while others are still to come.
      const count = edits.length > LINES_AT_ONCE ? null : changed;
      if (changed > 0 && agreement.state === 'signed')
        await tellOfPlan(tools, tx, actor, agreement, { purpose: 'agreement.plan-changed', count, about });
      return written;
    });
    for (const [index, { row }] of some.entries()) done.set(row, results[index] as Result<Line, readonly Refused[]>);
  }
  return done;
}

/**
 * New lines, all of them in one transaction: behind the lock of the agreement they are compared with the plan once more, so that two people with the
 * same rows add them once.
 */
function addRows(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  brought: TableImport,
  wanted: ReadonlyMap<number, RowKind>,
): Promise<Result<readonly Line[], readonly { readonly row: number; readonly code: AgreementRefusal }[]>> {
  if (wanted.size === 0) return Promise.resolve({ ok: true, value: [] });
  return orRollBack(tools, async (tx) => {
    const locked = await loadAgreementForUpdate(tx, agreement.id);
    const held = await lockImport(tx, agreement.id, brought.id);
    if (!locked || held?.state !== 'open')
      return refuse([...wanted.keys()].map((row) => ({ row, code: 'agreement.table-closed' as const })));
    const { rows } = await openTable(tools, tx, actor, locked, held);
    // One that looks new no more was not chosen as the double it has become.
    const chosen = rows.filter(
      ({ row, kind }) => (kind === 'new' && wanted.has(row)) || (kind === 'twin' && wanted.get(row) === 'twin'),
    );
    if (chosen.length === 0) return { ok: true, value: [] };
    const orders = chosen.map(({ cells }) => orderOf(withChanges({}, cells), null));
    const added = await addLinesIn(tools, tx, actor, { agreementId: agreement.id, version: null }, orders);
    if (!added.ok) return refuse(added.refusal.map(({ line, code }) => ({ row: chosen[line]?.row ?? 0, code })));
    await noteAdded(
      tx,
      brought,
      added.value.map((line, index) => ({ row: chosen[index]?.row ?? 0, lineId: line.id })),
    );
    return added;
  });
}

async function settle(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  brought: TableImport,
  counts: Counts,
  kept: Parameters<typeof noteKept>[2],
): Promise<void> {
  if (counts.changed + counts.added + counts.reported + kept.length === 0) return;
  const at = tools.clock.now();
  const payload = { upload: brought.id, ...counts, kept: kept.length };
  await inTransaction(tools, async (tx) => {
    const held = await lockImport(tx, agreement.id, brought.id);
    if (!held) return;
    // Finished meanwhile, in another window: what was done is counted all the same, and there are no rows left to be kept.
    if (held.state === 'open') await noteKept(tx, brought, kept);
    await noteCounts(tx, brought, counts);
    await append(tools, tx, agreement.id, [{ type: 'tables-accepted', payload }], { at, actor });
  });
}

async function finishIfNothingIsLeft(tools: Tools, actor: Officer, agreement: Agreement, importId: string): Promise<boolean> {
  const brought = await loadImport(tools.db, agreement.id, importId);
  if (brought?.state !== 'open') return true;
  const { rows } = await openTable(tools, tools.db, actor, agreement, brought);
  if (rows.some(({ kind }) => kind !== 'same' && kind !== 'added')) return false;
  const finished = await finishTable(tools, actor, agreement, importId, 'accepted');
  return finished.ok;
}
