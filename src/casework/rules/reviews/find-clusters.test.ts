import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logChanceOfAtLeast } from './chance.ts';
import { type Cluster, findClusters } from './find-clusters.ts';
import {
  DAYS,
  drawFrom,
  everydayRows,
  PERIOD,
  problemRows,
  shuffled,
  steadyRows,
  withoutCategory,
} from './reviews.test-support.ts';
import { gatherRows, type ReviewRow } from './rows.ts';
import { HOUSE_THRESHOLDS } from './thresholds.ts';

function find(rows: readonly ReviewRow[]): Cluster[] {
  const gathering = gatherRows();
  for (const row of rows) gathering.add(row);
  return findClusters(gathering.finish(), PERIOD, HOUSE_THRESHOLDS);
}

function country(seed: number, many = 18): { rows: ReviewRow[]; planted: Set<string> } {
  const draw = drawFrom(seed);
  const problem = problemRows(draw, 'office-13', many, 70, 6);
  return { rows: [...everydayRows(draw, 12, 150), ...problem], planted: new Set(problem.map(({ id }) => id)) };
}

describe('the finder', () => {
  test('finds one thing told by many in their own words, and nothing else', () => {
    let rowsFound = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { rows, planted } = country(seed);
      const clusters = find(rows);
      expect(clusters, `seed ${seed}`).toHaveLength(1);
      const [cluster] = clusters;
      expect(cluster?.officeId).toBe('office-13');
      expect(cluster?.place).toBe('51.13');
      const right = cluster?.rows.filter(({ id }) => planted.has(id)).length ?? 0;
      expect(right / (cluster?.rows.length ?? 1)).toBeGreaterThan(0.85);
      rowsFound += right;
    }
    expect(rowsFound).toBeGreaterThan(12 * 18 * 0.6);
  });

  test('finds nothing at a big office with its normal load', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const draw = drawFrom(seed);
      const big = everydayRows(draw, 1, 4000).map((row) => ({
        ...row,
        officeId: 'office-99',
        regionCode: '51.99',
        id: `big-${row.id}`,
      }));
      expect(find([...everydayRows(draw, 10, 100), ...big])).toEqual([]);
    }
  });

  test('finds nothing where the whole country complains of it in the same weeks', () => {
    const draw = drawFrom(7);
    const everywhere = Array.from({ length: 12 }, (_, office) => problemRows(draw, `office-${office + 10}`, 18, 70, 6)).flat();
    expect(find([...everydayRows(draw, 12, 150), ...everywhere])).toEqual([]);
  });

  test('finds nothing in what happens all in one week', () => {
    const draw = drawFrom(8);
    expect(find([...everydayRows(draw, 12, 150), ...problemRows(draw, 'office-13', 20, 70, 1)])).toEqual([]);
  });

  test('finds what comes month after month, and says that it is steady', () => {
    let rowsFound = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const draw = drawFrom(seed);
      const problem = steadyRows(draw, 'office-13', 26);
      const planted = new Set(problem.map(({ id }) => id));
      const clusters = find([...everydayRows(draw, 12, 150), ...problem]);
      expect(clusters, `seed ${seed}`).toHaveLength(1);
      expect(clusters[0]).toMatchObject({ kind: 'steady', officeId: 'office-13', category: 'public-works', otherWeeks: 0 });
      expect(clusters[0]?.parts.of).toBe(13);
      expect(clusters[0]?.parts.having).toBeGreaterThanOrEqual(HOUSE_THRESHOLDS.steady.leastParts);
      const right = clusters[0]?.rows.filter(({ id }) => planted.has(id)).length ?? 0;
      expect(right / (clusters[0]?.rows.length ?? 1)).toBeGreaterThan(0.85);
      rowsFound += right;
    }
    expect(rowsFound).toBeGreaterThan(12 * 26 * 0.6);
  });

  test('finds nothing steady where the other offices have it too, or where there are too few to compare with', () => {
    const draw = drawFrom(21);
    const everywhere = Array.from({ length: 12 }, (_, office) => steadyRows(draw, `office-${office + 10}`, 26)).flat();
    expect(find([...everydayRows(draw, 12, 150), ...everywhere])).toEqual([]);
    expect(find([...everydayRows(draw, 5, 150), ...steadyRows(draw, 'office-13', 26)])).toEqual([]);
  });

  test('does not call an office steady in what a place calls its villages', () => {
    const draw = drawFrom(22);
    const names = ['banjaranyar', 'sukawangi', 'tegalsari', 'karangjaya', 'muarabaru'];
    const named = (rows: ReviewRow[]) =>
      rows.map((row) =>
        row.regionCode?.startsWith('51.13') ? { ...row, words: [...row.words, ...names.filter(() => draw() < 0.5)] } : row,
      );
    const roads = everydayRows(draw, 12, 150);
    const schools = everydayRows(draw, 12, 150).map((row) => ({
      ...row,
      ...{ id: `s${row.id}`, officeId: `school-${row.officeId}`, categoryCode: 'education' },
    }));
    expect(named([...roads, ...schools]).filter(({ words }) => words.includes('sukawangi')).length).toBeGreaterThan(100);
    expect(find(named([...roads, ...schools]))).toEqual([]);
  });

  test('finds what nobody gave a category, in a surge or steady, by office and place', () => {
    let found = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const draw = drawFrom(seed);
      const problem = seed % 2 ? problemRows(draw, 'office-13', 18, 70, 6) : steadyRows(draw, 'office-13', 26);
      const clusters = find([...everydayRows(draw, 12, 150), ...withoutCategory(problem)]);
      expect(clusters, `seed ${seed}`).toHaveLength(1);
      expect(clusters[0]).toMatchObject({
        kind: seed % 2 ? 'surge' : 'steady',
        category: '',
        officeId: 'office-13',
        place: '51.13',
      });
      found += clusters[0]?.rows.length ?? 0;
    }
    expect(found).toBeGreaterThan(8 * 18 * 0.6);
  });

  test('finds nothing where a desk only stops choosing categories', () => {
    const draw = drawFrom(23);
    const rows = everydayRows(draw, 12, 200).map((row) =>
      row.officeId === 'office-14' && row.day > PERIOD.fromDay + 100 && row.day < PERIOD.fromDay + 160
        ? { ...row, categoryCode: null }
        : row,
    );
    expect(rows.filter(({ categoryCode }) => categoryCode === null).length).toBeGreaterThan(20);
    expect(find(rows)).toEqual([]);
  });

  test('leaves out what lies before or after the period, and rows without an office', () => {
    const { rows } = country(3);
    const outside = rows.map((row) => ({ ...row, id: `x${row.id}`, day: row.day + DAYS + 1 }));
    const nowhere = rows.map((row) => ({
      ...row,
      id: `y${row.id}`,
      officeId: null,
    }));
    expect(find([...rows, ...outside, ...nowhere])).toEqual(find(rows));
  });

  test('searches only where it is asked to, with the same answer there', () => {
    const draw = drawFrom(5);
    const rows = [
      ...everydayRows(draw, 12, 150),
      ...problemRows(draw, 'office-13', 20, 70, 6),
      ...problemRows(draw, 'office-17', 20, 200, 6),
    ];
    const gathering = gatherRows();
    for (const row of rows) gathering.add(row);
    const gathered = gathering.finish();
    const all = findClusters(gathered, PERIOD, HOUSE_THRESHOLDS);
    expect(all.map(({ officeId }) => officeId).sort()).toEqual(['office-13', 'office-17']);
    const one = findClusters(gathered, PERIOD, HOUSE_THRESHOLDS, ({ place }) => place === '51.17');
    expect(one).toEqual(all.filter(({ place }) => place === '51.17'));
  });
});

describe('of any rows', () => {
  test('the same rows in any order, some of them twice, give the same clusters', () => {
    let seen = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (seed, order) => {
        const background = country(seed);
        const others = drawFrom(seed + 1);
        // All three kinds together, at offices of their own.
        const rows = [
          ...background.rows,
          ...steadyRows(others, 'office-16', 26),
          ...withoutCategory(problemRows(others, 'office-18', 18, 200, 6)),
        ];
        const clusters = find(rows);
        seen += clusters.length;
        for (const { kind, category } of clusters) kinds.add(category === '' ? 'uncategorised' : kind);
        const draw = drawFrom(order);
        expect(find(shuffled(draw, [...rows, ...rows.filter(() => draw() < 0.1)]))).toEqual(clusters);
      }),
      { numRuns: 15 },
    );
    expect(seen).toBeGreaterThan(20);
    expect([...kinds].sort()).toEqual(['steady', 'surge', 'uncategorised']);
  });

  test('every row of a cluster says by which words it belongs, and no row is in two', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 8, max: 60 }), (seed, many) => {
        const { rows } = country(seed, many);
        const byId = new Map(rows.map((row) => [`${row.source}:${row.id}`, row]));
        const taken = new Set<string>();
        for (const cluster of find(rows)) {
          const words = new Set(cluster.words.map(({ word }) => word));
          expect(cluster.rows.length).toBeGreaterThanOrEqual(HOUSE_THRESHOLDS.leastRows);
          expect(cluster.rows.length).toBeGreaterThanOrEqual(HOUSE_THRESHOLDS.leastTimes * cluster.expected);
          for (const each of cluster.rows) {
            const key = `${each.source}:${each.id}`;
            const row = byId.get(key);
            expect(taken.has(key)).toBe(false);
            taken.add(key);
            expect(each.words.length).toBeGreaterThanOrEqual(HOUSE_THRESHOLDS.leastSharedWords);
            expect(each.words.every((word) => words.has(word) && row?.words.includes(word))).toBe(true);
            expect(row?.officeId).toBe(cluster.officeId);
            expect(each.day).toBeGreaterThanOrEqual(cluster.fromDay);
            expect(each.day).toBeLessThan(cluster.untilDay);
            seen += 1;
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(200);
  });
});

describe('the chance of an accident', () => {
  test('is that of the negative binomial distribution', () => {
    // P(X >= 3) with mean 1 and evenness 4: 1 - 0.4096 - 0.32768 - 0.16384
    expect(Math.exp(logChanceOfAtLeast(3, 1, 4))).toBeCloseTo(0.09888, 10);
    // With a huge evenness Poisson's: P(X >= 5), mean 2.
    expect(Math.exp(logChanceOfAtLeast(5, 2, 1e9))).toBeCloseTo(0.052653, 6);
  });

  test('falls with every complaint more, and rises with what is usual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.double({ min: 0.1, max: 40, noNaN: true }), (seen, expected) => {
        const chance = logChanceOfAtLeast(seen, expected, 4);
        expect(chance).toBeLessThanOrEqual(0);
        expect(logChanceOfAtLeast(seen + 1, expected, 4)).toBeLessThanOrEqual(chance);
        expect(logChanceOfAtLeast(seen, expected * 1.5, 4)).toBeGreaterThanOrEqual(chance);
      }),
    );
  });
});
