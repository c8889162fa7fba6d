/**
 * Words that nearly always come together ("cuci darah", "mohon segera") are one thing said, not two, and three of them no agreement
 * between complaints. Found by what the whole category says, so that a cluster cannot make its own phrases.
 */
import type { CategoryRows } from './category.ts';
import type { Surge } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';
import { type Topic, type WordedRow, weightOf } from './topics.ts';

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

/** The topic with only the complaints that still have enough in common when a set phrase counts as one word. */
export function withoutSetPhrases(
  category: CategoryRows,
  topic: Topic,
  words: readonly Surge[],
  rows: readonly WordedRow[],
  thresholds: Thresholds,
): Topic | undefined {
  const phrases = phrasesOf(
    category,
    words.map(({ word }) => word),
  );
  const phraseOf = new Map(topic.words.map((word, index) => [word, phrases[index] ?? index]));
  const members = new Set(topic.places);
  const places = rows.flatMap((row) => {
    if (!members.has(row.place)) return [];
    const weights = new Map<number, number>();
    for (const word of row.words) {
      const phrase = phraseOf.get(word);
      const index = topic.words.indexOf(word);
      if (phrase !== undefined) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, weightOf(words[index] as Surge)));
    }
    const likelier = [...weights.values()].reduce((sum, each) => sum + each, 0);
    return weights.size >= thresholds.leastSharedWords && likelier >= thresholds.leastLikelier ? [row.place] : [];
  });
  return places.length > 0 ? { words: topic.words, places } : undefined;
}
