/** The agenda of a review as the data has it now: shown before it is called, frozen when it is. */

import { agenciesByIds } from '../../../directory/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { type AgendaContent, makeAgenda, nextPeriodEnd, type OpenDecision } from '../../rules/reviews/agenda.ts';
import type { Review, ReviewDecision } from '../../rules/reviews/review.ts';
import { programmes } from '../../store/programmes.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { plansOf, snapshotsOf } from '../../store/reviews/plan-lines.ts';
import { pointsOf, reviewsOf } from '../../store/reviews/reviews.ts';
import { voiceNames } from './names.ts';

/** @param points whether the sides' own points are in it: on the page they stand apart until the agenda is frozen */
export async function agendaNow(tools: Tools, db: Db | Tx, agreement: Agreement, review: Review): Promise<AgendaContent> {
  const today: Day = dayOf(tools.clock.now(), agreement.zone);
  const law = await lawBook(tools, db as Db);
  const rule = lightRuleOn(law, today);
  const plans = await plansOf(db, agreement);
  const names = await voiceNames(db, agreement);
  return makeAgenda({
    ...{ today, period: review.period, nextUntil: nextPeriodEnd(review.period), agreement, rule },
    departed: await departedPoints(db as Db, agreement.id, today),
    lines: await snapshotsOf(db, plans, today, rule),
    programmes: new Map((await programmes(db)).map(({ code, label }) => [code, label])),
    decisions: await openDecisions(db, agreement, review.id),
    points: (await pointsOf(db, review)).map(({ text, root }) => ({ text, who: names.get(root) ?? '' })),
    warnDays: warnDaysOn(law, today),
  });
}

/** Decisions of other reviews of the agreement that are not done yet. */
export async function openDecisions(db: Db | Tx, agreement: Agreement, exceptReview: string): Promise<readonly OpenDecision[]> {
  const reviews = (await reviewsOf(db, agreement.id)).filter(({ id, minutes }) => id !== exceptReview && minutes.length > 0);
  const open = reviews.flatMap((review) =>
    review.decisions.filter(({ state }) => state === 'open' || state === 'reported').map((decision) => ({ review, decision })),
  );
  const owners = await ownerNames(
    db,
    open.map(({ decision }) => decision),
  );
  return open
    .map(({ review, decision }) => ({
      ...{ review: review.ordinal, ordinal: decision.ordinal, text: decision.text, who: owners(decision) },
      ...{ dueOn: decision.dueOn.toString(), isReported: decision.state === 'reported' },
    }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** 'Kepala Dinas, Dinas Kesehatan' of each decision. */
export async function ownerNames(
  db: Db | Tx,
  decisions: readonly ReviewDecision[],
): Promise<(decision: ReviewDecision) => string> {
  const agencies = await agenciesByIds(
    db as Db,
    decisions.map(({ owner }) => owner.agencyId),
  );
  return ({ owner }) => [owner.position, agencies.get(owner.agencyId)?.name ?? ''].filter((part) => part !== '').join(', ');
}
