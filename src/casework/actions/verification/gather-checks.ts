/** The requirements of one case as they stand now: what is on record, what is computed of it, what was answered. */
import { particularsGiven } from '../../../identity/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type Standing, standingsOf } from '../../rules/verification/checks.ts';
import { computeChecks } from '../../rules/verification/compute-checks.ts';
import { requirementsFor } from '../../rules/verification/requirements.ts';
import { carriedOver } from '../../store/intake/carried-over.ts';
import { type Intake, intakeOf } from '../../store/intake/intakes.ts';
import { checksOf } from '../../store/verification/checks.ts';

export interface GatheredChecks {
  readonly standings: readonly Standing[];
  /** What the reporter stated when it was brought, in their (masked) words. */
  readonly intake: Intake;
}

/** Reads whether particulars were given, never what they say. The parameters are those of the day the case was registered. */
export async function gatherChecks(tools: Tools, db: Db | Tx, file: Case): Promise<GatheredChecks> {
  const intake = await intakeOf(db, file.id);
  const carried = await carriedOver(db, file.id);
  const book = await lawBook(tools, db as Db);
  const on = dayOf(file.registeredAt, file.zone);
  const computed = computeChecks({
    file,
    given: (await particularsGiven(db, file.id)).given,
    stated: {
      complained: intake.complained,
      beforeCourt: intake.beforeCourt,
      reportedBefore: intake.reportedBefore,
      // A complaint brought over was consented to as well; what came on paper was not consented to here.
      consentedAt: intake.consent?.at ?? null,
    },
    carried: carried?.snapshot,
    eventAgeYears: book.parameter('case.event-age', on, file.ruleSet).value,
  });
  const standings = standingsOf(file, requirementsFor(file), computed, await checksOf(db, file.id));
  return { standings, intake };
}
