/** `/ombudsman/offices`: what the offices of the Ombudsman received and finished in a year, and how long it took. Counts alone, no case. */
import { Breadcrumbs, EmptyState, PageHeading, page, SubNavigation, Table } from '../../../../design/index.ts';
import { agenciesUnder, agencyByCode, OMBUDSMAN_CODE } from '../../../../directory/index.ts';
import type { Label, Language } from '../../../../kernel/language.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address, idOf } from '../../../../platform/http/query.ts';
import { OUTCOME_LABELS, STAGE_LABELS } from '../../../rules/case.transitions.ts';
import { ACCESS_LABELS } from '../../../rules/case-labels.ts';
import { SET_WORDS } from '../../../rules/reports/figures.ts';
import { type Period, periodOf } from '../../../rules/reports/period.ts';
import { type OfficeCounts, officeCounts, officeYears } from '../../../store/obligations/office-counts.ts';
import { countBy, NO_DIVISORS, timeTaken } from '../../../store/reports/office-figures.ts';
import { type ObligationWords, wordsIn } from '../words.ts';
import { OFFICES } from './telling.ts';

export async function officesPage(c: WebContext): Promise<Response> {
  const [language, tools] = [c.get('language'), c.get('tools')];
  const words = wordsIn(language);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const years = await officeYears(tools.db);
  const asked = Number(c.req.query('year'));
  const year = years.includes(asked) ? asked : (years[0] ?? today.year);
  const period = periodOf(today.with({ year, month: 1, day: 1 }), 'year');
  const root = await agencyByCode(tools.db, OMBUDSMAN_CODE);
  const offices = root ? await agenciesUnder(tools.db, root.id) : [];
  const counts = await officeCounts(tools.db, period);
  const lines = offices.flatMap((office) => {
    const found = counts.get(office.id);
    return found ? [{ office, counts: found }] : [];
  });
  const chosen = lines.find(({ office }) => office.id === idOf(c, 'office')) ?? (lines.length === 1 ? lines[0] : undefined);
  return page(
    c,
    {
      title: `${words.officesTitle} ${year}`,
      robots: 'index',
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.publicHome, href: '/ombudsman' }]} />,
    },
    <>
      <PageHeading>{`${words.officesTitle} ${year}`}</PageHeading>
      <p class="govuk-body-l">{words.officesLead}</p>
      {years.length > 1 && (
        <SubNavigation
          label={words.years}
          items={years.map((each) => ({
            text: String(each),
            href: address(OFFICES, { year: String(each) }),
            current: each === year,
          }))}
        />
      )}
      {lines.length === 0 ? (
        <EmptyState title={words.noneYet}>
          <p>{words.officesNone}</p>
        </EmptyState>
      ) : (
        <Table
          id="offices"
          caption={words.officesTitle}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[
            { label: words.ourOffice },
            { label: words.officeReceived, numeric: true },
            { label: words.officeFinished, numeric: true },
            { label: words.officeOpen, numeric: true },
            { label: words.officeMedian, numeric: true },
          ]}
          rows={lines.map(({ office, counts: one }) => [
            <a href={`${address(OFFICES, { year: String(year), office: office.id })}#office`}>{office.name}</a>,
            String(one.received),
            String(one.finished),
            String(one.open),
            median(one.median, language),
          ])}
        />
      )}
      {chosen && (
        <Office name={chosen.office.name} {...(await figuresOf(c, chosen.office.id, period))} words={words} language={language} />
      )}
      <h2>{words.definitions}</h2>
      <ul>
        {(['received', 'finished', 'open'] as const).map((set) => (
          <li>
            <strong>{SET_WORDS[set].title[language]}:</strong> {SET_WORDS[set].counts[language]}
          </li>
        ))}
        <li>{words.medianMeans}</li>
      </ul>
    </>,
  );
}

const median = (value: OfficeCounts['median'], language: Language): string =>
  value === null ? '–' : value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });

async function figuresOf(c: WebContext, officeId: string, period: Period) {
  const { db } = c.get('tools');
  const scope = { officeIds: [officeId], period };
  const [access, stage, outcome, time] = await Promise.all([
    countBy(db, 'received', 'access', scope, NO_DIVISORS),
    countBy(db, 'received', 'stage', scope, NO_DIVISORS),
    countBy(db, 'finished', 'outcome', scope, NO_DIVISORS),
    timeTaken(db, scope),
  ]);
  return { access, stage, outcome, time };
}

type Counted = readonly { readonly key: string | null; readonly count: number }[];

function Office(props: Awaited<ReturnType<typeof figuresOf>> & { name: string; words: ObligationWords; language: Language }) {
  const { name, access, stage, outcome, words, language } = props;
  const tables: readonly [string, Counted, Readonly<Record<string, Label>>][] = [
    [words.byAccess, access, ACCESS_LABELS],
    [words.byStage, stage, STAGE_LABELS],
    [words.byOutcome, outcome, OUTCOME_LABELS],
  ];
  return (
    <>
      <h2 id="office">{words.officeNumbers(name)}</h2>
      {tables.map(
        ([title, counted, labels], place) =>
          counted.length > 0 && (
            <Table
              id={`office-${place}`}
              caption={title}
              captionSize="hidden"
              columns={[{ label: title }, { label: words.count, numeric: true }]}
              rows={counted.map(({ key, count }) => [labels[key ?? '']?.[language] ?? '–', String(count)])}
            />
          ),
      )}
    </>
  );
}
