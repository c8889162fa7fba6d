/**
 * After a re-examination: what becomes of the corrective actions of the former LHP that are still owed. Whoever issues the new one says so for each
 * of them, in the same decision; none stays, and none goes, by silence.
 */
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import type { CaseEvent, Circumstances } from '../../rules/decision.ts';
import { type Lhp, lhpName } from '../../rules/findings/lhp.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { stepObligation } from '../../rules/obligations/step.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { changeIn } from '../obligations/hold.ts';

export interface FormerDecision {
  readonly obligationId: string;
  readonly choice: 'keep' | 'withdraw';
  /** Why it is withdrawn; the agency reads it. Of a kept one nothing need be said. */
  readonly reason: string;
}

/** Corrective actions of the case that wait for their last word: before a new LHP is issued, all of them are of former ones. */
export async function formerActions(db: Db | Tx, caseId: string): Promise<readonly Obligation[]> {
  return (await obligationsOf(db, { caseId })).filter(({ kind, judgedAt }) => kind === 'corrective-action' && judgedAt === null);
}

export interface DecidedFormer {
  readonly file: Case;
  readonly events: readonly CaseEvent[];
}

/** @param former what was owed before the new one's actions were issued @param number of the document that takes their place */
export async function decideFormerActions(
  tools: Tools,
  tx: Tx,
  file: Case,
  circumstances: Circumstances,
  order: {
    readonly lhp: Lhp;
    readonly number: string;
    readonly former: readonly Obligation[];
    readonly decisions: readonly FormerDecision[];
  },
): Promise<Result<DecidedFormer, CaseRefusal>> {
  const { lhp, former, decisions } = order;
  if (former.length === 0) return { ok: true, value: { file, events: [] } };
  let next = file;
  const events: CaseEvent[] = [];
  const counted = { keep: 0, withdraw: 0 };
  for (const { id } of former) {
    const decided = decisions.find(({ obligationId }) => obligationId === id);
    if (!decided) return refuse('case.former-actions-undecided');
    counted[decided.choice] += 1;
    if (decided.choice === 'keep') continue;
    const reason = decided.reason.trim();
    if (reason === '') return refuse('case.former-reason-missing');
    const text = `Digantikan ${lhpName(file.ruleSet).short} ${order.number}. ${reason}`;
    if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const target = { obligationId: id, version: null };
    const moved = await changeIn(tools, tx, next, circumstances, target, (held, facts) =>
      stepObligation(held, { action: 'withdraw', text }, facts),
    );
    if (!moved.ok) return moved;
    next = moved.value.file;
    events.push(moved.value.event);
  }
  const decision: CaseEvent = {
    type: 'former-actions-decided',
    payload: { lhp: lhp.id, no: lhp.no, kept: counted.keep, withdrawn: counted.withdraw },
  };
  return { ok: true, value: { file: next, events: [decision, ...events] } };
}
