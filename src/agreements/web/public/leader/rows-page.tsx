/** `/desk/leader/rows`: the complaints behind a number of the leader's page, as far as this officer may open them. */
import {
  isMeasureCode,
  MEASURES,
  type MeasureScope,
  measureRows,
  readableCases,
  showTrackingNumber,
} from '../../../../complaints/index.ts';
import {
  Breadcrumbs,
  Details,
  EmptyState,
  formatCount,
  formatDay,
  PageHeading,
  Pagination,
  page,
  Table,
} from '../../../../design/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { lawBook } from '../../../../law/index.ts';
import { address, cursorOf } from '../../../../platform/http/query.ts';
import { sinceSigning, startingPoint } from '../../../actions/public/since-signing.ts';
import { agreementsOfAgency } from '../../../store/public/promises.ts';
import { LEADER, onLeading } from './leading.ts';

const PAGE_SIZE = 30;

export const leaderRowsPage = onLeading(async ({ c, tools, actor, language, words, now, today, agency }) => {
  const code = c.req.query('measure') ?? '';
  const period = c.req.query('period') === 'before' ? 'before' : 'since';
  const start = startingPoint(await agreementsOfAgency(tools.db, agency.governmentId), today);
  const changes = start && (await sinceSigning(tools, agency.id, start, today));
  if (!isMeasureCode(code) || !changes) return c.notFound();
  const counted = changes.measures.find((one) => one.code === code)?.[period];
  if (!counted) return c.notFound();
  const measure = MEASURES[code];
  const scope: MeasureScope = { agencyId: agency.id, ...changes[period] };
  const circumstances = { now, book: await lawBook(tools) };
  const after = cursorOf(c);
  const [rows, readable] = await Promise.all([
    measureRows(tools.db, actor, { code, scope }, circumstances, { after, limit: PAGE_SIZE }),
    readableCases(tools.db, actor, { code, scope }, circumstances),
  ]);
  const span = `${formatDay(scope.from, language, 'short')} – ${formatDay(scope.until, language, 'short')}`;
  const mine = Object.values(readable).reduce((all, count) => all + count, 0);
  const all = counted.groups.reduce((sum, { count }) => sum + count, 0);
  const to = (place?: string) => address(`${LEADER}/rows`, { agency: agency.code, measure: code, period, after: place });
  const hasDays = measure.kind === 'mean';
  return page(
    c,
    {
      title: words.rowsTitle,
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.title, href: address(LEADER, { agency: agency.code }) }]} />,
    },
    <>
      <PageHeading>{words.rowsTitle}</PageHeading>
      <p>{words.rowsLead(measure.label[language], agency.name, span)}</p>
      <p>{words.rowsReadable(formatCount(mine, language), formatCount(all, language))}</p>
      {rows.lines.length === 0 ? (
        <EmptyState title={words.rowsNone} />
      ) : (
        <Table
          id="rows"
          caption={words.rowsTitle}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.complaint },
            { label: words.day },
            { label: words.group },
            ...(hasDays ? [{ label: words.workingDays, numeric: true }] : []),
          ]}
          rows={rows.lines.map(({ complaint, at, group, workingDays, isOwn }) => [
            <>
              <a href={`${isOwn ? '/desk/complaints' : '/complaints'}/${complaint.trackingNumber}`}>{complaint.title}</a>
              <br />
              <span class="govuk-hint">{showTrackingNumber(complaint.trackingNumber)}</span>
            </>,
            formatDay(dayOf(at, complaint.zone), language, 'short'),
            measure.groups[group]?.label[language] ?? '–',
            ...(hasDays ? [workingDays === null ? '–' : String(workingDays)] : []),
          ])}
        />
      )}
      <Pagination about={words.pages} previousHref={after ? to() : undefined} nextHref={rows.next ? to(rows.next) : undefined} />
      <Details summary={words.definition}>
        <p>{measure.definition[language]}</p>
        <p>{measure.leftOut[language]}</p>
      </Details>
    </>,
  );
});
