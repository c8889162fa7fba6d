/** On the day an edition is adopted its lines are brought to where the plan before has come: it went on while the edition was reviewed. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { caughtUp, isUnjudged } from '../../rules/rad/caught-up.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { carriedInto } from '../../store/reviews/renewals.ts';
import { append, saveLine } from '../../store/save.ts';

/**
 * The caller holds the lock of the edition and ends the plan before in the same transaction.
 *
 * @returns a refusal while reports on the plan before wait: nobody could judge them once it is over
 */
export async function catchUp(tools: Tools, tx: Tx, actor: Actor, edition: Agreement): Promise<Result<null, AgreementRefusal>> {
  const carried = await carriedInto(tx, edition.id);
  const before = edition.predecessorId === null ? undefined : await loadAgreementForUpdate(tx, edition.predecessorId);
  if (before?.kind !== 'rad') return ok(null);
  const there = await linesOf(tx, before.id);
  // What was ended by hand meanwhile is judged no more: there is nothing to wait for.
  if (before.state === 'signed' && there.some(isUnjudged)) return refuse('agreement.rad-lines-wait');
  const at = tools.clock.now();
  const [done, begun]: [number[], number[]] = [[], []];
  for (const line of await linesOf(tx, edition.id)) {
    const from = there.find(({ id }) => id === carried.get(line.id));
    const next = from ? caughtUp(line, from, { at, code: before.code }) : line;
    if (next === line) continue;
    (next.state === 'dropped' ? done : begun).push(line.ordinal);
    await saveLine(tools, tx, line, next, [], { at, actor });
  }
  if (done.length + begun.length > 0)
    await append(tools, tx, edition.id, [{ type: 'rad-edition-caught-up', payload: { from: before.code, done, begun } }], {
      at,
      actor,
    });
  return ok(null);
}
