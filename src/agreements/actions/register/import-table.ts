/** Recording many agreements from a table: tried first, then confirmed with the same file. All of it, or nothing when a row is wrong. */
import { type Actor, can, type Officer } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { expectScan, holdImports, insertImport } from '../../store/register/imports.ts';
import type { AgreementEvent } from '../../store/save.ts';
import { numberAgreement } from '../create-agreement.ts';
import { type JudgedRow, judgeOf } from './judge-table.ts';
import type { ReadTable } from './read-table.ts';

export interface TableReport {
  readonly rows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly wrong: number;
  /** Every row that is wrong, and the first ones that are new. */
  readonly wrongRows: readonly JudgedRow[];
  readonly newRows: readonly JudgedRow[];
}

const SHOWN = 100;

export function mayImport(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && can(actor, 'agreement.prepare');
}

/** What an import would do; writes nothing. */
export async function tryTable(tools: Tools, actor: Actor, table: ReadTable): Promise<TableReport> {
  // Only read from: a transaction would hold up those who write.
  const judge = await judgeOf(tools, tools.db as unknown as Tx, actor, table.columns, false);
  const judged: JudgedRow[] = [];
  for (const row of table.rows) judged.push(await judge(row));
  return reportOf(judged);
}

function reportOf(judged: readonly JudgedRow[]): TableReport {
  const of = (what: JudgedRow['what']) => judged.filter((row) => row.what === what);
  return {
    ...{ rows: judged.length, created: of('created').length, unchanged: of('unchanged').length, wrong: of('wrong').length },
    ...{ wrongRows: of('wrong').slice(0, SHOWN), newRows: of('created').slice(0, SHOWN) },
  };
}

/**
 * @param sha256 of the file that is confirmed; `checked` that of the dry run
 * @returns how many were recorded, and how many were there
 */
export async function importTable(
  tools: Tools,
  actor: Actor,
  table: ReadTable,
  file: { readonly sha256: string; readonly checked: string },
): Promise<Result<{ readonly created: number; readonly unchanged: number }, AgreementRefusal>> {
  if (!mayImport(actor)) return refuse('agreement.not-yours');
  if (file.sha256 !== file.checked) return refuse('agreement.import-file-differs');
  return orRollBack(tools, async (tx) => {
    await holdImports(tx);
    const id = tools.random.id();
    const judge = await judgeOf(tools, tx, actor, table.columns, true);
    const counts = { created: 0, unchanged: 0 };
    for (const row of table.rows) {
      const judged = await judge(row);
      if (judged.what === 'wrong') return refuse('agreement.import-file-wrong');
      counts[judged.what] += 1;
      if (judged.what !== 'created' || !judged.agreement) continue;
      const came: AgreementEvent = { type: 'register-imported', payload: { import: id, line: judged.line } };
      const written = await numberAgreement(tools, tx, actor, judged.agreement, [...(judged.events ?? []), came]);
      if (judged.scanName) await expectScan(tx, written.id, judged.scanName);
    }
    if (counts.created === 0) return refuse('agreement.import-nothing');
    await insertImport(tx, {
      ...{ id, personId: actor.personId, sha256: file.sha256, rows: table.rows.length, at: tools.clock.now(), ...counts },
    });
    return ok(counts);
  });
}
