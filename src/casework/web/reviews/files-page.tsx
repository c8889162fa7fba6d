/** `/desk/reviews/files`: the reviews of the officer's office and those below it, newest first. */
import { EmptyState, formatDay, PageHeading, Pagination, page, Tag } from '../../../design/index.ts';
import { agenciesByIds, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import { REVIEW_STAGE_LABELS, type ReviewStage } from '../../rules/reviews/review.transitions.ts';
import { mayReadReviews } from '../../rules/reviews/review.ts';
import { candidateCounts } from '../../store/reviews/clusters.ts';
import { reviewList } from '../../store/reviews/reviews.ts';
import { ReviewNavigation } from './list-page.tsx';
import { FILES } from './opened.tsx';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 30;

export const STAGE_TONES: Readonly<Record<ReviewStage, 'info' | 'success' | 'neutral'>> = {
  detection: 'info',
  analysis: 'info',
  treatment: 'info',
  finished: 'success',
  dropped: 'neutral',
};

export const reviewFilesPage = officersOnly(async ({ c, tools, actor, language }) => {
  if (!mayReadReviews(actor)) return c.notFound();
  const words = wordsIn(language);
  const after = cursorOf(c);
  const [counts, { lines, next }] = await Promise.all([
    candidateCounts(tools.db, actor),
    reviewList(tools.db, actor, { after, limit: PAGE_SIZE }),
  ]);
  const agencies = await agenciesByIds(
    tools.db,
    lines.map(({ agencyId }) => agencyId),
  );
  return page(
    c,
    { title: words.filesTitle, wide: true },
    <>
      <PageHeading>{words.filesTitle}</PageHeading>
      <p>{words.filesLead}</p>
      <ReviewNavigation words={words} current="files" counts={counts} />
      {lines.length === 0 ? (
        <EmptyState title={words.filesNone}>
          <p>{words.filesNoneWhy}</p>
        </EmptyState>
      ) : (
        <ul class="tuntas-lines">
          {lines.map((line) => (
            <li class="tuntas-lines__item">
              <h2 class="tuntas-lines__title">
                <a href={`${FILES}/${line.id}`}>{line.title}</a>
              </h2>
              <p class="tuntas-lines__tags">
                <Tag tone={STAGE_TONES[line.stage]}>{REVIEW_STAGE_LABELS[line.stage][language]}</Tag>
              </p>
              <p class="tuntas-lines__meta">
                {line.number} · {agencies.get(line.agencyId)?.name ?? ''} ·{' '}
                {words.opened(formatDay(dayOf(line.openedAt, line.zone), language, 'short'))}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        previousHref={after ? FILES : undefined}
        nextHref={next ? address(FILES, { after: next }) : undefined}
        about={words.pages}
      />
    </>,
  );
});
