/** Whether a memorandum covers a government today, until when, and which days none did. */
import { formatCount, formatDay, InsetText } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { coverSpells, spellOn, uncoveredUntil } from '../../rules/public/cover.ts';
import type { PublicWords } from './words.ts';

export function Cover(props: { agreements: readonly Agreement[]; today: Day; words: PublicWords; language: Language }) {
  const { agreements, today, words, language } = props;
  const spells = coverSpells(agreements);
  const now = spellOn(spells, today);
  const gaps = uncoveredUntil(agreements, today);
  const next = spells.find(({ from }) => today.until(from).sign > 0);
  const last = spells.findLast(({ until }) => until !== null && until.until(today).sign > 0);
  const day = (on: Day) => formatDay(on, language, 'short');
  return (
    <InsetText>
      <p>
        <strong>
          {now
            ? now.until
              ? words.covered(day(now.until))
              : words.coveredForGood
            : next
              ? words.coveredLater(day(next.from))
              : last?.until
                ? words.notCovered(day(last.until))
                : words.neverCovered}
        </strong>
      </p>
      {spells.length === 0 && <p>{words.neverCoveredWhy}</p>}
      {spells.length > 0 && gaps.length === 0 && <p>{words.noGaps}</p>}
      {gaps.length > 0 && (
        <>
          <p>{words.gaps}:</p>
          <ul>
            {gaps.map((gap) => (
              <li>
                {gap.until.equals(today)
                  ? words.gapToday(day(gap.from), formatCount(gap.days, language))
                  : words.gapLine(day(gap.from), day(gap.until), formatCount(gap.days, language))}
              </li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  );
}
