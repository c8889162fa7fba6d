/** The complaints behind a measure: only those this officer may read, paged by key; the groups to choose from say how many there are in all. */
import type { Child } from 'hono/jsx';
import {
  MEASURES,
  type MeasureRow,
  type MeasureScope,
  measureRows,
  readableCases,
  showTrackingNumber,
} from '../../../complaints/index.ts';
import { EmptyState, formatCount, formatDay, Pagination, SubNavigation, Table } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import type { MeasuredLine } from '../../actions/sources/measured-line.ts';
import type { OpenedLine } from '../lines/opened-line.ts';
import { spanText } from './measure-block.tsx';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 30;

/** @param path of the page, whose address carries which group and which of the two spans is looked at */
export async function behindTheNumber(opened: OpenedLine, measured: MeasuredLine, path: string): Promise<Child> {
  const { c, tools, actor, language, now } = opened;
  const words = wordsIn(language).measure;
  const isBefore = c.req.query('period') === 'before';
  const span = isBefore ? measured.compared : measured.counted;
  const shown = isBefore ? measured.before : measured.now;
  if (!span || !shown) return <p>{words.notBegun}</p>;
  const { groups } = MEASURES[measured.measure];
  const asked = c.req.query('group') ?? '';
  const group = Object.hasOwn(groups, asked) ? asked : undefined;
  const scope: MeasureScope = { agencyId: measured.agency.id, ...span };
  const circumstances = { now, book: await lawBook(tools) };
  const [page, readable] = [
    await measureRows(tools.db, actor, { code: measured.measure, scope, group }, circumstances, {
      after: cursorOf(c),
      limit: PAGE_SIZE,
    }),
    await readableCases(tools.db, actor, { code: measured.measure, scope }, circumstances),
  ];
  const period = isBefore ? 'before' : undefined;
  const to = (query: Record<string, string | undefined>) => address(path, { period, group, ...query });
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const all = sum(shown.groups.filter(({ code }) => group === undefined || code === group).map(({ count }) => count));
  const mine = group === undefined ? sum(Object.values(readable)) : (readable[group] ?? 0);
  return (
    <>
      <SubNavigation
        label={words.period}
        items={[
          { text: words.periodNow, href: address(path, { group }), current: !isBefore },
          { text: words.before, href: address(path, { group, period: 'before' }), current: isBefore },
        ]}
      />
      <SubNavigation
        label={words.which}
        items={[
          { text: words.all, href: address(path, { period }), current: group === undefined },
          ...shown.groups.map(({ code, count }) => ({
            text: `${groups[code]?.label[language] ?? ''} (${formatCount(count, language)})`,
            href: address(path, { period, group: code }),
            current: code === group,
          })),
        ]}
      />
      <p>
        {spanText(span, language, words)}.{' '}
        {mine === all ? words.readableAll : words.readable(formatCount(mine, language), formatCount(all, language))}
      </p>
      {page.lines.length === 0 ? (
        <EmptyState title={words.listEmpty} />
      ) : (
        <RowTable opened={opened} rows={page.lines} measured={measured} names={await officeNames(opened, page.lines)} />
      )}
      <Pagination
        previousHref={cursorOf(c) ? to({}) : undefined}
        nextHref={page.next ? to({ after: page.next }) : undefined}
        about={words.pages}
      />
    </>
  );
}

function officeNames({ tools }: OpenedLine, rows: readonly MeasureRow[]) {
  return agenciesByIds(
    tools.db,
    rows.flatMap(({ complaint }) => complaint.officeIds),
  );
}

function RowTable(props: {
  opened: OpenedLine;
  rows: readonly MeasureRow[];
  measured: MeasuredLine;
  names: Awaited<ReturnType<typeof officeNames>>;
}): Child {
  const { opened, rows, measured, names } = props;
  const { language } = opened;
  const words = wordsIn(language).measure;
  const { kind, groups } = MEASURES[measured.measure];
  const hasDays = kind === 'mean';
  return (
    <Table
      id="measure-rows"
      caption={words.pageTitle}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.columns.complaint },
        { label: words.when[measured.measure] },
        { label: words.columns.group },
        ...(hasDays ? [{ label: words.columns.days, numeric: true }] : []),
        { label: words.columns.where },
      ]}
      rows={rows.map(({ complaint, at, group, workingDays, isOwn }) => {
        const base = isOwn ? '/desk/complaints' : '/complaints';
        return [
          <>
            <a href={`${base}/${complaint.trackingNumber}`}>{complaint.title}</a>
            <br />
            <span class="govuk-hint">{showTrackingNumber(complaint.trackingNumber)}</span>
          </>,
          formatDay(dayOf(at, complaint.zone), language, 'short'),
          groups[group]?.label[language] ?? '–',
          ...(hasDays ? [workingDays === null ? '–' : String(workingDays)] : []),
          complaint.officeIds
            .map((id) => names.get(id)?.name)
            .filter(Boolean)
            .join(', '),
        ];
      })}
    />
  );
}
