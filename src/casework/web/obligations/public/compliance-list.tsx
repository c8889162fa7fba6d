/** `/ombudsman/compliance`: how agencies carry out what the Ombudsman asked, by year; by name, not as a contest. */
import {
  Breadcrumbs,
  Details,
  EmptyState,
  InsetText,
  PageHeading,
  Pagination,
  page,
  SubNavigation,
  Table,
} from '../../../../design/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address, cursorOf } from '../../../../platform/http/query.ts';
import { TOO_FEW } from '../../../rules/obligations/compliance.ts';
import { type AgencyCompliance, complianceByAgency, yearsWithObligations } from '../../../store/obligations/compliance.ts';
import { type ObligationWords, wordsIn } from '../words.ts';
import { agencyCompliancePath, COMPLIANCE, numberWords, shareWords } from './telling.ts';

const PAGE_SIZE = 50;

/** The year of the address when there is something in it, else the latest that has begun. */
export function yearFrom(c: WebContext, years: readonly number[], thisYear: number): number {
  const asked = Number(c.req.query('year'));
  if (years.includes(asked)) return asked;
  return years.find((year) => year <= thisYear) ?? years[0] ?? thisYear;
}

export async function complianceListPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const words = wordsIn(language);
  const now = tools.clock.now();
  const years = await yearsWithObligations(tools.db);
  const year = yearFrom(c, years, dayOf(now, 'Asia/Jakarta').year);
  const after = cursorOf(c);
  const found = await complianceByAgency(tools.db, year, now, {}, { after, limit: PAGE_SIZE });
  return page(
    c,
    {
      title: `${words.complianceTitle} ${year}`,
      robots: 'index',
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.publicHome, href: '/ombudsman' }]} />,
    },
    <>
      <PageHeading>{`${words.complianceTitle} ${year}`}</PageHeading>
      <p class="govuk-body-l">{words.complianceLead}</p>
      <InsetText>
        <p>{words.complianceFair}</p>
        <p>{words.complianceSmall(TOO_FEW)}</p>
      </InsetText>
      {years.length > 1 && (
        <SubNavigation
          label={words.years}
          items={years.map((each) => ({
            text: String(each),
            href: address(COMPLIANCE, { year: String(each) }),
            current: each === year,
          }))}
        />
      )}
      {found.lines.length === 0 ? (
        <EmptyState title={words.noneYet}>
          <p>{words.complianceNone}</p>
        </EmptyState>
      ) : (
        <ComplianceTable lines={found.lines} year={year} words={words} language={language} />
      )}
      <Pagination
        about={words.pages}
        previousHref={after ? address(COMPLIANCE, { year: String(year) }) : undefined}
        nextHref={found.next ? address(COMPLIANCE, { year: String(year), after: found.next }) : undefined}
      />
      <How words={words} />
    </>,
  );
}

export function ComplianceTable(props: {
  lines: readonly AgencyCompliance[];
  year: number;
  words: ObligationWords;
  language: Language;
}) {
  const { lines, year, words, language } = props;
  return (
    <Table
      id="compliance"
      caption={words.complianceTitle}
      captionSize="hidden"
      stacked
      rowHeaders
      columns={[
        { label: words.agencyName },
        { label: words.share, numeric: true },
        { label: words.counted, numeric: true },
        { label: words.carriedOut, numeric: true },
        { label: words.lateCount, numeric: true },
        { label: words.meanDays, numeric: true },
      ]}
      rows={lines.map(({ code, name, figure }) => {
        const rows = (show?: string) => address(agencyCompliancePath(code), { year: String(year), show });
        return [
          <a href={rows()}>{name}</a>,
          shareWords(figure, words, language),
          <a href={`${rows('counted')}#rows`}>{figure.counted}</a>,
          <a href={`${rows('carried-out')}#rows`}>{figure.done}</a>,
          <a href={`${rows('late')}#rows`}>{figure.late}</a>,
          figure.meanDays === null ? (
            '–'
          ) : (
            <a href={`${rows('carried-out')}#rows`}>{numberWords(figure.meanDays, 1, language)}</a>
          ),
        ];
      })}
    />
  );
}

export function How({ words }: { words: ObligationWords }) {
  return (
    <Details summary={words.how}>
      <ul>
        {words.howText.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </Details>
  );
}
