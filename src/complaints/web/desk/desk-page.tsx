/** `/desk`: what waits for me, nearest deadline first. For those who only read, or only file, the way to what they can do. */
import {
  Button,
  Details,
  EmptyState,
  Form,
  Hidden,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  Select,
  SubNavigation,
  TextInput,
} from '../../../design/index.ts';
import { can } from '../../../kernel/actor.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { address, cursorOf, idOf, oneOf, wordsOf } from '../../../platform/http/query.ts';
import { maySearch } from '../../../platform/http/search-limit.ts';
import { lookedAfterFor } from '../../actions/unstaffed.ts';
import { COMPLAINT_CLASSES, type ComplaintClass } from '../../rules/complaint.ts';
import { CLASS_LABELS, WAITING_LABELS } from '../../rules/labels.ts';
import { WAITING_KINDS, type WaitingKind } from '../../rules/waiting.ts';
import { type DeskCounts, type DeskFilter, deskCounts, deskLines } from '../../store/desk.ts';
import { namesFor } from '../telling/names.ts';
import { DeskLines } from './lines.tsx';
import { type Asked, forOfficers } from './opened.tsx';
import {
  ANSWERS_THE_OMBUDSMAN,
  OWNS_IMPROVEMENTS,
  otherPage,
  positionsText,
  SEES_WHAT_IS_OWED,
  TAKES_PART_IN_ASSESSMENTS,
  WORKS_ON_AGREEMENTS,
  WORKS_ON_CASES,
} from './other-desks.tsx';

const PATH = '/desk';
const PAGE_SIZE = 30;

const WORKS = ['complaint.verify', 'complaint.forward', 'complaint.follow-up', 'complaint.oversee'] as const;

/** Which kinds of work a desk can have at all. */
const KINDS_OF: Readonly<Record<(typeof WORKS)[number], readonly WaitingKind[]>> = {
  'complaint.verify': ['verify', 'redirect', 'arbitrate'],
  'complaint.forward': ['receive', 'redirect'],
  'complaint.follow-up': ['receive', 'work'],
  'complaint.oversee': ['oversee'],
};

export function mountDeskPage(app: WebRoutes): void {
  app.get(
    PATH,
    forOfficers((asked) => (WORKS.some((each) => can(asked.actor, each)) ? workPage(asked) : otherPage(asked))),
  );
}

interface View {
  readonly kind: WaitingKind | undefined;
  readonly overdue: boolean;
  readonly unstaffed: boolean;
  readonly class: ComplaintClass | undefined;
  readonly agency: string | undefined;
  readonly q: string;
}

function viewFrom({ c }: Asked): View {
  return {
    kind: oneOf(WAITING_KINDS, c.req.query('kind')),
    overdue: c.req.query('overdue') === 'yes',
    unstaffed: c.req.query('unstaffed') === 'yes',
    class: oneOf(COMPLAINT_CLASSES, c.req.query('class')),
    agency: idOf(c, 'agency'),
    q: wordsOf(c),
  };
}

const queryOf = (view: View) => ({
  kind: view.kind,
  overdue: view.overdue ? 'yes' : undefined,
  unstaffed: view.unstaffed ? 'yes' : undefined,
  class: view.class,
  agency: view.agency,
  q: view.q,
});

async function workPage(asked: Asked): Promise<Response> {
  const { c, tools, actor, language, words, now } = asked;
  const view = viewFrom(asked);
  if (view.q !== '') await maySearch(asked);
  const standIn = await lookedAfterFor(tools, actor);
  const filter: DeskFilter = {
    standIn,
    ...(view.kind ? { kinds: [view.kind] } : {}),
    ...(view.overdue ? { overdueAt: now } : {}),
    ...(view.unstaffed ? { isStandIn: true } : {}),
    ...(view.class ? { classes: [view.class] } : {}),
    ...(view.agency ? { agencyId: view.agency } : {}),
    ...(view.q ? { words: view.q } : {}),
  };
  const [counts, lines, book] = await Promise.all([
    deskCounts(tools.db, actor, now, standIn),
    deskLines(tools.db, actor, filter, { after: cursorOf(c), limit: PAGE_SIZE }),
    lawBook(tools),
  ]);
  const offices = [
    ...new Set([
      ...actor.positions.map((each) => each.agencyId),
      ...standIn.flatMap((each) => each.lines.map((line) => line.agencyId)),
    ]),
  ];
  const names = await namesFor(tools.db, language, {
    agencies: [...offices.slice(0, 200), ...lines.lines.map((line) => line.agencyId), view.agency ?? null],
    regions: lines.lines.map((line) => line.regionCode),
  });
  const filtered = Boolean(view.class || view.agency || view.q);
  return page(
    c,
    { title: words.deskTitle, wide: true },
    <>
      <PageHeading caption={await positionsText(asked)}>{words.deskTitle}</PageHeading>
      {can(actor, 'service.manage') && (
        <p>
          <a href="/desk/services">{words.toServices}</a>
        </p>
      )}
      {TAKES_PART_IN_ASSESSMENTS.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/assessments">{words.toAssessments}</a>
        </p>
      )}
      {WORKS_ON_CASES.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/cases">{words.toCases}</a>
        </p>
      )}
      {SEES_WHAT_IS_OWED.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/owed">{words.toOwed}</a>
        </p>
      )}
      {ANSWERS_THE_OMBUDSMAN.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/letters">{words.toLetters}</a>
        </p>
      )}
      {WORKS_ON_AGREEMENTS.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/agreements">{words.toAgreements}</a>
        </p>
      )}
      {can(actor, 'complaint.read') && can(actor, 'agreement.read') && can(actor, 'case.answer') && (
        <p>
          <a href="/desk/leader">{words.toPromises}</a>
        </p>
      )}
      {OWNS_IMPROVEMENTS.some((each) => can(actor, each)) && (
        <p>
          <a href="/desk/improvements">{words.toImprovements}</a>
        </p>
      )}
      <SubNavigation label={words.deskViews} items={tabs(asked, view, counts)} />
      <Details summary={words.searchAndFilter} open={filtered}>
        <Form method="get" action={PATH}>
          {view.kind && <Hidden name="kind" value={view.kind} />}
          {view.overdue && <Hidden name="overdue" value="yes" />}
          {view.unstaffed && <Hidden name="unstaffed" value="yes" />}
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
              <TextInput name="q" label={words.searchLabel} hint={words.searchHint} value={view.q} type="search" />
            </div>
            <div class="govuk-grid-column-one-quarter">
              <Select
                name="class"
                label={words.classFilter}
                emptyLabel={words.allClasses}
                value={view.class ?? ''}
                options={COMPLAINT_CLASSES.map((value) => ({ value, label: CLASS_LABELS[value][language] }))}
              />
            </div>
            {offices.length > 1 && (
              <div class="govuk-grid-column-one-quarter">
                <Select
                  name="agency"
                  label={words.agencyFilter}
                  emptyLabel={words.allOffices}
                  value={view.agency ?? ''}
                  options={offices.slice(0, 200).map((value) => ({ value, label: names.agency(value) }))}
                />
              </div>
            )}
          </div>
          <Button kind="secondary">{words.applySearch}</Button>{' '}
          {filtered && (
            <a class="govuk-link" href={address(PATH, { ...queryOf(view), class: undefined, agency: undefined, q: undefined })}>
              {words.clearSearch}
            </a>
          )}
        </Form>
      </Details>
      {lines.lines.length === 0 ? (
        <EmptyState
          title={filtered || view.kind || view.overdue || view.unstaffed ? words.nothingHere : words.nothingWaits}
          action={
            <LinkButton href="/desk/complaints" kind="secondary">
              {words.toAllComplaints}
            </LinkButton>
          }
        >
          <p>
            {filtered
              ? words.nothingHereFiltered
              : counts.total > 0
                ? words.nothingHereElse(counts.total)
                : words.nothingWaitsWhy}
          </p>
        </EmptyState>
      ) : (
        <DeskLines lines={lines.lines} reading={{ language, words, names, book, now }} />
      )}
      <Pagination
        previousHref={cursorOf(c) ? address(PATH, queryOf(view)) : undefined}
        nextHref={lines.next ? address(PATH, { ...queryOf(view), after: lines.next }) : undefined}
        about={words.deskPages}
      />
      {can(actor, 'complaint.file-for-citizen') && (
        <p>
          <a href="/desk/new">{words.toCounter}</a>
        </p>
      )}
      {lines.lines.length > 0 && (
        <p>
          <a href="/desk/complaints">{words.toAllComplaints}</a>
        </p>
      )}
    </>,
  );
}

/** Each count is that of the list its tab leads to: tabs stand alone, without the search below them. */
function tabs({ actor, language, words }: Asked, view: View, counts: DeskCounts) {
  const mine = new Set(WORKS.filter((each) => can(actor, each)).flatMap((each) => KINDS_OF[each]));
  const kinds = WAITING_KINDS.filter((kind) => (kind !== 'arbitrate' || can(actor, 'complaint.arbitrate')) && mine.has(kind));
  const shown = WAITING_KINDS.filter((kind) => kinds.includes(kind) || (counts.byKind[kind] ?? 0) > 0);
  return [
    { text: words.allWork, href: PATH, current: !view.kind && !view.overdue && !view.unstaffed, count: counts.total },
    {
      text: words.overdueWork,
      href: address(PATH, { overdue: 'yes' }),
      current: view.overdue && !view.kind && !view.unstaffed,
      count: counts.overdue,
    },
    ...shown.map((kind) => ({
      text: WAITING_LABELS[kind][language],
      href: address(PATH, { kind }),
      current: view.kind === kind,
      count: counts.byKind[kind] ?? 0,
    })),
    ...(can(actor, 'complaint.forward')
      ? [
          {
            text: words.unstaffedWork,
            href: address(PATH, { unstaffed: 'yes' }),
            current: view.unstaffed && !view.kind,
            count: counts.standIn,
          },
        ]
      : []),
  ];
}
