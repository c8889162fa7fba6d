/** `GET /assessments/agencies/{code}`: every published result of an agency, by method; sources that differ beside one another. */
import { Breadcrumbs, formatCount, PageHeading, page, Table, Tag } from '../../../design/index.ts';
import { agencyByCode } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { historicalDoubtText } from '../../rules/historical-words.ts';
import { scoreText } from '../../rules/score-text.ts';
import { instrumentOfYear } from '../../rules/zone-of-year.ts';
import { publishedInstruments } from '../../store/instruments.ts';
import { publicResults } from '../../store/public-results.ts';
import { type Listed, listedFrom } from './listed.ts';
import { BandOf, Source } from './results-table.tsx';
import { type ResultWords, wordsIn } from './words.ts';

export async function historyPage(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const agency = await agencyByCode(db, c.req.param('code') ?? '');
  if (!agency) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const instruments = await publishedInstruments(db);
  const lines = listedFrom(await publicResults(db, { agencyId: agency.id }), instruments);
  const methods = [...Map.groupBy(lines, ({ result }) => result.method ?? '')].sort(([, a], [, b]) => latest(b) - latest(a));
  const titleOf = (some: readonly Listed[]) => {
    const first = [...some].sort((a, b) => b.result.year - a.result.year)[0]?.result;
    const title = first?.instrument?.title ?? (first && instrumentOfYear(instruments, first.year)?.title);
    return title?.[language] ?? words.history.unknownMethod;
  };
  return page(
    c,
    {
      title: words.history.title(agency.name),
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: words.assessments, href: '/assessments' }]} />,
    },
    <>
      <PageHeading caption={words.assessments}>{agency.name}</PageHeading>
      <p class="govuk-body-l">{words.history.lead}</p>
      <p>
        <a href={`/agencies/${agency.code}`}>{words.history.agencyPage}</a>
      </p>
      {lines.length === 0 && <p>{words.history.none}</p>}
      {methods.map(([method, some], index) => (
        <MethodTable
          id={`method-${method || index}`}
          caption={`${words.history.method}: ${titleOf(some)}`}
          lines={some}
          agencyCode={agency.code}
          language={language}
          words={words}
        />
      ))}
      {methods.length > 1 && <p class="govuk-hint">{words.rapor.changeOtherNote}</p>}
    </>,
  );
}

function latest(lines: readonly Listed[]): number {
  return Math.max(...lines.map(({ result }) => result.year));
}

function MethodTable(props: {
  id: string;
  caption: string;
  lines: readonly Listed[];
  agencyCode: string;
  language: Language;
  words: ResultWords;
}) {
  const { language, words } = props;
  const perYear = Map.groupBy(props.lines, ({ result }) => result.year);
  return (
    <Table
      id={props.id}
      caption={props.caption}
      stacked
      columns={[
        { label: words.rapor.year },
        { label: words.column.score, numeric: true },
        { label: words.column.band },
        { label: words.column.source },
      ]}
      rows={[...props.lines]
        .sort((a, b) => b.result.year - a.result.year)
        .map((line) => [
          String(line.result.year),
          line.result.score === null ? '–' : scoreText(line.result.score, language),
          <BandOf line={line} language={language} />,
          <SourceOf line={line} count={perYear.get(line.result.year)?.length ?? 1} {...props} />,
        ])}
    />
  );
}

function SourceOf(props: { line: Listed; count: number; agencyCode: string; language: Language; words: ResultWords }) {
  const { line, words, language } = props;
  const { result } = line;
  return (
    <>
      {result.round ? (
        <a href={`/assessments/${result.round.code}/${props.agencyCode}`}>{result.round.title}</a>
      ) : (
        <Source text={result.source ?? ''} />
      )}
      {result.round?.isExample && ` (${words.example})`}
      {result.note && (
        <>
          <br />
          <span class="govuk-hint">{result.note}</span>
        </>
      )}
      {result.doubts.map((doubt) => (
        <>
          <br />
          <span class="govuk-hint">{historicalDoubtText(doubt)[language]}</span>
        </>
      ))}
      {line.disputed && (
        <>
          <br />
          <Tag tone="warning">{words.disputed}</Tag> {words.history.sources(Number(formatCount(props.count, 'en')))}
        </>
      )}
    </>
  );
}
