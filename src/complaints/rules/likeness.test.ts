import { describe, expect, test } from 'vitest';
import { likest } from './likeness.ts';

const own = { words: ['blangko', 'habis', 'ktp', 'mohon', '12'] };
const others = [
  { id: 'a', words: ['kepingan', 'blangko', 'habis', 'mohon'] },
  { id: 'b', words: ['antre', 'lama', 'ktp', 'mohon'] },
  { id: 'c', words: ['jalan', 'rusak', 'mohon', '12'] },
  ...Array.from({ length: 20 }, (_, index) => ({
    id: `x${index}`,
    words: ['ktp', 'mohon', `lain${'abcdefghijklmnopqrst'[index]}`],
  })),
];

describe('likeness', () => {
  test('counts rare words more than common ones, and no numbers', () => {
    const found = likest(own, others, 5);
    expect(found[0]?.row.id).toBe('a');
    expect(found.map(({ row }) => row.id)).not.toContain('c');
    expect(found.every(({ likeness }) => likeness > 0 && likeness <= 1)).toBe(true);
  });

  test('of the very same words is one', () => {
    const [same] = likest(own, [{ id: 'same', words: [...own.words] }, ...others], 1);
    expect(same?.row.id).toBe('same');
    expect(same?.likeness).toBeCloseTo(1, 10);
  });

  test('does not depend on the order, and gives no more than asked', () => {
    expect(likest(own, [...others].reverse(), 3)).toEqual(likest(own, others, 3));
    expect(likest(own, others, 1)).toHaveLength(1);
    expect(likest({ words: [] }, others, 3)).toEqual([]);
  });
});
