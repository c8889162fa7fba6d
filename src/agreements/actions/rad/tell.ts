/** Who hears of an action plan: those who prepare it, those who review it. References only. */
import { holdersOf, nationalDeskAgency } from '../../../directory/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { RadSide } from '../../rules/rad/rad.transitions.ts';

interface Told {
  readonly purpose: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly stage: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** The officers of a government who prepare its agreements. */
export function preparersOf(tx: Tx, governmentId: string, today: Day): Promise<readonly string[]> {
  return holdersOf(tx, governmentId, 'agreement.prepare', today);
}

/** Those who lead a government: whoever signs for it. */
export function leadersOf(tx: Tx, governmentId: string, today: Day): Promise<readonly string[]> {
  return holdersOf(tx, governmentId, 'agreement.sign', today);
}

/** Who stands on a side of a plan today. */
export async function peopleOn(
  tx: Tx,
  side: RadSide,
  plan: { readonly governmentId: string; readonly provinceId: string | null },
  today: Day,
): Promise<readonly string[]> {
  switch (side) {
    case 'government':
      return preparersOf(tx, plan.governmentId, today);
    case 'province':
      return plan.provinceId === null ? [] : preparersOf(tx, plan.provinceId, today);
    case 'ministry':
      return holdersOf(tx, (await nationalDeskAgency(tx)).id, 'agreement.review-rad', today);
  }
}

/** @returns how many were told; who was told before under the same stage is not told again */
export async function tell(tools: Tools, tx: Tx, people: Iterable<string>, told: Told): Promise<number> {
  const all = new Set(people);
  for (const id of all) await tools.post(tx, { ...told, recipient: { kind: 'person', id } });
  return all.size;
}
