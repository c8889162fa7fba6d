/** `/ombudsman/offices`: what the offices of the Ombudsman received and finished in a year, and how long it took. Counts alone, no case. */
import { Breadcrumbs, EmptyState, formatCount, PageHeading, page, SubNavigation, Table } from '../../../../design/index.ts';
import { agenciesUnder, agencyByCode, OMBUDSMAN_CODE } from '../../../../directory/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address, idOf } from '../../../../platform/http/query.ts';
import { type CaseSet, type Dimension, FIGURE_TABLES, SET_WORDS } from '../../../rules/reports/figures.ts';
import { type Period, periodOf } from '../../../rules/reports/period.ts';
import { type OfficeCounts, officeCounts, officeYears } from '../../../store/obligations/office-counts.ts';
import { countBy, NO_DIVISORS } from '../../../store/reports/office-figures.ts';
import { officesWithNotes } from '../../../store/reports/year-notes.ts';
import { groupWords } from '../../reports/figures/telling.ts';
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
  const notes = await officesWithNotes(tools.db, year);
  // Behind a number the public finds what it is made of: the cases themselves are nobody else's business.
  const to = (office: string, place: 'office' | CaseSet) => `${address(OFFICES, { year: String(year), office })}#${place}`;
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
            <a href={to(office.id, 'office')}>{office.name}</a>,
            <a href={to(office.id, 'received')}>{formatCount(one.received, language)}</a>,
            <a href={to(office.id, 'finished')}>{formatCount(one.finished, language)}</a>,
            <a href={to(office.id, 'open')}>{formatCount(one.open, language)}</a>,
            median(one.median, language),
          ])}
        />
      )}
      {chosen && (
        <Office
          name={chosen.office.name}
          tables={await figuresOf(c, chosen.office.id, period)}
          notes={notes.has(chosen.office.id) ? `/ombudsman/year-notes/${chosen.office.code}/${year}.pdf` : undefined}
          words={words}
          language={language}
        />
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

const SHOWN: readonly (readonly [CaseSet, Dimension])[] = [
  ['received', 'access'],
  ['received', 'category'],
  ['received', 'stage'],
  ['finished', 'outcome'],
  ['finished', 'maladministration'],
  ['open', 'access'],
];

interface Shown {
  readonly set: CaseSet;
  readonly title: string;
  readonly counts: string;
  readonly lines: readonly { readonly label: string; readonly count: number }[];
}

/** Titles and definitions are those of the office's own report. */
async function figuresOf(c: WebContext, officeId: string, period: Period): Promise<readonly Shown[]> {
  const { db } = c.get('tools');
  const language = c.get('language');
  const scope = { officeIds: [officeId], period };
  const counted = await Promise.all(SHOWN.map(([set, by]) => countBy(db, set, by, scope, NO_DIVISORS)));
  const categories = SHOWN.flatMap(([, by], place) => (by === 'category' ? (counted[place] ?? []).map(({ key }) => key) : []));
  const label = await groupWords(db, language, categories);
  return SHOWN.flatMap(([set, by], place) => {
    const table = FIGURE_TABLES.find((each) => each.set === set && each.by === by);
    if (!table) return [];
    const lines = (counted[place] ?? []).map(({ key, count }) => ({ label: label(by, key), count }));
    const title = `${SET_WORDS[set].title[language]}: ${table.title[language].charAt(0).toLowerCase()}${table.title[language].slice(1)}`;
    return [{ set, title, counts: table.counts[language], lines }];
  });
}

function Office(props: {
  name: string;
  tables: readonly Shown[];
  notes: string | undefined;
  words: ObligationWords;
  language: Language;
}) {
  const { name, tables, notes, words, language } = props;
  return (
    <>
      <h2 id="office">{words.officeNumbers(name)}</h2>
      {notes && (
        <p>
          <a href={notes}>{words.officeNotes}</a>
        </p>
      )}
      {(['received', 'finished', 'open'] as const).map((set) => (
        <section id={set}>
          {tables
            .filter((table) => table.set === set && table.lines.length > 0)
            .map(({ title, counts, lines }, place) => (
              <>
                <h3>{title}</h3>
                <p class="govuk-hint">{counts}</p>
                <Table
                  id={`${set}-${place}`}
                  caption={title}
                  captionSize="hidden"
                  columns={[{ label: words.group }, { label: words.count, numeric: true }]}
                  rows={lines.map(({ label, count }) => [label, formatCount(count, language)])}
                />
              </>
            ))}
        </section>
      ))}
    </>
  );
}
