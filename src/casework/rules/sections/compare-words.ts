/** Two texts word by word, for people to look at side by side. */
import { diffWordsWithSpace } from 'diff';

export interface WordRun {
  readonly text: string;
  /** `same` stands in both, `mine` in the second text alone, `theirs` in the first alone. */
  readonly in: 'same' | 'mine' | 'theirs';
}

/**
 * More changed words than this and the two are different texts: then they are shown whole. Bounds the work, which grows with the product of
 * length and differences.
 */
const MOST_CHANGES = 1500;

/** What joins up to `theirs` (same + theirs) and to `mine` (same + mine), in reading order. */
export function compareWords(theirs: string, mine: string): readonly WordRun[] {
  const changes = diffWordsWithSpace(theirs, mine, { maxEditLength: MOST_CHANGES });
  if (!changes) {
    return [
      { text: theirs, in: 'theirs' },
      { text: mine, in: 'mine' },
    ];
  }
  return changes.map(({ value, added, removed }) => ({ text: value, in: added ? 'mine' : removed ? 'theirs' : 'same' }));
}
