import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, purposeOf, sampleSize, ticket } from './draw.ts';

const keys = fc.uniqueArray(fc.stringMatching(/^[a-z0-9.]{1,12}$/), { minLength: 1, maxLength: 40 });
const seed = fc.string({ minLength: 8, maxLength: 30 });
const self = (key: string) => key;

describe('a draw', () => {
  test('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(keys, seed, fc.nat(40), (all, text, count) => {
        expect(draw([...all].reverse(), count, text, 'unit x', self)).toEqual(draw(all, count, text, 'unit x', self));
      }),
      { numRuns: 300 },
    );
  });

  test('gives as many as are wanted, none twice, all when there are fewer', () => {
    fc.assert(
      fc.property(keys, seed, fc.nat(60), (all, text, count) => {
        const drawn = draw(all, count, text, 'unit x', self);
        expect(drawn).toHaveLength(Math.min(count, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const one of drawn) expect(all).toContain(one);
      }),
      { numRuns: 300 },
    );
  });

  test('a candidate more changes nothing among the others', () => {
    let pushedOut = 0;
    fc.assert(
      fc.property(keys, seed, fc.integer({ min: 1, max: 10 }), (all, text, count) => {
        const before = draw(all, count, text, 'unit x', self);
        const after = draw([...all, 'NEWCOMER'], count, text, 'unit x', self).filter((one) => one !== 'NEWCOMER');
        expect(before.slice(0, after.length)).toEqual(after);
        if (after.length < before.length) pushedOut += 1;
      }),
      { numRuns: 300 },
    );
    expect(pushedOut).toBeGreaterThan(20);
  });

  test('every candidate has about the same chance over many seeds', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    const hits = new Map(all.map((one) => [one, 0]));
    for (let round = 0; round < 5000; round += 1)
      for (const one of draw(all, 2, `benih nomor ${round}`, 'unit x', self)) hits.set(one, (hits.get(one) ?? 0) + 1);
    for (const count of hits.values()) expect(Math.abs(count - 2000)).toBeLessThan(150);
  });

  test('can be repeated with sha256sum, as its documentation says', () => {
    const parts = ['bali-2026-contoh', purposeOf.units('51.05', 'puskesmas'), '51.05.dinkes.puskesmas-dawan-1'] as const;
    const shell = execFileSync('sha256sum', { input: parts.join('\n'), encoding: 'utf8' }).split(' ')[0];
    expect(ticket(...parts)).toBe(shell);
  });

  test('another purpose is another draw', () => {
    const all = Array.from({ length: 50 }, (_, place) => `calon-${place}`);
    expect(draw(all, 50, 'benih contoh', 'unit a', self)).not.toEqual(draw(all, 50, 'benih contoh', 'unit b', self));
  });
});

test('a sample that is wanted is never empty', () => {
  expect(sampleSize(7, 10)).toBe(1);
  expect(sampleSize(70, 10)).toBe(7);
  expect(sampleSize(71, 10)).toBe(8);
  expect(sampleSize(7, 0)).toBe(0);
  expect(sampleSize(0, 10)).toBe(0);
});
