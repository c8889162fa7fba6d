/** `/desk/work-reports/2026-03/rows/verification`: the steps behind a number of a work report. */
import { EmptyState, PageHeading, Pagination, page, Table, Time } from '../../../../design/index.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { Temporal } from '../../../../kernel/time.ts';
import { type WorkRows, workRows } from '../../../actions/reports/work/recorded-work.ts';
import { periodWords } from '../../../rules/reports/period.ts';
import { WORK_GROUP_LABELS, WORK_GROUPS } from '../../../rules/reports/work-groups.ts';
import { workLabel } from '../../../rules/reports/work-labels.ts';
import { casesOfFiles } from '../../../store/reports/files-of-work.ts';
import { visibleNumbers } from '../../../store/reports/visible-numbers.ts';
import { casePath } from '../../opened.tsx';
import type { AskedWork } from './asked.ts';

const PAGE_SIZE = 50;

export async function workRowsPage(asked: AskedWork): Promise<Response> {
  const { c, tools, actor, words, language, personId, office, month, zone, here } = asked;
  const group = WORK_GROUPS.find((each) => each === c.req.param('group'));
  if (!group) return c.notFound();
  const work = { personId, officeId: office.id, month: month.from, zone };
  const found = await workRows(tools.db, work, group, { after: afterIn(c.req.query('after')), limit: PAGE_SIZE });
  const cases = await casesOfFiles(
    tools.db,
    found.rows.map(({ fileId }) => fileId),
  );
  const numbers = await visibleNumbers(tools.db, actor, [...cases.values()]);
  const title = words.rows.title(WORK_GROUP_LABELS[group][language]);
  const { columns, kinds } = words.rows;
  const next = found.next && `${here(`/rows/${group}`)}&after=${encodeURIComponent(Object.values(found.next).join('_'))}`;
  return page(
    c,
    { title },
    <>
      <p>
        <a href={here()}>{words.rows.back}</a>
      </p>
      <PageHeading caption={periodWords(month, language)}>{title}</PageHeading>
      {found.rows.length === 0 ? (
        <EmptyState title={words.rows.empty} />
      ) : (
        <Table
          id="steps"
          caption={title}
          captionSize="hidden"
          stacked
          columns={[{ label: columns.at }, { label: columns.what }, { label: columns.file }]}
          rows={found.rows.map(({ kind, fileId, type, at }) => {
            const caseId = cases.get(fileId);
            const number = caseId && numbers.get(caseId);
            return [
              <Time at={at} zone={zone} />,
              workLabel(type)?.[language] ?? words.rows.step,
              caseId === undefined ? (
                kinds[kind]
              ) : number ? (
                <a href={`${casePath({ id: caseId })}/timeline`}>{number}</a>
              ) : (
                words.rows.hidden
              ),
            ];
          })}
        />
      )}
      <Pagination nextHref={next ?? undefined} />
    </>,
  );
}

function afterIn(text: string | undefined): WorkRows['next'] {
  const [at = '', fileId = '', seq = ''] = (text ?? '').split('_');
  if (!isUuid(fileId) || !/^\d{1,9}$/.test(seq) || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) return null;
  try {
    return { at: Temporal.Instant.from(at).toString(), fileId, seq: Number(seq) };
  } catch {
    return null;
  }
}
