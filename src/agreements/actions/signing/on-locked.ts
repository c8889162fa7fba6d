/**
 * Work on the text of an agreement behind its lock. Writing and commenting are no new version of the agreement: whoever has its form open is not told that
 * it changed because somebody said something about a section.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { type AgreementEvent, append } from '../../store/save.ts';
import type { Circumstances } from '../change.ts';

export interface Worked<Value> {
  readonly value: Value;
  readonly events: readonly AgreementEvent[];
}

export function onLocked<Value>(
  tools: Tools,
  actor: Actor,
  agreementId: string,
  work: (agreement: Agreement, circumstances: Circumstances, tx: Tx) => Promise<Result<Worked<Value>, AgreementRefusal>>,
): Promise<Result<Value, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const agreement = await loadAgreementForUpdate(tx, agreementId);
    if (!agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return refuse('agreement.absent');
    const at = tools.clock.now();
    const worked = await work(agreement, { at, actor, newId: () => tools.random.id() }, tx);
    if (!worked.ok) return worked;
    if (worked.value.events.length > 0) await append(tools, tx, agreement.id, worked.value.events, { at, actor });
    return ok(worked.value.value);
  });
}
