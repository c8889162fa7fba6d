/** Whom a rung of a case's ladder is told to: person ids, each once. */
import { holdersOf } from '../../directory/index.ts';
import type { Day } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Case, CaseClock } from '../rules/case.ts';
import { teamOf } from '../rules/case.ts';
import type { CaseAlertStage } from '../rules/case-alerts.ts';
import { excludedPersonIds } from '../rules/visibility.ts';
import { waitingFor } from '../rules/waiting.ts';

/** Officers of the Ombudsman only; what an agency must do is told to the agency by the caller besides. @param day on which positions must be in force */
export async function caseAddressees(tx: Tx, file: Case, clock: CaseClock, stage: CaseAlertStage, day: Day): Promise<string[]> {
  const people = new Set<string>();
  const add = (ids: readonly string[]) => {
    for (const id of ids) people.add(id);
  };
  if (stage === 'head') add(await holdersOf(tx, file.officeId, 'case.decide', day));
  else if (stage === 'centre') {
    const root = file.officePath[0];
    if (root) add(await holdersOf(tx, root, 'case.decide', day));
  } else {
    const line = waitingFor(file).find((each) =>
      clock.kind === 'stage' ? each.partId === null : each.kind === clock.kind && each.partId === clock.partId,
    );
    const isTeams = clock.kind !== 'stage' && clock.kind !== 'promise';
    const named = line?.personId ?? (isTeams ? (teamOf(file)[0]?.personId ?? null) : null);
    if (named) add([named]);
    else
      for (const capability of line?.capabilities ?? [])
        add(await holdersOf(tx, line?.officeId ?? file.officeId, capability, day));
  }
  const excluded = excludedPersonIds(file);
  return [...people].filter((id) => !excluded.includes(id));
}
