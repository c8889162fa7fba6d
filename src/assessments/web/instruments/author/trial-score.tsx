/** A trial score with the way it came about: what each part reached, what it weighs, what it gives to the part above. */
import { InsetText, Table } from '../../../../design/index.ts';
import type { Label, Language } from '../../../../kernel/language.ts';
import { howScored } from '../../../rules/how-scored.ts';
import type { Instrument } from '../../../rules/instrument.ts';
import { weightText } from '../../../rules/instrument-words.ts';
import { ratio, rational, ZERO } from '../../../rules/rational.ts';
import type { AgencyScore, Node } from '../../../rules/score.ts';
import { scoreText } from '../../../rules/score-text.ts';
import { verdictOfAgency } from '../../../rules/verdict.ts';
import { BandBadge } from '../../telling/band-badge.tsx';
import { StandingNote } from '../../telling/standing-note.tsx';
import { wordsIn } from '../words.ts';

export function TrialScore(props: { instrument: Instrument; scored: AgencyScore; language: Language }) {
  const { instrument, scored, language } = props;
  const words = wordsIn(language);
  const verdict = verdictOfAgency(instrument, scored);
  if (scored.score === null || !verdict) return <InsetText>{words.author.trialNone}</InsetText>;
  const missing = new Set([...scored.missing, ...scored.units.flatMap((unit) => unit.missing)]).size;
  const ofUnits = scored.units[0]?.dimensions ?? [];
  const own = scored.dimensions.filter((node) => !ofUnits.some((one) => one.code === node.code));
  return (
    <section>
      <h2>{words.author.trialTitle}</h2>
      <p class="govuk-body-l">
        <strong>{scoreText(scored.score, language)}</strong>{' '}
        <BandBadge band={verdict.band} adds={verdict.adds} language={language} />
      </p>
      <p>
        <StandingNote standing={verdict.band.standing} language={language} />
      </p>
      {missing > 0 && <p>{words.author.trialProvisional(missing)}</p>}
      <Table
        id="trial"
        caption={words.author.trialWay}
        columns={[
          { label: words.author.part },
          { label: words.weight, numeric: true },
          { label: words.author.score, numeric: true },
          { label: words.author.share, numeric: true },
        ]}
        rows={rowsOf([...ofUnits, ...own], namesOf(instrument), language, 0)}
      />
      <ol>
        {howScored(instrument).map((step) => (
          <li>{step[language]}</li>
        ))}
      </ol>
    </section>
  );
}

type Row = readonly (string | ReturnType<typeof Name>)[];

function rowsOf(nodes: readonly Node[], names: ReadonlyMap<string, Label>, language: Language, depth: number): readonly Row[] {
  const applying = nodes.filter((node) => node.score !== null);
  const whole = applying.reduce((sum, node) => sum.add(rational(node.weight)), ZERO);
  return nodes.flatMap((node) => [
    [
      <Name text={names.get(node.code)?.[language] ?? node.code} depth={depth} />,
      weightText(node.weight, language),
      node.score ? scoreText(node.score, language) : '–',
      // What it gives to the part above, once what does not apply has left.
      node.score ? scoreText(node.score.mul(rational(node.weight)).div(whole.equals(0) ? ratio(1, 1) : whole), language) : '–',
    ],
    ...rowsOf(node.below, names, language, depth + 1),
  ]);
}

function Name(props: { text: string; depth: number }) {
  if (props.depth === 0) return <strong>{props.text}</strong>;
  return (
    <>
      <span aria-hidden="true">{'– '.repeat(props.depth)}</span>
      {props.text}
    </>
  );
}

function namesOf(instrument: Instrument): ReadonlyMap<string, Label> {
  return new Map(
    instrument.dimensions.flatMap((dimension) => [
      [dimension.code, dimension.name] as const,
      ...dimension.variables.flatMap((variable) => [
        [variable.code, variable.name] as const,
        ...variable.indicators.map((one) => [one.code, one.name] as const),
      ]),
    ]),
  );
}
