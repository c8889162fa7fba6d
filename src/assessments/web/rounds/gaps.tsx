/** What the rule of the instrument asks for and the directory does not have, in words. */
import type { Language } from '../../../kernel/language.ts';
import type { UnitGap } from '../../rules/loci.ts';
import type { RoundWords } from './words.ts';

export function Gaps(props: { gaps: readonly UnitGap[]; language: Language; words: RoundWords }) {
  const { gaps, language, words } = props;
  if (gaps.length === 0) return null;
  return (
    <ul class="tuntas-gaps">
      {gaps.map((gap) => (
        <li>{gapText(gap, language, words)}</li>
      ))}
    </ul>
  );
}

export function gapText(gap: UnitGap, language: Language, words: RoundWords): string {
  switch (gap.gap) {
    case 'no-rule':
      return words.gaps.noRule;
    case 'same-office':
      return words.gaps.sameOffice(gap.locus[language], gap.name);
    case 'too-few':
      return words.gaps.tooFew(gap.locus[language], gap.wanted, gap.found);
  }
}
