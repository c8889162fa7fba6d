/** What became of promises, as tiles: every number leads to its lines. */
import { formatCount, StatTile, StatTiles, type Tone } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { FATES, type Fate } from '../../rules/public/fate.ts';
import type { Promises } from '../../store/public/promises.ts';
import { type PromiseQuery, promiseRows } from './asked-promises.ts';
import type { PublicWords } from './words.ts';

/** Fewer promises than these are told as counts, and nobody is to compare them. */
export const FEW = 10;
/** Told only where there are any. */
const RARE: readonly Fate[] = ['short', 'withdrawn'];

export const FATE_TONES: Readonly<Record<Fate, Tone>> = {
  kept: 'success',
  'kept-late': 'success',
  short: 'warning',
  'not-kept': 'danger',
  late: 'danger',
  reported: 'info',
  running: 'neutral',
  withdrawn: 'neutral',
};

/** @param props.path of the page whose list shows the lines */
export function PromiseFigures(props: { promises: Promises; path: string; words: PublicWords; language: Language }) {
  const { promises, path, words, language } = props;
  const to = (query: PromiseQuery) => promiseRows(path, query);
  if (promises.total === 0) return <p>{words.promisesNone}</p>;
  return (
    <>
      <p>{words.promisesWhy}</p>
      <StatTiles>
        <StatTile value={formatCount(promises.total, language)} label={words.promised} href={to({})} tone="info" />
        {FATES.filter((each) => promises.by[each] > 0 || !RARE.includes(each)).map((each) => (
          <StatTile
            value={formatCount(promises.by[each], language)}
            label={words.fates[each]}
            href={to({ fate: each })}
            tone={promises.by[each] > 0 ? FATE_TONES[each] : 'neutral'}
          />
        ))}
      </StatTiles>
      {promises.moved > 0 && (
        <p>
          <a href={to({ moved: 'yes' })}>{words.movedCount(formatCount(promises.moved, language))}</a>
        </p>
      )}
      {promises.priority > 0 && (
        <p>
          <a href={to({ priority: 'yes' })}>
            {words.priorities(formatCount(promises.priorityKept, language), formatCount(promises.priority, language))}
          </a>
        </p>
      )}
      <p class="govuk-hint">
        {words.keptRule} {promises.total < FEW && words.few}
      </p>
    </>
  );
}
