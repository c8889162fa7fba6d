/** A case brought to each stage of verification, and a plenary in session, for tests. */
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { openedCase } from '../../cast.test-support.ts';
import type { Case } from '../../rules/case.ts';
import type { Plenary } from '../../rules/verification/plenary.ts';
import { loadCase } from '../../store/cases.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import type { OpeningOrder } from '../open-case.ts';
import { answerChecks } from './answer-checks.ts';
import { gatherChecks } from './gather-checks.ts';
import { openPlenary, planPlenary } from './plan-plenary.ts';
import { addToAgenda, recordPresence } from './plenary-agenda.ts';
import { passFormal, submitToPlenary } from './verify-case.ts';

export function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export async function current(t: TestDatabase, id: string): Promise<Case> {
  const file = await loadCase(t.db, id);
  if (!file) throw new Error('no such case');
  return file;
}

/** The verifier says of everything that is not met yet that it is. */
export async function allMet(t: TestDatabase, verifier: Officer, caseId: string): Promise<void> {
  const { standings } = await gatherChecks(t.tools, t.db, await current(t, caseId));
  const orders = standings
    .filter((each) => each.answer !== 'met')
    .map((each) => ({
      requirement: each.requirement.code,
      answer: 'met' as const,
      note: 'Dilihat di loket (contoh)',
      seen: each.history[0]?.id ?? '',
    }));
  must(await answerChecks(t.tools, verifier, caseId, orders));
}

/** A report at the plenary, verified and proposed for examination. */
export async function caseAtPlenary(t: TestDatabase, verifier: Officer, order: Partial<OpeningOrder> = {}): Promise<Case> {
  const { id } = await openedCase(t, order);
  await allMet(t, verifier, id);
  must(await passFormal(t.tools, verifier, { caseId: id, version: null }));
  const proposal = { proposal: 'examine', reasons: 'Ada dugaan penundaan berlarut (contoh).' };
  return must(await submitToPlenary(t.tools, verifier, { caseId: id, version: null }, proposal));
}

export async function plannedPlenary(t: TestDatabase, head: Officer): Promise<Plenary> {
  const office = await agencyByCode(t.db, 'ori.bali');
  const heldOn = dayOf(t.tools.clock.now(), 'Asia/Makassar');
  const order = { heldOn, heldAt: '09.30', place: 'Ruang rapat (contoh)' };
  return must(await planPlenary(t.tools, head, office?.id ?? '', order));
}

/** In session with these cases; all members are there, or those named. */
export async function plenaryInSession(
  t: TestDatabase,
  head: Officer,
  caseIds: readonly string[],
  presentIds?: readonly string[],
): Promise<Plenary> {
  const { id } = await plannedPlenary(t, head);
  const target = { plenaryId: id, version: null };
  for (const each of caseIds) must(await addToAgenda(t.tools, head, target, each));
  must(await openPlenary(t.tools, head, target));
  const everyone = (await membersOf(t.db, id)).map((each) => each.personId);
  return must(await recordPresence(t.tools, head, target, presentIds ?? everyone));
}
