/** The order of lines on the page. Their numbers stay: others have quoted them. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import { refusalOfLines } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { setRanks } from '../../store/lines/insert-lines.ts';
import { linesOf } from '../../store/lines.ts';
import { append } from '../../store/save.ts';

/**
 * @param order ids of lines as they should follow each other; lines it does not name (added meanwhile, of other programmes) stay where they are
 */
export function reorderLines(
  tools: Tools,
  actor: Actor,
  agreementId: string,
  order: readonly string[],
): Promise<Result<null, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const agreement = await loadAgreementForUpdate(tx, agreementId);
    if (!agreement || !isInside(actor, agreement)) return refuse('agreement.absent');
    const barred = refusalOfLines(actor, agreement);
    if (barred) return refuse(barred);
    const lines = await linesOf(tx, agreementId);
    const now = lines.map(({ id }) => id);
    const wanted = [...new Set(order)].filter((id) => now.includes(id));
    // The places the named lines hold now are given to them anew; nothing else moves.
    const places = new Set(wanted);
    let next = 0;
    const ranked = now.map((id) => (places.has(id) ? (wanted[next++] as string) : id));
    if (ranked.every((id, index) => id === now[index])) return ok(null);
    await setRanks(tx, agreementId, ranked);
    await append(tools, tx, agreementId, [{ type: 'lines-reordered', payload: { lines: wanted } }], {
      at: tools.clock.now(),
      actor,
    });
    return ok(null);
  });
}
