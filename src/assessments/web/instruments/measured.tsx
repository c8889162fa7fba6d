/** Dimensions, variables and indicators of an instrument, as everybody may read them. */
import { Details, Table, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Dimension, Indicator, Standing, Variable } from '../../rules/instrument.ts';
import { answerText, EVIDENCE_NAMES, PER_NAMES, SHEET_MEANS, weightText } from '../../rules/instrument-words.ts';
import { MARKED_DEFAULT, standingText } from '../../rules/standing-words.ts';
import { StandingNote } from '../telling/standing-note.tsx';
import { wordsIn } from './words.ts';

export function Measured(props: { dimensions: readonly Dimension[]; language: Language }) {
  const words = wordsIn(props.language);
  return (
    <>
      {props.dimensions.map((dimension) => (
        <section>
          <h3 id={`dimension-${dimension.code}`}>
            {dimension.name[props.language]}:{' '}
            {dimension.role === 'score' ? words.weightOf(weightText(dimension.weight, props.language)) : words.notWeighed}
          </h3>
          <p>
            <StandingNote standing={dimension.standing} language={props.language} />
          </p>
          {dimension.per === 'agency' && <p>{capital(PER_NAMES.agency[props.language])}.</p>}
          {dimension.variables.map((variable) => (
            <VariablePart variable={variable} language={props.language} />
          ))}
        </section>
      ))}
    </>
  );
}

function VariablePart(props: { variable: Variable; language: Language }) {
  const { variable, language } = props;
  const words = wordsIn(language);
  const notes = distinctNotes(
    variable.indicators.map((one) => one.standing),
    language,
  );
  return (
    <>
      <Table
        id={`variable-${variable.code}`}
        caption={`${variable.name[language]}: ${words.weightOf(weightText(variable.weight, language)).toLowerCase()}`}
        captionSize="s"
        stacked
        columns={[
          { label: words.indicator },
          { label: words.weight },
          { label: words.answer },
          { label: words.source },
          { label: words.standing },
        ]}
        rows={variable.indicators.map((one) => [
          <IndicatorName indicator={one} language={language} />,
          weightText(one.weight, language),
          capital(answerText(one.answer)[language]),
          `${SHEET_MEANS[one.from][language]}; ${EVIDENCE_NAMES[one.evidence][language]}`,
          <StandingCell standing={one.standing} language={language} />,
        ])}
      />
      <p class="govuk-hint">
        <StandingNote standing={variable.standing} language={language} />
      </p>
      {notes.map((note) => (
        <p class="govuk-hint">{note}</p>
      ))}
    </>
  );
}

function IndicatorName(props: { indicator: Indicator; language: Language }) {
  const { indicator, language } = props;
  const words = wordsIn(language);
  return (
    <>
      {indicator.name[language]}
      <Details summary={words.question}>
        <p>{indicator.question[language]}</p>
        <p>
          <strong>{words.improvement}:</strong> {indicator.improvement[language]}
        </p>
        {indicator.mayNotApply && <p>{words.mayNotApply}.</p>}
      </Details>
    </>
  );
}

/** The mark alone where it is a default, its reason once below the table; what is confirmed names its source here. */
function StandingCell(props: { standing: Standing; language: Language }) {
  if (!props.standing.confirmed) return <Tag tone="warning">{MARKED_DEFAULT[props.language]}</Tag>;
  return <>{standingText(props.standing, props.language)}</>;
}

function distinctNotes(standings: readonly Standing[], language: Language): readonly string[] {
  return [...new Set(standings.filter((one) => !one.confirmed).map((one) => standingText(one, language)))];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
