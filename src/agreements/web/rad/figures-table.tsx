/** The table of an evaluation: each indicator with its weight, what the data say, its points; the same at the desk and in public. */
import type { Child } from 'hono/jsx';
import { DayText, Details, InsetText, Table, Tag } from '../../../design/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { pointsText } from '../../rules/rad/evaluate.ts';
import type { Figures } from '../../rules/rad/evaluation.ts';
import { INDICATOR_DATA, type Indicator } from '../../rules/rad/indicators.ts';
import { tellFacts, tellMissing, type Viewer } from '../../rules/rad/tell-figures.ts';
import type { RadWords } from './words.ts';

interface Telling {
  readonly figures: Figures;
  readonly words: RadWords;
  readonly language: 'id' | 'en';
}

/** The result in a word: points of 100 with the share of the weights they rest on. */
export function ScoreText({ figures, words, language }: Telling) {
  const { score, known } = figures.evaluation;
  return score === null ? (
    <Tag tone="neutral">{words.result.tooLittle(known)}</Tag>
  ) : (
    <>
      <strong>{pointsText(score, language)}</strong> {words.result.ofHundred(known)}
    </>
  );
}

export function FiguresTable(
  props: Telling & { readonly id: string; readonly viewer: Viewer; readonly rowsHref: (indicator: Indicator) => string },
) {
  const { figures, words, language, viewer, rowsHref } = props;
  const day = (text: string) => <DayText on={Temporal.PlainDate.from(text)} />;
  return (
    <>
      <p>
        {words.result.score}: <ScoreText {...props} />
      </p>
      <p class="govuk-hint">
        {words.result.span} {day(figures.from)} {words.result.to} {day(figures.until)}
      </p>
      <Table
        id={props.id}
        caption={words.result.indicators}
        stacked
        rowHeaders
        columns={[
          { label: words.result.indicator },
          { label: words.result.weight, numeric: true },
          { label: words.result.said },
          { label: words.result.points, numeric: true },
          { label: words.result.records },
        ]}
        rows={figures.evaluation.points.map(({ indicator, weight, points }): Child[] => [
          INDICATOR_DATA[indicator].label[language],
          `${weight}%`,
          tellFacts(indicator, figures.facts, { rule: figures.rule, language, viewer }),
          points === null ? (
            <Tag tone="neutral">{tellMissing(indicator, figures.facts, language)}</Tag>
          ) : (
            pointsText(points, language)
          ),
          <a href={rowsHref(indicator)}>
            {words.result.toRecords}
            <span class="govuk-visually-hidden">: {INDICATOR_DATA[indicator].label[language]}</span>
          </a>,
        ])}
      />
      <InsetText>{words.result.defaults}</InsetText>
      <Details summary={words.result.howCounted}>
        {figures.evaluation.points.map(({ indicator }) => (
          <p>
            <strong>{INDICATOR_DATA[indicator].label[language]}.</strong> {INDICATOR_DATA[indicator].definition[language]}
          </p>
        ))}
        <p>{words.result.missing(figures.rule.leastWeight)}</p>
      </Details>
    </>
  );
}
