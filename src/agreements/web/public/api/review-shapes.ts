/** Joint reviews and yearly evaluations of an agreement as the API tells them: what its public page says. */
import { z } from '@hono/zod-openapi';
import type { Day } from '../../../../kernel/time.ts';
import type { Agreement } from '../../../rules/agreement.ts';
import { type Evaluation, RECOMMENDATIONS } from '../../../rules/reviews/evaluation.ts';
import { periodLabel } from '../../../rules/reviews/periods.ts';
import type { Review } from '../../../rules/reviews/review.ts';

const label = z.object({ id: z.string(), en: z.string() });

const MeetingSchema = z.object({
  period: label.openapi({ example: { id: 'Triwulan I 2026', en: 'Quarter I of 2026' } }),
  from: z.string(),
  until: z.string(),
  meetsOn: z.string(),
});

const RECOMMENDATION_CODES = Object.keys(RECOMMENDATIONS) as [keyof typeof RECOMMENDATIONS, ...(keyof typeof RECOMMENDATIONS)[]];

export const ReviewsSchema = z
  .object({
    nextMeeting: MeetingSchema.nullable(),
    reviews: z.array(
      MeetingSchema.extend({
        minutes: z
          .object({ number: z.string(), file: z.string() })
          .nullable()
          .openapi({ description: 'null = confirmed, and kept by the parties' }),
      }),
    ),
    evaluations: z.array(
      z.object({
        year: z.int(),
        number: z.string(),
        page: z.string(),
        file: z.string().nullable(),
        sides: z.array(
          z.object({
            name: z.string(),
            recommendation: z
              .enum(RECOMMENDATION_CODES)
              .nullable()
              .openapi({ description: 'null = that side said nothing in time' }),
          }),
        ),
      }),
    ),
  })
  .openapi('AgreementReviews');

/** Only what both sides confirmed; of each year the newest published edition. */
export function reviewsJson(
  { code }: Pick<Agreement, 'code'>,
  reviews: readonly Review[],
  evaluations: readonly Evaluation[],
  { baseUrl, today }: { readonly baseUrl: string; readonly today: Day },
): z.infer<typeof ReviewsSchema> {
  const page = `${baseUrl}/agreements/${code}`;
  const told = ({ rhythm, period, meetsOn }: Review) => ({
    ...{ period: { ...periodLabel(rhythm, period) }, from: period.from.toString(), until: period.until.toString() },
    meetsOn: meetsOn.toString(),
  });
  const [next] = reviews.filter(({ state, meetsOn }) => state === 'called' && today.until(meetsOn).sign >= 0).toReversed();
  const published = evaluations.filter(({ state }) => state === 'published');
  const newest = published.filter((one) => published.find(({ year }) => year === one.year) === one);
  return {
    nextMeeting: next ? told(next) : null,
    reviews: reviews
      .filter(({ state }) => state === 'confirmed')
      .map((review) => {
        const minutes = review.minutes.at(-1);
        const isOpen = review.minutesPublic && minutes?.fileId;
        return { ...told(review), minutes: isOpen ? { number: minutes.number, file: `${page}/files/${minutes.fileId}` } : null };
      }),
    evaluations: newest.flatMap(({ year, content, fileId }) =>
      content === null
        ? []
        : [
            {
              ...{ year, number: content.number, page: `${page}/evaluations/${year}` },
              file: fileId === null ? null : `${page}/files/${fileId}`,
              sides: content.sides.map(({ name, words }) => ({ name, recommendation: words?.recommendation ?? null })),
            },
          ],
    ),
  };
}
