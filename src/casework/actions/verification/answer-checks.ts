/** A verifier answers requirements. Answers are kept beside one another; what somebody else answered meanwhile is not written over. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { type AnswerOrder, type Check, judgeAnswer, mayCheck, type Standing } from '../../rules/verification/checks.ts';
import { insertChecks } from '../../store/verification/checks.ts';
import { decide } from '../decide.ts';
import { gatherChecks } from './gather-checks.ts';

export interface CheckOrder extends AnswerOrder {
  readonly requirement: string;
}

/** Which requirement a refusal is about; `null` when about the case. */
export interface CheckProblem {
  readonly code: CaseRefusal;
  readonly requirement: string | null;
}

/** @returns how many answers were added; those that say what stands already are left out */
export async function answerChecks(
  tools: Tools,
  actor: Actor,
  caseId: string,
  orders: readonly CheckOrder[],
): Promise<Result<number, CheckProblem>> {
  let about: string | null = null;
  let count = 0;
  const done = await decide(tools, actor, { caseId, version: null }, async (file, { at, newId }, tx) => {
    if (!mayCheck(file, actor)) return refuse('case.not-yours');
    const { standings } = await gatherChecks(tools, tx, file);
    const added: Check[] = [];
    for (const order of orders) {
      const standing = standings.find((each) => each.requirement.code === order.requirement);
      if (!standing) continue;
      about = order.requirement;
      if (order.note.length > LONGEST_TEXT) return refuse('case.text-too-long');
      const judged = judgeAnswer(standing, order);
      if (!judged.ok) return judged;
      if (judged.value === null) continue;
      added.push(checkOf(standing, { ...order, way: judged.value.way, by: actorReference(actor), at, id: newId() }));
    }
    about = null;
    count = added.length;
    await insertChecks(tx, file.id, added);
    return decision(file, { events: added.length === 0 ? [] : [checkedEvent(added)] });
  });
  return done.ok ? ok(count) : refuse({ code: done.refusal, requirement: about });
}

function checkOf(
  standing: Standing,
  given: Pick<Check, 'answer' | 'note' | 'way' | 'id' | 'at'> & { readonly by: string },
): Check {
  return {
    id: given.id,
    requirement: standing.requirement.code,
    answer: given.answer,
    way: given.way,
    note: given.note.trim(),
    facts: standing.computed.facts,
    author: given.by,
    at: given.at,
  };
}

function checkedEvent(checks: readonly Check[]) {
  return {
    type: 'checks-answered',
    payload: {
      answers: checks.map((each) => ({ check: each.id, requirement: each.requirement, answer: each.answer, way: each.way })),
    },
  };
}

/**
 * Keeps what is computed now as it was when a step rested on it, so that later changes of the record do not change what was decided on.
 */
export async function freezeComputed(
  tx: Tx,
  file: Case,
  standings: readonly Standing[],
  { actor, at, newId }: { readonly actor: Actor; readonly at: Moment; readonly newId: () => string },
): Promise<void> {
  const computed = standings.filter((each) => each.check === null && each.computed.answer !== 'open');
  const frozen = computed
    .filter((each) => {
      const [last] = each.history;
      return !(last?.way === 'computed' && last.answer === each.answer && same(last.facts, each.computed.facts));
    })
    .map((each) => checkOf(each, { answer: each.answer, note: '', way: 'computed', by: actorReference(actor), at, id: newId() }));
  await insertChecks(tx, file.id, frozen);
}

/** Facts come back from the database with their keys in another order. */
function same(one: Check['facts'], other: Check['facts']): boolean {
  const told = (facts: Check['facts']) =>
    JSON.stringify(facts.map((fact) => Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))));
  return told(one) === told(other);
}
