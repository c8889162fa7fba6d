/** How the indicator behind a line was scored in the assessments after it, with what that does not prove. */
import Fraction from 'fraction.js';
import type { Child } from 'hono/jsx';
import { type Item, type ItemTold, type laterScores, methodOf, scoreText } from '../../../assessments/index.ts';
import { InsetText, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Line } from '../../rules/line.ts';
import { wordsIn } from './words.ts';

type Later = Awaited<ReturnType<typeof laterScores>>;

export function LaterScores(props: {
  readonly item: Item;
  readonly told: ItemTold;
  readonly later: Later;
  readonly line: Pick<Line, 'ordinal'>;
  readonly language: Language;
}): Child {
  const { item, told, later, line, language } = props;
  const words = wordsIn(language).sources;
  if (later.length === 0) return <p>{words.laterNone}</p>;
  return (
    <>
      <Table
        id={`later-scores-${line.ordinal}`}
        caption={words.later}
        captionSize="s"
        columns={[
          { label: words.year },
          { label: words.result },
          { label: words.laterScore, numeric: true },
          { label: words.change, numeric: true },
        ]}
        rows={later.map((one) => {
          const comparable = methodOf(one.instrumentId) === methodOf(item.instrumentId);
          return [
            String(one.year),
            <a href={`/assessments/${one.roundCode}/${told.agencyCode}`}>{one.roundTitle}</a>,
            scoreText(one.score, language),
            comparable ? difference(item.score, one.score, language) : words.otherMethod,
          ];
        })}
      />
      <InsetText>{words.laterCaution}</InsetText>
    </>
  );
}

/** '+12,50'; '0,00' for the same. */
function difference(before: string, after: string, language: Language): string {
  const change = new Fraction(after).sub(new Fraction(before));
  const text = scoreText(change.abs().toFraction(), language);
  return change.gt(0) ? `+${text}` : change.lt(0) ? `\u2212${text}` : text;
}
