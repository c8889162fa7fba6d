/** How far two raters agree, beside the score it belongs to. */
import { Details, Table } from '../../../design/index.ts';
import { agreementOf, driftOf } from '../../rules/agreement.ts';
import type { DoubleRating } from '../../store/round-figures.ts';
import type { Asked } from './opened.tsx';

export function DoubleRatings(props: { asked: Pick<Asked, 'words' | 'language'>; ratings: readonly DoubleRating[] }) {
  const { asked, ratings } = props;
  const { words, language } = asked;
  if (ratings.length === 0) return null;
  const whole = agreementOf(ratings.flatMap((one) => one.pairs));
  const rows = ratings
    .map((one) => ({ ...one, ...driftOf(one.pairs), compared: one.pairs.reduce((sum, pair) => sum + pair.count, 0) }))
    .sort((a, b) => a.same / a.compared - b.same / b.compared);
  const same = rows.reduce((sum, one) => sum + one.same, 0);
  return (
    <Details summary={words.agreement.summary(whole.pairs, same)}>
      <p>{words.agreement.lead}</p>
      {whole.weightedKappa !== null && (
        <p>{words.agreement.kappa(whole.weightedKappa.toLocaleString(LOCALES[language], KAPPA))}</p>
      )}
      <Table
        id="drift"
        caption={words.agreement.drift}
        captionSize="s"
        columns={[
          { label: words.agreement.indicator },
          { label: words.agreement.compared, numeric: true },
          { label: words.agreement.same, numeric: true },
          { label: words.agreement.higher, numeric: true },
          { label: words.agreement.lower, numeric: true },
        ]}
        rows={rows.map((one) => [
          one.name[language],
          String(one.compared),
          words.percent(one.same, one.compared),
          String(one.better),
          String(one.worse),
        ])}
      />
    </Details>
  );
}

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;
const KAPPA = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
