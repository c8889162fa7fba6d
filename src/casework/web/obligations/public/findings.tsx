/** `/ombudsman/findings` and `/ombudsman/findings/{number}`: what was published of findings and recommendations, without personal data. */
import {
  Breadcrumbs,
  DayText,
  EmptyState,
  PageHeading,
  Pagination,
  page,
  StatusTag,
  SummaryList,
  Table,
  Tag,
} from '../../../../design/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address, cursorOf } from '../../../../platform/http/query.ts';
import { OBLIGATION_STATE_LABELS } from '../../../rules/obligations/obligation.transitions.ts';
import { OBLIGATION_KIND_LABELS } from '../../../rules/obligations/obligation.ts';
import { isSlug } from '../../../rules/obligations/publication.ts';
import { type PublicFinding, publicFinding, publicFindings, publicObligations } from '../../../store/obligations/publications.ts';
import { STATE_TONES } from '../tones.ts';
import { wordsIn } from '../words.ts';
import { agencyCompliancePath, FINDINGS } from './telling.ts';

const PAGE_SIZE = 20;

export async function findingsPage(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const { db, settings } = c.get('tools');
  const after = cursorOf(c);
  const found = await publicFindings(db, { after, limit: PAGE_SIZE });
  return page(
    c,
    {
      title: words.findingsTitle,
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: words.publicHome, href: '/ombudsman' }]} />,
      alternates: [{ type: 'application/atom+xml', title: words.findingsTitle, href: `${settings.baseUrl}${FINDINGS}.atom` }],
    },
    <>
      <PageHeading>{words.findingsTitle}</PageHeading>
      <p class="govuk-body-l">{words.findingsLead}</p>
      {found.lines.length === 0 ? (
        <EmptyState title={words.noneYet}>
          <p>{words.findingsNone}</p>
        </EmptyState>
      ) : (
        <ul class="tuntas-lines">
          {found.lines.map((each) => (
            <li class="tuntas-lines__item">
              <h2 class="tuntas-lines__title">
                <a href={`${FINDINGS}/${each.slug}`}>{each.title}</a>
              </h2>
              <p class="tuntas-lines__tags">
                <Tag tone="info">{each.kind === 'finding' ? words.finding : words.recommendation}</Tag>{' '}
                {each.isExample && <Tag tone="neutral">{words.example}</Tag>}
              </p>
              <p class="tuntas-lines__meta">
                {[each.number, each.agencies.join(', '), each.officeName].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        about={words.pages}
        previousHref={after ? FINDINGS : undefined}
        nextHref={found.next ? address(FINDINGS, { after: found.next }) : undefined}
      />
      <p>
        <a href={`${FINDINGS}.atom`}>{words.feed}</a>
      </p>
    </>,
  );
}

export async function findingPage(c: WebContext): Promise<Response> {
  const [language, { db }] = [c.get('language'), c.get('tools')];
  const words = wordsIn(language);
  const slug = c.req.param('number') ?? '';
  const finding = isSlug(slug) ? await publicFinding(db, slug) : undefined;
  if (!finding) return c.notFound();
  const before = <Breadcrumbs crumbs={[{ text: words.findingsTitle, href: FINDINGS }]} />;
  if (finding === 'withdrawn') {
    return page(
      c,
      { title: words.withdrawnTitle, before, status: 410 },
      <>
        <PageHeading>{words.withdrawnTitle}</PageHeading>
        <p>{words.withdrawnText}</p>
      </>,
    );
  }
  return page(
    c,
    { title: finding.title, robots: 'index', before },
    <>
      <PageHeading caption={`${finding.kind === 'finding' ? words.finding : words.recommendation} · ${finding.number}`}>
        {finding.title}
      </PageHeading>
      {finding.isExample && <Tag tone="neutral">{words.example}</Tag>}
      <p class="tuntas-preserve">{finding.summary}</p>
      {finding.actions !== '' && (
        <>
          <h2>{words.publicationActions}</h2>
          <p class="tuntas-preserve">{finding.actions}</p>
        </>
      )}
      <h2>{words.obligationsHere}</h2>
      <Obligations c={c} finding={finding} lines={await publicObligations(db, finding.caseId)} />
      <SummaryList
        rows={[
          { key: words.respondents, value: finding.agencies.join(', ') },
          { key: words.ourOffice, value: finding.officeName },
          { key: words.publishedOn, value: <DayText on={dayOf(finding.publishedAt, 'Asia/Jakarta')} /> },
        ]}
      />
    </>,
  );
}

function Obligations(props: { c: WebContext; finding: PublicFinding; lines: Awaited<ReturnType<typeof publicObligations>> }) {
  const { c, lines } = props;
  const language = c.get('language');
  const words = wordsIn(language);
  if (lines.length === 0) return <p>{words.obligationsNone}</p>;
  return (
    <Table
      id="public-obligations"
      caption={words.obligationsHere}
      captionSize="hidden"
      stacked
      columns={[{ label: words.kind }, { label: words.agencyName }, { label: words.due }, { label: words.state }]}
      rows={lines.map((line) => [
        `${OBLIGATION_KIND_LABELS[line.kind][language]} ${line.ordinal}`,
        <a href={`${agencyCompliancePath(line.agencyCode)}?year=${dayOf(line.dueAt, line.zone).year}`}>{line.agencyName}</a>,
        <DayText on={dayOf(line.dueAt, line.zone)} />,
        <StatusTag label={OBLIGATION_STATE_LABELS[line.state][language]} tone={STATE_TONES[line.state]} />,
      ])}
    />
  );
}
