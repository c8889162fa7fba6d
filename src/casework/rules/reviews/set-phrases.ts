/**
 * Words that nearly always come together ("cuci darah", "mohon segera") are one thing said, not two, and three of them no agreement
 * between complaints. Found by what the whole category says, so that a cluster cannot make its own phrases.
 */
import type { CategoryRows } from './category.ts';

/** Together in so large a part of the complaints that have either. */
const LEAST_TOGETHER = 0.5;

/** For each word a number; words of one phrase have the same, that of its first word's place. */
export function phrasesOf(category: CategoryRows, words: readonly number[]): number[] {
  const phrase = words.map((_, index) => index);
  for (const [index, word] of words.entries()) {
    const rows = category.postings(word);
    for (let earlier = 0; earlier < index; earlier++) {
      const others = category.postings(words[earlier] ?? 0);
      // Sets of too different a size cannot have half in common.
      if (rows.length < LEAST_TOGETHER * others.length || others.length < LEAST_TOGETHER * rows.length) continue;
      const both = common(rows, others);
      if (both >= LEAST_TOGETHER * (rows.length + others.length - both)) {
        phrase[index] = phrase[earlier] ?? earlier;
        break;
      }
    }
  }
  return phrase;
}

function common(a: Int32Array, b: Int32Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) both += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return both;
}
