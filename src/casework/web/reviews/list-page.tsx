/** `/desk/reviews`: possible recurring problems, to be judged; those taken up and those set aside; and a search on demand. */
import { namesFor } from '../../../complaints/index.ts';
import {
  Button,
  EmptyState,
  Form,
  formatCount,
  formatDay,
  formatMoment,
  PageHeading,
  Pagination,
  page,
  SubNavigation,
  seeOther,
  Tag,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { askSearch, searchingPositions } from '../../actions/reviews/ask-search.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import { CANDIDATE_STATES, type Candidate, type CandidateState } from '../../rules/reviews/candidate.ts';
import { explainCandidate, topicWords } from '../../rules/reviews/explain.ts';
import { mayReadReviews } from '../../rules/reviews/review.ts';
import { candidateCounts, candidateList } from '../../store/reviews/clusters.ts';
import { latestSearch } from '../../store/reviews/searches.ts';
import { FILES, REVIEWS } from './opened.tsx';
import { type ReviewWords, wordsIn } from './words.ts';

const PAGE_SIZE = 20;

export const reviewListPage = officersOnly((asked) => (mayReadReviews(asked.actor) ? listPage(asked) : asked.c.notFound()));

export const searchNow = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  const done = await askSearch(tools, actor);
  if (done.ok) return seeOther(c, REVIEWS, wordsIn(language).searchAsked);
  if (done.refusal === 'case.not-yours') return c.notFound();
  return listPage(asked, CASE_REFUSALS[done.refusal][language]);
});

/** The way between the lists, for the page of reviews too. */
export function ReviewNavigation(props: {
  words: ReviewWords;
  current: CandidateState | 'files';
  counts: Readonly<Record<CandidateState, number>>;
}) {
  const { words, current, counts } = props;
  return (
    <SubNavigation
      label={words.views}
      items={[
        ...CANDIDATE_STATES.map((state) => ({
          text: words.state[state],
          href: address(REVIEWS, { state: state === 'candidate' ? undefined : state }),
          current: state === current,
          count: counts[state],
        })),
        { text: words.files, href: FILES, current: current === 'files' },
      ]}
    />
  );
}

async function listPage(asked: OfficerAsked, refusal?: string): Promise<Response> {
  const { c, tools, actor, language } = asked;
  const words = wordsIn(language);
  const state = oneOf(CANDIDATE_STATES, c.req.query('state')) ?? 'candidate';
  const after = cursorOf(c);
  const [counts, { lines, next }] = await Promise.all([
    candidateCounts(tools.db, actor),
    candidateList(tools.db, actor, state, { after, limit: PAGE_SIZE }),
  ]);
  const names = await namesFor(tools.db, language, {
    agencies: lines.map(({ agencyId }) => agencyId),
    regions: lines.map(({ place }) => place),
    categories: lines.map(({ categoryCode }) => categoryCode || null),
  });
  return page(
    c,
    { title: words.title, wide: true, ...(refusal ? { status: 429, errors: [{ field: 'search', message: refusal }] } : {}) },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <ReviewNavigation words={words} current={state} counts={counts} />
      {lines.length === 0 ? (
        <EmptyState title={state === 'candidate' ? words.none : words.noneOf[state]}>
          <p>{state === 'candidate' ? words.noneWhy : words.noneOfWhy}</p>
        </EmptyState>
      ) : (
        <ul class="tuntas-lines">
          {lines.map((line) => (
            <Line line={line} agency={names.agency(line.agencyId)} asked={asked} words={words}>
              {[
                line.categoryCode === '' ? words.noCategory : names.category(line.categoryCode),
                line.place === '' ? '' : names.region(line.place),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Line>
          ))}
        </ul>
      )}
      <Pagination
        previousHref={after ? address(REVIEWS, { state }) : undefined}
        nextHref={next ? address(REVIEWS, { state, after: next }) : undefined}
        about={words.pages}
      />
      <LatestSearch asked={asked} words={words} />
    </>,
  );
}

function Line(props: { line: Candidate; agency: string; asked: OfficerAsked; words: ReviewWords; children: string }) {
  const { line, agency, words } = props;
  const { language } = props.asked;
  const day = (on: Candidate['fromOn']) => formatDay(on, language, 'short');
  return (
    <li class="tuntas-lines__item">
      <h2 class="tuntas-lines__title">
        <a href={`${REVIEWS}/${line.id}`}>{[topicWords(line, 3), agency].filter(Boolean).join(' · ')}</a>
      </h2>
      <p class="tuntas-lines__tags">
        <Tag tone="accent">{words.count(line.rows)}</Tag> <Tag tone="warning">{words.kindShort[line.kind]}</Tag>{' '}
        <Tag tone="neutral">
          {(line.kind === 'steady' ? words.usualSteady : words.usual)(
            line.expected < 1 ? words.fewerThanOne : words.around(Math.round(line.expected)),
          )}
        </Tag>
      </p>
      <p>{explainCandidate(line, { agency, from: day(line.fromOn), until: day(line.untilOn) }, language)}</p>
      <p class="tuntas-lines__meta">
        {props.children} · {words.found(day(dayOf(line.lastFoundAt, 'Asia/Jakarta')))}
      </p>
    </li>
  );
}

async function LatestSearch({ asked, words }: { asked: OfficerAsked; words: ReviewWords }) {
  const { tools, actor, language } = asked;
  const [position] = searchingPositions(actor);
  if (!position) return null;
  const latest = await latestSearch(tools.db, position.agencyId);
  const when = (at: NonNullable<typeof latest>['askedAt']) => formatMoment(at, 'Asia/Jakarta', language);
  return (
    <Form action={`${REVIEWS}/search`} id="search">
      <p class="govuk-hint">
        {!latest && words.searchNever}
        {latest?.finishedAt &&
          words.searchLast(
            when(latest.finishedAt),
            formatCount(latest.rows ?? 0, language),
            formatCount(latest.clusters ?? 0, language),
          )}
        {latest && !latest.finishedAt && words.searchRuns(when(latest.askedAt))} {words.searchHint}
      </p>
      <Button kind="secondary">{words.search}</Button>
    </Form>
  );
}
