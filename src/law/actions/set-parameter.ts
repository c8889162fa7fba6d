import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { cite } from '../rules/citation.ts';
import { changesNothing, type OrderRefusal, type ParameterOrder, readParameterOrder } from '../rules/parameter-order.ts';
import { type Parameter, rowOn } from '../rules/parameters.ts';
import { mayManageLaw } from '../rules/permission.ts';
import { logChange } from '../store/changes.ts';
import { currentEdition, lockLaw, nextEdition } from '../store/editions.ts';
import { addParameter, parameterRows } from '../store/parameters.ts';
import { announceCalendar } from './announce-calendar.ts';

/**
 * Enters a new dated row for a rule, with basis and reason, and logs it in public. An old row is never edited. A rule of the
 * calendar makes a new calendar version too, and open deadlines are worked out again.
 */
export async function setParameter(
  tools: Tools,
  actor: Actor,
  order: ParameterOrder,
): Promise<Result<Parameter, readonly OrderRefusal[]>> {
  if (!mayManageLaw(actor)) return refuse([{ code: 'law.forbidden', field: null }]);
  const read = readParameterOrder(order);
  if (!read.ok) return read;
  const row = read.value;
  return inTransaction(tools, async (tx) => {
    await lockLaw(tx);
    const rows = await parameterRows(tx, (await currentEdition(tx)).edition);
    if (changesNothing(row, rows)) return refuse([{ code: 'law.nothing-changed' as const, field: null }]);
    const old = rowOn(
      rows.filter((one) => one.rule === row.rule && one.ruleSet === row.ruleSet),
      row.from,
    );
    const at = tools.clock.now();
    const movesDays = row.rule.startsWith('calendar.');
    const { edition, calendarVersion } = await nextEdition(tx, at, movesDays);
    await addParameter(tx, edition, row);
    await logChange(tx, {
      edition,
      at,
      by: actorReference(actor),
      basis: cite(row.basis).id,
      reason: order.reason.trim(),
      change: { kind: 'parameter', old: old ?? null, new: row },
    });
    if (movesDays) await announceCalendar(tx, calendarVersion);
    return ok(row);
  });
}
