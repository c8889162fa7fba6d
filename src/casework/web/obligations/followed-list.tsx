/** `/desk/obligations`: what agencies owe this office of the Ombudsman, those due first. */
import {
  BackLink,
  Button,
  DayText,
  EmptyState,
  Form,
  Hidden,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  StatusTag,
  SubNavigation,
  Table,
  Tag,
} from '../../../design/index.ts';
import { agenciesByIds, officersOnly } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { address, cursorOf, idOf, oneOf } from '../../../platform/http/query.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { isLateAt, OBLIGATION_KIND_LABELS, OBLIGATION_KINDS } from '../../rules/obligations/obligation.ts';
import { mayListObligations } from '../../rules/obligations/permissions.ts';
import { followedCounts, followedList, type ObligationLine, OWED_VIEWS } from '../../store/obligations/lists.ts';
import { frameWordsIn } from '../frame-words.ts';
import { CASES, casePath } from '../opened.tsx';
import { FOLLOWED } from './opened.tsx';
import { firstWords } from './owed-list.tsx';
import { STATE_TONES } from './tones.ts';
import { type ObligationWords, wordsIn } from './words.ts';

const PAGE_SIZE = 30;

export const followedListPage = officersOnly(async ({ c, tools, actor, language, now }) => {
  if (!mayListObligations(actor)) return c.notFound();
  const words = wordsIn(language);
  const view = oneOf(OWED_VIEWS, c.req.query('view')) ?? 'open';
  const kind = oneOf(OBLIGATION_KINDS, c.req.query('kind'));
  const [agencyId, officeId, after] = [idOf(c, 'agency'), idOf(c, 'office'), cursorOf(c)];
  const filter = { view, ...(kind ? { kind } : {}), ...(agencyId ? { agencyId } : {}), ...(officeId ? { officeId } : {}) };
  const query = { view: view === 'open' ? undefined : view, kind, agency: agencyId, office: officeId };
  const [found, counts] = await Promise.all([
    followedList(tools.db, actor, filter, now, { after, limit: PAGE_SIZE }),
    followedCounts(tools.db, actor, now),
  ]);
  const governments = await agenciesByIds(tools.db, [
    ...found.lines.map(({ obligation }) => obligation.governmentId),
    ...(agencyId ? [agencyId] : []),
  ]);
  const offices = await agenciesByIds(tools.db, [
    ...found.lines.map(({ obligation }) => obligation.officeId),
    ...(officeId ? [officeId] : []),
  ]);
  return page(
    c,
    { title: words.followedTitle, wide: true, before: <BackLink href={CASES} text={frameWordsIn(language).toList} /> },
    <>
      <PageHeading>{words.followedTitle}</PageHeading>
      <p class="govuk-body-l">{words.followedLead}</p>
      <SubNavigation
        label={words.views}
        items={OWED_VIEWS.map((each) => ({
          text: words.view[each],
          href: address(FOLLOWED, { ...query, view: each === 'open' ? undefined : each }),
          current: each === view,
          count: counts[each],
        }))}
      />
      <ListWithFilter
        filter={
          <Form method="get" action={FOLLOWED}>
            {view !== 'open' && <Hidden name="view" value={view} />}
            <Select
              name="kind"
              label={words.kind}
              emptyLabel={words.anyKind}
              value={kind ?? ''}
              options={OBLIGATION_KINDS.map((value) => ({ value, label: OBLIGATION_KIND_LABELS[value][language] }))}
            />
            <Select
              name="agency"
              label={words.agencyName}
              emptyLabel={words.anyAgency}
              value={agencyId ?? ''}
              options={[...governments.values()].map(({ id, name }) => ({ value: id, label: name }))}
            />
            {(offices.size > 1 || officeId) && (
              <Select
                name="office"
                label={words.ourOffice}
                emptyLabel={words.anyOffice}
                value={officeId ?? ''}
                options={[...offices.values()].map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <Button kind="secondary">{words.filter}</Button>
          </Form>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneFollowed}</p>
          </EmptyState>
        ) : (
          <FollowedTable lines={found.lines} words={words} language={language} now={now} />
        )}
        <Pagination
          about={words.pages}
          previousHref={after ? address(FOLLOWED, query) : undefined}
          nextHref={found.next ? address(FOLLOWED, { ...query, after: found.next }) : undefined}
        />
      </ListWithFilter>
    </>,
  );
});

export function FollowedTable(props: {
  lines: readonly ObligationLine[];
  words: ObligationWords;
  language: Language;
  now: Moment;
  /** On the page of the case itself. */
  inCase?: boolean;
}) {
  const { lines, words, language, now, inCase = false } = props;
  return (
    <Table
      id="obligations"
      caption={words.followedTitle}
      captionSize="hidden"
      stacked
      columns={[{ label: words.what }, { label: words.agencyName }, { label: words.due }, { label: words.state }]}
      rows={lines.map(({ obligation, caseNumber, agencyName, handlerName }) => [
        <>
          <a href={`${FOLLOWED}/${obligation.id}`}>{firstWords(obligation.text)}</a>
          <br />
          <span class="govuk-hint">
            {`${OBLIGATION_KIND_LABELS[obligation.kind][language]} ${obligation.ordinal}`}
            {!inCase && ' · '}
            {!inCase &&
              (obligation.caseId && caseNumber ? (
                <a href={casePath({ id: obligation.caseId })}>{words.fromCase(caseNumber)}</a>
              ) : (
                words.fromReview
              ))}
          </span>
        </>,
        <>
          {agencyName}
          {handlerName && (
            <>
              <br />
              <span class="govuk-hint">{`${words.handler}: ${handlerName}`}</span>
            </>
          )}
        </>,
        <>
          <DayText on={dayOf(obligation.dueAt, obligation.zone)} />
          {obligation.judgedAt === null && isLateAt(obligation, now) && ` (${words.late})`}
        </>,
        <>
          <StatusTag label={OBLIGATION_STATE_LABELS[obligation.state][language]} tone={STATE_TONES[obligation.state]} />{' '}
          {obligation.asksTime && <Tag tone="accent">{words.asksTime}</Tag>}
        </>,
      ])}
    />
  );
}
