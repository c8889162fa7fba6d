import { type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { readRational } from '../rules/rational.ts';
import { saveSecondary } from '../store/secondary.ts';

export interface SecondaryPush {
  /** The agency or unit it is about. */
  readonly agencyId: string;
  /** Year of the round it counts in. */
  readonly year: number;
  /** As indicators name it: `surveys.ikm`, `casework.compliance`. */
  readonly measure: string;
  /** Decimal with a point, `null` = there is nothing to judge. */
  readonly value: string | null;
  /** Where it comes from, for people. */
  readonly source: string;
  /** Address of the page with the rows behind it, or `null`. */
  readonly rowsAt: string | null;
  /** The room or errand that pushes (`surveys`), or `person:` and an id. */
  readonly pushedBy: string;
}

/**
 * What another room hands down: a number an indicator reads as its answer where no sheet answers it. Pushed again, the later number
 * stands. Published results stay as they are; open ones take it in when they are next computed.
 */
export async function pushSecondary(
  tools: Pick<Tools, 'clock'>,
  tx: Tx,
  push: SecondaryPush,
): Promise<Result<null, 'assessment.secondary-unreadable'>> {
  if (push.value !== null && (push.value.includes('/') || !readRational(push.value))) {
    return refuse('assessment.secondary-unreadable');
  }
  await saveSecondary(tx, { ...push, pushedAt: tools.clock.now().toString() });
  return { ok: true, value: null };
}
