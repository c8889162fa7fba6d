/** What changed since signing, beside the same days before: with the caution that it proves nothing. */
import { BandBadge, bandOfResult, publicResults, publishedInstruments, scoreText } from '../../../../assessments/index.ts';
import { MEASURES } from '../../../../complaints/index.ts';
import { Details, formatCount, formatDay, InsetText, Table, WarningText } from '../../../../design/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Day } from '../../../../kernel/time.ts';
import { address } from '../../../../platform/http/query.ts';
import { sinceSigningOfLate, startingPoint } from '../../../actions/public/since-signing.ts';
import type { ShownFigure } from '../../../rules/sources/shown-figure.ts';
import type { agreementsOfAgency } from '../../../store/public/promises.ts';
import { publicPath } from '../../opened.tsx';
import { type AskedLeader, LEADER } from './leading.ts';
import type { LeaderWords } from './words.ts';

type FromAgreements = { readonly asked: AskedLeader; readonly agreements: Awaited<ReturnType<typeof agreementsOfAgency>> };

export async function Changed({ asked, agreements }: FromAgreements) {
  const { tools, words, language, today, agency } = asked;
  const start = startingPoint(agreements, today);
  const changes = start && (await sinceSigningOfLate(tools, agency.id, start, today));
  if (!start || !changes || start.inForceFrom === null)
    return (
      <>
        <h2>{words.changed}</h2>
        <p>{words.changedNone}</p>
      </>
    );
  const day = (on: Day) => formatDay(on, language, 'short');
  const rowsPath = (measure: string, period: 'since' | 'before') =>
    address(`${LEADER}/rows`, { agency: agency.code, measure, period });
  const [results, instruments] = await Promise.all([
    publicResults(tools.db, { agencyId: agency.id }),
    publishedInstruments(tools.db),
  ]);
  const from = start.inForceFrom;
  return (
    <>
      <h2>{words.changed}</h2>
      <p>
        <a href={publicPath(start)}>{words.changedFrom(start.title, start.code, day(from))}</a>
      </p>
      <WarningText>{words.caution}</WarningText>
      <Table
        id="since"
        caption={words.changed}
        captionSize="hidden"
        stacked
        rowHeaders
        columns={[
          { label: words.measure },
          { label: words.before(day(changes.before.from), day(changes.before.until)) },
          { label: words.since(day(changes.since.from), day(changes.since.until)) },
        ]}
        rows={changes.measures.map(({ code, before, since }) => [
          MEASURES[code].label[language],
          <Value
            code={code}
            shown={before}
            least={changes.least}
            href={rowsPath(code, 'before')}
            words={words}
            language={language}
          />,
          <Value
            code={code}
            shown={since}
            least={changes.least}
            href={rowsPath(code, 'since')}
            words={words}
            language={language}
          />,
        ])}
      />
      <Details summary={words.definition}>
        {changes.measures.map(({ code }) => (
          <p>
            <strong>{MEASURES[code].label[language]}.</strong> {MEASURES[code].definition[language]}{' '}
            {MEASURES[code].leftOut[language]}
          </p>
        ))}
      </Details>
      {results.length > 0 && (
        <>
          <Table
            id="scores"
            caption={words.scores}
            captionSize="m"
            stacked
            columns={[{ label: words.year }, { label: words.score }, { label: words.method }]}
            rows={results.map((result) => {
              const band = bandOfResult(instruments, result);
              return [
                `${result.year} (${result.year < from.year ? words.whenBefore : words.whenAfter})`,
                <>
                  {result.score === null ? '–' : scoreText(result.score, language)}{' '}
                  {band && <BandBadge band={band} language={language} />}
                </>,
                result.instrument?.title[language] || result.source || '–',
              ];
            })}
          />
          <InsetText>
            <p>{words.scoreNote}</p>
          </InsetText>
        </>
      )}
    </>
  );
}

function Value(props: {
  code: keyof typeof MEASURES;
  shown: ShownFigure;
  least: number;
  href: string;
  words: LeaderWords;
  language: Language;
}) {
  const { code, shown, least, href, words, language } = props;
  const { figure, isFew } = shown;
  const what = MEASURES[code].case[language];
  if (figure.cases === 0) return <>{words.noCases}</>;
  const cases = <a href={href}>{words.overCases(formatCount(figure.cases, language), what)}</a>;
  if (isFew || figure.value === null)
    return (
      <>
        {words.few(formatCount(least, language))} ({cases})
      </>
    );
  const decimal = (text: string) => text.replace('.', language === 'id' ? ',' : '.');
  const told =
    MEASURES[code].kind === 'mean'
      ? words.days(decimal(figure.value.round(1).valueOf().toFixed(1)))
      : // Tenths cut off, not rounded: 99.96 per cent is not all of them.
        `${decimal((Math.floor((figure.hits * 1000) / figure.cases) / 10).toFixed(1))}%`;
  return (
    <>
      <strong>{told}</strong> {cases}
    </>
  );
}
