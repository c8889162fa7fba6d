/** How alike two complaints are: the share of what they say that is the same, rare words counting more. Pure, over stems. */

/** What is compared with. */
export interface LikedWords {
  readonly words: readonly string[];
}

/** Below this the words in common are those any two complaints have. */
const LEAST_LIKENESS = 0.12;

/**
 * Those most like `own`, the likest first: cosine over the words, each weighing what few of the neighbours having it makes it worth.
 *
 * @param others its neighbours (same office or regency, near in time): they say which words are common here
 * @returns likeness from 0 to 1
 */
export function likest<Row extends LikedWords & { readonly id: string }>(
  own: LikedWords,
  others: readonly Row[],
  limit: number,
): { readonly row: Row; readonly likeness: number }[] {
  const many = new Map<string, number>();
  for (const { words } of others) for (const word of words) many.set(word, (many.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((others.length + 2) / ((many.get(word) ?? 0) + 1)) ** 2;
  const weights = new Map([...new Set(own.words)].filter(isTelling).map((word) => [word, weight(word)]));
  const ownLength = Math.sqrt([...weights.values()].reduce((sum, each) => sum + each, 0));
  return others
    .map((row) => {
      let [both, length] = [0, 0];
      for (const word of row.words) {
        if (!isTelling(word)) continue;
        length += weight(word);
        both += weights.get(word) ?? 0;
      }
      return { row, likeness: both === 0 ? 0 : both / (ownLength * Math.sqrt(length)) };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, limit);
}

/** Numbers and single letters compare house numbers, not troubles. */
function isTelling(word: string): boolean {
  return word.length > 2 && !/\d/.test(word);
}
