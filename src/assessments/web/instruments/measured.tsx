/** Dimensions, variables and indicators of an instrument, as everybody may read them. */
import { Details, Tag } from '../../../design/index.ts';
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

/** Folded up: an instrument has dozens of indicators, and a reader looks for one. */
function VariablePart(props: { variable: Variable; language: Language }) {
  const { variable, language } = props;
  const words = wordsIn(language);
  const notes = distinctNotes(
    variable.indicators.map((one) => one.standing),
    language,
  );
  const weight = variable.weight === '100' ? '' : `, ${words.weightOf(weightText(variable.weight, language)).toLowerCase()}`;
  return (
    <Details summary={`${variable.name[language]}${weight} (${words.indicators(variable.indicators.length)})`}>
      <p>
        <StandingNote standing={variable.standing} language={language} />
      </p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {variable.indicators.map((one) => (
        <IndicatorPart indicator={one} language={language} />
      ))}
    </Details>
  );
}

function IndicatorPart(props: { indicator: Indicator; language: Language }) {
  const { indicator, language } = props;
  const words = wordsIn(language);
  const { standing } = indicator;
  return (
    <section>
      <h4 class="govuk-heading-s">
        {indicator.name[language]} ({weightText(indicator.weight, language)}){' '}
        {!standing.confirmed && <Tag tone="warning">{MARKED_DEFAULT[language]}</Tag>}
      </h4>
      <p>{indicator.question[language]}</p>
      <p>
        {words.answer}: {answerText(indicator.answer)[language]}
        {indicator.mayNotApply && `; ${words.mayNotApply.toLowerCase()}`}. {SHEET_MEANS[indicator.from][language]},{' '}
        {EVIDENCE_NAMES[indicator.evidence][language]}.
      </p>
      <p>
        {words.improvement}: {indicator.improvement[language]}
      </p>
      {standing.confirmed && <p>{standingText(standing, language)}</p>}
    </section>
  );
}

function distinctNotes(standings: readonly Standing[], language: Language): readonly string[] {
  return [...new Set(standings.filter((one) => !one.confirmed).map((one) => standingText(one, language)))];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
