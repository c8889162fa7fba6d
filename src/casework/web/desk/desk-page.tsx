/** `/desk/cases`: what waits for me at the Ombudsman, nearest deadline first. */
import { EmptyState, LinkButton, PageHeading, Pagination, page, SubNavigation, Tag } from '../../../design/index.ts';
import { type OfficerAsked, officersOnly, peopleByIds } from '../../../directory/index.ts';
import { type Capability, can } from '../../../kernel/actor.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { CASE_WAITING_LABELS } from '../../rules/case-labels.ts';
import { FOLLOWS_OBLIGATIONS } from '../../rules/obligations/permissions.ts';
import { WORKING } from '../../rules/reports/reach.ts';
import { READERS } from '../../rules/reviews/review.ts';
import type { WaitingKind } from '../../rules/waiting.ts';
import { worksOnCases } from '../../rules/who-works.ts';
import { caseDeskCounts, caseDeskLines, kindsFor } from '../../store/desk.ts';
import { CASES } from '../opened.tsx';
import { CaseLine, DueTag } from './lines.tsx';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 30;

/** The rest of the Ombudsman's house, for whoever may enter. */
const DOORS: readonly {
  readonly by: readonly Capability[];
  readonly name:
    | 'toNew'
    | 'toTasks'
    | 'toPlenaries'
    | 'toObligations'
    | 'toReviews'
    | 'toReports'
    | 'toWork'
    | 'toLoad'
    | 'toYearNotes';
  readonly href: string;
}[] = [
  { by: ['case.intake'], name: 'toNew', href: '/desk/cases/new' },
  { by: ['case.verify', 'case.examine', 'case.resolve', 'case.decide'], name: 'toTasks', href: '/desk/case-tasks' },
  { by: ['case.deliberate'], name: 'toPlenaries', href: '/desk/plenaries' },
  { by: FOLLOWS_OBLIGATIONS, name: 'toObligations', href: '/desk/obligations' },
  { by: READERS, name: 'toReviews', href: '/desk/reviews' },
  { by: WORKING, name: 'toReports', href: '/desk/case-reports' },
  { by: WORKING, name: 'toLoad', href: '/desk/case-load' },
  { by: WORKING, name: 'toWork', href: '/desk/work-reports' },
  { by: WORKING, name: 'toYearNotes', href: '/desk/year-notes' },
];

export const caseDeskPage = officersOnly(async (asked: OfficerAsked) => {
  const { c, tools, actor, language, now } = asked;
  if (!worksOnCases(actor)) return c.notFound();
  const words = wordsIn(language);
  const kinds = kindsFor(actor.positions.flatMap((position) => position.capabilities));
  const kind = oneOf(kinds, c.req.query('kind'));
  const overdue = c.req.query('overdue') === 'yes';
  const mine = c.req.query('mine') === 'yes';
  const filter = {
    ...(kind ? { kinds: [kind] } : {}),
    ...(overdue ? { overdueAt: now } : {}),
    ...(mine ? { scope: 'mine' as const } : {}),
  };
  const after = cursorOf(c);
  const [counts, lines, book] = await Promise.all([
    caseDeskCounts(tools.db, actor, now),
    caseDeskLines(tools.db, actor, filter, { after, limit: PAGE_SIZE }),
    lawBook(tools),
  ]);
  const people = await peopleByIds(
    tools.db,
    lines.lines.flatMap((line) => line.personId ?? []),
  );
  const reading = { language, words, book, now };
  const shown = kinds.filter((each) => each === kind || (counts.byKind[each] ?? 0) > 0);
  const query = { kind, overdue: overdue ? 'yes' : undefined, mine: mine ? 'yes' : undefined };
  return page(
    c,
    { title: words.title, wide: true },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <SubNavigation
        label={words.views}
        items={[
          { text: words.all, href: CASES, current: !kind && !overdue && !mine, count: counts.total },
          { text: words.mine, href: address(CASES, { mine: 'yes' }), current: mine, count: counts.mine },
          { text: words.overdue, href: address(CASES, { overdue: 'yes' }), current: overdue, count: counts.overdue },
          ...shown.map((each: WaitingKind) => ({
            text: CASE_WAITING_LABELS[each][language],
            href: address(CASES, { kind: each }),
            current: kind === each,
            count: counts.byKind[each] ?? 0,
          })),
        ]}
      />
      {lines.lines.length === 0 ? (
        <EmptyState
          title={words.nothing}
          action={
            <LinkButton href={`${CASES}/all`} kind="secondary">
              {words.toList}
            </LinkButton>
          }
        >
          <p>{words.nothingWhy}</p>
        </EmptyState>
      ) : (
        <ul class="tuntas-lines">
          {lines.lines.map((line) => (
            <CaseLine
              line={line}
              reading={reading}
              tags={
                <>
                  <Tag>{CASE_WAITING_LABELS[line.kind][language]}</Tag>{' '}
                  <DueTag dueAt={line.dueAt} line={line} reading={reading} />
                </>
              }
              who={line.personId ? (people.get(line.personId)?.name ?? '') : ''}
            />
          ))}
        </ul>
      )}
      <Pagination
        previousHref={after ? address(CASES, query) : undefined}
        nextHref={lines.next ? address(CASES, { ...query, after: lines.next }) : undefined}
        about={words.pages}
      />
      <h2>{words.otherPages}</h2>
      <ul>
        <li>
          <a href={`${CASES}/all`}>{words.toList}</a>
        </li>
        {DOORS.filter((door) => door.by.some((each) => can(actor, each))).map((door) => (
          <li>
            <a href={door.href}>{words[door.name]}</a>
          </li>
        ))}
      </ul>
    </>,
  );
});
