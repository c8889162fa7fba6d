/** `/desk/cases/all`: every case this officer may see, newest first, with filters in the address. */
import {
  Button,
  Checkbox,
  EmptyState,
  Form,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly, peopleByIds } from '../../../directory/index.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, idOf, oneOf, wordsOf } from '../../../platform/http/query.ts';
import { maySearch } from '../../../platform/http/search-limit.ts';
import { OUTCOME_LABELS, OUTCOMES, STAGE_LABELS, STAGES } from '../../rules/case.transitions.ts';
import { ACCESS_KINDS } from '../../rules/case.ts';
import { ACCESS_LABELS } from '../../rules/case-labels.ts';
import { worksOnCases } from '../../rules/who-works.ts';
import { type CaseFilter, caseList } from '../../store/case-lists.ts';
import { CASES } from '../opened.tsx';
import { CaseLine, DueTag } from './lines.tsx';
import { wordsIn } from './words.ts';

const PATH = `${CASES}/all`;
const PAGE_SIZE = 30;

export const caseListPage = officersOnly(async (asked: OfficerAsked) => {
  const { c, tools, actor, language, now } = asked;
  if (!worksOnCases(actor)) return c.notFound();
  const words = wordsIn(language);
  const view = {
    q: wordsOf(c),
    stage: oneOf(STAGES, c.req.query('stage')),
    access: oneOf(ACCESS_KINDS, c.req.query('access')),
    outcome: oneOf(OUTCOMES, c.req.query('outcome')),
    state: oneOf(['open', 'closed'], c.req.query('state')),
    overdue: c.req.query('overdue') === 'yes' ? 'yes' : undefined,
    office: idOf(c, 'office'),
    respondent: idOf(c, 'respondent'),
    person: idOf(c, 'person'),
  };
  if (view.q !== '') await maySearch(asked);
  const filter: CaseFilter = {
    ...(view.q ? { words: view.q } : {}),
    ...(view.stage ? { stage: view.stage } : {}),
    ...(view.access ? { access: view.access } : {}),
    ...(view.outcome ? { outcome: view.outcome } : {}),
    ...(view.state ? { isOpen: view.state === 'open' } : {}),
    ...(view.overdue ? { overdueAt: now } : {}),
    ...(view.office ? { officeId: view.office } : {}),
    ...(view.respondent ? { respondentId: view.respondent } : {}),
    ...(view.person ? { leadPersonId: view.person } : {}),
  };
  const after = cursorOf(c);
  const [found, book] = await Promise.all([caseList(tools.db, actor, filter, { after, limit: PAGE_SIZE }), lawBook(tools)]);
  const people = await peopleByIds(
    tools.db,
    found.lines.flatMap((line) => line.leadPersonId ?? []),
  );
  const reading = { language, words, book, now };
  return page(
    c,
    { title: words.listTitle, wide: true },
    <>
      <PageHeading>{words.listTitle}</PageHeading>
      <p>{words.listLead}</p>
      <ListWithFilter
        filter={
          <Form method="get" action={PATH}>
            <TextInput name="q" label={words.search} hint={words.searchHint} value={view.q} type="search" />
            <Select
              name="stage"
              label={words.stage}
              emptyLabel={words.any}
              value={view.stage ?? ''}
              options={STAGES.map((value) => ({ value, label: STAGE_LABELS[value][language] }))}
            />
            <Select
              name="access"
              label={words.access}
              emptyLabel={words.any}
              value={view.access ?? ''}
              options={ACCESS_KINDS.map((value) => ({ value, label: ACCESS_LABELS[value][language] }))}
            />
            <Select
              name="outcome"
              label={words.outcome}
              emptyLabel={words.any}
              value={view.outcome ?? ''}
              options={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value][language] }))}
            />
            <Select
              name="state"
              label={words.state}
              emptyLabel={words.any}
              value={view.state ?? ''}
              options={[
                { value: 'open', label: words.open },
                { value: 'closed', label: words.closed },
              ]}
            />
            <Checkbox name="overdue" label={words.onlyOverdue} checked={view.overdue === 'yes'} />
            <Button kind="secondary">{words.filter}</Button>
          </Form>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={words.listEmpty}>
            <p>{words.listEmptyWhy}</p>
          </EmptyState>
        ) : (
          <ul class="tuntas-lines">
            {found.lines.map((line) => (
              <CaseLine
                line={line}
                reading={reading}
                tags={
                  <>
                    <Tag tone={line.outcome ? 'neutral' : 'info'}>
                      {line.outcome ? OUTCOME_LABELS[line.outcome][language] : STAGE_LABELS[line.stage][language]}
                    </Tag>{' '}
                    {line.nextDueAt && <DueTag dueAt={line.nextDueAt} line={line} reading={reading} />}
                  </>
                }
                who={`${words.lead_}: ${line.leadPersonId ? (people.get(line.leadPersonId)?.name ?? '') : words.nobody}`}
              />
            ))}
          </ul>
        )}
        <Pagination
          previousHref={after ? address(PATH, view) : undefined}
          nextHref={found.next ? address(PATH, { ...view, after: found.next }) : undefined}
          about={words.listPages}
        />
      </ListWithFilter>
    </>,
  );
});
