/** `/desk/case-load/rows`: the open cases behind a number, the oldest first. */
import { EmptyState, formatCount, PageHeading, Pagination, page, Table, Time } from '../../../../design/index.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { isZone, Temporal } from '../../../../kernel/time.ts';
import { STAGE_LABELS, STAGES } from '../../../rules/case.transitions.ts';
import { AGE_BUCKETS, type LoadFilter } from '../../../rules/reports/load.ts';
import { countLoad, loadRows } from '../../../store/reports/load.ts';
import { casePath } from '../../opened.tsx';
import { type AskedOffice, address, afterIn, officesCounted } from '../asked.tsx';
import { LOAD } from './load-page.tsx';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 30;

/** `undefined` for what no number of the page leads to. */
function filterIn(c: AskedOffice['c']): LoadFilter | undefined {
  const officer = c.req.query('officer');
  const stage = STAGES.find((each) => each === c.req.query('stage'));
  const bucket = AGE_BUCKETS.find(({ code }) => code === c.req.query('age'))?.code;
  if (officer !== undefined && officer !== 'none' && !isUuid(officer)) return undefined;
  if (c.req.query('stage') !== undefined && !stage) return undefined;
  if (c.req.query('age') !== undefined && !bucket) return undefined;
  const personId = officer === 'none' ? null : officer;
  return { personId, stage, bucket, isOverdue: c.req.query('overdue') === 'yes' ? true : undefined };
}

export async function loadRowsPage(asked: AskedOffice): Promise<Response> {
  const { c, tools, actor, office, language, now } = asked;
  const words = wordsIn(language);
  const filter = filterIn(c);
  if (!filter) return c.notFound();
  const scope = { officeIds: officesCounted(asked), now };
  const { all, hidden } = await countLoad(tools.db, actor, scope, filter);
  const found = await loadRows(tools.db, actor, scope, filter, { after: afterIn(c.req.query('after')), limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  const here = Object.fromEntries(
    ['office', 'below', 'officer', 'stage', 'age', 'overdue'].map((name) => [name, c.req.query(name)]),
  );
  const { columns } = words.rows;
  return page(
    c,
    { title: words.rows.title, wide: true },
    <>
      <p>
        <a href={address(LOAD, { office: office.id, below: c.req.query('below') === 'yes' ? 'yes' : undefined })}>
          {words.rows.back}
        </a>
      </p>
      <PageHeading caption={words.ofOffice(office.shortName)}>{words.rows.title}</PageHeading>
      <p>
        {words.rows.count(formatCount(all, language))} {hidden > 0 && words.rows.hidden(formatCount(hidden, language))}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={words.rows.empty} />
      ) : (
        <Table
          id="rows"
          caption={words.rows.title}
          captionSize="hidden"
          stacked
          columns={[
            { label: columns.number },
            { label: columns.title },
            { label: columns.stage },
            { label: columns.days, numeric: true },
            { label: columns.due },
          ]}
          rows={rows.map((row) => [
            <a href={casePath(row)}>{row.number}</a>,
            row.title,
            STAGE_LABELS[row.stage][language],
            formatCount(row.days, language),
            row.nextDueAt === null ? (
              '\u2013'
            ) : (
              <>
                <Time at={row.nextDueAt} zone={isZone(row.zone) ? row.zone : 'Asia/Jakarta'} />
                {Temporal.Instant.compare(row.nextDueAt, now) < 0 && <strong> ({words.rows.late})</strong>}
              </>
            ),
          ])}
        />
      )}
      <Pagination
        nextHref={
          found.length > PAGE_SIZE && last
            ? address(`${LOAD}/rows`, { ...here, after: `${last.registeredAt.toString()}_${last.id}` })
            : undefined
        }
      />
    </>,
  );
}
