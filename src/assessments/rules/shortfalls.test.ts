import { describe, expect, it } from 'vitest';
import { PENILAIAN_2024 } from '../data/penilaian.ts';
import type { ResultLine } from './result.ts';
import { shortfallsOf, strengthsOf } from './shortfalls.ts';

function line(scores: Readonly<Record<string, string>>): ResultLine {
  const nodes = Object.entries(scores).map(([code, score]) => ({ level: 'indicator' as const, code, score, answered: 1 }));
  return { unitNo: 1, exact: '1', score: '1', category: null, zone: null, label: null, complete: true, nodes };
}

const codes = (scores: Readonly<Record<string, string>>) =>
  shortfallsOf(PENILAIAN_2024, [line(scores)]).map(({ indicator }) => indicator.code);

describe('what falls short', () => {
  it('a document is there or not: anything below 100 falls short', () => {
    expect(codes({ biaya: '100' })).toEqual([]);
    expect(codes({ biaya: '299/3' })).toEqual(['biaya']);
    // Compared as published.
    expect(codes({ biaya: '99.996' })).toEqual([]);
  });

  it('what people feel, and an index, falls short below the bound of green', () => {
    expect(codes({ penundaan: '78', ikm: '78' })).toEqual([]);
    expect(codes({ penundaan: '77.99', ikm: '77.99' })).toEqual(['penundaan', 'ikm']);
  });

  it('is a strength otherwise, the best first; what has no score is neither', () => {
    const some = [line({ penundaan: '80', biaya: '100', moto: '20' })];
    expect(strengthsOf(PENILAIAN_2024, some).map(({ indicator }) => indicator.code)).toEqual(['biaya', 'penundaan']);
    const silent = { ...line({}), nodes: [{ level: 'indicator' as const, code: 'biaya', score: null, answered: 0 }] };
    expect([...shortfallsOf(PENILAIAN_2024, [silent]), ...strengthsOf(PENILAIAN_2024, [silent])]).toEqual([]);
  });
});
