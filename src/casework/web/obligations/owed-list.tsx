/** `/desk/owed`: what an agency owes, obligations and improvement items in one list, those due first. */
import { ITEM_STATE_LABELS } from '../../../assessments/index.ts';
import {
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
import { agenciesUnder, officersOnly } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import { dayOf } from '../../../kernel/time.ts';
import { address, idOf, oneOf } from '../../../platform/http/query.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { isLateAt, OBLIGATION_KIND_LABELS, OBLIGATION_KINDS } from '../../rules/obligations/obligation.ts';
import { mayListOwed } from '../../rules/obligations/permissions.ts';
import { OWED_VIEWS, owingAgencies } from '../../store/obligations/lists.ts';
import { OWED } from './opened.tsx';
import { type OwedLine, owedLineCounts, owedLines } from './owed-lines.ts';
import { STATE_TONES } from './tones.ts';
import { type ObligationWords, wordsIn } from './words.ts';

/** What a telephone can hold. */
const PAGE_SIZE = 20;
/** Two places in one text, each as long as any. */
const LONGEST_PLACE = 900;

export const owedListPage = officersOnly(async ({ c, tools, actor, language, now }) => {
  if (!mayListOwed(actor)) return c.notFound();
  const words = wordsIn(language);
  const view = oneOf(OWED_VIEWS, c.req.query('view')) ?? 'open';
  const kind = oneOf([...OBLIGATION_KINDS, 'improvement'] as const, c.req.query('kind'));
  const officeId = idOf(c, 'office');
  const given = c.req.query('after');
  const after = given !== undefined && given.length <= LONGEST_PLACE ? given : undefined;
  const filter = { view, ...(kind ? { kind } : {}), ...(officeId ? { officeId } : {}) };
  const query = { view: view === 'open' ? undefined : view, kind, office: officeId };
  const [found, counts, offices] = await Promise.all([
    owedLines(tools.db, actor, filter, now, { after, limit: PAGE_SIZE }),
    owedLineCounts(tools.db, actor, filter, now),
    Promise.all(owingAgencies(actor).map((id) => agenciesUnder(tools.db, id))),
  ]);
  const names = new Map(offices.flat().map(({ id, name }) => [id, name]));
  return page(
    c,
    { title: words.owedTitle, wide: true },
    <>
      <PageHeading>{words.owedTitle}</PageHeading>
      <p class="govuk-body-l">{words.owedLead}</p>
      <SubNavigation
        label={words.views}
        items={OWED_VIEWS.map((each) => ({
          text: words.view[each],
          href: address(OWED, { ...query, view: each === 'open' ? undefined : each }),
          current: each === view,
          count: counts[each],
        }))}
      />
      <ListWithFilter
        filter={
          <Form method="get" action={OWED}>
            {view !== 'open' && <Hidden name="view" value={view} />}
            <Select
              name="kind"
              label={words.kind}
              emptyLabel={words.anyKind}
              value={kind ?? ''}
              options={[
                ...OBLIGATION_KINDS.map((value) => ({ value, label: OBLIGATION_KIND_LABELS[value][language] })),
                { value: 'improvement', label: words.improvement },
              ]}
            />
            {names.size > 1 && (
              <Select
                name="office"
                label={words.office}
                emptyLabel={words.anyOffice}
                narrowing
                value={officeId ?? ''}
                options={[...names].map(([value, label]) => ({ value, label }))}
              />
            )}
            <Button kind="secondary">{words.filter}</Button>
          </Form>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneOwed}</p>
          </EmptyState>
        ) : (
          <Table
            id="owed"
            caption={words.owedTitle}
            captionSize="hidden"
            stacked
            columns={[{ label: words.what }, { label: words.whose }, { label: words.due }, { label: words.state }]}
            rows={found.lines.map((line) => cells(line, { words, language, now }))}
          />
        )}
        <Pagination
          about={words.pages}
          previousHref={after ? address(OWED, query) : undefined}
          nextHref={found.next ? address(OWED, { ...query, after: found.next }) : undefined}
        />
      </ListWithFilter>
    </>,
  );
});

function cells(each: OwedLine, reading: { words: ObligationWords; language: Language; now: Moment }) {
  const { words, language, now } = reading;
  if (each.from === 'item') {
    const { item } = each;
    const late = ['open', 'in-progress'].includes(item.state) && item.dueOn.until(dayOf(now, 'Asia/Jakarta')).sign > 0;
    return [
      <>
        <a href={`/desk/improvements/${item.id}`}>{item.asked[language]}</a>
        <br />
        <span class="govuk-hint">{`${words.improvement} · ${words.fromRound(item.roundTitle)}`}</span>
      </>,
      each.ownerName,
      <>
        <DayText on={item.dueOn} />
        {late && ` (${words.late})`}
      </>,
      <StatusTag label={ITEM_STATE_LABELS[item.state][language]} tone={item.state === 'reported' ? 'accent' : 'info'} />,
    ];
  }
  const { obligation, caseNumber, agencyName, handlerName } = each.line;
  const late = obligation.judgedAt === null && obligation.state !== 'reported' && isLateAt(obligation, now);
  return [
    <>
      <a href={`${OWED}/${obligation.id}`}>{firstWords(obligation.text)}</a>
      <br />
      <span class="govuk-hint">
        {`${OBLIGATION_KIND_LABELS[obligation.kind][language]} ${obligation.ordinal} · ${caseNumber ? words.fromCase(caseNumber) : words.fromReview}`}
      </span>
    </>,
    handlerName ?? agencyName,
    <>
      <DayText on={each.on} />
      {late && ` (${words.late})`}
    </>,
    <>
      <StatusTag label={OBLIGATION_STATE_LABELS[obligation.state][language]} tone={STATE_TONES[obligation.state]} />{' '}
      {obligation.asksTime && <Tag tone="accent">{words.asksTime}</Tag>}
    </>,
  ];
}

const LONGEST_LINK = 140;

/** Whole words of a text, as much as a link can hold. */
export function firstWords(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_LINK) return plain;
  const cut = plain.slice(0, LONGEST_LINK);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))} …`;
}
