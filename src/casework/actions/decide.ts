/**
 * The shell around every rule: load and lock, decide, save row and events, tell the reporter. One transaction, one case.
 */
import { hasContact } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { lawBook } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Case } from '../rules/case.ts';
import type { Circumstances, Decided, News } from '../rules/decision.ts';
import type { CaseRefusal } from '../rules/refusals.ts';
import { viewOf } from '../rules/visibility.ts';
import { countOpenObligations, loadCaseForUpdate } from '../store/cases.ts';
import { saveDecision } from '../store/save.ts';
import { surroundingsOf } from './surroundings.ts';

export interface CaseTarget {
  readonly caseId: string;
  /** The version the form was made from; `null` = whatever it is now (errands, the reporter's own word, appending a record). */
  readonly version: number | null;
  /**
   * An officer of the respondent acts on a letter or an obligation, or an office of the Ombudsman answers a transfer: the area has looked whether
   * they may, the case itself they do not see (yet).
   */
  readonly side?: 'respondent' | 'receiving-office';
}

export type CaseRule = (file: Case, circumstances: Circumstances, tx: Tx) => Decided | Promise<Decided>;

/** @returns the saved case, or the refusal; nothing is written then (the transaction is rolled back) */
export function decide(tools: Tools, actor: Actor, target: CaseTarget, rule: CaseRule): Promise<Result<Case, CaseRefusal>> {
  return orRollBack(tools, (tx) => decideIn(tools, tx, actor, target, rule));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function decideIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: CaseTarget,
  rule: CaseRule,
): Promise<Result<Case, CaseRefusal>> {
  const file = await loadCaseForUpdate(tx, target.caseId);
  if (!file || !(target.side !== undefined || mayTouch(file, actor))) return refuse('case.absent');
  if (target.version !== null && target.version !== file.version) return refuse('case.moved-on');
  const at = tools.clock.now();
  const { law, times } = surroundingsOf(await lawBook(tools, tx), file);
  const openObligations = await countOpenObligations(tx, file.id);
  const decided = await rule(file, { at, actor, law, newId: () => tools.random.id(), openObligations }, tx);
  if (!decided.ok) return decided;
  const saved = await saveDecision(tools, tx, file, decided.value, { at, actor, times });
  if (actor.kind !== 'complainant') await tellReporter(tools, tx, saved, decided.value.news);
  return { ok: true, value: saved };
}

/** Whoever may not see the case is told that there is none. */
function mayTouch(file: Case, actor: Actor): boolean {
  return actor.kind === 'system' || viewOf(file, actor) !== null;
}

/** Only that there is news: the message carries the number and nothing else. */
export async function tellReporter(tools: Tools, tx: Tx, file: Case, news: readonly News[]): Promise<void> {
  const latest = news.at(-1);
  if (!latest || file.tip || !(await hasContact(tx, file.id))) return;
  await tools.post(tx, {
    purpose: 'case.news',
    object: { kind: 'case', id: file.id },
    recipient: { kind: 'complainant', id: file.id },
    stage: `${latest}:${file.version}`,
    details: { number: file.number, complaint: file.complaintId !== null },
  });
}
