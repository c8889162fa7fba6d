import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

const words = fc
  .array(fc.constantFrom('surat', 'rujukan', 'tidak', 'diberikan.', '\n\n', ' ', '14', 'hari', 'é'), { maxLength: 40 })
  .map((each) => each.join(' '));

test('what is shown joins up to both texts, letter by letter', () => {
  let different = 0;
  fc.assert(
    fc.property(words, words, (theirs, mine) => {
      const runs = compareWords(theirs, mine);
      const joined = (without: 'mine' | 'theirs') =>
        runs
          .filter((run) => run.in !== without)
          .map((run) => run.text)
          .join('');
      expect([joined('mine'), joined('theirs')]).toEqual([theirs, mine]);
      if (theirs !== mine) different++;
    }),
  );
  expect(different).toBeGreaterThan(50);
});

test('two texts that have nothing in common are shown whole, and soon', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
  const started = performance.now();
  const runs = compareWords(long('surat'), long('dokumen'));
  expect(performance.now() - started).toBeLessThan(5000);
  expect(runs.map((run) => run.in)).toEqual(['theirs', 'mine']);
});
