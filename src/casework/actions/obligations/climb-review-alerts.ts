/** The ladder of obligations that come from a review: the same rungs as a case's, told to the agency, the reviewers, the head, the head office. */
import { holdersOf } from '../../../directory/index.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseClock } from '../../rules/case.ts';
import { type CaseAlert, dueAlerts, nextAlert } from '../../rules/case-alerts.ts';
import { VERDICT_RULE } from '../../rules/obligations/clocks.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { clocksOfObligation, lockObligation } from '../../store/obligations/obligations.ts';
import { type DueReviewClock, markReviewAlerts, reviewAlertsDone } from '../../store/obligations/review-alerts.ts';
import { obligationAddressees } from '../obligation-addressees.ts';
import { surroundingsOf } from '../surroundings.ts';
import { ombudsmanSide } from './tell.ts';

/** All rungs of the ladder but the reporter's. */
const ANY_STAGE = { stage: 'monitoring' } as const;

export function climbReviewAlerts(tools: Tools, due: DueReviewClock): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const obligation = await lockObligation(tx, due.obligationId);
    const clock = obligation && (await clocksOfObligation(tx, obligation)).find((each) => each.id === due.clockId);
    if (!obligation || !clock) return;
    const { ruleSet, issuedAt: registeredAt, zone, regionCode } = obligation;
    const { times } = surroundingsOf(await lawBook(tools, tx), { ruleSet, registeredAt, zone, regionCode });
    const done = await reviewAlertsDone(tx, due);
    const alerts = dueAlerts(ANY_STAGE, clock, done, tools.clock.now(), times);
    for (const alert of alerts) await act(tools, tx, obligation, clock, alert);
    const next = nextAlert(ANY_STAGE, clock, done + alerts.length, times);
    await markReviewAlerts(tx, due, done + alerts.length, next?.at ?? null);
  });
}

async function act(tools: Tools, tx: Tx, obligation: Obligation, clock: CaseClock, { stage }: CaseAlert): Promise<void> {
  const day = dayOf(tools.clock.now(), obligation.zone);
  const dueOn = dayOf(clock.dueAt, obligation.zone).toString();
  const tell = async (people: readonly string[], purpose: string) => {
    for (const id of new Set(people)) {
      await tools.post(tx, {
        ...{ purpose, object: { kind: 'obligation', id: obligation.id }, recipient: { kind: 'person', id } },
        ...{ stage: `${stage}:${clock.id}:${dueOn}`, details: { obligation: obligation.id, dueOn } },
      });
    }
  };
  const above = stage === 'head' ? obligation.officeId : stage === 'centre' ? obligation.officePath[0] : undefined;
  await tell(
    above ? await holdersOf(tx, above, 'case.decide', day) : await ombudsmanSide(tools, tx, obligation),
    'case.obligation-due',
  );
  if (clock.limit.rule !== VERDICT_RULE && (stage === 'reminder' || stage === 'overdue')) {
    const purpose = stage === 'reminder' ? 'case.owed-due' : 'case.owed-late';
    await tell(await obligationAddressees(tx, obligation.id, day), purpose);
  }
}

/** For a clock that could not be acted upon. */
export const LATER = (now: Moment): Moment => now.add({ minutes: 15 });
