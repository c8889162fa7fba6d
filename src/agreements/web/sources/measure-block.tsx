/** A live measure as people read it: the number with its denominator, the same days before, how it is counted, and that it proves nothing. */
import type { Child } from 'hono/jsx';
import { MEASURES, type MeasureCode } from '../../../complaints/index.ts';
import { Details, formatCount, formatDay, InsetText, SummaryList, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { MeasuredLine } from '../../actions/sources/measured-line.ts';
import type { Line } from '../../rules/line.ts';
import { finalTarget } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import type { Span } from '../../rules/sources/measure-period.ts';
import type { ShownFigure } from '../../rules/sources/shown-figure.ts';
import { type SourcesWords, wordsIn } from './words.ts';

type Words = SourcesWords['measure'];

interface Reading {
  readonly measured: MeasuredLine;
  readonly line: Line;
  readonly language: Language;
  readonly viewer: 'inside' | 'public';
}

export function MeasureBlock({ reading, level = 3 }: { readonly reading: Reading; readonly level?: 2 | 3 }): Child {
  const { measured, line, language, viewer } = reading;
  const words = wordsIn(language).measure;
  const measure = MEASURES[measured.measure];
  const target = finalTarget(line);
  return (
    <>
      {level === 2 ? <h2>{measure.label[language]}</h2> : <h3>{measure.label[language]}</h3>}
      <SummaryList
        rows={[
          { key: words.agency, value: words.withBelow(measured.agency.name) },
          {
            key: words.now,
            value: (
              <>
                {measured.now ? <Value code={measured.measure} shown={measured.now} reading={reading} /> : words.notBegun}
                <br />
                <span class="govuk-hint">{spanText(measured.counted ?? measured.span, language, words)}</span>
                {measured.counted && !measured.counted.until.equals(measured.span.until) && (
                  <span class="govuk-hint"> ({words.spanOpen})</span>
                )}
              </>
            ),
          },
          measured.before !== null &&
            measured.compared !== null && {
              key: beforeLabel(measured, words),
              value: (
                <>
                  <Value code={measured.measure} shown={measured.before} reading={reading} />
                  <br />
                  <span class="govuk-hint">{spanText(measured.compared, language, words)}</span>
                </>
              ),
            },
          target !== null && {
            key: words.target,
            value: words.targetNow(showAmount(target, language), line.unit),
          },
        ]}
      />
      <GroupTable reading={reading} />
      <InsetText>{words.caution}</InsetText>
      {viewer === 'public' && <p class="govuk-hint">{words.madeAnew}</p>}
      <Details summary={words.definition}>
        <p>{measure.definition[language]}</p>
        <p>{measure.leftOut[language]}</p>
      </Details>
    </>
  );
}

function beforeLabel({ counted, compared }: MeasuredLine, words: Words): string {
  const years = counted && compared ? counted.from.year - compared.from.year : 1;
  return years === 1 ? words.before : words.beforeYears(years);
}

export function spanText({ from, until }: Span, language: Language, words: Words): string {
  return words.span(formatDay(from, language, 'short'), formatDay(until, language, 'short'));
}

/** The number itself with its denominator in words, or why there is none. */
function Value({ code, shown, reading }: { code: MeasureCode; shown: ShownFigure; reading: Reading }): Child {
  const { language, viewer, measured } = reading;
  const words = wordsIn(language).measure;
  const { figure, isFew } = shown;
  const measure = MEASURES[code];
  const what = measure.case[language];
  const count = (value: number) => formatCount(value, language);
  if (figure.cases === 0) return <>{words.noCases(what)}</>;
  if (isFew)
    return (
      <>
        {viewer === 'public'
          ? words.fewPublic(what, count(measured.least))
          : words.fewInside(count(figure.cases), what, count(measured.least))}
      </>
    );
  if (measure.kind === 'spread' || figure.value === null) return <>{`${count(figure.cases)} ${what}`}</>;
  if (measure.kind === 'mean')
    return (
      <>
        <strong>{words.days(decimals(figure.value, 1, language))}</strong>, {words.overCases(count(figure.cases), what)}
      </>
    );
  const withArchived =
    code === 'followed-up' && figure.beside > 0
      ? ` ${words.withArchived(percentText(figure.hits, figure.cases + figure.beside, language))}`
      : '';
  return (
    <>
      <strong>{percentText(figure.hits, figure.cases, language)}</strong>,{' '}
      {words.ofCases(count(figure.hits), count(figure.cases), what)}.{withArchived}
    </>
  );
}

/** How the cases are divided, now and before, side by side. */
function GroupTable({ reading }: { readonly reading: Reading }): Child {
  const { measured, language } = reading;
  const { now, before } = measured;
  if (!now) return null;
  const words = wordsIn(language).measure;
  const { groups, kind } = MEASURES[measured.measure];
  const codes = Object.keys(groups).filter((code) =>
    [now, before].some((shown) => shown?.groups.some((each) => each.code === code)),
  );
  if (codes.length === 0) return null;
  const cell = (shown: ShownFigure | null, code: string): string => {
    const found = shown?.groups.find((each) => each.code === code)?.count;
    if (!shown || found === undefined) return '–';
    return counted(found, shown, kind === 'spread' && !shown.isFew, language);
  };
  const others = [now, before].some((shown) => shown !== null && shown.others > 0);
  return (
    <Table
      id={`measure-groups-${reading.line.ordinal}`}
      caption={words.what}
      captionSize="s"
      stacked
      columns={[
        { label: words.columns.group },
        { label: words.now, numeric: true },
        { label: beforeLabel(measured, words), numeric: true },
      ]}
      rowHeaders
      rows={[
        ...codes.map((code) => [
          <>
            {groups[code]?.label[language]}
            {groups[code]?.role === 'beside' && <span class="govuk-hint"> ({words.beside})</span>}
          </>,
          cell(now, code),
          cell(before, code),
        ]),
        ...(others
          ? [
              [
                words.others,
                now.others > 0 ? counted(now.others, now, true, language) : '–',
                before && before.others > 0 ? counted(before.others, before, true, language) : '–',
              ],
            ]
          : []),
      ]}
    />
  );
}

function counted(count: number, shown: ShownFigure, withShare: boolean, language: Language): string {
  const text = formatCount(count, language);
  return withShare ? `${text} (${percentText(count, shown.figure.cases, language)})` : text;
}

function percentText(hits: number, cases: number, language: Language): string {
  // Tenths cut off, not rounded: 99.96 per cent is not all of them.
  const tenths = Math.floor((hits * 1000) / cases);
  return `${(tenths / 10).toFixed(1).replace('.', language === 'id' ? ',' : '.')}%`;
}

function decimals(
  value: { toString(places?: number): string; round(places: number): { toString(): string } },
  places: number,
  language: Language,
): string {
  const text = value.round(places).toString();
  return text.replace('.', language === 'id' ? ',' : '.');
}
