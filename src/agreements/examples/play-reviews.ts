/** The joint review of the second quarter of a plan: called, held, minuted, confirmed by the other side, one of its decisions a line of the plan. */
import { Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { decisionToLine } from '../actions/reviews/decisions.ts';
import { callReview, holdReview, noteDecision, writeAttendance, writeDiscussion } from '../actions/reviews/hold-review.ts';
import { planReview } from '../actions/reviews/plan-review.ts';
import { confirmMinutes, sealMinutes } from '../actions/reviews/seal-minutes.ts';
import { reviewsOf } from '../store/reviews/reviews.ts';
import { actor, agency, current, must, onDay, todayOf } from './stage.ts';

export async function playReviews(tools: Tools, planId: string): Promise<void> {
  const plan = await current(tools, planId);
  const year = plan.yearFrom ?? todayOf(tools).year;
  const day = (month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
  // Everything of it lies behind, or nothing is played: half a review would puzzle.
  if (Temporal.PlainDate.compare(day(7, 20), todayOf(tools)) >= 0) return;
  if (plan.inForceFrom && Temporal.PlainDate.compare(plan.inForceFrom, day(4, 1)) > 0) return;
  const planned = onDay(tools, day(6, 18));
  const clerk = await actor(planned, 'pencegahan@ombudsman-bali');
  const review = must(
    await planReview(planned, clerk, {
      ...{ agreementId: planId, rhythm: 'quarter', periodUntil: day(6, 30).toString() },
      ...{ meetsOn: day(7, 8), meetsAt: '09.30', place: 'Ruang rapat Sekretariat Daerah (contoh)' },
    }),
  );
  const target = async () => {
    const now = (await reviewsOf(tools.db, planId)).find(({ id }) => id === review.id);
    return { agreementId: planId, reviewId: review.id, version: now?.version ?? null };
  };
  must(await callReview(onDay(tools, day(6, 25)), clerk, await target()));
  const held = onDay(tools, day(7, 8));
  must(await holdReview(held, clerk, await target()));
  const invited = (await reviewsOf(tools.db, planId)).find(({ id }) => id === review.id)?.attendance ?? [];
  must(
    await writeAttendance(
      held,
      clerk,
      await target(),
      invited.map(({ root, institution, position }, index) => ({
        ...{ root: root ?? '', institution, position, people: String(index + 2), presence: 'present' },
      })),
    ),
  );
  must(
    await writeDiscussion(held, clerk, await target(), {
      discussion: 'Dua baris tertinggal karena daftar data belum disepakati; narahubung sudah lengkap (contoh).',
      minutesPublic: true,
    }),
  );
  must(
    await noteDecision(held, clerk, await target(), {
      ...{ text: 'Mengadakan klinik standar pelayanan bagi puskesmas (contoh)', position: 'Kepala Dinas Kesehatan' },
      ...{ agencyId: await agency(tools, '51.05.dinkes'), dueOn: day(10, 31) },
    }),
  );
  must(await sealMinutes(onDay(tools, day(7, 9)), clerk, await target()));
  const confirmed = onDay(tools, day(7, 14));
  must(await confirmMinutes(confirmed, await actor(confirmed, 'koordinator@klungkung'), await target()));
  const decision = (await reviewsOf(tools.db, planId)).find(({ id }) => id === review.id)?.decisions[0];
  if (decision)
    must(
      await decisionToLine(
        onDay(tools, day(7, 15)),
        clerk,
        { ...(await target()), decisionId: decision.id },
        {
          ...{ planId, programme: 'prevention', indicator: 'Puskesmas yang mengikuti klinik', unit: 'puskesmas' },
          ...{ target: '9', evidenceAsked: 'Daftar hadir dan foto (contoh)' },
        },
      ),
    );
}
