/** The texts of a review on the shared pages for writing together. */
import { BackLink, PageHeading, page } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { writeReviewSection } from '../../actions/reviews/work-on-review.ts';
import { isReviewSection, mayWriteSection, openSections, REVIEW_DOCUMENT, SECTION_LABELS } from '../../rules/reviews/review.ts';
import { mountSections } from '../sections/routes.ts';
import type { OnSection } from '../sections/section-desk.ts';
import { FILES, onReview } from './opened.tsx';

const onSection: OnSection = (answer) =>
  onReview((opened) => {
    const { c, tools, actor, review, path, words, language } = opened;
    const section = c.req.param('section') ?? '';
    if (!isReviewSection(section) || !openSections(review).includes(section)) return c.notFound();
    const title = SECTION_LABELS[section][language];
    return answer({
      ...opened,
      subject: { kind: 'review', id: review.id },
      place: { document: REVIEW_DOCUMENT, section },
      title,
      hint: words.sectionHints[section],
      zone: review.zone,
      own: `${path}/sections/${section}`,
      back: path,
      mayWrite: mayWriteSection(review, section, actor),
      save: ({ text, baseRevision }) => writeReviewSection(tools, actor, review.id, { section, text, baseRevision }),
      frame: (heading, body, options = {}) =>
        page(
          c,
          {
            title: `${heading}: ${review.number}`,
            wide: true,
            before: <BackLink href={path} text={words.caption(review.number)} />,
            errors: options.errors ?? [],
            ...(options.status ? { status: options.status } : {}),
          },
          <>
            <PageHeading caption={words.caption(review.number)}>{heading}</PageHeading>
            {body}
          </>,
        ),
    });
  });

export function mountReviewSections(app: WebRoutes): void {
  mountSections(app, `${FILES}/:id/sections/:section`, onSection);
}
